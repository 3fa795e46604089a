import { DomainError, fen, type Area, type Fen } from '@wufang/kernel';

/** One who takes part in a split: by area, by deposit, by agreed ratio. The code is unique in the split. */
export interface Part {
  code: string;
  weight: bigint;
  /** What comes first among equal remainders where that is not the weight: a home's area, where homes share by head or by agreed weights. */
  area?: Area | undefined;
}

/** What one part takes, with everything that is needed to compute it again by hand. */
export interface SplitEntry extends Part {
  /** The exact quotient cut down to whole fen. */
  floorFen: Fen;
  /** What the cut left, as a numerator over the split's `weightTotal`. */
  remainder: bigint;
  /** Place in the line for the left-over fen, from 1. */
  rank: number;
  shareFen: Fen;
}

export interface Split {
  amountFen: Fen;
  weightTotal: bigint;
  /** Left-over fen (尾差): the first so many of the line get one each. */
  leftoverFen: bigint;
  /** In the order of their codes, whatever order they came in. */
  entries: SplitEntry[];
}

/**
 * Splits an amount by whole weights (最大余数法): every share is cut down to whole fen, and the left-over fen go one by one to the
 * largest remainders; among equal ones to the larger area, where the parts have one beside their weight, or else to the larger weight, then to the lower code.
 * The shares always add up. No law prescribes the rounding; the plan's text states it.
 * Examples: 10000 fen over 101, 102, 103 of 89.50 m² each -> 3334, 3333, 3333; by head over 50, 60 and 75 m² -> 3333, 3333, 3334.
 */
export function splitByWeight(amountFen: Fen, parts: readonly Part[]): Split {
  return splitInOrder(
    amountFen,
    inOrder(parts, ({ code }) => code),
  );
}

/** `splitByWeight` of parts that stand in the order of their codes already (`inOrder`): ten thousand homes are not sorted at every level. */
export function splitInOrder(amountFen: Fen, parts: readonly Part[]): Split {
  if (amountFen < 0n) throw new DomainError('cost-share.below-zero', { amountFen: amountFen.toString() });
  let weightTotal = 0n;
  for (const { code, weight } of parts) {
    if (weight < 0n) throw new DomainError('cost-share.below-zero', { code, weight: weight.toString() });
    weightTotal += weight;
  }
  if (weightTotal === 0n) throw new DomainError('cost-share.no-weight', {});
  let leftoverFen: bigint = amountFen;
  const entries = parts.map(({ code, weight, area }): SplitEntry => {
    const product = amountFen * weight;
    const floorFen = product / weightTotal;
    leftoverFen -= floorFen;
    return { code, weight, area, floorFen: fen(floorFen), remainder: product % weightTotal, rank: 0, shareFen: fen(floorFen) };
  });
  for (let i = 1; i < entries.length; i++)
    if (entries[i]!.code === entries[i - 1]!.code) throw new DomainError('cost-share.code-twice', { code: entries[i]!.code });
  // Entries stand in the order of their codes and the sort is stable: what is equal otherwise stays so.
  lineFor(entries, weightTotal).forEach((entry, i) => {
    entry.rank = i + 1;
    if (i < leftoverFen) entry.shareFen = fen(entry.floorFen + 1n);
  });
  return { amountFen, weightTotal, leftoverFen, entries };
}

/** The line for the left-over fen. Remainders and weights are at most the total: below 2^53 they are compared as numbers, several times faster and as exact. */
function lineFor(entries: readonly SplitEntry[], weightTotal: bigint): SplitEntry[] {
  if (weightTotal > BigInt(Number.MAX_SAFE_INTEGER)) {
    const size = ({ area, weight }: SplitEntry) => (area === undefined ? weight : BigInt(area));
    return [...entries].sort((a, b) => descending(a.remainder, b.remainder) || descending(size(a), size(b)));
  }
  const keyed = entries.map((entry) => ({ entry, remainder: Number(entry.remainder), size: entry.area ?? Number(entry.weight) }));
  keyed.sort((a, b) => b.remainder - a.remainder || b.size - a.size);
  return keyed.map(({ entry }) => entry);
}

const descending = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);

/**
 * A list in the order of its codes as people read them: runs of digits count as numbers, the rest goes by character.
 * Example: 1-101, 1-201, 1-1001 and not 1-1001 before 1-101.
 */
export function inOrder<T>(list: readonly T[], codeOf: (one: T) => string): T[] {
  // A key for each code once, not two readings for each comparison.
  const keyed = list.map((one) => {
    const code = codeOf(one);
    return { one, code, key: sortKey(code) };
  });
  // Codes that read alike (01 and 1) still need one order.
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return keyed.map(({ one }) => one);
}

/** A code that sorts by character as it is read: before each run of digits a 0, which stands to other characters as any digit does, and how long it is. */
function sortKey(code: string): string {
  return code.replace(/\d+/g, (run) => {
    const digits = run.startsWith('0') ? run.replace(/^0+/, '') : run;
    return `0${String.fromCharCode(digits.length)}${digits}`;
  });
}
