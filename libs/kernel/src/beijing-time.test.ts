import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atBeijing,
  beijingDate,
  dateOfDay,
  dayOfDate,
  daysInMonth,
  formatBeijing,
  msOfClock,
  parseExportTime,
  readExportTime,
  toIsoBeijing,
} from './beijing-time.js';

test.each([
  ['2026-09-18T15:59:59.999Z', '2026-09-18', '2026-09-18 23:59:59'],
  ['2026-09-18T16:00:00Z', '2026-09-19', '2026-09-19 00:00:00'], // Beijing midnight
  ['2028-02-28T16:00:00Z', '2028-02-29', '2028-02-29 00:00:00'], // leap day
  ['2026-12-31T16:30:05Z', '2027-01-01', '2027-01-01 00:30:05'],
])('%s is %s in Beijing', (at, date, text) => {
  expect(beijingDate(new Date(at))).toBe(date);
  expect(formatBeijing(new Date(at))).toBe(text);
});

test('a Beijing date and clock time is an instant', () => {
  expect(atBeijing('2026-04-27', '10:00')).toEqual(new Date('2026-04-27T10:00:00+08:00'));
  expect(atBeijing('2026-04-27', '10:00:07')).toEqual(new Date('2026-04-27T10:00:07+08:00'));
  expect(atBeijing('2026-12-31', '24:00')).toEqual(new Date('2027-01-01T00:00:00+08:00'));
  expect(msOfClock('13:30')).toBe(48_600_000);
});

test('the wire form carries the offset', () => {
  expect(toIsoBeijing(new Date('2026-04-27T02:00:00Z'))).toBe('2026-04-27T10:00:00+08:00');
  expect(toIsoBeijing(new Date('2026-04-27T02:00:00.045Z'))).toBe('2026-04-27T10:00:00.045+08:00');
});

test('dates count by days', () => {
  expect(dayOfDate('2026-01-01')).toBe(20454);
  expect(dateOfDay(20454)).toBe('2026-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysInMonth(2028, 2)).toBe(29);
  expect(daysInMonth(2100, 2)).toBe(28);
  expect(daysInMonth(2000, 2)).toBe(29);
});

test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-02-29', '20260101', ''])('the date %j does not exist', (date) => {
  expect(() => dayOfDate(date)).toThrow('time.impossible');
});

test.each(['25:00', '24:01', '24:00:01', '12:60', '9:00', '12:00:60', ''])('the clock time %j does not exist', (clock) => {
  expect(() => atBeijing('2026-04-27', clock)).toThrow('time.impossible');
});

test('an invalid Date is refused', () => {
  expect(() => beijingDate(new Date(NaN))).toThrow('time.impossible');
});

const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2399-12-31'), noInvalidDate: true });

test('dates and clock times agree with the time zone database', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  fc.assert(
    fc.property(instants, (at) => {
      expect(formatBeijing(at)).toBe(zone.format(at));
      expect(new Date(toIsoBeijing(at))).toEqual(at);
    }),
    { numRuns: 2000 },
  );
});

test('day numbers and dates are each other’s inverse over four centuries', () => {
  for (let day = dayOfDate('1900-01-01'); day <= dayOfDate('2300-01-01'); day += 1) {
    if (dateOfDay(day) !== new Date(day * 86_400_000).toISOString().slice(0, 10) || dayOfDate(dateOfDay(day)) !== day) {
      throw new Error(`day ${day}`);
    }
  }
});

describe('times in hotline exports', () => {
  test.each([
    ['2026-09-19 00:06:19', '2026-09-19T00:06:19+08:00'],
    ['2026-09-19 00:06', '2026-09-19T00:06:00+08:00'], // without seconds
    ['2026年9月9日 19:22', '2026-09-09T19:22:00+08:00'],
    ['2026年11月11日 19:22', '2026-11-11T19:22:00+08:00'],
    ['2026/9/9 9:05', '2026-09-09T09:05:00+08:00'],
    ['2026/11/11 20:51', '2026-11-11T20:51:00+08:00'],
    ['  2026-09-19  00:06:19 ', '2026-09-19T00:06:19+08:00'], // pasted cells carry spaces
    ['2026-09-18 24:00', '2026-09-19T00:00:00+08:00'], // 24时 is a way of writing midnight
    [25569, '1970-01-01T00:00:00+08:00'],
    [46024, '2026-01-02T00:00:00+08:00'],
    [46284.004386574075, '2026-09-19T00:06:19+08:00'], // a float fraction of the day, rounded to the second
    ['46284.00439', '2026-09-19T00:06:19+08:00'],
  ])('%p is %s', (written, expected) => {
    expect(readExportTime(written)).toEqual(new Date(expected));
    expect(parseExportTime(written)).toEqual(new Date(expected));
  });

  test.each([
    '2026-02-30 08:00', // February has no 30th
    '2027-02-29 08:00:00', // no leap year
    '2026-09-19 25:00',
    '2026-09-19 24:00:01',
    '2026年13月1日 08:00',
    '2026/9/31 9:05',
    '2026/9/9 9:60',
    '2026-09-19',
    '不详',
    '',
    60, // Excel's 29 February 1900
    -1,
    NaN,
    2_958_466, // after the year 9999
  ])('%p is no time', (written) => {
    expect(readExportTime(written)).toBeNull();
    expect(() => parseExportTime(written)).toThrow('time.impossible');
  });

  test('every time reads back from each of the forms', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const [date, clock] = formatBeijing(minute).split(' ') as [string, string];
        const [y, m, d] = date.split('-').map(Number);
        const [h, min] = clock.split(':') as [string, string];
        for (const text of [`${date} ${clock}`, `${y}年${m}月${d}日 ${Number(h)}:${min}`, `${y}/${m}/${d} ${Number(h)}:${min}`]) {
          expect(readExportTime(text)).toEqual(minute);
        }
        expect(readExportTime((minute.getTime() / 1000 + 8 * 3600) / 86_400 + 25_569)).toEqual(minute);
      }),
    );
  });
});
