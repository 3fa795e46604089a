import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredCommitment } from '../app/keep-commitment.js';
import { recordFiredInstalment } from '../app/receive-payment.js';
import { commitments } from '../db/commitments.store.js';
import { instalments } from '../db/instalments.store.js';

/** The times in which promises are to be kept (承诺时限) and payments to be made (付款期限). */
@Injectable()
export class CommitmentClocks {
  readonly effects: ClockEffect[] = [
    clockEffect(commitments, ['COMMITMENT_DUE'], recordFiredCommitment),
    clockEffect(instalments, ['INSTALMENT_DUE'], recordFiredInstalment),
  ];
}
