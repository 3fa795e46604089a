import { Injectable } from '@nestjs/common';
import { clockEffect, RuleBook, type ClockEffect } from '@wufang/service';
import { recordFiredIssue } from '../app/record-fired-issue.js';
import { issues } from '../db/issues.store.js';
import { issueClockCodes } from '../domain/issue-clock-codes.js';

/** Clocks of an issue: of the state it is in, and of the round that is noticed or has ended. */
@Injectable()
export class IssueClocks {
  readonly effects: ClockEffect[];

  constructor(rules: RuleBook) {
    this.effects = [clockEffect(issues, issueClockCodes, (tx, issue, clock, fired) => recordFiredIssue(tx, issue, clock, fired, rules))];
  }
}
