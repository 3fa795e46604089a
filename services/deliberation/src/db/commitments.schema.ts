import type { CommitmentState, SeatKind } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** One promise of one party in a signed resolution. */
export interface CommitmentRow extends AggregateRow {
  issueId: string;
  resolutionId: string;
  tableId: string;
  estateId: string;
  no: number;
  title: string;
  seat: SeatKind;
  unitId: string;
  text: string;
  evidence: string;
  state: CommitmentState;
  dueAt: Date;
  lateAt: Date | null;
  taskId: string | null;
  endedAt: Date | null;
  concernedUnitIds: string[];
}

export interface CommitmentsDb {
  commitments: CommitmentRow;
}
