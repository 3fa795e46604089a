import { dispatchEvents, drainageCategories } from '@wufang/contracts';
import { aggregate, type Loader } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import { belongingTo, ownerOf } from './belonging.js';
import { drainedStates } from '../domain/watching.js';
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

/**
 * Orders to which rain may matter (排水): a unit is on its way to them, nobody has been on site since they were dispatched, and no 30 minutes run: those of
 * an earlier rain that have run out do not count. Whether rain does matter says
 * the rule (`inWeather`). What was imported has its first hours behind it.
 */
export const undrainedOrders: Loader<string[]> = {
  name: 'undrained orders',
  load: async (db, keys, streetId) => {
    const drains = sql.join(
      drainageCategories[0].value.map(([first, second]) => sql`(o.category1 = ${first} and o.category ->> 1 = ${second})`),
      sql` or `,
    );
    const { rows } = await sql<{ id: string }>`
      select o.id from work_orders o
      where o.street_id = ${streetId} and o.is_open and not o.is_imported and o.state = any(${[...drainedStates]}::text[]) and o.on_site_at is null
        and (${drains} or o.decision -> 'duties' ? 'RAIN_DRAIN')
        and not exists (select 1 from deadlines d where d.street_id = o.street_id and d.subject_id = o.id and d.code = 'RAIN_DRAIN' and d.state = 'armed')
        and not exists (
          select 1 from events e
          where e.street_id = o.street_id and e.aggregate_id = o.id and e.type = ${dispatchEvents.checkedIn.type} and e.recorded_at >= o.dispatched_at)
      order by o.id`.execute(db);
    return new Map(keys.map((key) => [key, rows.map(({ id }) => id)]));
  },
};
