import {
  estateTermTransitions,
  labels,
  type EstateTermKind,
  type EstateTermState,
  type RecordedTermStep,
  type TermStep,
  type TermStepKind,
} from '@wufang/contracts';
import { stepsOf } from '@wufang/kernel';

/** A committee of either kind; contracts and services are no bodies. */
export const bodyKinds = ['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE'] as const satisfies readonly EstateTermKind[];
export const isBody = (kind: EstateTermKind): kind is (typeof bodyKinds)[number] => (bodyKinds as readonly string[]).includes(kind);

const nextOfTerm = stepsOf(estateTermTransitions, {
  ...{ refusal: 'estate-term.illegal-step', states: labels.estateTermState, actions: labels.termStep },
});

/** What a term is, by the step that opens it. */
export function kindOfTerm(first: TermStep): EstateTermKind {
  switch (first.kind) {
    case 'ENTER':
      return first.body;
    case 'FORM':
      return 'PROPERTY_MGMT_COMMITTEE';
    case 'SIGN':
      return 'PROPERTY_CONTRACT';
    case 'START_SERVICE':
      return 'EMERGENCY_SERVICE';
    default:
      return 'OWNERS_COMMITTEE';
  }
}

const entryOf: Partial<Record<TermStepKind, EstateTermState>> = {
  ...{ APPLY: 'APPLIED', ELECT: 'ELECTED', FORM: 'FORMED', ENTER: 'FILED', SIGN: 'RUNNING', START_SERVICE: 'RUNNING' },
};

/** The state a step leads to; null of the state: it opens the term. An application that the check finds wanting is over. Throws estate-term.illegal-step. */
export function stateAfter(state: EstateTermState | null, step: TermStep): EstateTermState {
  if (state === null) return entryOf[step.kind]!;
  const next = nextOfTerm(state, step.kind);
  return step.kind === 'CHECK' && !step.isMet ? 'ENDED' : next;
}

/** What a term's steps say of it as it stands: who sits, from when and until when. */
export interface TermStanding {
  members: number | null;
  ownerReps: number | null;
  beganOn: string | null;
  endsOn: string | null;
}

/**
 * How a term stands after its steps. Of an owners' committee all are owners (L2-39), so that its members are its owners' representatives.
 * Example: elected of 7 on 2026-03-01 until 2031-02-28 -> 7 and 7, from that day to that day; an application -> nothing yet.
 */
export function standingOf(steps: readonly Pick<RecordedTermStep, 'step'>[]): TermStanding {
  let at: TermStanding = { members: null, ownerReps: null, beganOn: null, endsOn: null };
  for (const { step } of steps)
    switch (step.kind) {
      case 'ELECT':
        at = { members: step.members, ownerReps: step.members, beganOn: step.on, endsOn: step.until };
        break;
      case 'FORM':
        at = { members: step.members, ownerReps: step.ownerReps, beganOn: step.on, endsOn: step.until };
        break;
      case 'ENTER':
        at = { members: step.members, ownerReps: step.ownerReps, beganOn: step.beganOn, endsOn: step.until };
        break;
      case 'SIGN':
      case 'START_SERVICE':
        at = { ...at, beganOn: step.on, endsOn: step.until };
        break;
      case 'CHANGE':
        at = { ...at, members: step.members, ownerReps: step.ownerReps };
        break;
    }
  return at;
}

/** The last step of a kind. */
export function lastOf<K extends TermStepKind>(
  steps: readonly Pick<RecordedTermStep, 'step'>[],
  kind: K,
): Extract<TermStep, { kind: K }> | undefined {
  return steps.findLast(({ step }) => step.kind === kind)?.step as Extract<TermStep, { kind: K }> | undefined;
}
