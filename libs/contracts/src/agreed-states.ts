import type { IssueState } from './issues.js';

/**
 * States of an issue in which a plan is agreed on and not signed yet: no round is held any more, so that only who has taken a seat over (接手) still has to say yes.
 * A module of its own, since a page needs it and no schema.
 */
export const agreedStates: readonly IssueState[] = [
  'AGREED',
  'OWNER_VOTING',
  'VOTED_PASS',
  'VOTED_FAIL',
  'EMERGENCY_GO',
  'PUBLICITY',
  'OBJECTION',
  'SIGNING',
];
