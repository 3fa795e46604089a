import {
  labels,
  type ClassedMatter,
  type DeadlineCode,
  type DecisionClass,
  type IssueOutcome,
  type IssueState,
  type IssueStep,
} from '@wufang/contracts';
import { DomainError, stepsOf, type Transitions } from '@wufang/kernel';
import { areOwnersAlone } from './issue-rule-pack.js';

/** Both ways out of every state in which nothing has been signed yet. */
const out = { withdraw: 'WITHDRAWN', merge: 'MERGED' } as const;

/**
 * States and steps of an issue (议题), domain rules 4.7. The table is the documentation: the diagram in the README is printed from it.
 *
 * - `convene` begins the notice of a first round; `failQuorum` begins the second notice, and what failed twice is escalated (提级). After that the
 *   street or the community may convene again, and the street has a clock for it.
 * - A round opens from the notice (the first) or from a costed plan (the second and third), see `maxRounds`. What needs no plan (`needsNoPlan`) goes from planning
 *   straight to the notice of its next round.
 * - `agree` ends a round in which every paying party agreed, or follows it once the last condition is met. `replan` takes the plan back while a round is left, `reject` and `escalate` end it.
 * - The owners' own matters without money are agreed on without a plan; their vote decides them, and then they are archived.
 * - A vote that has passed fails after all when the street annuls its decision; what was archived on it alone is open again.
 * - `goEmergency` (应急使用维修资金) skips the vote and nothing else.
 * - `amend` is a changed plan: new version, new consents; `change` is a change while the works run, which goes back to costing.
 * - What is signed cannot be withdrawn any more: from EXECUTING on there is no `withdraw` and no `merge`, and an issue that a change has brought back to the
 *   table is bound by what was signed (`endsNothing`): the parties sign something else, or the works go on by it (`resume`).
 */
export const issueTransitions: Transitions<IssueState, IssueStep> = {
  PROPOSED: { screen: 'SCREENED', refuse: 'REFUSED', ...out },
  SCREENED: { convene: 'CONVENED', ...out },
  CONVENED: { openRound: 'ROUND_OPEN', failQuorum: 'CONVENED', escalate: 'ESCALATED', ...out },
  ROUND_OPEN: { closeRound: 'ROUND_CLOSED', agree: 'AGREED', ...out },
  ROUND_CLOSED: {
    agree: 'AGREED',
    plan: 'PLANNING',
    replan: 'PLANNING',
    resume: 'EXECUTING',
    reject: 'REJECTED',
    escalate: 'ESCALATED',
    archive: 'ARCHIVED',
    ...out,
  },
  PLANNING: { draftCost: 'COST_DRAFT', convene: 'CONVENED', resume: 'EXECUTING', ...out },
  COST_DRAFT: {
    openRound: 'ROUND_OPEN',
    failQuorum: 'COST_DRAFT',
    escalate: 'ESCALATED',
    amend: 'PLANNING',
    resume: 'EXECUTING',
    ...out,
  },
  AGREED: {
    openVote: 'OWNER_VOTING',
    goEmergency: 'EMERGENCY_GO',
    publicise: 'PUBLICITY',
    openSigning: 'SIGNING',
    amend: 'PLANNING',
    ...out,
  },
  OWNER_VOTING: { passVote: 'VOTED_PASS', failVote: 'VOTED_FAIL', ...out },
  VOTED_PASS: {
    openVote: 'OWNER_VOTING',
    publicise: 'PUBLICITY',
    failVote: 'VOTED_FAIL',
    amend: 'PLANNING',
    archive: 'ARCHIVED',
    ...out,
  },
  VOTED_FAIL: {
    openVote: 'OWNER_VOTING',
    amend: 'PLANNING',
    resume: 'EXECUTING',
    reject: 'REJECTED',
    escalate: 'ESCALATED',
    ...out,
  },
  EMERGENCY_GO: { publicise: 'PUBLICITY', amend: 'PLANNING', ...out },
  PUBLICITY: { object: 'OBJECTION', openSigning: 'SIGNING', amend: 'PLANNING', ...out },
  OBJECTION: { object: 'OBJECTION', answer: 'PUBLICITY', amend: 'PLANNING', ...out },
  SIGNING: { execute: 'EXECUTING', amend: 'PLANNING', ...out },
  EXECUTING: { change: 'CHANGE', acceptWorks: 'ACCEPTANCE' },
  CHANGE: { draftCost: 'COST_DRAFT', resume: 'EXECUTING' },
  ACCEPTANCE: { failAcceptance: 'EXECUTING', settle: 'SETTLEMENT' },
  SETTLEMENT: { change: 'CHANGE', warrant: 'WARRANTY', archive: 'ARCHIVED' },
  WARRANTY: { archive: 'ARCHIVED' },
  ARCHIVED: { failVote: 'VOTED_FAIL' },
  REFUSED: {},
  REJECTED: {},
  ESCALATED: { convene: 'CONVENED', resume: 'EXECUTING', reject: 'REJECTED', ...out },
  WITHDRAWN: {},
  MERGED: {},
};
export const issueEntries = ['PROPOSED'] as const satisfies readonly IssueState[];

