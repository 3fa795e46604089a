import type {
  CouncilRound,
  CouncilState,
  MatterState,
  PlaceRef,
  ProjectApproval,
  ProjectOrigin,
  ProjectState,
  ProjectSupport,
  ProjectTask,
  ProjectTaskDone,
  ProjectType,
  ProjectZone,
  QuestionState,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** What comes to the table, or does not need it: the project pool, the residents' council, courtyards and office days. */
/** A task of a project as it is kept; one that is not done, or was kept before tasks were ticked off one by one, has nothing beside. */
export interface KeptTask extends ProjectTask {
  done?: ProjectTaskDone;
}

export interface ProjectRow extends AggregateRow {
  state: ProjectState;
  title: string;
  problem: string;
  type: ProjectType;
  zone: ProjectZone | null;
  origin: ProjectOrigin;
  originIds: string[];
  place: PlaceRef;
  communityId: string;
  /** The community and the units of its tasks. */
  concernedUnitIds: string[];
  month: string | null;
  tasks: KeptTask[];
  budgetFen: bigint | null;
  support: ProjectSupport;
  approval: ProjectApproval | null;
  reason: string | null;
  beforePhotoIds: string[];
  afterPhotoIds: string[];
  result: string | null;
  acceptedBy: string[];
  proposedAt: Date;
}

/** A year's programme of micro projects (微民生项目库). */
export interface ProjectProgramRow extends AggregateRow {
  year: number;
  quota: number;
  taken: number;
  /** The last number given. Numbers of places that were given back are not given again. */
  lastNo: number;
}

/** One community's project of active governance for one month. */
export interface MonthlySlotRow extends AggregateRow {
  communityId: string;
  month: string;
  projectId: string | null;
  dueAt: Date;
  isMissed: boolean;
}

export interface CouncilSessionRow extends AggregateRow {
  state: CouncilState;
  communityId: string;
  estateId: string | null;
  issueId: string | null;
  concernedUnitIds: string[];
  topic: string;
  plan: string | null;
  rounds: CouncilRound[];
  result: string | null;
  openedAt: Date;
}

export interface CourtyardRow extends AggregateRow {
  name: string;
  communityId: string;
  estateId: string | null;
  buildingId: string | null;
  stairwell: string | null;
  branch: string;
}

export interface CourtyardMatterRow extends AggregateRow {
  courtyardId: string;
  communityId: string;
  concernedUnitIds: string[];
  state: MatterState;
  title: string;
  text: string;
  raisedAt: Date;
  /** Accounts that support it, each once; shown as a number only. */
  supporterIds: string[];
  convenedAt: Date | null;
  invitedUnitIds: string[];
  answers: { unitId: string; text: string; at: string }[];
  result: string | null;
  issueId: string | null;
}

export interface OfficeQuestionRow extends AggregateRow {
  officeDayOn: string;
  communityId: string;
  unitId: string;
  concernedUnitIds: string[];
  state: QuestionState;
  title: string;
  question: string;
  askedAt: Date;
  dueAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  outcome: 'ANSWER_ENOUGH' | 'PROJECT' | 'ISSUE' | null;
  projectId: string | null;
  issueId: string | null;
}

/** A photo from before or after a project's works, sealed: it may show people. */
export interface ProjectPhotoRow {
  streetId: string;
  projectId: string;
  id: string;
  type: string;
  sealedKey: Buffer;
  sealed: Buffer;
  addedBy: string;
  addedAt: Date;
}

export interface CommunityLifeSchema {
  projects: ProjectRow;
  projectPhotos: ProjectPhotoRow;
  projectPrograms: ProjectProgramRow;
  monthlySlots: MonthlySlotRow;
  councilSessions: CouncilSessionRow;
  courtyards: CourtyardRow;
  courtyardMatters: CourtyardMatterRow;
  officeQuestions: OfficeQuestionRow;
}
