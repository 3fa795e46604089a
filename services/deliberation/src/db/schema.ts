import type {
  Attendance,
  BodyDecision,
  Category,
  ClassedMatter,
  DecisionClass,
  FundCustodian,
  IssueOrigin,
  IssueScope,
  IssueSeat,
  IssueState,
  MeetingBody,
  MinuteItem,
  PayingSeat,
  Role,
  RoundOutcome,
  RoundQuorum,
  RoundState,
  ScreeningOpinion,
  Seat,
  SeatKind,
  TakenPosition,
  UnitKind,
} from '@wufang/contracts';
import type { AggregateRow, DeadlineRow, EventRow, Tx } from '@wufang/service';
import type { CommunityLifeSchema } from './community-life.schema.js';
import type { CommitmentsDb } from './commitments.schema.js';
import type { InstalmentsDb } from './instalments.schema.js';
import type { EstateTermsDb } from './estate-terms.schema.js';
import type { FundBalancesDb } from './fund-balances.schema.js';
import type { EmergencyDb } from './emergency.schema.js';
import type { VotesDb } from './votes.schema.js';
import type { WorksDb } from './works.schema.js';
import type { PetitionsDb } from './petitions.schema.js';
import type { ResolutionsDb } from './resolutions.schema.js';
import type { PlansDb } from './plans.schema.js';

/** A five-party table (五方议事桌): one per estate. */
export interface TableRow extends AggregateRow {
  estateId: string;
  communityId: string;
  seats: Seat[];
  /** Units of its seats, for row-level security. */
  concernedUnitIds: string[];
  openedAt: Date;
}

/** An issue (议题) on a table. Its seats are those of the table until it is convened, and stay from then on. */
export interface IssueRow extends AggregateRow {
  tableId: string;
  estateId: string;
  communityId: string;
  state: IssueState;
  isOpen: boolean;
  title: string;
  problem: string;
  scope: IssueScope;
  origin: IssueOrigin;
  /** The order, courtyard talk, office day or petition it came from. */
  sourceId: string | null;
  proposedBy: SeatKind | null;
  orderIds: string[];
  households: number;
  matters: ClassedMatter[];
  decisionClasses: DecisionClass[];
  screening: ScreeningOpinion[];
  seats: IssueSeat[];
  concernedUnitIds: string[];
  payers: PayingSeat[];
  roundNo: number;
  roundId: string | null;
  /** How often the round that is due has found no quorum. */
  quorumFailures: number;
  planId: string | null;
  voteIds: string[];
  /** What waits for signatures, or else what is in force. */
  resolutionId: string | null;
  /** What all have signed and is in force (现行决议). */
  signedResolutionId: string | null;
  leadSeat: SeatKind | null;
  bodyDecisions: BodyDecision[];
  withdrawalAsked: { by: string; reason: string; at: string } | null;
  mergedInto: string | null;
  proposedAt: Date;
}

/** One round (会商轮次) of an issue. What has been said before the last word is in its events. */
export interface RoundRow extends AggregateRow {
  issueId: string;
  tableId: string;
  no: number;
  noticeNo: number;
  state: RoundState;
  agenda: string[];
  bodies: MeetingBody[];
  isEmergency: boolean;
  noticedAt: Date;
  startsAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  attendance: Attendance[];
  positions: TakenPosition[];
  outcome: RoundOutcome | null;
  absent: SeatKind[];
  /** Seats and payers as they were when it opened or failed; until then those of the issue count. */
  quorum: RoundQuorum;
  hadPlan: boolean;
  minuteItems: Partial<Record<MinuteItem, string>>;
  minutesDueAt: Date | null;
  minutesFinishedAt: Date | null;
  concernedUnitIds: string[];
}

export interface UnitRow {
  streetId: string;
  id: string;
  version: number;
  name: string;
  kind: UnitKind;
}
export interface EstateRow {
  streetId: string;
  id: string;
  version: number;
  name: string;
  communityId: string;
  firmId: string | null;
  rightsUnitId: string | null;
  ownersBody: 'OWNERS_COMMITTEE' | 'PROPERTY_MGMT_COMMITTEE' | null;
  /** Who keeps the maintenance fund by the register; null where it does not say, or in words that name none of them. */
  fundCustodian: FundCustodian | null;
}
export interface BuildingRow {
  streetId: string;
  id: string;
  version: number;
  estateId: string;
  name: string;
}

/** An order as dispatch tells of it; what has not been heard yet is null. */
export interface OrderRow {
  streetId: string;
  id: string;
  demandId: string | null;
  estateId: string | null;
  buildingId: string | null;
  category: Category | null;
  leadUnitId: string | null;
  receivedAt: Date | null;
  isOpen: boolean | null;
  /** The issue it was brought to. */
  issueId: string | null;
  /** The suggestion it was counted in; nothing is suggested twice of it. */
  clusterId: string | null;
}

/** A photo or scan that a party has laid on the table, sealed: it may show people and names. */
export interface IssueFileRow {
  streetId: string;
  issueId: string;
  id: string;
  type: string;
  sha256: Buffer;
  sealedKey: Buffer;
  sealed: Buffer;
  seat: SeatKind;
  addedBy: string;
  addedAt: Date;
  concernedUnitIds: string[];
}

/** Who may act for which unit, as the gateway tells; without names. */
export interface AccountMandateRow {
  streetId: string;
  mandateId: string;
  accountId: string;
  role: Role;
  unitId: string | null;
  until: string | null;
  limitFen: string | null;
}
export interface EndedMandateRow {
  streetId: string;
  mandateId: string;
}
export interface DisabledAccountRow {
  streetId: string;
  accountId: string;
}

export interface DeliberationDb
  extends
    CommitmentsDb,
    InstalmentsDb,
    WorksDb,
    FundBalancesDb,
    EstateTermsDb,
    EmergencyDb,
    ResolutionsDb,
    VotesDb,
    CommunityLifeSchema,
    PetitionsDb,
    PlansDb {
  tables: TableRow;
  issues: IssueRow;
  issueFiles: IssueFileRow;
  rounds: RoundRow;
  orders: OrderRow;
  units: UnitRow;
  estates: EstateRow;
  buildings: BuildingRow;
  accountMandates: AccountMandateRow;
  endedMandates: EndedMandateRow;
  disabledAccounts: DisabledAccountRow;
  deadlines: DeadlineRow;
  events: EventRow;
}

/** A command on this service's tables. */
export type DeliberationTx = Tx<DeliberationDb>;
