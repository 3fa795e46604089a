import { aggregate, anyOf, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import type { SweepCheckRow, SweepRow } from './watching.schema.js';

export const sweeps = aggregate<SweepRow>('sweeps', 'sweep');
export const sweepChecks = aggregate<SweepCheckRow>('sweep_checks', 'sweep-check');

/** The sweep a check belongs to; asked first, since the sweep is locked before its checks. */
export const sweepOfCheck: Loader<string> = {
  name: 'sweep of check',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('sweepChecks')
      .select(['id', 'sweepId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, sweepId }) => [id, sweepId]));
  },
};

/** The estate of each building asked for. */
export const estateOfBuilding: Loader<string> = {
  name: 'estate of building',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('buildings')
      .select(['id', 'estateId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, estateId }) => [id, estateId]));
  },
};

/** How a building is called. */
export const nameOfBuilding: Loader<string> = {
  name: 'name of building',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('buildings')
      .select(['id', 'name'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
};

/** The checks of a sweep that is made already. */
export const checksOfSweep: Loader<string[]> = {
  name: 'checks of sweep',
  load: async (db, sweepIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('sweepChecks')
      .select(['id', 'sweepId'])
      .where('streetId', '=', streetId)
      .where('sweepId', 'in', sweepIds)
      .orderBy('id')
      .execute();
    const found = new Map<string, string[]>(sweepIds.map((id) => [id, []]));
    for (const { id, sweepId } of rows) found.get(sweepId)!.push(id);
    return found;
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
