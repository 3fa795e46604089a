import type {
  CostSharePlan,
  EmergencyCase,
  EmergencyEvidence,
  EmergencyState,
  EmergencyUseView,
  FundCustodian,
  OwnersMoney,
  PayerCapacity,
  SeatKind,
  ShareQuestionState,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';
import type { LevelJson } from '../domain/emergency-shares.js';

export type ProposedCorrection = NonNullable<EmergencyUseView['proposed']>;

export interface EmergencyUseRow extends AggregateRow {
  issueId: string;
  estateId: string;
  concernedUnitIds: string[];
  emergencyCase: EmergencyCase;
  state: EmergencyState;
  custodian: FundCustodian;
  evidence: EmergencyEvidence;
  applicant: SeatKind;
  applicantUnitId: string;
  applicantReason: string | null;
  /** Fen as text, as they travel. */
  estimateFen: string;
  notice: string[];
  noticedAt: Date | null;
  noticedWhere: string | null;
  confirmedBy: { seat: SeatKind; at: string }[];
  aimAt: Date;
  refusedReason: string | null;
  usedFen: string | null;
  contractor: string | null;
  postedAt: Date | null;
  postedWhere: string | null;
  homes: number | null;
  /** What homes of owners, units that sold and units with unsold homes bear; null before it is posted, and for what was posted before these were kept. */
  ownersFen: string | null;
  sellingUnitsFen: string | null;
  unsoldFen: string | null;
  sharedBy: string | null;
  arrivedAt: Date | null;
  arrivalDocument: string | null;
  /** Which posting counts: a correction is another one, and the shares of those before stay. */
  postingNo: number | null;
  correction: { reason: string; beforeFen: string; at: string } | null;
  /** What the applicant wants the posting to be, and who has confirmed that. */
  proposed: ProposedCorrection | null;
}
/** What a home of the scope bears by one posting, with the way to it; `levels`, `lines` and codes are null for what was posted before they were kept. */
export interface EmergencyShareRow {
  streetId: string;
  useId: string;
  postingNo: number;
  homeId: string;
  ownerId: string;
  areaHundredths: number;
  shareFen: bigint;
  money: OwnersMoney | null;
  code: string | null;
  lookupCode: string | null;
  levels: LevelJson[] | null;
  lines: string[] | null;
}
/** What a unit bears for homes it has sold, by the deposits. */
export interface EmergencyUnitShareRow {
  streetId: string;
  useId: string;
  postingNo: number;
  unitId: string;
  capacity: PayerCapacity;
  shareFen: bigint;
  levels: LevelJson[] | null;
  lines: string[] | null;
}
/** What the shares of one posting were counted from: with it anybody may count again, whatever the register says since. */
export interface EmergencyPlanRow {
  streetId: string;
  useId: string;
  postingNo: number;
  document: CostSharePlan;
  scenario: string;
  /** SHA-256 of the canonical text of document and scenario. */
  hash: string;
  concernedUnitIds: string[];
}
export interface ShareQuestionRow extends AggregateRow {
  useId: string;
  ownerId: string;
  concernedUnitIds: string[];
  state: ShareQuestionState;
  question: string;
  answer: string | null;
  askedAt: Date;
  answerDueAt: Date;
  answeredAt: Date | null;
}
export interface EmergencyDb {
  emergencyUses: EmergencyUseRow;
  emergencyShares: EmergencyShareRow;
  emergencyUnitShares: EmergencyUnitShareRow;
  emergencyPlans: EmergencyPlanRow;
  shareQuestions: ShareQuestionRow;
}
