import type { areas as operations } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { PublishedAreas } from '../domain/areas.js';
import { listOn } from '../domain/list-on.js';
import { databaseNow } from './directories.view.js';
import type { DispatchDb } from './schema.js';

/** Which communities are in which area, as it was published each time, and which of it holds today. */
export async function listAreas(db: Kysely<DispatchDb>, ctx: { streetId: string }): Promise<z.output<typeof operations.listAreas.output>> {
  const lists = await publishedAreas(db, ctx);
  return { lists, inForce: listOn(lists, beijingDate(await databaseNow(db)))?.version ?? null };
}

/** The communities of an area by the list that holds today; none where there is no such area. */
export async function communitiesOfArea(db: Kysely<DispatchDb>, name: string, ctx: { streetId: string }): Promise<string[]> {
  const list = listOn(await publishedAreas(db, ctx), beijingDate(await databaseNow(db)));
  return list?.areas.find((area) => area.name === name)?.communityIds ?? [];
}

/** Every list as it was published. */
export async function publishedAreas(db: Kysely<DispatchDb>, { streetId }: { streetId: string }): Promise<PublishedAreas[]> {
  const rows = await db
    .selectFrom('areaListVersions')
    .select(['listVersion', 'list'])
    .where('streetId', '=', streetId)
    .orderBy('listVersion')
    .execute();
  return rows.map(({ listVersion, list }) => ({ ...list, version: listVersion }));
}
