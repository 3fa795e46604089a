import { describe, expect, test } from '@jest/globals';
import { labels, summonsStates, whistleStates } from '@wufang/contracts';
import {
  nextOfSummons,
  nextOfWhistle,
  owesResult,
  summonsTransitions,
  whistleTransitions,
  type SummonsAction,
  type WhistleAction,
} from './whistle-states.js';

describe('states of a whistle and of a summons', () => {
  test('every state and step: the table’s way, or a refusal that names both', () => {
    for (const state of whistleStates)
      for (const action of Object.keys(labels.whistleAction) as WhistleAction[]) {
        const to = whistleTransitions[state][action];
        if (to) expect(nextOfWhistle(state, action)).toBe(to);
        else expect(() => nextOfWhistle(state, action)).toThrow('whistle.illegal-step');
      }
    for (const state of summonsStates)
      for (const action of Object.keys(labels.summonsAction) as SummonsAction[]) {
        const to = summonsTransitions[state][action];
        if (to) expect(nextOfSummons(state, action)).toBe(to);
        else expect(() => nextOfSummons(state, action)).toThrow('summons.illegal-step');
      }
  });

  test('a claim that a whistle is improper changes no state', () => {
    for (const state of summonsStates) expect([state, undefined]).toContain(summonsTransitions[state].claim);
  });

  test('a result is owed until it is given, excused or lapsed', () => {
    expect(summonsStates.filter(owesResult)).toEqual(['SUMMONED', 'EXPLAINED', 'REPORTED_IN', 'ON_SITE']);
  });
});
