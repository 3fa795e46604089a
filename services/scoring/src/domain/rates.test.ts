import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formulaAt, rateFormulas, rateNote, rates } from './rates.js';

const formula = formulaAt('2026-09-19');
const other = { ...formula, version: '30-35-35', response: 30, resolution: 35, satisfaction: 35 };

describe('the three rates', () => {
  test.each([
    // V, 联系, 解决, 满意, 基本满意 -> R, S, T, 综合
    [{ V: 800, C: 792, S: 640, M: 600, B: 80 }, 0.99, 0.8, 0.84, '83.50'],
    [{ V: 40, C: 40, S: 40, M: 36, B: 4 }, 1, 1, 0.99, '99.60'],
    [{ V: 1, C: 1, S: 1, M: 1, B: 0 }, 1, 1, 1, '100.00'], // 满分
    [{ V: 1, C: 1, S: 1, M: 0, B: 1 }, 1, 1, 0.9, '96.00'], // 基本满意 is not 满分
    [{ V: 1, C: 1, S: 0, M: 0, B: 0 }, 1, 0, 0, '10.00'],
    [{ V: 3, C: 3, S: 2, M: 2, B: 0 }, 1, 2 / 3, 2 / 3, '70.00'],
    [{ V: 0, C: 0, S: 0, M: 0, B: 0 }, null, null, null, null], // null, not 0
  ])('%j', (counts, R, S, T, composite) => {
    expect(rates(counts, formula)).toEqual({ responseRate: R, resolutionRate: S, satisfactionRate: T, composite });
  });

  test('with weights 30/35/35 the first row gives 87.10', () => {
    expect(rates({ V: 800, C: 792, S: 640, M: 600, B: 80 }, other).composite).toBe('87.10');
  });

  test('agrees with the closed form of domain rules 4.8', () => {
    const counts = fc.integer({ min: 1, max: 5_000 }).chain((V) => {
      const upTo = fc.integer({ min: 0, max: V });
      return fc
        .tuple(fc.constant(V), upTo, upTo, upTo)
        .chain(([v, C, S, M]) => fc.tuple(fc.constant({ V: v, C, S, M }), fc.integer({ min: 0, max: v - M })));
    });
    fc.assert(
      fc.property(counts, ([{ V, C, S, M }, B]) => {
        const twice = BigInt(1000 * C + 5000 * S + 4000 * M + 3600 * B) * 2n;
        const hundredths = (twice / BigInt(V) + 1n) / 2n;
        expect(rates({ V, C, S, M, B }, formula).composite!.replace('.', '')).toBe(String(hundredths).padStart(3, '0'));
      }),
    );
  });

  test('counts that cannot be are refused', () => {
    expect(() => rates({ V: 1, C: 2, S: 0, M: 0, B: 0 }, formula)).toThrow();
    expect(() => rates({ V: 1, C: 1, S: 1, M: 1, B: 1 }, formula)).toThrow();
  });

  test('every formula says where it comes from and from when it holds', () => {
    for (const one of rateFormulas) {
      expect(one.response + one.resolution + one.satisfaction).toBe(100);
      expect(one.source).not.toBe('');
      expect(formulaAt(one.from)).toBe(one);
    }
  });

  test.each([
    [0, 0, 'ZERO_DEMAND'],
    [3, 0, 'TOO_FEW'],
    [9, 4, 'TOO_FEW'],
    [9, 5, null],
  ])('%i received and %i valid callbacks: %s', (received, V, note) => {
    expect(rateNote(received, V)).toBe(note);
  });
});
