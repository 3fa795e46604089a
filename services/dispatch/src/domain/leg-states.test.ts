import { describe, expect, test } from '@jest/globals';
import { labels, legStates } from '@wufang/contracts';
import { isLegOpen, legTransitions, nextLeg, type LegAction } from './leg-states.js';

/** Written from the regulation, article 14, not from the table. */
const allowed = new Map([
  ['OPEN accept', 'ACCEPTED'],
  ['OPEN return', 'RETURNED'], // the result counts, whether or not somebody signed first
  ['OPEN explain', 'EXPLAINED'],
  ['OPEN waive', 'WAIVED'],
  ['OPEN end', 'ENDED'],
  ['ACCEPTED return', 'RETURNED'],
  ['ACCEPTED explain', 'EXPLAINED'],
  ['ACCEPTED waive', 'WAIVED'],
  ['ACCEPTED end', 'ENDED'],
]);

describe('the states of a leg', () => {
  const actions = Object.keys(labels.legAction) as LegAction[];
  test.each(legStates.flatMap((state) => actions.map((action) => ({ state, action }))))('$state × $action', ({ state, action }) => {
    const to = allowed.get(`${state} ${action}`);
    if (to) expect(nextLeg(state, action)).toBe(to);
    else expect(() => nextLeg(state, action)).toThrow('leg.illegal-step');
  });

  test('what has come back, was waived or ended owes nothing', () => {
    expect(legStates.filter(isLegOpen)).toEqual(['OPEN', 'ACCEPTED']);
    expect(Object.keys(legTransitions)).toEqual([...legStates]);
  });
});
