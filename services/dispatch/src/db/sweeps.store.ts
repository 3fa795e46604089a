import { aggregate, type Loader } from '@wufang/service';
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
