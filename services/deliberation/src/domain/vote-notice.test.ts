import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, type TimeLimit, type VoteKind } from '@wufang/contracts';
import { earliestOpening, missingClass, refuseBadTimes, yearsAfter } from './vote-notice.js';

const fifteen = { clock: 'D', days: 15, unit: 'calendar', roll: false } as const;
const limits = defaultTimeLimits as readonly TimeLimit[];

describe('the notice of a vote', () => {
  test.each([
    ['2025-11-05T23:59:00+08:00', '2025-11-20T00:00:00+08:00'], // the 5th is in time for the 20th
    ['2025-11-06T00:00:00+08:00', '2025-11-21T00:00:00+08:00'], // the 6th is not
  ])('given at %s a vote may open at %s', (announced, opens) => {
    expect(earliestOpening(fifteen, new Date(announced))).toEqual(new Date(opens));
  });

  const now = new Date('2026-11-05T10:00:00+08:00');
  const code = (opens: string, closes: string, kind: VoteKind = 'PAPER') => {
    try {
      refuseBadTimes({ kind, opensAt: new Date(opens), closesAt: new Date(closes), now }, limits);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  test.each([
    ['2026-11-20T00:00:00+08:00', '2026-11-27T00:00:00+08:00', 'PAPER', null], // seven days exactly
    ['2026-11-20T00:00:00+08:00', '2026-11-26T23:59:59+08:00', 'PAPER', 'vote.period'],
    ['2026-11-20T00:00:00+08:00', '2026-12-20T00:00:00+08:00', 'PAPER', null], // thirty days exactly
    ['2026-11-20T00:00:00+08:00', '2026-12-20T00:00:01+08:00', 'PAPER', 'vote.period'],
    ['2026-11-19T23:59:59+08:00', '2026-11-30T00:00:00+08:00', 'OFFICIAL', 'vote.notice-short'],
    ['2026-11-05T10:00:00+08:00', '2026-11-06T10:00:00+08:00', 'ADVISORY', null], // nobody owes a poll a notice
    ['2026-11-05T09:59:59+08:00', '2026-11-06T10:00:00+08:00', 'ADVISORY', 'vote.notice-short'],
    ['2026-11-20T00:00:00+08:00', '2026-11-20T00:00:00+08:00', 'PAPER', 'vote.time-reversed'],
  ] as const)('from %s to %s as %s -> %s', (opens, closes, kind, refusal) => {
    expect(code(opens, closes, kind)).toBe(refusal);
  });
});

test('an issue of both classes needs a question of each', () => {
  expect(missingClass(['PLAN', 'OWNER_ORD', 'OWNER_SPEC'], ['OWNER_ORD'])).toBe('OWNER_SPEC');
  expect(missingClass(['PLAN', 'OWNER_ORD'], ['OWNER_SPEC'])).toBe('OWNER_ORD');
  expect(missingClass(['PLAN', 'OWNER_ORD'], ['OWNER_ORD'])).toBeNull();
  expect(missingClass(['PLAN'], ['OWNER_ORD'])).toBeNull();
});

test.each([
  ['2026-12-21T15:00:00+08:00', '2027-12-22T00:00:00+08:00'],
  ['2028-02-29T15:00:00+08:00', '2029-03-01T00:00:00+08:00'],
])('a file of a result posted at %s is kept until %s', (posted, until) => {
  expect(yearsAfter(new Date(posted), 1)).toEqual(new Date(until));
});
