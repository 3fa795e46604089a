import { describe, expect, test } from '@jest/globals';
import { workOrderStates, type WorkOrderState } from '@wufang/contracts';
import { settle } from './callback-answer.js';

const unreached = { valid: false, solved: null, orderRework: false };
const solved = { valid: true, solved: true, orderRework: false };
const solvedButAgain = { valid: true, solved: true, orderRework: true };
const notSolved = { valid: true, solved: false, orderRework: false };

describe('what an answer does to its order', () => {
  test.each<[WorkOrderState, typeof solved | typeof unreached, string]>([
    ['COMPLETED', solved, 'solve CONFIRMED'],
    ['COMPLETED', solvedButAgain, 'rework'], // dissatisfied, and the desk gave a reason
    ['COMPLETED', notSolved, 'rework'],
    ['COMPLETED', unreached, 'giveUp UNREACHED'],
    // asked at the due time, the unit not yet done
    ['DISPATCHED', solved, 'solve CONFIRMED'],
    ['ACCEPTED', solved, 'solve CONFIRMED'],
    ['HANDLING', solved, 'solve CONFIRMED'],
    ['REWORK', solved, 'solve CONFIRMED'],
    ['HANDLING', solvedButAgain, 'none'], // it is being handled
    ['HANDLING', notSolved, 'none'],
    ['DISPATCHED', notSolved, 'none'],
    ['REWORK', notSolved, 'none'],
    ['HANDLING', unreached, 'none'],
    ['ACCEPTED', unreached, 'none'],
    // closed stays closed
    ['CLOSED_SOLVED', notSolved, 'none'],
    ['CLOSED_UNSOLVED', solved, 'none'],
    ['ARCHIVED', notSolved, 'none'],
  ])('%s, %j -> %s', (state, answer, wanted) => {
    expect(Object.values(settle(state, answer)).join(' ')).toBe(wanted);
  });

  test('in no state does an answer take an illegal step', () => {
    for (const state of workOrderStates)
      for (const answer of [unreached, solved, solvedButAgain, notSolved]) expect(() => settle(state, answer)).not.toThrow();
  });
});
