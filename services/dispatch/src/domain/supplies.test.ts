import { describe, expect, test } from '@jest/globals';
import { balances, canComeBack } from './supplies.js';

const out = (item: string, count: number, homeId: string | null = null) => ({ item, move: 'OUT' as const, count, homeId });
const back = (item: string, count: number, homeId: string | null = null) => ({ item, move: 'BACK' as const, count, homeId });

describe('supplies of an incident', () => {
  test('are counted thing by thing', () => {
    expect(balances([])).toEqual([]);
    expect(balances([out('电暖气', 10), out('棉被', 2), back('电暖气', 3)])).toEqual([
      { item: '电暖气', out: 10, back: 3, stillOut: 7 },
      { item: '棉被', out: 2, back: 0, stillOut: 2 },
    ]);
  });

  test.each([
    ['nothing was handed out', [], null, 0],
    ['what is out', [out('电暖气', 4)], null, 4],
    ['another thing does not count', [out('棉被', 4)], null, 0],
    ['less what came back', [out('电暖气', 4), back('电暖气', 3)], null, 1],
    ['from a home what went there', [out('电暖气', 3), out('电暖气', 1, 'h')], 'h', 1],
    ['from another home nothing', [out('电暖气', 3), out('电暖气', 1, 'h')], 'i', 0],
    ['from a home no more than is out at all', [out('电暖气', 2, 'h'), back('电暖气', 2)], 'h', 0],
  ])('%s can come back', (_, moves, homeId, count) => {
    expect(canComeBack(moves, { item: '电暖气', homeId })).toBe(count);
  });
});
