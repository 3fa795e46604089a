import { Injectable } from '@nestjs/common';
import { clockEffect, type ClockEffect } from '@wufang/service';
import { recordFiredIssue } from '../app/record-fired-issue.js';
import { issues } from '../db/issues.store.js';

/** Clocks that run while an issue is in a state. */
@Injectable()
export class IssueClocks {
  readonly effects: ClockEffect[] = [clockEffect(issues, ['ISSUE_SCREEN', 'PLAN_PROGRESS'], recordFiredIssue)];
}
