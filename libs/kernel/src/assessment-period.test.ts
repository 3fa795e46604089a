import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BEIJING_PERIOD, NATURAL_MONTH, periodOf, periodRange, shiftPeriod } from './assessment-period.js';

test.each([
  ['2026-09-19T00:00:00.000+08:00', '2026-10', '2026-09'], // first instant
  ['2026-09-18T23:59:59.999+08:00', '2026-09', '2026-09'],
  ['2026-10-18T23:59:59.999+08:00', '2026-10', '2026-10'], // last one
  ['2026-10-19T00:00:00.000+08:00', '2026-11', '2026-10'],
  ['2026-12-19T00:00:00.000+08:00', '2027-01', '2026-12'], // over the year's end
  ['2027-01-01T00:00:00.000+08:00', '2027-01', '2027-01'],
  ['2028-02-29T12:00:00.000+08:00', '2028-03', '2028-02'],
])('%s belongs to %s, and to the natural month %s', (at, period, month) => {
  expect(periodOf(new Date(at), BEIJING_PERIOD)).toBe(period);
  expect(periodOf(new Date(at), NATURAL_MONTH)).toBe(month);
});

test('a period runs from the 19th to the 19th', () => {
  expect(periodRange('2026-10', BEIJING_PERIOD)).toEqual({
    from: new Date('2026-09-19T00:00+08:00'),
    to: new Date('2026-10-19T00:00+08:00'),
  });
  expect(periodRange('2027-01', { startDay: 19 }).from).toEqual(new Date('2026-12-19T00:00+08:00'));
  expect(periodRange('2026-12', NATURAL_MONTH)).toEqual({
    from: new Date('2026-12-01T00:00+08:00'),
    to: new Date('2027-01-01T00:00+08:00'),
  });
});

test('periods count on', () => {
  expect(shiftPeriod('2026-12', 1)).toBe('2027-01');
  expect(shiftPeriod('2026-01', -1)).toBe('2025-12');
  expect(shiftPeriod('2026-10', -22)).toBe('2024-12');
});

test.each(['2026-13', '2026-00', '2026-1', '202610', ''])('%j is no period', (key) => {
  expect(() => periodRange(key, NATURAL_MONTH)).toThrow('period.impossible');
  expect(() => periodRange(key, BEIJING_PERIOD)).toThrow('period.impossible');
});

test.each([0, 29, 1.5])('a period cannot begin on day %p', (startDay) => {
  expect(() => periodOf(new Date(), { startDay })).toThrow('period.impossible');
});

test('every instant lies in the range of its period, and ranges meet without gap', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 28 }), (at, startDay) => {
      const key = periodOf(at, { startDay });
      const { from, to } = periodRange(key, { startDay });
      expect(from <= at && at < to).toBe(true);
      expect(periodRange(shiftPeriod(key, 1), { startDay }).from).toEqual(to);
    }),
  );
});
