import { retentionCap, settlementTolerance, type CostSharePlan } from '@wufang/contracts';
import { compareFractions, DomainError, fen, fenToJson, type Fen } from '@wufang/kernel';
import { commonWeights, readPlan, type Ratio } from './cost-share-plan.js';
import { splitByWeight } from './cost-share-split.js';
import { shareCosts, type CostShareLine, type CostShares } from './cost-share.js';

/** One part of a payment by instalments (分期); the retention (质保金) is paid when the warranty ends. */
export interface InstalmentPart {
  name: string;
  ratio: Ratio;
  isRetention: boolean;
}

/**
 * A payer's amount in instalments that add up. The retention may not exceed the cap.
 * Example: 9320001 fen at 30/40/27 % and 3 % retention -> 2796000, 3728001, 2516400, 279600.
 */
export function instalmentsOf(amountFen: Fen, parts: readonly InstalmentPart[]): Fen[] {
  const { weights, den } = commonWeights(parts.map(({ ratio }) => ratio));
  if (weights.reduce((all, weight) => all + weight, 0n) !== den) throw new DomainError('plan.ratio-sum', { scenario: '分期' });
  const retained = parts.reduce((all, { isRetention }, i) => (isRetention ? all + weights[i]! : all), 0n);
  if (compareFractions({ num: retained, den }, retentionCap.value) > 0)
    throw new DomainError('plan.retention-too-high', { cap: `${retentionCap.value.num}%` });
  const split = splitByWeight(
    amountFen,
    parts.map((_, i) => ({ code: String(i + 1), weight: weights[i]! })),
  );
  return split.entries.map(({ shareFen }) => shareFen);
}

/** How one payer's line of one capacity, source and home differs between two computations. */
export interface LineDifference extends Omit<CostShareLine, 'amountFen'> {
  beforeFen: Fen;
  afterFen: Fen;
}

/** Which home a version means by a code. A code is the home's rank in its estate, which moves when one comes in or goes before it. */
export type HomeIds = ReadonlyMap<string, string>;

/**
 * Every line whose amount differs between two versions of a plan: those who pay it have to consent anew, and nobody else. `homeIds` says of both versions which
 * home a code means; without it, codes stay.
 * Example: 第5户 4 000, 第6户 2 000; the first is struck off and 第5户, which was 第6户, now pays 3 000 -> 4 000 to 0 and 2 000 to 3 000.
 */
export function changedLines(before: CostShares, after: CostShares, homeIds?: { before: HomeIds; after: HomeIds }): LineDifference[] {
  const lines = new Map<string, LineDifference>();
  const put = (list: readonly CostShareLine[], side: 'beforeFen' | 'afterFen', ids?: HomeIds) => {
    for (const { amountFen, ...line } of list) {
      const home = line.home === null ? null : (ids?.get(line.home) ?? line.home);
      const key = JSON.stringify([line.payer, line.capacity, line.money, home, line.item]);
      const known = lines.get(key) ?? { ...line, beforeFen: fen(0n), afterFen: fen(0n) };
      known[side] = fen(known[side] + amountFen);
      lines.set(key, known);
    }
  };
  put(before.lines, 'beforeFen', homeIds?.before);
  put(after.lines, 'afterFen', homeIds?.after);
  return [...lines.values()].filter(({ beforeFen, afterFen }) => beforeFen !== afterFen);
}

export interface Settlement {
  shares: CostShares;
  /** What each line pays on top (above zero) or gets back (below zero) is `afterFen - beforeFen`. */
  differences: LineDifference[];
  /** Too far above the plan: back to the table before anyone pays more. */
  isBackToTable: boolean;
}

/** Up to what part of the signed amount a cost may grow without asking anew, in words. Example: a tenth more -> '110%'. */
export const mostOfSigned = `${100 + (settlementTolerance.value.num * 100) / settlementTolerance.value.den}%`;

/** Whether a cost is too far above what was signed to be paid without asking anew. Example: 100 and 110 -> no; 100 and 110.01 -> yes. */
export function isBeyondTolerance(plannedFen: bigint, nowFen: bigint): boolean {
  const { num, den } = settlementTolerance.value;
  return nowFen * BigInt(den) > plannedFen * BigInt(den + num);
}

/**
 * Settles (结算): the same rule, run on what each item cost in the end. Fixed grants pay at most what there is.
 * Example: planned 10 000 000 fen, final 11 000 001 -> back to the table; 11 000 000 -> settled.
 */
export function settle(plan: CostSharePlan, scenario: string, finalFen: ReadonlyMap<string, Fen>): Settlement {
  const items = plan.items.map((item) => ({ ...item, amountFen: fenToJson(finalFen.get(item.name) ?? fen(BigInt(item.amountFen))) }));
  const planned = shareCosts(readPlan(plan, scenario));
  const shares = shareCosts(readPlan({ ...plan, items }, scenario), { grantsMayShrink: true });
  return {
    shares,
    differences: changedLines(planned, shares),
    isBackToTable: isBeyondTolerance(planned.totalFen, shares.totalFen),
  };
}
