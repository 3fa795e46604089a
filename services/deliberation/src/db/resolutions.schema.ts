import type { ResolutionState, SeatSignature } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** One version of an issue's resolution (决议). */
export interface ResolutionRow extends AggregateRow {
  issueId: string;
  tableId: string;
  estateId: string;
  no: number;
  state: ResolutionState;
  /** Canonical JSON of a `ResolutionBody`. */
  bytes: string;
  /** SHA-256 of the bytes. */
  hash: string;
  /** Canonical JSON of the plan it is about, whose hash stands in the bytes. */
  planBytes: string | null;
  signatures: SeatSignature[];
  concernedUnitIds: string[];
  drawnAt: Date;
  signedAt: Date | null;
  voidReason: string | null;
}

export interface ResolutionsDb {
  resolutions: ResolutionRow;
}
