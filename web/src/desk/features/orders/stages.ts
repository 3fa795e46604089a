import type { Output } from '@wufang/api-client';

type State = Output<'dispatch.work-order.get'>['state'];

/** Which of the five stages a state belongs to: 0 intake, 1 dispatch, 2 handling, 3 callback, 4 closed; `isStuck` where it waits for a decision. */
export function stageOf(state: State): { stage: number; isStuck: boolean } {
  return { stage: stages[state], isStuck: state === 'DISPUTED' || state === 'SUSPENDED' };
}

const stages: Record<State, number> = {
  DISPATCHED: 1,
  DISPUTED: 1,
  ACCEPTED: 2,
  HANDLING: 2,
  JOINT: 2,
  DELIBERATING: 2,
  SUSPENDED: 2,
  REWORK: 2,
  COMPLETED: 3,
  CLOSED_SOLVED: 4,
  CLOSED_UNSOLVED: 4,
  CLOSED_EXCLUDED: 4,
  WATCHING: 4,
  ARCHIVED: 4,
};
