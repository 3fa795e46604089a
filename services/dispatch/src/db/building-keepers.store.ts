import { anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { BuildingKeeperRow } from './followed-orders.schema.js';
import type { DispatchDb } from './schema.js';

export const buildingKeepers = table<BuildingKeeperRow>('building_keepers', ['buildingId']);

/** Who looks after each building; none where nobody does. */
export const keeperOfBuilding: Loader<string> = {
  name: 'building keepers',
  load: async (db, ids, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('buildingKeepers')
      .select(['buildingId', 'accountId'])
      .where('streetId', '=', streetId)
      .where('buildingId', '=', anyOf(ids))
      .execute();
    return new Map(rows.flatMap(({ buildingId, accountId }) => (accountId === null ? [] : [[buildingId, accountId]])));
  },
};
