import type {
  AreaSource,
  AssemblyOutcome,
  ContractorChoice,
  ExpertReport,
  ObjectionState,
  Objector,
  OwnersMoney,
  PaperKind,
  PayerCapacity,
  PlanComparison,
  PlanConsent,
  PlanDocument,
  IssueScope,
  PlanState,
  PublicityState,
  Quote,
  SeatedPayer,
  SeatKind,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';
import type { PlanProblem } from '../domain/cost-share-problems.js';
import type { Raised } from '../domain/publicity.js';

/** One version of an issue's plan (分摊方案). */
export interface PlanRow extends AggregateRow {
  issueId: string;
  no: number;
  /** What people quote: on statements, on the board, beside a home's number. */
  numberText: string;
  state: PlanState;
  title: string;
  scope: IssueScope;
  scopeText: string;
  totalFen: bigint;
  homesCount: number;
  document: PlanDocument;
  payers: SeatedPayer[];
  problems: PlanProblem[];
  comparison: PlanComparison | null;
  scenario: string | null;
  hash: string | null;
  chosenAt: Date | null;
  consents: PlanConsent[];
  quotes: Quote[];
  contractor: ContractorChoice | null;
  expertReport: ExpertReport | null;
  concernedUnitIds: string[];
}

/** What one payer pays in one capacity from one source, frozen. */
export interface PlanLineRow {
  streetId: string;
  planId: string;
  payer: string;
  capacity: PayerCapacity;
  money: OwnersMoney;
  amountFen: bigint;
}

/** What one home pays, frozen, with the key by which its owner finds it. */
export interface PlanHomeShareRow {
  streetId: string;
  planId: string;
  homeId: string;
  ownerId: string;
  buildingId: string;
  building: string;
  stairwell: string;
  ordinal: number;
  code: string;
  areaHundredths: number;
  areaSource: AreaSource;
  payer: string;
  shareFen: bigint;
  fundFen: bigint;
  directFen: bigint;
  lookupCode: string;
}

export interface PlanPaperRow {
  streetId: string;
  id: string;
  planId: string;
  issueId: string;
  planNo: number;
  payer: string;
  homeId: string | null;
  kind: PaperKind;
  document: string;
  documentId: string | null;
  amountFen: bigint | null;
  budgetSource: string | null;
  /** The approved project of the pool that pays; null for money outside it. */
  projectId: string | null;
  /** What the payer, or the home, paid in the version it was laid on the table for. */
  forAmountFen: bigint;
  /** Of a home's consent: who owned it, and what of its amount was new money (直接交纳). Null on papers from before. */
  ownerId: string | null;
  forDirectFen: bigint | null;
  /** The unit its payer was in that version, whose paper it is; null for owners, donors and whoever else is none. */
  unitId: string | null;
  filedAt: Date;
  withdrawnAt: Date | null;
}

/** A resident's account that has shown the key of a home's statement. */
export interface BoundHomeRow {
  streetId: string;
  accountId: string;
  homeId: string;
  /** Who owned the home by the statement that was shown: another owner's account binds it anew. */
  ownerId: string | null;
  boundAt: Date;
}

/** That a home was taken off an account. */
export interface EndedBindingRow extends AggregateRow {
  accountId: string;
  homeId: string;
  ownerId: string | null;
  endedBy: 'ACCOUNT' | 'COMMUNITY';
  reason: string | null;
  /** False: this account does not bind the home of this owner again. */
  mayBindAgain: boolean;
  boundAt: Date | null;
  endedAt: Date;
}

export interface PublicityRow extends AggregateRow {
  issueId: string;
  planId: string;
  no: number;
  state: PublicityState;
  title: string;
  numberText: string;
  lines: string[];
  point: string;
  photoIds: string[];
  postedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  affectedOwners: number;
  raised: Raised[];
  assembly: {
    neededAt: string;
    outcome: AssemblyOutcome | null;
    document: string | null;
    documentId: string | null;
    /** The counted vote that kept the plan; absent on assemblies from before. */
    voteId?: string | null;
    at: string | null;
  } | null;
  concernedUnitIds: string[];
}

export interface ObjectionRow extends AggregateRow {
  publicityId: string;
  issueId: string;
  planId: string;
  by: Objector;
  seat: SeatKind | null;
  /** The objecting seat's unit, which hears of the answer. */
  unitId: string | null;
  homeId: string | null;
  ownerId: string | null;
  homeLabel: string | null;
  reason: string;
  documentId: string | null;
  state: ObjectionState;
  raisedAt: Date;
  dueAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  concernedUnitIds: string[];
}

/** Which homes there are, measured or not. */
export interface ListedHomesRow {
  streetId: string;
  estateId: string;
  buildingId: string;
  stairwell: string;
  homeIds: string[];
}

export interface PlansDb {
  listedHomes: ListedHomesRow;
  plans: PlanRow;
  planLines: PlanLineRow;
  planHomeShares: PlanHomeShareRow;
  planPapers: PlanPaperRow;
  boundHomes: BoundHomeRow;
  endedBindings: EndedBindingRow;
  publicities: PublicityRow;
  objections: ObjectionRow;
}
