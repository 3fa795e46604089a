import type { HouseholdKind } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** The list of one estate (重点户名册); its id is the estate's. */
export interface CareListRow extends AggregateRow {
  communityId: string;
  homes: number;
}

/** A home on it. Why it is on it is sensitive: in no fact and no log. */
export interface CareHomeRow {
  streetId: string;
  homeId: string;
  estateId: string;
  buildingId: string;
  communityId: string;
  kind: HouseholdKind;
  since: Date;
  keptBy: string;
}

export interface CareHomesDb {
  careLists: CareListRow;
  careHomes: CareHomeRow;
}
