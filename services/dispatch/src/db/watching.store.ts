import { aggregate, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import { belongingTo, ownerOf } from './belonging.js';
import type { DispatchDb } from './schema.js';
import type { RainRow, WatchCheckRow } from './watching.schema.js';

export const watchChecks = aggregate<WatchCheckRow>('watch_checks', 'watch-check');
export const rains = aggregate<RainRow>('rains', 'rain');

const ofOrder = { table: 'watch_checks', column: 'order_id' } as const;
/** The order a look is about. */
export const orderOfCheck = ownerOf('order of check', ofOrder);
/** The looks of an order. */
export const checksOfOrder = belongingTo('checks of order', ofOrder);

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
