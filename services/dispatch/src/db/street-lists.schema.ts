import type { AreaList, ChargeList, CodeList, MethodList, RoadList, RotationList, WorkOrderState } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** What a street publishes by date, the whole of it each time, with what is in each. */
export interface StreetLists {
  charge: ChargeList;
  area: AreaList;
  road: RoadList;
  rotation: RotationList;
  method: MethodList;
  code: CodeList;
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

/** An item of the street's way of working that was done at an order; by its words, so that it stays done when the list is published anew. */
export interface MethodTickRow {
  streetId: string;
  orderId: string;
  stage: WorkOrderState;
  text: string;
  tickedAt: Date;
  tickedBy: string;
  unitId: string | null;
}

export type StreetListsDb = { methodTicks: MethodTickRow } & Record<`${StreetListKind}Lists`, ListHeadRow> & {
    [K in StreetListKind as `${K}ListVersions`]: ListVersionRow<StreetLists[K]>;
  };
