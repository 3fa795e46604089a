import type { OrderMethod } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { listOn } from '../domain/list-on.js';
import { methodOf } from '../domain/work-method.js';
import { databaseNow } from './directories.view.js';
import type { DispatchDb } from './schema.js';
import type { Published, StreetListKind } from './street-lists.schema.js';

/** A street's lists of a kind as they were published each time, and which of them holds today. */
export async function showLists<K extends StreetListKind>(
  db: Kysely<DispatchDb>,
  kind: K,
  ctx: { streetId: string },
): Promise<{ lists: Published<K>[]; inForce: number | null }> {
  const lists = await publishedLists(db, kind, ctx);
  return { lists, inForce: listOn(lists, beijingDate(await databaseNow(db)))?.version ?? null };
}

/** The list that holds today; null where there is none. */
export async function listToday<K extends StreetListKind>(
  db: Kysely<DispatchDb>,
  kind: K,
  ctx: { streetId: string },
): Promise<Published<K> | null> {
  return listOn(await publishedLists(db, kind, ctx), beijingDate(await databaseNow(db)));
}

/** The communities of an area by the list that holds today; none where there is no such area. */
export async function communitiesOfArea(db: Kysely<DispatchDb>, name: string, ctx: { streetId: string }): Promise<string[]> {
  const list = await listToday(db, 'area', ctx);
  return list?.areas.find((area) => area.name === name)?.communityIds ?? [];
}

/** The street's way of working (工作法) at an order within reach. */
export async function getMethod(db: Kysely<DispatchDb>, { id }: { id: string }, { streetId }: { streetId: string }): Promise<OrderMethod> {
  const order = await db.selectFrom('workOrders').select('state').where('streetId', '=', streetId).where('id', '=', id).executeTakeFirst();
  if (!order) throw new DomainError('object.not-found', {});
  const ticks = await db
    .selectFrom('methodTicks')
    .select(['stage', 'text', 'tickedAt', 'tickedBy'])
    .where('streetId', '=', streetId)
    .where('orderId', '=', id)
    .execute();
  return methodOf(await listToday(db, 'method', { streetId }), order.state, ticks);
}

/** Every list of a kind as it was published. */
export async function publishedLists<K extends StreetListKind>(
  db: Kysely<DispatchDb>,
  kind: K,
  { streetId }: { streetId: string },
): Promise<Published<K>[]> {
  const rows = await db
    // The tables of the kinds are alike but for what is in a list.
    .selectFrom(`${kind}ListVersions` as 'chargeListVersions')
    .select(['listVersion', 'list'])
    .where('streetId', '=', streetId)
    .orderBy('listVersion')
    .execute();
  return rows.map(({ listVersion, list }) => ({ ...list, version: listVersion }) as unknown as Published<K>);
}
