import type { EstateTermKind, EstateTermState, RecordedTermStep } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** A term of an estate's owners' body, of its property contract or of an emergency service (任期台账): every step with its day and paper. */
export interface EstateTermRow extends AggregateRow {
  tableId: string;
  estateId: string;
  communityId: string;
  kind: EstateTermKind;
  state: EstateTermState;
  /** Until it has ended and nothing is owed about it any more. */
  isOpen: boolean;
  steps: RecordedTermStep[];
  concernedUnitIds: string[];
}

/** A scan of a paper that a step names. It may be kept a moment before its term is registered, under the id that is going to be the term's. */
export interface EstateTermFileRow {
  streetId: string;
  termId: string;
  id: string;
  type: string;
  sealedKey: Buffer;
  sealed: Buffer;
  addedBy: string;
  addedAt: Date;
}

export interface EstateTermsDb {
  estateTerms: EstateTermRow;
  estateTermFiles: EstateTermFileRow;
}
