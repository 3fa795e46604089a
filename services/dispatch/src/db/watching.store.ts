import { aggregate, anyOf, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import type { RainRow, WatchCheckRow } from './watching.schema.js';

export const watchChecks = aggregate<WatchCheckRow>('watch_checks', 'watch-check');
export const rains = aggregate<RainRow>('rains', 'rain');

/** The order a look is about; asked first, since the order is locked before its looks. */
export const orderOfCheck: Loader<string> = {
  name: 'order of check',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('watchChecks')
      .select(['id', 'orderId'])
      .where('streetId', '=', streetId)
      .where('id', '=', anyOf(ids))
      .execute();
    return new Map(rows.map(({ id, orderId }) => [id, orderId]));
  },
};

/** The looks of an order. */
export const checksOfOrder: Loader<string[]> = {
  name: 'checks of order',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('watchChecks')
      .select(['id', 'orderId'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .orderBy('id')
      .execute();
    const found = new Map<string, string[]>(orderIds.map((id) => [id, []]));
    for (const { id, orderId } of rows) found.get(orderId)!.push(id);
    return found;
  },
};

/** Looks that wait for rain. */
export const waitingChecks: Loader<string[]> = {
  name: 'waiting checks',
  load: async (db, keys, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('watchChecks')
      .select('id')
      .where('streetId', '=', streetId)
      .where('state', '=', 'WAITING')
      .orderBy('id')
      .execute();
    return new Map(keys.map((key) => [key, rows.map(({ id }) => id)]));
  },
};
