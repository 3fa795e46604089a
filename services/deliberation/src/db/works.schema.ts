import type {
  DiaryKind,
  QualityTeam,
  SeatKind,
  WorksChange,
  WorksCheck,
  WorksLook,
  WorksSettlement,
  WorksStage,
  WorksState,
} from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** The works of a signed issue (施工), one for all versions of its resolution. */
export interface WorksRow extends AggregateRow {
  issueId: string;
  /** The resolution they are carried out by. */
  resolutionId: string;
  tableId: string;
  estateId: string;
  title: string;
  state: WorksState;
  stages: WorksStage[];
  changes: WorksChange[];
  team: QualityTeam | null;
  /** Of the acceptance that is on, or was last. */
  checks: WorksCheck[];
  acceptanceNo: number;
  failedItems: number[];
  rectifyDueAt: Date | null;
  acceptedAt: Date | null;
  settlement: WorksSettlement | null;
  settlementPosting: { where: string; postedAt: string } | null;
  retentionEndsAt: Date | null;
  releasedAt: Date | null;
  looks: WorksLook[];
  concernedUnitIds: string[];
}

/** One entry of the works diary (施工日志); only added. */
export interface WorksEntryRow {
  streetId: string;
  id: string;
  worksId: string;
  kind: DiaryKind;
  stageNo: number | null;
  text: string;
  photoIds: string[];
  seat: SeatKind | null;
  at: Date;
  concernedUnitIds: string[];
}

export interface WorksDb {
  works: WorksRow;
  worksEntries: WorksEntryRow;
}
