import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atLeast, compareFractions, roundHalfUp, strictMajority } from './fraction.js';

test.each([
  [66, 99, true], // exactly two thirds
  [66, 100, false], // 0.66
  [67, 100, true],
  [667, 1000, true],
  [666, 1000, false],
  [0, 0, false], // nobody is no quorum
  [20_000_000_000_000_001n, 30_000_000_000_000_001n, true], // beyond what a float can tell apart
  [20_000_000_000_000_000n, 30_000_000_000_000_001n, false],
])('%s of %s is at least 2/3: %s', (part, whole, expected) => {
  expect(atLeast(part, whole, { num: 2, den: 3 })).toBe(expected);
});

test.each([
  [51, 100, true],
  [50, 100, false], // half is not more than half
  [50, 99, true],
  [1, 1, true],
  [0, 0, false],
])('%s of %s is a strict majority: %s', (part, whole, expected) => {
  expect(strictMajority(part, whole)).toBe(expected);
});

test('fractions compare by value', () => {
  expect(compareFractions({ num: 66, den: 99 }, { num: 2, den: 3 })).toBe(0);
  expect(compareFractions({ num: 65, den: 99 }, { num: 2, den: 3 })).toBe(-1);
  expect(compareFractions({ num: 67, den: 99 }, { num: 2, den: 3 })).toBe(1);
  expect(compareFractions({ num: -1, den: 2 }, { num: -1, den: 3 })).toBe(-1);
});

describe('the composite of the Beijing district, 10/50/40 with 0.9 for 基本满意, in hundredths', () => {
  test.each([
    [800, 792, 640, 600, 80, 8350n],
    [40, 40, 40, 36, 4, 9960n],
    [1, 1, 1, 1, 0, 10000n],
    [1, 1, 1, 0, 1, 9600n],
    [1, 1, 0, 0, 0, 1000n],
    [3, 3, 2, 2, 0, 7000n],
  ])('V %i, C %i, S %i, M %i, B %i', (v, c, s, m, b, expected) => {
    expect(roundHalfUp({ num: 1000 * c + 5000 * s + 4000 * m + 3600 * b, den: v })).toBe(expected);
  });
});

test.each([
  [835, 10, 84n],
  [834, 10, 83n],
  [-835, 10, -83n], // half goes up, below zero too
  [-836, 10, -84n],
  [-20, 10, -2n],
  [0, 7, 0n],
])('%i/%i rounds to %s', (num, den, expected) => {
  expect(roundHalfUp({ num, den })).toBe(expected);
});

test('what cannot be counted is refused', () => {
  expect(() => strictMajority(3, 2)).toThrow('fraction.part-exceeds-whole');
  expect(() => strictMajority(-1, 2)).toThrow('fraction.part-exceeds-whole');
  expect(() => strictMajority(0.5, 2)).toThrow('fraction.not-whole');
  expect(() => compareFractions({ num: 1, den: 0 }, { num: 1, den: 2 })).toThrow('fraction.impossible-denominator');
});

test('one more yes never loses a vote, and at least half plus one is a majority', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10n ** 20n }), (whole, x) => {
      const part = x % whole;
      for (const limit of [
        { num: 2, den: 3 },
        { num: 1, den: 2 },
        { num: 3, den: 4 },
      ]) {
        if (atLeast(part, whole, limit)) expect(atLeast(part + 1n, whole, limit)).toBe(true);
      }
      expect(strictMajority(whole / 2n, whole)).toBe(false);
      expect(strictMajority(whole / 2n + 1n > whole ? whole : whole / 2n + 1n, whole)).toBe(true);
    }),
  );
});
