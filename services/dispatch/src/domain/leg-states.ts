import { labels, type LegState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

export type LegAction = keyof typeof labels.legAction;

/**
 * States and steps of a co-unit's leg (协办). The co-unit may bring its result without taking the leg on first: what counts is that the lead has
 * it. A result and a reason with a stage report both end the leg (条例第十四条); so does the lead, who waives it, and the order, when it goes to
 * another lead or is closed.
 */
export const legTransitions: Readonly<Record<LegState, Readonly<Partial<Record<LegAction, LegState>>>>> = {
  OPEN: { accept: 'ACCEPTED', return: 'RETURNED', explain: 'EXPLAINED', waive: 'WAIVED', end: 'ENDED' },
  ACCEPTED: { return: 'RETURNED', explain: 'EXPLAINED', waive: 'WAIVED', end: 'ENDED' },
  RETURNED: {},
  EXPLAINED: {},
  WAIVED: {},
  ENDED: {},
};

/** A leg begins when the order is dispatched or the lead asks. */
export const legEntries = { opened: ['OPEN'] } as const satisfies Record<string, readonly LegState[]>;

/** The state a step leads to. Example: OPEN, waive -> WAIVED; RETURNED, return -> leg.illegal-step. */
export function nextLeg(state: LegState, action: LegAction): LegState {
  const to = legTransitions[state][action];
  if (!to) throw new DomainError('leg.illegal-step', { status: labels.legState[state], action: labels.legAction[action] });
  return to;
}

/** Whether the co-unit still owes the lead something. */
export function isLegOpen(state: LegState): boolean {
  return Object.keys(legTransitions[state]).length > 0;
}
