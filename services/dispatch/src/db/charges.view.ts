import type { charges } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { PublishedCharges } from '../domain/charges.js';
import { listOn } from '../domain/list-on.js';
import { databaseNow } from './directories.view.js';
import type { DispatchDb } from './schema.js';

/** Who is in charge of what, as it was published each time, and which of it holds today. */
export async function listCharges(db: Kysely<DispatchDb>, ctx: { streetId: string }): Promise<z.output<typeof charges.listCharges.output>> {
  const lists = await publishedCharges(db, ctx);
  return { lists, inForce: listOn(lists, beijingDate(await databaseNow(db)))?.version ?? null };
}

/** The list that holds today; null where there is none. */
export async function chargesToday(db: Kysely<DispatchDb>, ctx: { streetId: string }): Promise<PublishedCharges | null> {
  return listOn(await publishedCharges(db, ctx), beijingDate(await databaseNow(db)));
}

/** Every list as it was published. */
export async function publishedCharges(db: Kysely<DispatchDb>, { streetId }: { streetId: string }): Promise<PublishedCharges[]> {
  const rows = await db
    .selectFrom('chargeListVersions')
    .select(['listVersion', 'list'])
    .where('streetId', '=', streetId)
    .orderBy('listVersion')
    .execute();
  return rows.map(({ listVersion, list }) => ({ ...list, version: listVersion }));
}
