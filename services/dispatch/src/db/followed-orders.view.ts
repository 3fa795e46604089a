import type { CareDuty, Ctx, orderCare } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { listOn } from '../domain/list-on.js';
import { databaseNow } from './directories.view.js';
import { publishedChecklists } from './duty-checklists.store.js';
import type { DispatchDb } from './schema.js';

type Db = Kysely<DispatchDb>;

/** The duties an order has by the list of the day it was received, done and not done; and since when its complainant follows it. */
export async function followedCare(
  db: Db,
  order: { id: string; receivedAt: Date },
  { streetId }: Ctx,
): Promise<{ duties: CareDuty[]; invitedAt: string | null; isAdviser: boolean }> {
  const list = listOn(await checklists(db, streetId), beijingDate(order.receivedAt));
  const ticks = await db
    .selectFrom('dutyTicks')
    .select(['duty', 'doneAt', 'unitId'])
    .where('streetId', '=', streetId)
    .where('orderId', '=', order.id)
    .execute();
  const followed = await db
    .selectFrom('followedOrders')
    .select(['invitedAt', 'joinedAt'])
    .where('streetId', '=', streetId)
    .where('orderId', '=', order.id)
    .executeTakeFirst();
  const duties = (list?.duties ?? []).map((duty) => {
    const tick = ticks.find((one) => one.duty === duty);
    return { duty, doneAt: tick?.doneAt.toISOString() ?? null, unitId: tick?.unitId ?? null };
  });
  return { duties, invitedAt: followed?.invitedAt.toISOString() ?? null, isAdviser: (followed?.joinedAt ?? null) !== null };
}

/** The lists that were published, and which of them holds today. */
export async function listChecklists(db: Db, { streetId }: Ctx): Promise<z.output<typeof orderCare.listChecklists.output>> {
  const lists = await checklists(db, streetId);
  return { lists, inForce: listOn(lists, beijingDate(await databaseNow(db)))?.version ?? null };
}

/** Complainants ready to help the community think, the newest first; a community reads its own, whichever unit led the order. */
export async function listAdvisers(
  db: Db,
  { limit }: { limit: number },
  { streetId, scope, actor }: Ctx,
): Promise<z.output<typeof orderCare.listAdvisers.output>> {
  const advisers = db
    .selectFrom('followedOrders as f')
    .innerJoin('workOrders as o', (join) => join.onRef('o.streetId', '=', 'f.streetId').onRef('o.id', '=', 'f.orderId'))
    .select(['o.id', 'o.demandId', 'o.no', 'o.category1', 'o.place', 'f.joinedAt'])
    .where('f.streetId', '=', streetId)
    .where('f.joinedAt', 'is not', null);
  const own = scope === 'street' ? advisers : advisers.where(sql<string>`o.place ->> 'communityId'`, 'in', [...actor.unitIds, '']);
  const rows = await own.orderBy('f.joinedAt', 'desc').orderBy('f.orderId').limit(limit).execute();
  return {
    advisers: rows.map(({ id, demandId, no, category1, place, joinedAt }) => ({
      ...{ orderId: id, demandId, no, category1, communityId: place.communityId, joinedAt: joinedAt!.toISOString() },
    })),
  };
}

async function checklists(db: Db, streetId: string) {
  return (await publishedChecklists.load(db as never, ['all'], streetId)).get('all')!;
}
