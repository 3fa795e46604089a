import { expect, test } from '@jest/globals';
import { latePoints, latePointsAt } from './late-points.js';

const later = { ...latePoints[0]!, from: '2027-01-01', instalment: 2, source: '街道办公会2026年第9号' };

test.each([
  ['2026-10-19', 1], // as the rules propose
  ['2026-12-31', 1], // a later figure counts from its day on
  ['2027-01-01', 2],
])('a payment that is late in a period from %s costs %i', (day, points) => {
  expect(latePointsAt(day, [later, ...latePoints]).instalment).toBe(points);
});

test('before the first figure there is none', () => {
  expect(() => latePointsAt('2019-12-31')).toThrow('period.invalid');
});
