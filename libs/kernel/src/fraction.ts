import { DomainError } from './errors.js';

type Whole = bigint | number;

/** A ratio of whole numbers, such as 2/3; never 0.667. */
export interface Fraction {
  num: Whole;
  den: Whole;
}

/**
 * Which of two fractions is greater, by cross multiplication: -1, 0 or 1.
 * Example: 66/99 and 2/3 -> 0.
 */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = whole(a.num) * denominator(b);
  const right = whole(b.num) * denominator(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whether a part is at least the given fraction of the whole. No part of nothing reaches anything.
 * Example: 66 of 99 is at least 2/3; 66 of 100 is not.
 */
export function atLeast(part: Whole, ofWhole: Whole, limit: Fraction): boolean {
  const [p, w] = share(part, ofWhole);
  return w > 0n && p * denominator(limit) >= whole(limit.num) * w;
}

/**
 * Whether a part is more than half of the whole (过半数).
 * Example: 51 of 100 is; 50 of 100 is not.
 */
export function strictMajority(part: Whole, ofWhole: Whole): boolean {
  const [p, w] = share(part, ofWhole);
  return p * 2n > w;
}

/**
 * A fraction as a whole number, half rounded up, once and at the end.
 * Example: 835/10 -> 84; 834/10 -> 83.
 */
export function roundHalfUp(fraction: Fraction): bigint {
  const den = denominator(fraction);
  const doubled = whole(fraction.num) * 2n + den;
  const divisor = den * 2n;
  const quotient = doubled / divisor;
  // bigint division cuts towards zero; below zero that is one too many unless it divides evenly.
  return doubled < 0n && quotient * divisor !== doubled ? quotient - 1n : quotient;
}

function whole(value: Whole): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new DomainError('fraction.not-whole', { value });
  return BigInt(value);
}

function denominator(fraction: Fraction): bigint {
  const den = whole(fraction.den);
  if (den <= 0n) throw new DomainError('fraction.impossible-denominator', { den: den.toString() });
  return den;
}

// More votes than voters is a counting mistake upstream, and must not pass for a result.
function share(part: Whole, ofWhole: Whole): [bigint, bigint] {
  const [p, w] = [whole(part), whole(ofWhole)];
  if (p < 0n || p > w) throw new DomainError('fraction.part-exceeds-whole', { part: p.toString(), whole: w.toString() });
  return [p, w];
}
