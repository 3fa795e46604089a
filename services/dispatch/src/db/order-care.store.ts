import { anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { HomeVisitRow, OrderWaysRow, ReferralRow } from './order-care.schema.js';
import type { DispatchDb } from './schema.js';

export const orderWays = table<OrderWaysRow>('order_ways', ['orderId']);
export const referrals = table<ReferralRow>('referrals', ['orderId', 'id']);
export const homeVisits = table<HomeVisitRow>('home_visits', ['orderId', 'id']);

/** The referrals of each order. */
export const referralsOf: Loader<ReferralRow[]> = {
  name: 'referrals of order',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('referrals')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .execute();
    return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id)]));
  },
};

/** The ids of the visits of each order. */
export const visitsOf: Loader<string[]> = {
  name: 'visits of order',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('homeVisits')
      .select(['orderId', 'id'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .execute();
    return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id).map((row) => row.id)]));
  },
};
