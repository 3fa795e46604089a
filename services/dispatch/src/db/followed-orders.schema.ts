import type { DutyChecklist } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** A complainant was invited to follow the handling of an order; `joinedAt` since they are ready to help the community think (智囊团). */
export interface FollowedOrderRow {
  streetId: string;
  orderId: string;
  invitedAt: Date;
  joinedAt: Date | null;
}

/** How many checklists of duties (三包) a street has published. */
export interface DutyChecklistHeadRow extends AggregateRow {
  listVersion: number;
}
export interface DutyChecklistVersionRow {
  streetId: string;
  listVersion: number;
  list: DutyChecklist;
}

/** A duty of the checklist that was done for an order. */
export interface DutyTickRow {
  streetId: string;
  orderId: string;
  duty: string;
  doneAt: Date;
  unitId: string | null;
}

/** Who looks after a building (楼栋管片员), as the register tells; nobody where it was taken back. */
export interface BuildingKeeperRow {
  streetId: string;
  buildingId: string;
  accountId: string | null;
}

export interface FollowedOrdersDb {
  buildingKeepers: BuildingKeeperRow;
  followedOrders: FollowedOrderRow;
  dutyChecklists: DutyChecklistHeadRow;
  dutyChecklistVersions: DutyChecklistVersionRow;
  dutyTicks: DutyTickRow;
}
