import type { ContactPurpose, HandlingWay, ReferralKind, ReferralState, VisitOutcome, Visitor } from '@wufang/contracts';

/** How an order is handled; the latest word. */
export interface OrderWaysRow {
  streetId: string;
  orderId: string;
  way: HandlingWay | null;
  methods: string[];
  plan: string | null;
  notedAt: Date;
  unitId: string | null;
}

/** Where a matter was taken beside its handling. The words stay here; facts name the kind alone. */
export interface ReferralRow {
  streetId: string;
  orderId: string;
  id: string;
  kind: ReferralKind;
  referredTo: string;
  reason: string;
  state: ReferralState;
  outcome: string | null;
  madeAt: Date;
  endedAt: Date | null;
  unitId: string | null;
}

/** Somebody called on the complainant. What was said stays here. */
export interface HomeVisitRow {
  streetId: string;
  orderId: string;
  id: string;
  by: Visitor;
  purpose: ContactPurpose;
  outcome: VisitOutcome;
  isDispute: boolean;
  note: string | null;
  visitedAt: Date;
  unitId: string | null;
}

export interface CareDb {
  orderWays: OrderWaysRow;
  referrals: ReferralRow;
  homeVisits: HomeVisitRow;
}
