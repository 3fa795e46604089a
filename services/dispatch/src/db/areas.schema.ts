import type { AreaList } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** How many lists of areas (片区) a street has published. */
export interface AreaListHeadRow extends AggregateRow {
  listVersion: number;
}

export interface AreaListVersionRow {
  streetId: string;
  listVersion: number;
  list: AreaList;
}

export interface AreasDb {
  areaLists: AreaListHeadRow;
  areaListVersions: AreaListVersionRow;
}
