import { aggregate, anyOf, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import { belongingTo, ownerOf } from './belonging.js';
import type { DispatchDb } from './schema.js';
import type { SweepCheckRow, SweepRow } from './watching.schema.js';

export const sweeps = aggregate<SweepRow>('sweeps', 'sweep');
export const sweepChecks = aggregate<SweepCheckRow>('sweep_checks', 'sweep-check');

const ofSweep = { table: 'sweep_checks', column: 'sweep_id' } as const;
/** The sweep a check belongs to. */
export const sweepOfCheck = ownerOf('sweep of check', ofSweep);
/** The checks of a sweep that is made already. */
export const checksOfSweep = belongingTo('checks of sweep', ofSweep);

/** A building as the register tells it: its estate, and how it is called. */
export const buildingOf: Loader<{ estateId: string; name: string }> = {
  name: 'building',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('buildings')
      .select(['id', 'estateId', 'name'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, estateId, name }) => [id, { estateId, name }]));
  },
};

/** A check that other sweeps have sent, as far as it keeps another from being sent to the same place. */
export interface SentCheck {
  estateId: string;
  buildingId: string | null;
  isOpen: boolean;
  orderId: string | null;
  incidentId: string | null;
}

/** The checks sent to an estate, or its buildings, about a matter; the key is the estate and the matter's path, joined with `|`. */
export const checksSent: Loader<SentCheck[]> = {
  name: 'checks sent',
  load: async (db, keys, streetId) => {
    const found = new Map<string, SentCheck[]>(keys.map((key) => [key, []]));
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('sweepChecks as c')
      .innerJoin('sweeps as s', (join) => join.onRef('s.streetId', '=', 'c.streetId').onRef('s.id', '=', 'c.sweepId'))
      .select(['c.estateId', 'c.buildingId', 'c.category', 'c.state', 's.orderId', 's.incidentId'])
      .where('c.streetId', '=', streetId)
      .where('c.estateId', '=', anyOf(keys.map((key) => key.split('|')[0]!)))
      .execute();
    for (const { state, category, ...row } of rows)
      found.get(`${row.estateId}|${category.join('/')}`)?.push({ ...row, isOpen: state === 'OPEN' });
    return found;
  },
};
