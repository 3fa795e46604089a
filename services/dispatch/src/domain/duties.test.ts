import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, type DemandType, type Level } from '@wufang/contracts';
import { dutiesAtAccept, dutiesAtAssign, dutiesAtDispatch, handlingLimit } from './duties.js';

describe('which clocks an order has', () => {
  test.each<[Level, DemandType, string, string[], string[]]>([
    ['E', 'HELP', 'HANDLING_E', ['EMERG_FEEDBACK', 'PROGRESS', 'ACCEPT_EU'], ['FIRST_CONTACT_E']],
    ['U', 'HELP', 'UTIL_DONE', ['UTIL_ONSITE', 'PROGRESS', 'ACCEPT_EU'], ['FIRST_CONTACT_U']],
    ['N', 'COMPLAINT', 'NORMAL', ['PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
    ['N', 'INQUIRY', 'NORMAL', ['POLICY_ANSWER', 'PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
    ['C', 'SUGGESTION', 'COMPLEX', ['PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
  ])('level %s, %s: %s, at dispatch %j, at acceptance %j', (level, demandType, handling, atDispatch, atAccept) => {
    const kind = { level, demandType };
    expect(handlingLimit(defaultTimeLimits, level)).toBe(handling);
    expect(dutiesAtDispatch(defaultTimeLimits, kind)).toEqual(atDispatch);
    expect(dutiesAtAccept(defaultTimeLimits, kind)).toEqual(atAccept);
  });

  test.each<[Level, string[]]>([
    ['E', ['ACCEPT_EU']], // counted from the first dispatch: they run on
    ['U', ['ACCEPT_EU']],
    ['N', ['NORMAL', 'ACCEPT']],
    ['C', ['COMPLEX', 'ACCEPT']],
  ])('assigned on by the centre, level %s starts anew %j', (level, start) => {
    expect(dutiesAtAssign(defaultTimeLimits, { level, demandType: 'HELP' }).start).toEqual(start);
  });

  test('a table without a handling limit cannot be worked by', () => {
    expect(() => handlingLimit([], 'N')).toThrow('time-limits.invalid');
  });
});
