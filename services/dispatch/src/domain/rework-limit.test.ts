import { expect, test } from '@jest/globals';
import { defaultTimeLimits, type Level } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import { reworkLimit } from './rework-limit.js';

const off = (date: string) => ({ name: '国庆节', date, isOffDay: true });
const holidays = ['01', '02', '03', '04', '05', '06', '07'].map((day) => off(`2026-10-${day}`));
const calendar = new WorkCalendar([{ year: 2026, papers: ['x'], days: holidays }]);
const rulesOf = (limits: typeof defaultTimeLimits) => ({
  limits,
  policyVersion: 1,
  tables: new Map([[1, limits]]),
  calendar,
  calendarVersion: 1,
});
const at = new Date('2026-09-30T18:00:00+08:00');

test.each<[Level, string, string]>([
  ['E', 'HANDLING_E', '2026-09-30T20:00:00+08:00'], // two hours, as at first
  ['U', 'UTIL_DONE', '2026-10-01T18:00:00+08:00'], // a day, also before the holidays
  ['N', 'REWORK', '2026-10-15T00:00:00+08:00'], // five working days after them
  ['C', 'REWORK', '2026-10-15T00:00:00+08:00'],
])('level %s sent back before the holidays: %s until %s', (level, code, dueAt) => {
  expect(reworkLimit(rulesOf(defaultTimeLimits), level, at)).toEqual({ code, dueAt: new Date(dueAt) });
});

test('a street whose reworks are shorter than a level’s limit counts by them; one without either by nothing', () => {
  const shorter = defaultTimeLimits.map((row) => (row.code === 'REWORK' ? { ...row, limit: { clock: 'C' as const, minutes: 60 } } : row));
  expect(reworkLimit(rulesOf(shorter), 'U', at)).toEqual({ code: 'REWORK', dueAt: new Date('2026-09-30T19:00:00+08:00') });
  expect(reworkLimit(rulesOf(defaultTimeLimits.filter(({ code }) => code !== 'REWORK')), 'N', at)).toBeUndefined();
});
