import { expect, test } from '@jest/globals';
import { fen, formatFen, type Area } from '@wufang/kernel';
import fc from 'fast-check';
import { inOrder, splitByWeight, type Part } from './cost-share-split.js';

const parts = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^[0-9]{1,3}-[0-9]{1,4}$/), weight: fc.bigInt({ min: 0n, max: 10n ** 12n }) }),
  {
    selector: ({ code }) => code,
    minLength: 1,
    maxLength: 40,
  },
);
const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(fen);
const splits = fc.tuple(amounts, parts).filter(([, list]) => list.some(({ weight }) => weight > 0n));

const sharesOf = (split: ReturnType<typeof splitByWeight>) => new Map(split.entries.map(({ code, shareFen }) => [code, shareFen]));

test('the shares add up, none is below zero, and none is off its exact quotient by a fen or more', () => {
  fc.assert(
    fc.property(splits, ([amount, list]) => {
      const split = splitByWeight(amount, list);
      expect(split.entries.reduce((sum, { shareFen }) => sum + shareFen, 0n)).toBe(amount);
      for (const { weight, shareFen } of split.entries) {
        expect(shareFen).toBeGreaterThanOrEqual(0n);
        const off = shareFen * split.weightTotal - amount * weight;
        expect(off < split.weightTotal && -off < split.weightTotal).toBe(true);
        if (weight === 0n) expect(shareFen).toBe(0n);
      }
    }),
    { numRuns: 500 },
  );
});

test('the order in which the parts come makes no difference', () => {
  fc.assert(
    fc.property(splits, fc.func(fc.nat()), ([amount, list], at) => {
      const shuffled = [...list].sort((a, b) => at(a.code) - at(b.code));
      expect(splitByWeight(amount, shuffled)).toEqual(splitByWeight(amount, list));
    }),
  );
});

test('more weight never takes less', () => {
  fc.assert(
    fc.property(splits, ([amount, list]) => {
      const entries = splitByWeight(amount, list).entries.sort((a, b) => (a.weight < b.weight ? -1 : 1));
      for (let i = 1; i < entries.length; i++)
        if (entries[i]!.weight > entries[i - 1]!.weight) expect(entries[i]!.shareFen >= entries[i - 1]!.shareFen).toBe(true);
    }),
  );
});

test('weights that differ by less than a number can tell are told apart all the same', () => {
  const [a, b] = [2n ** 60n, 2n ** 60n + 1n];
  const split = splitByWeight(fen(1n), [
    { code: '1-1', weight: a },
    { code: '1-2', weight: b },
  ]);
  expect(split.entries.map(({ shareFen }) => shareFen)).toEqual([0n, 1n]);
});

/** Hands the fen out one by one to whoever is furthest behind its exact part (Hamilton as a queue): no floor, no sort. */
function oneByOne(amount: bigint, list: readonly Part[]): Map<string, bigint> {
  const total = list.reduce((sum, { weight }) => sum + weight, 0n);
  const given = new Map(list.map(({ code, weight }) => [code, (amount * weight - ((amount * weight) % total)) / total]));
  const byCode = new Map(inOrder(list, ({ code }) => code).map(({ code }, i) => [code, i]));
  const behind = (one: Part) => amount * one.weight - given.get(one.code)! * total;
  for (let left = amount - [...given.values()].reduce((sum, value) => sum + value, 0n); left > 0n; left--) {
    let next = list[0]!;
    for (const one of list) {
      const [a, b] = [behind(one), behind(next)];
      if (
        a > b ||
        (a === b && (one.weight > next.weight || (one.weight === next.weight && byCode.get(one.code)! < byCode.get(next.code)!)))
      )
        next = one;
    }
    given.set(next.code, given.get(next.code)! + 1n);
  }
  return given;
}

test('handing the left-over fen out one by one to whoever is furthest behind comes to the same', () => {
  fc.assert(
    fc.property(splits, ([amount, list]) => {
      expect(new Map([...oneByOne(amount, list)].sort())).toEqual(new Map([...sharesOf(splitByWeight(amount, list))].sort()));
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    ['9-2-101', '9-10-101', '9-1-1001', '9-1-101'],
    ['9-1-101', '9-1-1001', '9-2-101', '9-10-101'],
  ],
  [
    ['1', '01', '2'],
    ['01', '1', '2'],
  ], // one number written two ways still has one order
])('%j reads in the order %j', (codes, expected) => {
  expect(inOrder(codes, (code) => code)).toEqual(expected);
});

test('nothing to go by, one code twice and amounts below zero are refused', () => {
  const home = { code: '101', weight: 5n };
  expect(() => splitByWeight(fen(1n), [])).toThrow('cost-share.no-weight');
  expect(() => splitByWeight(fen(1n), [{ code: '101', weight: 0n }])).toThrow('cost-share.no-weight');
  expect(() => splitByWeight(fen(1n), [home, { ...home, weight: 6n }])).toThrow('cost-share.code-twice');
  expect(() => splitByWeight(fen(-1n), [home])).toThrow('cost-share.below-zero');
  expect(() => splitByWeight(fen(1n), [{ code: '101', weight: -1n }])).toThrow('cost-share.below-zero');
});

test('each flat rounded for itself would be a fen short: the split is not', () => {
  const split = splitByWeight(
    fen(10_000n),
    ['101', '102', '103'].map((code) => ({ code, weight: 8950n })),
  );
  expect(split.entries.map(({ shareFen }) => formatFen(shareFen))).toEqual(['33.34', '33.33', '33.33']);
});

test('of two equal remainders the larger weight comes first, whatever its code', () => {
  const split = splitByWeight(fen(2n), [
    { code: '101', weight: 1n },
    { code: '102', weight: 3n },
  ]);
  expect(split.entries.map(({ remainder, shareFen }) => [remainder, shareFen])).toEqual([
    [2n, 0n],
    [2n, 2n],
  ]);
});

test('where parts have an area beside their weight, the larger area comes first among equal remainders, then the lower code', () => {
  const areas = { 101: 5000, 102: 6000, 103: 7500, 104: 7500 };
  const byHead = (amount: bigint) =>
    splitByWeight(
      fen(amount),
      Object.entries(areas).map(([code, area]) => ({ code, weight: 1n, area: area as Area })),
    ).entries.map(({ rank, shareFen }) => [rank, shareFen]);
  expect(byHead(10_002n)).toEqual([
    [4, 2500n],
    [3, 2500n],
    [1, 2501n],
    [2, 2501n],
  ]);
  // Weights that no number holds are lined up another way, and alike.
  const huge = 2n ** 60n;
  const split = splitByWeight(fen(1n), [
    { code: '1', weight: huge, area: 5000 as Area },
    { code: '2', weight: huge, area: 6000 as Area },
  ]);
  expect(split.entries.map(({ shareFen }) => shareFen)).toEqual([0n, 1n]);
});
