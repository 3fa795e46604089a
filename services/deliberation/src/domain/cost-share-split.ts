import { DomainError, fen, type Fen } from '@wufang/kernel';

/** One who takes part in a split: by area, by deposit, by agreed ratio. The code is unique in the split. */
export interface Part {
  code: string;
  weight: bigint;
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
 * largest remainders; among equal ones to the larger weight, then to the lower code. The shares always add up.
 * No law prescribes the rounding; the plan's text states it.
 * Example: 10000 fen over 101, 102, 103 of 89.50 m² each -> 3334, 3333, 3333.
 */
export function splitByWeight(amountFen: Fen, parts: readonly Part[]): Split {
  if (amountFen < 0n) throw new DomainError('cost-share.below-zero', { amountFen: amountFen.toString() });
  let weightTotal = 0n;
  for (const { code, weight } of parts) {
    if (weight < 0n) throw new DomainError('cost-share.below-zero', { code, weight: weight.toString() });
    weightTotal += weight;
  }
  if (weightTotal === 0n) throw new DomainError('cost-share.no-weight', {});
  let leftoverFen: bigint = amountFen;
  const sorted = inOrder(parts, ({ code }) => code);
  const entries = sorted.map(({ code, weight }): SplitEntry => {
    const product = amountFen * weight;
    const floorFen = product / weightTotal;
    leftoverFen -= floorFen;
    return { code, weight, floorFen: fen(floorFen), remainder: product - floorFen * weightTotal, rank: 0, shareFen: fen(floorFen) };
  });
  for (let i = 1; i < entries.length; i++)
    if (entries[i]!.code === entries[i - 1]!.code) throw new DomainError('cost-share.code-twice', { code: entries[i]!.code });
  // Entries stand in the order of their codes and the sort is stable: what is equal otherwise stays so.
  const line = [...entries].sort((a, b) => descending(a.remainder, b.remainder) || descending(a.weight, b.weight));
  line.forEach((entry, i) => {
    entry.rank = i + 1;
    if (i < leftoverFen) entry.shareFen = fen(entry.floorFen + 1n);
  });
  return { amountFen, weightTotal, leftoverFen, entries };
}

const descending = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);

/**
 * A list in the order of its codes as people read them: runs of digits count as numbers, the rest goes by character.
 * Example: 1-101, 1-201, 1-1001 and not 1-1001 before 1-101.
 */
export function inOrder<T>(list: readonly T[], codeOf: (one: T) => string): T[] {
  return [...list].sort((a, b) => compareCodes(codeOf(a), codeOf(b)));
}

function compareCodes(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (isDigit(x) && isDigit(y)) {
      const [endA, endB] = [endOfDigits(a, i), endOfDigits(b, j)];
      while (i < endA && a.charCodeAt(i) === ZERO) i++;
      while (j < endB && b.charCodeAt(j) === ZERO) j++;
      if (endA - i !== endB - j) return endA - i - (endB - j);
      for (; i < endA; i++, j++) if (a.charCodeAt(i) !== b.charCodeAt(j)) return a.charCodeAt(i) - b.charCodeAt(j);
    } else {
      if (x !== y) return x - y;
      i++;
      j++;
    }
  }
  // Codes that read alike (01 and 1) still need one order.
  return a.length - i - (b.length - j) || (a < b ? -1 : a > b ? 1 : 0);
}

const ZERO = 48;
const isDigit = (char: number) => char >= ZERO && char <= 57;

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}
