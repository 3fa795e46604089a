import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredCommitment } from '../app/keep-commitment.js';
import { commitments } from '../db/commitments.store.js';

/** The time in which a promise is to be kept (承诺时限). */
@Injectable()
export class CommitmentClocks {
  readonly effects: ClockEffect[] = [clockEffect(commitments, ['COMMITMENT_DUE'], recordFiredCommitment)];
}
