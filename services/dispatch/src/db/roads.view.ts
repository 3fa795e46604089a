import type { roads as operations } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { listOn } from '../domain/list-on.js';
import type { PublishedRoads } from '../domain/roads.js';
import { databaseNow } from './directories.view.js';
import type { DispatchDb } from './schema.js';

/** The street's roads as they were published each time, and which list holds today. */
export async function listRoads(db: Kysely<DispatchDb>, ctx: { streetId: string }): Promise<z.output<typeof operations.listRoads.output>> {
  const lists = await publishedRoads(db, ctx);
  return { lists, inForce: listOn(lists, beijingDate(await databaseNow(db)))?.version ?? null };
}

/** Every list as it was published. */
export async function publishedRoads(db: Kysely<DispatchDb>, { streetId }: { streetId: string }): Promise<PublishedRoads[]> {
  const rows = await db
    .selectFrom('roadListVersions')
    .select(['listVersion', 'list'])
    .where('streetId', '=', streetId)
    .orderBy('listVersion')
    .execute();
  return rows.map(({ listVersion, list }) => ({ ...list, version: listVersion }));
}
