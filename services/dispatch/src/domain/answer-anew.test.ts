import { expect, test } from '@jest/globals';
import { defaultTimeLimits, type Level } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { answerAnew } from './answer-anew.js';
import { askedCode, respondCode } from './clock-steps.js';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+08:00`);
const rules = {
  ...{ limits: defaultTimeLimits, policyVersion: 1, tables: new Map([[1, defaultTimeLimits]]), calendarVersion: 1 },
  calendar: new WorkCalendar([{ year: 2026, papers: ['x'], days: [] }]),
};

test.each<[string, Level, string | null, Level, { startsAt: string; ownDueAt?: string } | undefined]>([
  ['raised: from now', 'N', '12:00', 'E', { startsAt: '10:20' }],
  ['raised when it is nearly due: from now, and no later than it was owed', 'N', '10:30', 'E', { startsAt: '10:20', ownDueAt: '10:30' }],
  ['raised when its time was up: from now', 'N', '10:10', 'E', { startsAt: '10:20' }],
  ['raised, from before it had a clock: from now', 'C', null, 'E', { startsAt: '10:20' }],
  ['lowered: from when it was asked', 'E', '10:30', 'N', { startsAt: '10:00' }],
  ['lowered, from before it had a clock: not at all', 'E', null, 'N', undefined],
  ['to another level of the same row: as it was', 'N', '12:00', 'U', undefined],
])('a request for a whistle asked at 10:00, its order %s', (_, before, due, level, expected) => {
  const owed = { codeOf: askedCode, level: before, since: at('10:00'), dueAt: due === null ? null : at(due) };
  const anew = answerAnew(owed, level, at('10:20'), rules);
  expect(anew).toEqual(
    expected && { startsAt: at(expected.startsAt), ...(expected.ownDueAt !== undefined && { ownDueAt: at(expected.ownDueAt) }) },
  );
});

test('a unit that was whistled in the morning has an hour once the order is an emergency, and no more than was left', () => {
  const owed = { codeOf: respondCode, level: 'N' as const, since: at('09:00'), dueAt: at('17:00') };
  expect(answerAnew(owed, 'E', at('10:20'), rules)).toEqual({ startsAt: at('10:20') });
  expect(answerAnew(owed, 'E', at('16:30'), rules)).toEqual({ startsAt: at('16:30'), ownDueAt: at('17:00') });
});
