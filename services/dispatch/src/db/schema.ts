import type {
  AskedTransfer,
  Category,
  CloseBasis,
  Decision,
  DemandType,
  DirectoryRow,
  DraftView,
  EstateType,
  Escalation,
  Extension,
  GridCheck,
  HandUpStep,
  Level,
  OrderRequest,
  Pause,
  PlaceRef,
  Suspension,
  UnitKind,
  WorkOrderState,
} from '@wufang/contracts';
import type { AggregateRow, DeadlineRow, EventRow, Tx } from '@wufang/service';
import type { CampaignsDb } from './campaigns.schema.js';
import type { DemandPhotosDb } from './demand-photos.schema.js';
import type { ExperiencesDb } from './experiences.schema.js';
import type { ExposuresDb } from './exposures.schema.js';
import type { FollowedOrdersDb } from './followed-orders.schema.js';
import type { CareDb } from './order-care.schema.js';
import type { CareHomesDb } from './care-homes.schema.js';
import type { IncidentsDb } from './incidents.schema.js';
import type { LedgerDb } from './ledger.schema.js';
import type { LegsDb } from './legs.schema.js';
import type { WatchingDb } from './watching.schema.js';
import type { StreetListsDb } from './street-lists.schema.js';
import type { SupervisionDb } from './supervision.schema.js';
import type { TimelineEntry } from '../domain/directory-timeline.js';

/** Whose an order was, and would be again, if it were taken out of its incident. */
export interface BeforeIncident {
  leadUnitId: string;
  coUnitIds: string[];
  concernedUnitIds: string[];
  decision: Decision;
  attachedAt: string;
  byHand: boolean;
  /** When it was sent back for rework: from then on it is a job of its own again, and stays among the demands of its incident. */
  endedAt?: string;
}

export interface WorkOrderRow extends AggregateRow {
  demandId: string;
  no: string;
  state: WorkOrderState;
  isOpen: boolean;
  closeBasis: CloseBasis | null;
  demandType: DemandType;
  category: Category;
  level: Level;
  /** The level intake told, before the directory had its say: with category, type and place what the decision was made from. */
  givenLevel: Level;
  title: string;
  place: PlaceRef;
  leadUnitId: string;
  coUnitIds: string[];
  concernedUnitIds: string[];
  /** The unit a complaint is about: never the lead, nor who verifies. */
  aboutUnitId: string | null;
  /** What the grid worker's look at the place says of this round of work; null where none is owed. */
  gridCheck: GridCheck | null;
  /** The first level of the category, by which lists find it. */
  category1: string;
  /** Where the first dispatch, or the file it was imported from, sent it. */
  sentToUnitId: string;
  decision: Decision;
  receivedAt: Date;
  dispatchedAt: Date;
  dueAt: Date;
  /** When what the limit asks for was there before it passed (`meetsLimit`): the order is not late from then on. */
  limitMetAt: Date | null;
  /** When the unit that leads it now got it from another one (转办); it has its own time to object. */
  handedOverAt: Date | null;
  /** Units that led it until it was handed over to the next: they go on seeing it, and who answered first stays the complainant's contact. */
  formerLeadIds: string[];
  contactedAt: Date | null;
  /** When the unit that leads it now was on site, with a photo. */
  onSiteAt: Date | null;
  /** To how many units it has gone, one after the other, since a unit last took it (签收). */
  passedTo: number;
  completedAt: Date | null;
  closedAt: Date | null;
  reworks: number;
  isProblemOrder: boolean;
  /** Whether a section chief has to lead it in person (疑难). */
  isHard: boolean;
  isImported: boolean;
  /** The unit's due time before it was first moved by an extension or a pause. */
  firstDueAt: Date | null;
  openRequest: OrderRequest | null;
  /** The hand-over that waits for the unit it is meant for; the open request is TRANSFER then. */
  askedTransfer: AskedTransfer | null;
  extensions: Extension[];
  suspensions: Suspension[];
  pauses: Pause[];
  /** What it asked of the next higher level (提级请求), the open one last. */
  escalations: Escalation[];
  /** The incident (突发事件) it is part of: no work of its own, a callback of its own. */
  incidentId: string | null;
  beforeIncident: BeforeIncident | null;
  /** The order whose look again failed. */
  parentOrderId: string | null;
  /** The account of the section chief who has taken it up (科长领办). */
  sectionChief: string | null;
  /** How often it was urged (催办). */
  urges: number;
  /** When the supervisors (特约监督员) of its community were last asked to look at it, and what for. */
  supervisorsAskedAt: Date | null;
  supervisorsAskedFor: string | null;
  /** The unit that has claimed it from the board (揭榜). */
  claimedByUnitId: string | null;
  claimedAt: Date | null;
  /** The objection that is being decided. */
  openDisputeId: string | null;
  /** Legs of co-units that still owe something. */
  openLegIds: string[];
  /** Whistles blown for it that are not settled. */
  openWhistleIds: string[];
  /** 有事您找我: the first answerer, who stays the complainant's contact; on which rung the order is, and of which pilot. */
  contactUnitId: string | null;
  handUpStep: HandUpStep | null;
  handUpVersion: number | null;
  /** Whether who leads it stands on the pilot's ladder, and hands up instead of objecting. */
  isOnLadder: boolean;
}

