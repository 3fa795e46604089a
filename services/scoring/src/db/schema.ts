import type { Satisfaction, UnitKind } from '@wufang/contracts';

export interface UnitRow {
  streetId: string;
  id: string;
  name: string;
  kind: UnitKind;
}
/** What is known of a demand; for 受理量, by 来电时间. */
export interface DemandFactRow {
  streetId: string;
  demandId: string;
  orderId: string | null;
  communityId: string | null;
  receivedAt: Date | null;
}
/** What is known of an order; its 办结时间 decides the period of its callbacks. */
export interface OrderFactRow {
  streetId: string;
  orderId: string;
  leadUnitId: string | null;
  completedAt: Date | null;
  /** Who led it when it was last said to be done: what a complainant says is said of that work, whoever leads the order now. */
  completedByUnitId: string | null;
}
export interface CallbackFactRow {
  streetId: string;
  callbackId: string;
  demandId: string;
  orderId: string;
  valid: boolean;
  contacted: boolean | null;
  solved: boolean | null;
  satisfaction: Satisfaction | null;
  answeredAt: Date;
}

/** What a unit has promised at its table, and how it ended; for 承诺兑现. */
export interface CommitmentFactRow {
  streetId: string;
  commitmentId: string;
  unitId: string | null;
  /** The issue it was signed on, and what that is called; null of facts from before. */
  issueId: string | null;
  title: string | null;
  dueAt: Date | null;
  isLate: boolean | null;
  isKept: boolean | null;
  endedAt: Date | null;
}

/** What a unit has to pay by a signed resolution, and whether it was late with it; for 承诺兑现. */
export interface InstalmentFactRow {
  streetId: string;
  instalmentId: string;
  /** Whose lateness it is; null where the payer is no unit. */
  unitId: string | null;
  issueId: string | null;
  title: string | null;
  dueAt: Date | null;
  isLate: boolean | null;
}

export interface ScoringDb {
  units: UnitRow;
  demandFacts: DemandFactRow;
  orderFacts: OrderFactRow;
  callbackFacts: CallbackFactRow;
  commitmentFacts: CommitmentFactRow;
  instalmentFacts: InstalmentFactRow;
}
