import { anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { FollowedOrderRow } from './followed-orders.schema.js';
import type { DispatchDb } from './schema.js';

export const followedOrders = table<FollowedOrderRow>('followed_orders', ['orderId']);

/** Since when the complainant of each order follows it. */
export const followedSince: Loader<Pick<FollowedOrderRow, 'invitedAt' | 'joinedAt'>> = {
  name: 'followed orders',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('followedOrders')
      .select(['orderId', 'invitedAt', 'joinedAt'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .execute();
    return new Map(rows.map(({ orderId, ...row }) => [orderId, row]));
  },
};
