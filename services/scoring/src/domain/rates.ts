import { roundHalfUp } from '@wufang/kernel';

/** Counts of one unit and period: 有效回访, 联系, 解决, 满意, 基本满意. */
export interface RateCounts {
  V: number;
  C: number;
  S: number;
  M: number;
  B: number;
}

/** Weights of the composite score (综合成绩), in whole percent, and what 基本满意 is worth, as a fraction. */
export interface RateFormula {
  from: string;
  version: string;
  response: number;
  resolution: number;
  satisfaction: number;
  basicallySatisfied: { num: number; den: number };
  source: string;
}

/** Formulas in force, newest first. */
export const rateFormulas: readonly RateFormula[] = [
  {
    from: '2020-01-01',
    version: '10-50-40',
    response: 10,
    resolution: 50,
    satisfaction: 40,
    basicallySatisfied: { num: 9, den: 10 },
    source: 'C1',
  },
];

/** From how many valid callbacks on a unit is ranked (样本不足 below). */
export const smallestSample = { from: '2020-01-01', value: 5, unit: 'valid callbacks', source: 'P' } as const;

/** The formula for a period that begins on this day. */
export function formulaAt(day: string, formulas = rateFormulas): RateFormula {
  const found = formulas.find((formula) => formula.from <= day);
  if (!found) throw new Error(`no formula for ${day}`);
  return found;
}

export interface RateResult {
  responseRate: number | null;
  resolutionRate: number | null;
  satisfactionRate: number | null;
  /** Two decimals, rounded half up once, at the end. */
  composite: string | null;
}

/**
 * The three rates (三率) and the composite score of domain rules 2.4, in integers. No valid callback: no score, which is not the same as 0.
 * Example: V 800, 联系 792, 解决 640, 满意 600, 基本满意 80 -> 83.50.
 */
export function rates(counts: RateCounts, formula: RateFormula): RateResult {
  const { V, C, S, M, B } = counts;
  if ([V, C, S, M, B].some((n) => !Number.isInteger(n) || n < 0) || C > V || S > V || M + B > V) throw new Error('counts that cannot be');
  if (V === 0) return { responseRate: null, resolutionRate: null, satisfactionRate: null, composite: null };
  const { num, den } = formula.basicallySatisfied;
  const weighted = formula.response * C * den + formula.resolution * S * den + formula.satisfaction * (M * den + B * num);
  const hundredths = roundHalfUp({ num: BigInt(weighted) * 100n, den: BigInt(V) * BigInt(den) });
  return {
    responseRate: C / V,
    resolutionRate: S / V,
    satisfactionRate: (M * den + B * num) / (V * den),
    composite: `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`,
  };
}

/** Why a unit has no place in a ranking: nothing was asked of it (无诉), or too few answers (样本不足). */
export function rateNote(received: number, V: number): 'ZERO_DEMAND' | 'TOO_FEW' | null {
  if (received === 0 && V === 0) return 'ZERO_DEMAND';
  return V < smallestSample.value ? 'TOO_FEW' : null;
}