/** What a clock that fires asks of its order. */
export type FiringOrder = Pick<WorkOrderRow, keyof AggregateRow | (typeof firingColumns)[number]>;
export const firingColumns = [
  'demandId',
  'no',
  'state',
  'level',
  'place',
  'leadUnitId',
  'limitMetAt',
  'askedTransfer',
  'escalations',
] as const;

/** What a unit wrote down for itself beside a step: evidence, notes, photos. Not for the citizen, not in events. */
export interface OrderNoteRow {
  streetId: string;
  orderId: string;
  /** Version of the event it stands beside. */
  version: number;
  note: string | null;
  photoIds: string[];
}

/** The directory of a street: which versions it has had, and from when each is in force. Their rows are in `DirectoryVersionRow`. */
export interface DirectoryHeadRow extends AggregateRow {
  directoryVersion: number;
  publishedAt: Date;
  timeline: TimelineEntry[];
}
export interface DirectoryVersionRow {
  streetId: string;
  directoryVersion: number;
  publishedAt: Date;
  inForceFrom: Date;
  publishedBy: string;
  reason: string;
  rows: DirectoryRow[];
  rowsCount: number;
  rowsHash: string;
  basedOn: number | null;
  rollsBackTo: number | null;
}
export interface DirectoryWithdrawalRow {
  streetId: string;
  directoryVersion: number;
  withdrawnAt: Date;
  withdrawnBy: string;
  reason: string;
}
export interface DirectoryDraftRow extends AggregateRow {
  title: string;
  state: DraftView['state'];
  basedOn: number;
  rows: DirectoryRow[];
  rowsCount: number;
  publishedAs: number | null;
  openedBy: string;
}

export interface UnitRow {
  streetId: string;
  id: string;
  version: number;
  name: string;
  kind: UnitKind;
  parentName: string | null;
}
export interface EstateRow {
  streetId: string;
  id: string;
  version: number;
  /** Not known of an estate that was registered before names were kept. */
  name: string | null;
  communityId: string;
  type: EstateType;
  firmId: string | null;
  rightsUnitId: string | null;
  builtYear: number | null;
}

/** A point of the register (点位), which demands and directory rows name by its name. */
export interface PointRow {
  streetId: string;
  code: string;
  name: string;
}

export interface DispatchDb
  extends
    SupervisionDb,
    IncidentsDb,
    CareHomesDb,
    LedgerDb,
    LegsDb,
    WatchingDb,
    CareDb,
    CampaignsDb,
    ExperiencesDb,
    ExposuresDb,
    StreetListsDb,
    DemandPhotosDb,
    FollowedOrdersDb {
  workOrders: WorkOrderRow;
  orderNotes: OrderNoteRow;
  directories: DirectoryHeadRow;
  directoryVersions: DirectoryVersionRow;
  directoryWithdrawals: DirectoryWithdrawalRow;
  directoryDrafts: DirectoryDraftRow;
  units: UnitRow;
  estates: EstateRow;
  points: PointRow;
  deadlines: DeadlineRow;
  events: EventRow;
}

/** A command on this service's tables. */
export type DispatchTx = Tx<DispatchDb>;
