import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import { publishedLists } from './street-lists.view.js';
import type { ListHeadRow, ListVersionRow, MethodTickRow, Published, StreetListKind } from './street-lists.schema.js';

const tablesOf = (kind: StreetListKind) => ({
  heads: aggregate<ListHeadRow>(`${kind}_lists`, `${kind}-list`),
  versions: table<ListVersionRow>(`${kind}_list_versions`, ['listVersion']),
});

/** The tables of each kind of list. */
export const listTables: Readonly<Record<StreetListKind, ReturnType<typeof tablesOf>>> = {
  charge: tablesOf('charge'),
  area: tablesOf('area'),
  road: tablesOf('road'),
  rotation: tablesOf('rotation'),
  method: tablesOf('method'),
  code: tablesOf('code'),
};

export const methodTicks = table<MethodTickRow>('method_ticks', ['orderId', 'stage', 'text']);

/** Every list of items by stage (工作法) of the street. */
export const publishedMethods: Loader<Published<'method'>[]> = {
  name: 'method lists',
  load: async (db, keys, streetId) => {
    const lists = await publishedLists(db as unknown as Kysely<DispatchDb>, 'method', { streetId });
    return new Map(keys.map((key) => [key, lists]));
  },
};

/** What was ticked off at each order. */
export const methodTicksOf: Loader<Pick<MethodTickRow, 'stage' | 'text'>[]> = {
  name: 'method ticks of order',
  load: async (db, orderIds, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('methodTicks')
      .select(['orderId', 'stage', 'text'])
      .where('streetId', '=', streetId)
      .where('orderId', '=', anyOf(orderIds))
      .execute();
    return new Map(orderIds.map((id) => [id, rows.filter(({ orderId }) => orderId === id)]));
  },
};
