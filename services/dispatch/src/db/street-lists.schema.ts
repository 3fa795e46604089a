import type { AreaList, ChargeList, RoadList } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** What a street publishes by date, the whole of it each time, with what is in each. */
export interface StreetLists {
  charge: ChargeList;
  area: AreaList;
  road: RoadList;
}
export type StreetListKind = keyof StreetLists;

/** A list as it was published. */
export type Published<K extends StreetListKind> = StreetLists[K] & { version: number; from: string };

/** How many lists of its kind a street has published. */
export interface ListHeadRow extends AggregateRow {
  listVersion: number;
}

export interface ListVersionRow<L = object> {
  streetId: string;
  listVersion: number;
  list: L;
}

export type StreetListsDb = Record<`${StreetListKind}Lists`, ListHeadRow> & {
  [K in StreetListKind as `${K}ListVersions`]: ListVersionRow<StreetLists[K]>;
};
