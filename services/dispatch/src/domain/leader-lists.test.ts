import { describe, expect, test } from '@jest/globals';
import { leaderListKinds, type LeaderListKind } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { makeAt, windowOf } from './leader-lists.js';

const at = (time: string) => new Date(`${time}+08:00`);

describe('the window of a list', () => {
  test.each<[LeaderListKind, string, string, string]>([
    ['DAY_NOON', '2026-04-27T11:59', '2026-04-26T12:00', '2026-04-27T12:00'],
    ['DAY_NOON', '2026-04-27T12:00', '2026-04-27T12:00', '2026-04-28T12:00'], // noon belongs to the next list
    ['DAY', '2026-04-27T00:00', '2026-04-27T00:00', '2026-04-28T00:00'],
    ['WEEK', '2026-04-27T00:00', '2026-04-27T00:00', '2026-05-04T00:00'], // a Monday
    ['WEEK', '2026-04-26T23:59', '2026-04-20T00:00', '2026-04-27T00:00'], // the Sunday before
    ['WEEK', '2026-01-01T08:00', '2025-12-29T00:00', '2026-01-05T00:00'], // over the turn of the year
    ['ASSESSMENT_MONTH', '2026-04-18T23:59', '2026-03-19T00:00', '2026-04-19T00:00'],
    ['ASSESSMENT_MONTH', '2026-04-19T00:00', '2026-04-19T00:00', '2026-05-19T00:00'],
    ['MONTH', '2026-02-28T23:59', '2026-02-01T00:00', '2026-03-01T00:00'],
  ])('%s at %s is %s to %s', (kind, now, from, to) => {
    expect(windowOf(kind, at(now))).toEqual({ from: at(from), to: at(to) });
  });

  test('windows of a kind follow each other without gap or overlap for two years', () => {
    for (const kind of leaderListKinds) {
      let window = windowOf(kind, at('2026-01-01T00:00'));
      while (window.to < at('2028-01-01T00:00')) {
        const next = windowOf(kind, window.to);
        expect(next.from).toEqual(window.to);
        expect(windowOf(kind, new Date(window.to.getTime() - 1))).toEqual(window);
        window = next;
      }
    }
  });

  test('a list is made five minutes after its window has ended', () => {
    expect(toIsoBeijing(makeAt(windowOf('DAY_NOON', at('2026-04-27T11:59'))))).toContain('2026-04-27T12:05:00');
  });
});
