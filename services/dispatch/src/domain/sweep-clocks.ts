import type { ClockStep } from './clock-steps.js';

/** The one clock of a check in a sweep: from being asked until its result is in. */
export function sweepSteps(told: { fact: 'asked'; at: Date } | { fact: 'recorded' }): ClockStep[] {
  return told.fact === 'asked' ? [{ start: 'SWEEP_CHECK', at: told.at }] : [{ stop: ['SWEEP_CHECK'] }];
}
