import type {
  CallbackCause,
  CallbackState,
  CategoryLeaf,
  CategoryRename,
  Channel,
  ClassifierFigures,
  DemandState,
  DemandType,
  ErasureState,
  EstateType,
  FollowedStage,
  Level,
  LevelBasis,
  LevelCheck,
  MappingProfile,
  Satisfaction,
  ScreeningOutcome,
  UnitKind,
  WorkOrderState,
} from '@wufang/contracts';
import type { AggregateRow, Tx } from '@wufang/service';

/** A demand (诉求). It changes only by its own facts; what became of its order is in `demand_orders`. */
export interface DemandRow extends AggregateRow {
  no: string;
  state: DemandState;
  channel: Channel;
  demandType: DemandType | null;
  category1: string | null;
  category2: string | null;
  category3: string | null;
  /** Who sets the category: a person of the street (or the city, in an import), the resident, or the text alone. */
  categoryBy: 'PERSON' | 'RESIDENT' | 'TEXT' | null;
  level: Level;
  /** How it came to level E; null for what never was. */
  levelBasis: LevelBasis | null;
  levelCheck: LevelCheck | null;
  dangerWords: string[];
  title: string;
  communityId: string | null;
  estateId: string | null;
  buildingId: string | null;
  point: string | null;
  receivedAt: Date;
  happenedAt: Date | null;
  screening: ScreeningOutcome | null;
  screeningMessage: string | null;
  screenedAt: Date | null;
  orderId: string | null;
  linkedTo: string | null;
  /** The demand about the same matter that was closed before new facts came. */
  earlierDemandId: string | null;
  /** The unit a complaint is about; it neither leads nor calls back. */
  aboutUnitId: string | null;
  photos: number;
  /** What became of the complainant's personal data; null while it is kept. */
  erasure: ErasureState | null;
  /** Blind index of the caller's phone, to find the same caller again. */
  callerIndex: Buffer | null;
  /** Blind index of number and last four digits, to let the caller in. */
  tailIndex: Buffer | null;
  /** Blind index of the code by which the complainant answers a callback alone; null where none was chosen. */
  answerIndex: Buffer | null;
  /** Blind index of what was handed in, so that one id cannot carry two bodies. */
  bodyIndex: Buffer | null;
}

/** What dispatch told of the order of a demand. */
export interface DemandOrderRow {
  streetId: string;
  demandId: string;
  orderId: string | null;
  state: WorkOrderState | null;
  leadUnitId: string | null;
  /** 有事您找我: the first answerer, who stays the complainant's contact. */
  contactUnitId: string | null;
  coUnitIds: string[];
  dueAt: Date | null;
  completedAt: Date | null;
  /** When what the unit's limit asks for was there before it passed: the order is not late from then on. */
  limitMetAt: Date | null;
  /** When the complainant was invited to follow the handling. */
  invitedAt: Date | null;
  isOpen: boolean;
  /** The unit a complaint is about, as dispatch knows it: it may have come out, or been taken back, after the dispatch. */
  aboutUnitId: string | null;
  /** Whose grid worker looks at the place once the unit has said done (网格核实): it sees the demand and its photos, and adds its own. */
  checkerUnitId: string | null;
}

/** Which demands may concern a unit; whether one still does, `demand_orders` says. */
export interface OrderUnitRow {
  streetId: string;
  unitId: string;
  demandId: string;
}

/** Accounts that worked on an order; none of them calls back on it. */
export interface OrderHandlerRow {
  streetId: string;
  orderId: string;
  accountId: string;
}

/** The vault: name, phone, room and the free text of one demand, sealed in one record. */
export interface ComplainantRow {
  streetId: string;
  demandId: string;
  sealedKey: Buffer;
  sealed: Buffer;
}

export interface CallbackRow extends AggregateRow {
  demandId: string;
  orderId: string;
  state: CallbackState;
  cause: CallbackCause;
  openedAt: Date;
  dueAt: Date | null;
  attempts: number;
  halfDays: string[];
  contacted: boolean | null;
  solved: boolean | null;
  satisfaction: Satisfaction | null;
  recordedAt: Date | null;
  /** What the complainant said beside the answers. */
  sealedKey: Buffer | null;
  sealed: Buffer | null;
}

export interface CallbackAttemptRow {
  streetId: string;
  id: string;
  callbackId: string;
  at: Date;
  accountId: string;
  sealedKey: Buffer | null;
  sealed: Buffer | null;
}

