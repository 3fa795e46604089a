import { labels, type IssueState, type ObjectionState, type PlanState, type PublicityState, type SeatKind } from '@wufang/contracts';
import { DomainError, stepsOf, type Transitions } from '@wufang/kernel';

export type PlanAction = keyof typeof labels.planAction;
export type PublicityAction = keyof typeof labels.publicityAction;
export type ObjectionAction = keyof typeof labels.objectionAction;

/** A version of a plan: what is chosen is frozen; it leaves only for a later version, and lies there again when that one was not signed and the works go on by what was. */
export const planTransitions: Transitions<PlanState, PlanAction> = {
  DRAFT: { choose: 'CHOSEN', supersede: 'SUPERSEDED' },
  CHOSEN: { consent: 'CHOSEN', filePaper: 'CHOSEN', withdrawPaper: 'CHOSEN', supersede: 'SUPERSEDED' },
  SUPERSEDED: { restore: 'CHOSEN' },
};
export const planEntries = ['DRAFT'] as const satisfies readonly PlanState[];

/** A publicity: objections and an assembly leave it hanging; it ends by the clock, or is taken down because the plan changes. */
export const publicityTransitions: Transitions<PublicityState, PublicityAction> = {
  POSTED: { object: 'POSTED', settle: 'POSTED', assemble: 'POSTED', end: 'ENDED', amend: 'AMENDED' },
  ENDED: {},
  AMENDED: {},
};
export const publicityEntries = ['POSTED'] as const satisfies readonly PublicityState[];

export const objectionTransitions: Transitions<ObjectionState, ObjectionAction> = {
  OPEN: { answer: 'ANSWERED', uphold: 'UPHELD', withdraw: 'WITHDRAWN' },
  // What was answered may still turn out right, and be taken back.
  ANSWERED: { uphold: 'UPHELD', withdraw: 'WITHDRAWN' },
  UPHELD: {},
  WITHDRAWN: {},
};
export const objectionEntries = ['OPEN'] as const satisfies readonly ObjectionState[];

export const nextOfPlan = stepsOf(planTransitions, { refusal: 'plan.illegal-step', states: labels.planState, actions: labels.planAction });
export const nextOfPublicity = stepsOf(publicityTransitions, {
  refusal: 'publicity.illegal-step',
  states: labels.publicityState,
  actions: labels.publicityAction,
});
export const nextOfObjection = stepsOf(objectionTransitions, {
  refusal: 'objection.illegal-step',
  states: labels.objectionState,
  actions: labels.objectionAction,
});

/** While a plan may be drafted and chosen: until the round that discusses it opens, and anew when the works change. */
const planning: readonly IssueState[] = ['PLANNING', 'COST_DRAFT', 'CHANGE'];

/** Refuses to draft or choose outside of planning. Example: PUBLICITY -> issue.illegal-step; first take the plan back. */
export function refuseOutsidePlanning({ state }: { state: IssueState }): void {
  if (!planning.includes(state))
    throw new DomainError('issue.illegal-step', { status: labels.issueState[state], action: labels.issueStep.draftCost });
}

/** The seat that drafts the plan (牵头方): the one the round has named, or else the community, which chairs. */
export const leadOf = ({ leadSeat }: { leadSeat: SeatKind | null }): SeatKind => leadSeat ?? 'COMMUNITY';
