import { expect, test } from '@jest/globals';
import { daysOf } from './stage-days.js';

test.each([
  ['2026-12-01T15:00:00Z', '2026-12-03T00:00:00Z', 3], // 1st 23:00 to 3rd 8:00 in Beijing
  ['2026-12-01T01:00:00Z', '2026-12-01T09:00:00Z', 1], // begun and reached on one day
  ['2026-12-01T15:59:00Z', '2026-12-01T16:01:00Z', 2], // over midnight
])('from %s to %s: %i days', (begunAt, reachedAt, days) => expect(daysOf(begunAt, reachedAt)).toBe(days));
