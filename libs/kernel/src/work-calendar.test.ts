import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holidayYear, workCalendar } from '../test/work-calendar.js';
import { addDays, dateOfDay, dayOfDate } from './beijing-time.js';
import { WorkCalendar } from './work-calendar.js';

const calendar = workCalendar();

test.each([
  ['2025-09-28', true], // Sunday, made up for National Day
  ['2025-10-11', true], // Saturday, likewise
  ['2025-10-08', false], // Wednesday, National Day
  ['2025-10-12', false], // plain Sunday
  ['2026-02-28', true], // Saturday, made up for Spring Festival
  ['2026-05-09', true], // Saturday, made up for Labour Day
  ['2022-12-31', false], // taken off by the notice of 2023
  ['2026-11-11', true],
])('%s is worked: %s', (date, expected) => {
  expect(calendar.isWorkingDay(date)).toBe(expected);
});

test.each([
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
  [2027, 261], // not announced: plain Monday to Friday
])('%i has %i working days', (year, days) => {
  expect(calendar.countWorkingDays(`${year - 1}-12-31`, `${year}-12-31`)).toEqual({ days, provisional: year === 2027 });
});

test('counting skips what is off and takes make-up days', () => {
  expect(calendar.nextWorkingDay('2025-11-14')).toEqual({ date: '2025-11-17', provisional: false });
  expect(calendar.addWorkingDays('2025-09-30', 1)).toEqual({ date: '2025-10-09', provisional: false });
  expect(calendar.addWorkingDays('2025-10-05', 0)).toEqual({ date: '2025-10-05', provisional: false });
  expect(calendar.onOrNextWorkingDay('2025-10-05')).toEqual({ date: '2025-10-09', provisional: false });
  expect(calendar.onOrNextWorkingDay('2025-09-28')).toEqual({ date: '2025-09-28', provisional: false });
  expect(calendar.countWorkingDays('2025-09-28', '2025-10-17')).toEqual({ days: 10, provisional: false });
  expect(calendar.countWorkingDays('2025-12-30', '2026-01-01')).toEqual({ days: 1, provisional: false });
  expect(calendar.countWorkingDays('2023-12-31', '2026-12-31')).toEqual({ days: 251 + 248 + 248, provisional: false });
  expect(calendar.countWorkingDays('2025-10-17', '2025-09-28')).toEqual({ days: 0, provisional: false });
});

describe('a year without a notice', () => {
  test('marks every count that touches it', () => {
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2027-01-01')).toBe(true);
    expect(calendar.nextWorkingDay('2026-12-30')).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.nextWorkingDay('2026-12-31')).toEqual({ date: '2027-01-01', provisional: true }); // a Friday; surely off once announced
    expect(calendar.nextWorkingDay('2022-12-31')).toEqual({ date: '2023-01-03', provisional: false }); // the day itself is not looked at
    expect(calendar.onOrNextWorkingDay('2022-12-31')).toEqual({ date: '2023-01-03', provisional: true }); // here it is
    expect(calendar.onOrNextWorkingDay('2027-05-01')).toEqual({ date: '2027-05-03', provisional: true });
    expect(calendar.countWorkingDays('2026-12-30', '2026-12-31')).toEqual({ days: 1, provisional: false });
  });

  test('may be missing altogether, before, between or after', () => {
    const gap = workCalendar(2024, 2026);
    expect(gap.isProvisional('2025-10-01')).toBe(true);
    expect(gap.isWorkingDay('2025-10-01')).toBe(true); // Wednesday, plain
    expect(gap.addWorkingDays('2024-12-31', 262)).toEqual({ date: '2026-01-04', provisional: true }); // 261 plain days of 2025, then the make-up Sunday
    expect(gap.isProvisional('2031-01-01')).toBe(true);
  });

  test('with a paper but without days is not announced', () => {
    const draft = new WorkCalendar([{ ...holidayYear(2026), days: [] }]);
    expect(draft.isProvisional('2026-10-01')).toBe(true);
  });

  test('with days but without a paper stays provisional, and its days count', () => {
    const draft = new WorkCalendar([{ ...holidayYear(2026), papers: [] }]);
    expect(draft.nextWorkingDay('2026-09-30')).toEqual({ date: '2026-10-08', provisional: true });
  });
});

test.each([-1, 1.5, NaN])('counting %p days is refused', (days) => {
  expect(() => calendar.addWorkingDays('2026-01-01', days)).toThrow('calendar.impossible-count');
});

test('adding working days agrees with walking from day to day', () => {
  const first = dayOfDate('2022-12-15');
  const last = dayOfDate('2027-12-31');
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 600 }), (start, days) => {
      let date = dateOfDay(start);
      for (let left = days; left > 0;) {
        date = addDays(date, 1);
        if (calendar.isWorkingDay(date)) left--;
      }
      expect(calendar.addWorkingDays(dateOfDay(start), days).date).toBe(date);
      expect(calendar.countWorkingDays(dateOfDay(start), date).days).toBe(days);
    }),
    { numRuns: 200 },
  );
});

test('the working days agree with a plain reading of the files', () => {
  const files = [2023, 2024, 2025, 2026].map(holidayYear);
  const off = new Set(files.flatMap((file) => file.days.filter((day) => day.isOffDay).map((day) => day.date)));
  const madeUp = new Set(files.flatMap((file) => file.days.filter((day) => !day.isOffDay).map((day) => day.date)));
  for (let day = dayOfDate('2023-01-01'); day <= dayOfDate('2027-12-31'); day++) {
    const date = dateOfDay(day);
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const expected = madeUp.has(date) || (!off.has(date) && !isWeekend);
    if (calendar.isWorkingDay(date) !== expected) throw new Error(date);
  }
});