/** Rounds an issue may have before it has to end without agreement (P). */
export const maxRounds = { from: '2020-01-01', value: 3, unit: 'rounds', source: 'P (domain rules 4.7)' } as const;

const step = stepsOf(issueTransitions, { refusal: 'issue.illegal-step', states: labels.issueState, actions: labels.issueStep });

/** What the table alone cannot see. */
export interface IssueAt {
  state: IssueState;
  roundNo: number;
  decisionClasses: readonly DecisionClass[];
  matters: readonly Pick<ClassedMatter, 'matter'>[];
  /** The version of the plan on the table, if there is one. */
  planId: string | null;
  /** The resolution that all have signed and that is in force, if there is one. */
  signedResolutionId: string | null;
}

/** Steps that would end an issue with nothing: not once it is bound by what all have signed, for money may be paid and works accepted by then. */
const endsNothing: readonly IssueStep[] = ['withdraw', 'merge', 'reject'];

/**
 * The state a step leads to, or the refusal that names both. Beyond the table: a first round is followed by a plan, a later one by another plan while
 * a round is left, and not given up before: who cannot go on escalates it to the street; only an issue that just informs ends after its talk, and with a vote only what has no plan to be announced and signed; only promises each party makes for itself are signed without publicity.
 * What costs nobody anything is convened again without one.
 * Once a resolution is in force nothing ends without it, and only then can the works go on by it.
 * Examples: ROUND_CLOSED after round 1, `plan` -> PLANNING; after round 3, `replan` -> issue.rounds-used-up; COST_DRAFT after a change, `withdraw` ->
 * issue.bound, `resume` -> EXECUTING.
 */
export function nextOfIssue(issue: IssueAt, action: IssueStep): IssueState {
  const { state, roundNo, decisionClasses, signedResolutionId } = issue;
  const to = step(state, action);
  if (signedResolutionId !== null && endsNothing.includes(action))
    throw new DomainError('issue.bound', { action: labels.issueStep[action] });
  if (signedResolutionId === null && action === 'resume') refuse(state, action);
  if (state === 'ROUND_CLOSED' && (action === 'replan' || action === 'plan')) {
    if (roundNo >= maxRounds.value) throw new DomainError('issue.rounds-used-up', { rounds: maxRounds.value });
    if ((action === 'plan') !== (roundNo === 1)) refuse(state, action);
  }
  if (state === 'ROUND_CLOSED' && action === 'reject' && roundNo < maxRounds.value) refuse(state, action);
  if (state === 'PLANNING' && action === 'convene' && !needsNoPlan(issue)) refuse(state, action);
  if (state === 'ROUND_CLOSED' && action === 'archive' && !isOnly(decisionClasses, 'INFO')) refuse(state, action);
  if (state === 'VOTED_PASS' && action === 'archive' && !isDecidedByVote(issue)) refuse(state, action);
  if (state === 'ARCHIVED' && action === 'failVote' && !isDecidedByVote(issue)) refuse(state, action);
  if (state === 'AGREED' && action === 'openSigning' && !bindsOnlyItself(decisionClasses)) refuse(state, action);
  return to;
}

