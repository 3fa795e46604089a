import { aggregate, anyOf, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { CrewRow, IncidentRow } from './incidents.schema.js';
import type { DispatchDb } from './schema.js';

export const crews = aggregate<CrewRow>('crews', 'crew');

/** An incident as it is now, for the clock of a crew of it: what it is called, and whose. */
export const incidentBeside: Loader<Pick<IncidentRow, 'title' | 'leadUnitId' | 'communityIds'>> = {
  name: 'incident beside',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('incidents')
      .select(['id', 'title', 'leadUnitId', 'communityIds'])
      .where('streetId', '=', streetId)
      .where('id', '=', anyOf(ids))
      .execute();
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  },
};
