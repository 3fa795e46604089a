import { labels, type RoundState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type RoundStep = keyof typeof labels.roundStep;

/**
 * One meeting of the parties (会商轮次). Positions are taken while it is open and never after; minutes are written while it is open or closed.
 * A second notice is a round of its own with the same number.
 */
export const roundTransitions: Transitions<RoundState, RoundStep> = {
  NOTICED: { checkIn: 'NOTICED', open: 'OPEN', fail: 'NO_QUORUM', callOff: 'CALLED_OFF' },
  OPEN: { checkIn: 'OPEN', takePosition: 'OPEN', writeMinutes: 'OPEN', close: 'CLOSED', callOff: 'CALLED_OFF' },
  CLOSED: { writeMinutes: 'CLOSED', finishMinutes: 'CLOSED' },
  NO_QUORUM: {},
  CALLED_OFF: {},
};
export const roundEntries = ['NOTICED'] as const satisfies readonly RoundState[];

/** The state a step leads to. Example: CLOSED, takePosition -> round.illegal-step. */
export const nextOfRound = stepsOf(roundTransitions, {
  refusal: 'round.illegal-step',
  states: labels.roundState,
  actions: labels.roundStep,
});