export interface AttachmentRow {
  streetId: string;
  id: string;
  demandId: string;
  data: Buffer;
  bytes: number;
  width: number;
  height: number;
  /** Of the file as it came, so that the same photo sent twice is one. */
  sha256: Buffer;
  addedAt: Date;
}

/** What the complainant may read of the order's course. */
export interface TimelineRow {
  streetId: string;
  demandId: string;
  id: string;
  at: Date;
  text: string;
  /** A step of the handling that the complainant follows (跟办). */
  stage: FollowedStage | null;
}

export interface ImportRow {
  streetId: string;
  id: string;
  fileName: string;
  profile: string;
  rows: number;
  accepted: number;
  known: number;
  parked: number;
  accountId: string;
  at: Date;
}

/** A row of an export that waits for a person. The id is made of its content, so that it waits once. */
export interface ParkedRowRow {
  streetId: string;
  id: string;
  importId: string;
  profile: string;
  sheetRow: number;
  reasons: string[];
  state: 'PARKED' | 'DONE';
  sealedKey: Buffer;
  sealed: Buffer;
  parkedAt: Date;
}

export interface MappingProfileRow {
  streetId: string;
  id: string;
  profile: MappingProfile;
}

/** A category a person gave at screening. The words it was given for stay in the vault. */
export interface LabelledDemandRow {
  streetId: string;
  demandId: string;
  category1: string;
  category2: string;
  category3: string;
  demandType: DemandType;
  level: Level;
  /** What the text alone had suggested then. */
  suggested: string[] | null;
  isCorrected: boolean;
  modelNo: number | null;
  accountId: string;
  labelledAt: Date;
}

/** The classifier of a street: which of its models is in use. */
export interface ClassifierRow extends AggregateRow {
  activeNo: number | null;
  latestNo: number;
}

export interface ClassifierModelRow {
  streetId: string;
  modelNo: number;
  trainedAt: Date;
  threshold: number;
  temperature: number;
  vocabulary: number;
  figures: ClassifierFigures;
  sealedKey: Buffer;
  sealed: Buffer;
}

/** The series of trees of a street; the trees lie in their versions, which never change. */
export interface CategoryTreeRow extends AggregateRow {
  latestVersion: number;
}

export interface CategoryTreeVersionRow {
  streetId: string;
  treeVersion: number;
  beginsAt: Date;
  source: string;
  leaves: CategoryLeaf[];
  renames: CategoryRename[];
  publishedAt: Date;
  publishedBy: string;
}

/** What a version of the dispatch directory decides by; null for one told before directories told it. */
export interface DirectoryCategoriesRow {
  streetId: string;
  directoryVersion: number;
  beginsAt: Date;
  categories: string[][] | null;
}

export interface UnitRow {
  streetId: string;
  id: string;
  name: string;
  kind: UnitKind;
}

export interface EstateRow {
  streetId: string;
  id: string;
  name: string;
  communityId: string;
  type: EstateType;
  firmId: string | null;
  rightsUnitId: string | null;
}

export interface BuildingRow {
  streetId: string;
  id: string;
  estateId: string;
  name: string;
}

export interface PlaceRow {
  streetId: string;
  code: string;
  name: string;
  communityId: string | null;
  estateId: string | null;
  buildingId: string | null;
}

/** A demand whose photos are to be told of once more. */
export interface PhotosToListRow {
  streetId: string;
  demandId: string;
}

export interface IntakeDb {
  demands: DemandRow;
  demandOrders: DemandOrderRow;
  orderUnits: OrderUnitRow;
  orderHandlers: OrderHandlerRow;
  complainants: ComplainantRow;
  callbacks: CallbackRow;
  callbackAttempts: CallbackAttemptRow;
  attachments: AttachmentRow;
  photosToList: PhotosToListRow;
  timeline: TimelineRow;
  imports: ImportRow;
  parkedRows: ParkedRowRow;
  mappingProfiles: MappingProfileRow;
  labelledDemands: LabelledDemandRow;
  classifiers: ClassifierRow;
  classifierModels: ClassifierModelRow;
  categoryTrees: CategoryTreeRow;
  categoryTreeVersions: CategoryTreeVersionRow;
  directoryCategories: DirectoryCategoriesRow;
  units: UnitRow;
  estates: EstateRow;
  buildings: BuildingRow;
  places: PlaceRow;
}

/** One command inside a transaction of this service. */
export type IntakeTx = Tx<IntakeDb>;
