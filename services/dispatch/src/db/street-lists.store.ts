import { aggregate, table } from '@wufang/service';
import type { ListHeadRow, ListVersionRow, StreetListKind } from './street-lists.schema.js';

const tablesOf = (kind: StreetListKind) => ({
  heads: aggregate<ListHeadRow>(`${kind}_lists`, `${kind}-list`),
  versions: table<ListVersionRow>(`${kind}_list_versions`, ['listVersion']),
});

/** The tables of each kind of list. */
export const listTables: Readonly<Record<StreetListKind, ReturnType<typeof tablesOf>>> = {
  charge: tablesOf('charge'),
  area: tablesOf('area'),
  road: tablesOf('road'),
};