function refuse(state: IssueState, action: IssueStep): never {
  throw new DomainError('issue.illegal-step', { status: labels.issueState[state], action: labels.issueStep[action] });
}

/** Whether the owners' vote is all an issue needs: there is no plan to be announced and signed. */
export const isDecidedByVote = ({ matters, planId }: Pick<IssueAt, 'matters' | 'planId'>) => planId === null && areOwnersAlone(matters);

/**
 * Whether an issue is talked over without a plan of costs: none lies on the table, and each party promises for itself alone, or the matter is the owners' own and takes
 * nobody's money. Examples: OWN_DUTY -> yes; FIRM -> yes; SHARED_WORKS -> no; OWN_DUTY with a plan on the table -> no.
 */
export const needsNoPlan = ({ matters, planId, decisionClasses }: Pick<IssueAt, 'matters' | 'planId' | 'decisionClasses'>) =>
  planId === null && (bindsOnlyItself(decisionClasses) || areOwnersAlone(matters));

const isOnly = (classes: readonly DecisionClass[], only: DecisionClass) => classes.length > 0 && classes.every((one) => one === only);

/** Whether each party promises for itself alone, so that no plan is laid open and nobody else's money is touched. */
export function bindsOnlyItself(classes: readonly DecisionClass[]): boolean {
  return classes.length > 0 && classes.every((one) => one === 'COMMIT' || one === 'INFO');
}

const ended: readonly IssueState[] = ['ARCHIVED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'MERGED'];

/** Whether the five parties still have something to do about an issue in this state. Example: ESCALATED -> yes, the street has to decide. */
export function isIssueOpen(state: IssueState): boolean {
  return !ended.includes(state);
}

const notYetAgreed: readonly IssueState[] = [
  'PROPOSED',
  'SCREENED',
  'CONVENED',
  'ROUND_OPEN',
  'ROUND_CLOSED',
  'PLANNING',
  'COST_DRAFT',
  'ESCALATED',
];

/**
 * Whether another issue may be laid together with this one: what it brings is still talked over, and its orders hear of the end. What has been agreed was agreed
 * without that problem, and what has been signed tells nobody any more how it ends (`outcomeOf`).
 * Examples: ROUND_CLOSED -> yes; EXECUTING -> no; COST_DRAFT after a change of what is signed -> no.
 */
export function takesOthersIn({ state, signedResolutionId }: Pick<IssueAt, 'state' | 'signedResolutionId'>): boolean {
  return signedResolutionId === null && notYetAgreed.includes(state);
}

/** The clock that runs while an issue is in a state: it starts on the way in and stops on the way out. */
export const stateClocks: Readonly<Partial<Record<IssueState, DeadlineCode>>> = {
  PROPOSED: 'ISSUE_SCREEN',
  SCREENED: 'ISSUE_CONVENE',
  ROUND_OPEN: 'ROUND_HOLD',
  PLANNING: 'PLAN_PROGRESS',
  CHANGE: 'PLAN_PROGRESS',
  SIGNING: 'RESOLUTION_DRAW',
  ESCALATED: 'ISSUE_ESCALATED',
};

/**
 * What the orders an issue came from are told when it comes to a state, or nothing. They go on once everything is signed, or once it is clear that
 * nothing will be: once, so that a later resolution of the same issue tells them nothing new.
 * Example: EXECUTING -> SIGNED; ARCHIVED straight after a talk, or after the owners' vote -> TOLD; EXECUTING by a second resolution -> nothing.
 */
export function outcomeOf(from: IssueState, to: IssueState, wasSigned: boolean): IssueOutcome | null {
  if (wasSigned) return null;
  switch (to) {
    case 'EXECUTING':
      return from === 'SIGNING' ? 'SIGNED' : null;
    case 'ARCHIVED':
      return from === 'ROUND_CLOSED' || from === 'VOTED_PASS' ? 'TOLD' : null;
    case 'REFUSED':
    case 'REJECTED':
    case 'WITHDRAWN':
      return to;
    case 'ESCALATED':
      return to;
    default:
      return null;
  }
}
