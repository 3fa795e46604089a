import { hundredths, writeHundredths } from './decimal.js';
import { DomainError } from './errors.js';

declare const isFen: unique symbol;

/** Money (分): whole fen, never a float. Sums lose the mark and take it again: `fen(a + b)`. */
export type Fen = bigint & { readonly [isFen]: true };

export function fen(amount: bigint): Fen {
  return amount as Fen;
}

/**
 * Money from a text in yuan, exact; more than two decimals are refused and never rounded.
 * Example: '12,345.67' -> 1234567n.
 */
export function fenFromYuan(text: string): Fen {
  const value = hundredths(text);
  if (value === null) throw new DomainError('money.unreadable', { text });
  return fen(value);
}

/** Yuan for people. Example: 1234567n -> '12,345.67'. */
export function formatFen(amount: Fen): string {
  return writeHundredths(amount);
}

const decimal = /^(0|-?[1-9]\d*)$/;

/** Money on the wire: a decimal text of fen, since a JSON number is a float. Example: 1234567n -> '1234567'. */
export function fenToJson(amount: Fen): string {
  return amount.toString();
}

/** The way back from the wire; anything but the one way of writing it is refused. Example: '1234567' -> 1234567n. */
export function fenFromJson(text: string): Fen {
  if (!decimal.test(text)) throw new DomainError('money.unreadable', { text });
  return fen(BigInt(text));
}
