import type { ExposurePlace, ExposureState } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** An entry of the exposure board (曝光台). */
export interface ExposureRow extends AggregateRow {
  state: ExposureState;
  place: ExposurePlace;
  problem: string;
  photoIds: string[];
  unitId: string;
  communityId: string;
  proposedBy: string;
  proposedAt: Date;
  publishedAt: Date | null;
  fixedAt: Date | null;
  result: string | null;
  reason: string | null;
}

export interface ExposuresDb {
  exposures: ExposureRow;
}
