import { expect, test } from '@jest/globals';
import { monthAfter, monthOf, spanOfMonth } from './month.js';

test.each([
  ['2026-11-29T10:00:00+08:00', '2026-11'],
  ['2026-11-30T23:59:59+08:00', '2026-11'],
  ['2026-11-30T16:00:00Z', '2026-12'], // already the first of the next month in Beijing
  ['2028-02-01T00:00:00+08:00', '2028-02'], // a leap year
])('%s is in %s', (at, month) => {
  expect(monthOf(new Date(at))).toBe(month);
});

test.each([
  ['2026-11', '2026-12'],
  ['2026-12', '2027-01'],
  ['2026-09', '2026-10'],
])('after %s comes %s', (month, next) => {
  expect(monthAfter(month)).toBe(next);
});

test('a month lasts from its first moment to the first moment of the next', () => {
  const { from, to } = spanOfMonth('2026-11');
  expect([from.toISOString(), to.toISOString()]).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z']);
});
