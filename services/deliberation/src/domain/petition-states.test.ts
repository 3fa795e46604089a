import { describe, expect, test } from '@jest/globals';
import { clusterOf, withSupporter } from './petition-states.js';

describe('supporters of a petition', () => {
  const there = [{ accountId: 'A', homeId: '1' }];
  test.each([
    ['another household', 'B', '2', 2],
    ['the same home by another account', 'B', '1', 1],
    ['another home of the same account', 'A', '2', 1],
    ['the same said twice', 'A', '1', 1],
  ])('%s', (_, accountId, homeId, households) => {
    expect(withSupporter(there, { accountId, homeId })).toHaveLength(households);
  });
});

describe('a cluster of repeated demands', () => {
  const on = (date: string) => new Date(`${date}T08:00:00+08:00`);
  const orders = (...dates: string[]) => dates.map((date, i) => ({ id: `${i}`, receivedAt: on(date) }));
  const newest = { id: 'n', receivedAt: on('2026-11-30') };
  test.each([
    ['four earlier ones within thirty days', ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'], 5],
    ['three are too few', ['2026-11-01', '2026-11-02', '2026-11-03'], null],
    ['thirty days before still counts', ['2026-10-31', '2026-11-02', '2026-11-03', '2026-11-04'], 5],
    ['a day earlier does not', ['2026-10-30', '2026-11-02', '2026-11-03', '2026-11-04'], null],
    ['what came later does not', ['2026-12-01', '2026-11-02', '2026-11-03', '2026-11-04'], null],
  ])('%s', (_, dates, size) => {
    expect(clusterOf(orders(...dates), newest)?.length ?? null).toBe(size);
  });
  test('the newest is counted once, also when it is known already', () => {
    expect(clusterOf([...orders('2026-11-01', '2026-11-02', '2026-11-03'), newest], newest)).toBeNull();
  });
});
