import type {
  AgendaItem,
  LeaderListContents,
  LeaderListKind,
  Level,
  MeetingScope,
  MeetingState,
  PlaceRef,
  Propriety,
  SiteMeeting,
  SummonsState,
  SupervisionState,
  SupervisionTrigger,
  TaskSource,
  TaskState,
  WhistleState,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

export interface WhistleRow extends AggregateRow {
  state: WhistleState;
  orderId: string | null;
  place: PlaceRef;
  level: Level;
  reason: string;
  /** Who is measured for it: the community that asked, else the unit or centre of who sounded it. */
  whistlingUnitId: string;
  summonedUnitIds: string[];
  concernedUnitIds: string[];
  summonsIds: string[];
  taskIds: string[];
  meeting: SiteMeeting | null;
  minutes: string | null;
  result: string | null;
  askedAt: Date | null;
  /** Until when the street says whether it blows what is asked for. */
  answerDueAt: Date | null;
  soundedAt: Date | null;
  settledAt: Date | null;
}

/** What one unit owes a whistle. */
export interface SummonsRow extends AggregateRow {
  whistleId: string;
  unitId: string;
  whistlingUnitId: string;
  /** The account that blew the whistle, who hears how the units answer. */
  soundedBy: string | null;
  state: SummonsState;
  level: Level;
  summonedAt: Date;
  respondDueAt: Date;
  /** Null of one from before a result had a time. */
  resultDueAt: Date | null;
  answeredAt: Date | null;
  answer: string | null;
  checkedInAt: Date | null;
  checkInPoint: string | null;
  checkInPhotoId: string | null;
  /** The photo was kept with the whistle; those of earlier times lie with the demand. */
  isPhotoWithWhistle: boolean;
  result: string | null;
  resultAt: Date | null;
  /** When its order was closed while it still owed something. */
  endedAt: Date | null;
  propriety: Propriety;
  improperReason: string | null;
  reportedToDistrictAt: Date | null;
}

export interface AssignedTaskRow extends AggregateRow {
  source: TaskSource;
  sourceId: string;
  orderId: string | null;
  unitId: string;
  text: string;
  state: TaskState;
  entrustedAt: Date;
  dueAt: Date;
  evidence: string | null;
  photoIds: string[];
  endedAt: Date | null;
  /** The account that decided it; null of what the system or a resolution entrusts, and of earlier tasks. */
  entrustedBy: string | null;
}

export interface SupervisionRow extends AggregateRow {
  orderId: string;
  no: string;
  leadUnitId: string;
  state: SupervisionState;
  trigger: SupervisionTrigger;
  demand: string;
  issuedBy: string;
  issuedAt: Date;
  dueAt: Date;
  reply: string | null;
  repliedAt: Date | null;
  endedAt: Date | null;
}

export interface SchedulingMeetingRow extends AggregateRow {
  state: MeetingState;
  drawnAt: Date;
  agenda: AgendaItem[];
  scope: MeetingScope | null;
  isCut: boolean;
  /** Orders of the scope without a measure as it was drawn; null of meetings from before they were counted. */
  unplanned: number | null;
  followedTaskIds: string[];
  taskIds: string[];
  adjournedAt: Date | null;
}

/** The window whose list comes next; its clock fires when that window has ended. */
export interface LeaderListScheduleRow extends AggregateRow {
  kind: LeaderListKind;
  nextFrom: Date;
  nextTo: Date;
}

export interface LeaderListRow extends AggregateRow {
  kind: LeaderListKind;
  windowFrom: Date;
  windowTo: Date;
  madeAt: Date;
  contents: LeaderListContents;
}

export interface SupervisorCommentRow {
  streetId: string;
  id: string;
  orderId: string;
  by: string;
  text: string;
  photoIds: string[];
  at: Date;
}

/** A photo that is no unit's work on the order: of who was summoned (the summons is its subject), or of a citizen supervisor (the order is). */
export interface KeptPhotoRow {
  streetId: string;
  subjectId: string;
  id: string;
  /** The summoned unit; null of a supervisor. */
  unitId: string | null;
  addedBy: string;
  width: number;
  height: number;
  bytes: number;
  data: Buffer;
  /** Of the file as it came. */
  sha256: Buffer;
  addedAt: Date;
}

export interface SupervisionDb {
  keptPhotos: KeptPhotoRow;
  whistles: WhistleRow;
  summonses: SummonsRow;
  assignedTasks: AssignedTaskRow;
  supervisions: SupervisionRow;
  schedulingMeetings: SchedulingMeetingRow;
  leaderListSchedules: LeaderListScheduleRow;
  leaderLists: LeaderListRow;
  supervisorComments: SupervisorCommentRow;
}
