import { describe, expect, test } from '@jest/globals';
import { countClock, WorkCalendar } from '@wufang/kernel';
import { callbackStates, callbackTries, defaultTimeLimits, type CallbackState } from '@wufang/contracts';
import { afterAttempt, halfDayOf, mayOrderRework, nextCallbackState, startOfCallback, thanksFor, type CallbackAction } from './callback.js';

const ways: Record<string, CallbackState> = { 'OPEN attempt': 'OPEN', 'OPEN record': 'RECORDED', 'OPEN giveUp': 'UNREACHED' };
const actions: CallbackAction[] = ['attempt', 'record', 'giveUp'];

describe('a callback', () => {
  test.each(callbackStates.flatMap((state) => actions.map((action) => [state, action] as const)))(
    'in state %s: %s goes where the table says, or is refused',
    (state, action) => {
      const to = ways[`${state} ${action}`];
      if (to) expect(nextCallbackState(state, action)).toBe(to);
      else expect(() => nextCallbackState(state, action)).toThrow('callback.illegal-step');
    },
  );

  test.each([
    ['2026-11-20T11:59:59+08:00', '2026-11-20 AM'], // the last second of the morning
    ['2026-11-20T12:00:00+08:00', '2026-11-20 PM'], // noon belongs to the afternoon
    ['2026-11-20T00:00:00+08:00', '2026-11-20 AM'], // still the day before in UTC
  ])('at %s is in the half-day %s', (at, half) => {
    expect(halfDayOf(new Date(at))).toBe(half);
  });

  test.each([
    [[], '2026-11-20T09:00+08:00', 1, false], // first try
    [['2026-11-20 AM'], '2026-11-20T11:00+08:00', 1, false], // the same morning once more
    [['2026-11-20 AM'], '2026-11-20T15:00+08:00', 2, false], // second half-day
    [['2026-11-20 AM', '2026-11-20 PM'], '2026-11-20T16:00+08:00', 2, false], // third call, second half-day
    [['2026-11-20 AM', '2026-11-20 PM'], '2026-11-21T09:00+08:00', 3, true], // third half-day
  ])('tried in %j and at %s has %i half-days, given up: %s', (before, at, count, isGivenUp) => {
    const after = afterAttempt(before, new Date(at), callbackTries.value);
    expect(after.halfDays).toHaveLength(count);
    expect(after.isGivenUp).toBe(isGivenUp);
  });

  test.each([
    [true, 'DISSATISFIED', '漏点还在滴水', true],
    [true, 'DISSATISFIED', null, false], // no reason
    [true, 'BASICALLY_SATISFIED', '还可以更好', false],
    [false, 'DISSATISFIED', '没解决', false], // goes to rework by itself
  ] as const)('solved %s and %s with reason %s may order rework: %s', (solved, satisfaction, reason, may) => {
    expect(mayOrderRework({ solved, satisfaction, reason })).toBe(may);
  });

  test.each([
    [true, 'COMPLETED', '问题已解决'],
    [true, 'HANDLING', '问题已解决'], // asked at the due time, and the complainant says it is solved
    [false, 'COMPLETED', '转回承办单位重新办理'],
    [false, 'HANDLING', '继续办理'], // nothing to send back: the unit has not said done
    [false, null, '继续办理'],
  ] as const)('answered solved=%s while the order is %s: says what comes of it', (solved, order, words) => {
    expect(thanksFor(solved, order)).toContain(words);
  });
});

test.each([
  ['2026-12-10T24:00+08:00', '2026-12-11T24:00+08:00'], // a limit of days ends at 24:00 of its last day: one day more, not two
  ['2026-12-10T10:00+08:00', '2026-12-11T24:00+08:00'], // a limit of hours: the day of the event is not counted
  ['2026-12-11T00:01+08:00', '2026-12-12T24:00+08:00'],
])('the limit passed at %s: called back until %s', (limit, until) => {
  const instant = (text: string) => new Date(text.replace('T24:00', 'T23:59:59.999'));
  const at = limit.includes('T24:00') ? new Date(instant(limit).getTime() + 1) : instant(limit);
  const row = defaultTimeLimits.find(({ code }) => code === 'CALLBACK_DUE')!;
  expect(countClock(row, startOfCallback(at), new WorkCalendar([])).dueAt.getTime()).toBe(instant(until).getTime() + 1);
});
