import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredIssue } from '../app/record-fired-issue.js';
import { issues } from '../db/issues.store.js';
import { noticeCodes } from '../domain/notice.js';

/** Clocks of an issue: of the state it is in, and of the round that is noticed or has ended. */
@Injectable()
export class IssueClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    const codes = [
      'ISSUE_SCREEN',
      'ISSUE_CONVENE',
      'ISSUE_ESCALATED',
      'PLAN_PROGRESS',
      'RESOLUTION_DRAW',
      ...noticeCodes,
      'QUORUM_WAIT',
      'ROUND_START',
      'ROUND_HOLD',
      'BODY_POST',
      'MINUTES',
    ] as const;
    this.effects = [clockEffect(issues, codes, (tx, issue, clock, fired) => recordFiredIssue(tx, issue, clock, fired, rules))];
  }
}
