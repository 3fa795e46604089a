import type { EmergencyCase, EmergencyEvidence, EmergencyState, FundCustodian, SeatKind, ShareQuestionState } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

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
}
/** What a home of the scope bears, and its area among all. */
export interface EmergencyShareRow {
  streetId: string;
  useId: string;
  homeId: string;
  ownerId: string;
  areaHundredths: number;
  totalAreaHundredths: bigint;
  shareFen: bigint;
}
/** What a unit that sold public homes of the scope bears, by the deposits. */
export interface EmergencyUnitShareRow {
  streetId: string;
  useId: string;
  unitId: string;
  shareFen: bigint;
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
  shareQuestions: ShareQuestionRow;
}
