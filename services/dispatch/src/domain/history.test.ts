import { describe, expect, test } from '@jest/globals';
import { stagesPassed } from '@wufang/kernel';
import { historyState } from './history.js';

describe('history', () => {
  test.each([
    [null, null, 'HANDLING', null],
    ['2026-11-12T10:00:00+08:00', { valid: true, solved: true }, 'CLOSED_SOLVED', 'IMPORTED'],
    ['2026-11-12T10:00:00+08:00', { valid: true, solved: false }, 'CLOSED_UNSOLVED', 'IMPORTED'],
    ['2026-11-12T10:00:00+08:00', { valid: false, solved: null }, 'CLOSED_SOLVED', 'UNREACHED'],
    ['2026-11-12T10:00:00+08:00', null, 'CLOSED_SOLVED', 'UNREACHED'],
  ])('done %s, answered %j -> %s, %s', (completedAt, callback, state, basis) => {
    expect(historyState(completedAt, callback)).toEqual({ state, basis });
  });

  test.each([
    ['2026-11-21T09:59:59Z', 0],
    ['2026-11-21T10:00:00Z', 1], // at its instant a stage has passed
    ['2026-11-21T10:30:00Z', 1],
    ['2026-11-21T12:00:00Z', 3],
  ])('at %s %i of three stages have passed', (now, passed) => {
    const stages = ['10:00', '11:00', '12:00'].map((time) => ({ at: new Date(`2026-11-21T${time}:00Z`) }));
    expect(stagesPassed(stages, new Date(now))).toBe(passed);
  });
});
