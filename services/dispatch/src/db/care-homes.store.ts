import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { CareHomeRow, CareListRow } from './care-homes.schema.js';
import type { DispatchDb } from './schema.js';

export const careLists = aggregate<CareListRow>('care_lists', 'care-list');
export const careHomes = table<CareHomeRow>('care_homes', ['homeId']);

/** The homes on the lists of estates. */
export const careHomesOf: Loader<CareHomeRow[]> = {
  name: 'care homes of estate',
  load: async (db, estateIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('careHomes')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('estateId', '=', anyOf(estateIds))
      .orderBy('homeId')
      .execute();
    return new Map(estateIds.map((id) => [id, rows.filter(({ estateId }) => estateId === id)]));
  },
};
