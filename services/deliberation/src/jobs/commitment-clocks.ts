import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredWorks } from '../app/accept-works.js';
import { recordFiredLook } from '../app/look-again.js';
import { recordFiredCommitment } from '../app/keep-commitment.js';
import { recordFiredInstalment } from '../app/receive-payment.js';
import { recordFiredRetention } from '../app/settle-works.js';
import { commitments } from '../db/commitments.store.js';
import { instalments } from '../db/instalments.store.js';
import { works } from '../db/works.store.js';
import { lookCodes } from '../domain/works-looks.js';

/** The times in which promises are to be kept (承诺时限) payments to be made (付款期限), what failed to be mended (整改), what was accepted to be settled (结算) and looked at again (回看), and the warranty (质保期). */
@Injectable()
export class CommitmentClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [
      clockEffect(commitments, ['COMMITMENT_DUE'], recordFiredCommitment),
      clockEffect(instalments, ['INSTALMENT_DUE'], recordFiredInstalment),
      clockEffect(works, ['RECTIFY', 'SETTLE', 'SETTLEMENT_POST'], recordFiredWorks),
      clockEffect(works, lookCodes, recordFiredLook),
      clockEffect(works, ['RETENTION'], (tx, row, clock, fired) => recordFiredRetention(tx, row, clock, fired, rules)),
    ];
  }
}
