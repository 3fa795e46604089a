import { describe, expect, test } from '@jest/globals';
import type { Entry } from './filter.js';
import { PAGE, placed, placeOf, type Walls } from './placed.js';

/** An order whose next clock is due at a minute of the day. */
const due = (minute: number, id = `order-${String(minute).padStart(4, '0')}`): Entry =>
  ({ orderId: id, next: { code: 'NORMAL', dueAt: new Date(Date.UTC(2026, 10, 9) + minute * 60_000).toISOString() } }) as Entry;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => due(from + i));
/** Two pages and the beginning of a third: 0–199, 200–399, 400–449. */
const walls: Walls = {
  pages: [range(0, 200), range(200, 400), range(400, 450)],
  pageParams: [undefined, placeOf(due(199)), placeOf(due(399))],
};
const idsOf = (entries: readonly Entry[] | undefined) => entries?.map(({ orderId }) => orderId);

describe('a page of the wall as it is now', () => {
  test('takes its place; the others, and where they begin, stay', () => {
    const answer = range(200, 400).map((entry, i) => (i === 0 ? { ...entry, title: '改过' } : entry));
    const now = placed(walls, 1, answer);
    expect(now.pages[1]).toEqual(answer);
    expect([now.pages[0], now.pages[2]]).toEqual([walls.pages[0], walls.pages[2]]);
    expect(now.pageParams).toEqual(walls.pageParams);
  });

  test('is without an order that has moved behind its end, which the next page has', () => {
    // Three were settled, so the ledger answers three of the next page with it.
    const answer = [...range(203, 400), ...range(400, 403)];
    expect(answer).toHaveLength(PAGE);
    const now = placed(walls, 1, answer);
    expect(idsOf(now.pages[1])).toEqual(idsOf(range(203, 400)));
    expect(now.pageParams).toEqual(walls.pageParams);
  });

  test('with more in it than it holds ends earlier, and the next page begins there', () => {
    // Two came in before the end.
    const answer = [due(200, 'new-a'), due(200, 'new-b'), ...range(201, 399)];
    expect(answer).toHaveLength(PAGE);
    const now = placed(walls, 1, answer);
    expect(now.pages[1]).toEqual(answer);
    expect(now.pageParams).toEqual([undefined, placeOf(due(199)), placeOf(due(398))]);
  });

  test('full to its very end moves nothing: what stands at the end is its own', () => {
    const now = placed(walls, 1, range(200, 400));
    expect(now.pageParams).toEqual(walls.pageParams);
    expect(idsOf(now.pages[1])?.at(-1)).toBe('order-0399');
  });

  test('the last one holds whatever lies behind its beginning, and may be empty', () => {
    expect(placed(walls, 2, range(400, 600)).pages[2]).toHaveLength(PAGE);
    expect(placed(walls, 2, range(400, 600)).pageParams).toEqual(walls.pageParams);
    expect(placed(walls, 2, []).pages[2]).toEqual([]);
  });

  test('of two that are due at one instant the id says which stands first', () => {
    const twins = [due(399, 'aaaa'), due(399, 'order-0399'), due(399, 'zzzz')];
    expect(idsOf(placed(walls, 1, twins).pages[1])).toEqual(['aaaa', 'order-0399']);
  });

  test('changes no page it was given', () => {
    const before = structuredClone(walls);
    placed(walls, 1, [due(200, 'new')]);
    expect(walls).toEqual(before);
  });
});
