import { hundredths } from './decimal.js';
import { DomainError } from './errors.js';

declare const isArea: unique symbol;

/** A building area (建筑面积): whole hundredths of a square metre. */
export type Area = number & { readonly [isArea]: true };

/**
 * An area from a text, or from a spreadsheet's number; exact, more than two decimals are refused and never rounded.
 * Zero is refused unless allowed: a home without a known area blocks a cost plan (专有部分面积 has to come from a register,
 * a survey or a contract).
 * Example: '88.95' -> 8895.
 */
export function areaFromText(text: string | number, options: { allowZero?: boolean } = {}): Area {
  const value = hundredths(String(text));
  if (value === null || value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new DomainError('area.unreadable', { text });
  if (value === 0n && !options.allowZero) throw new DomainError('area.zero', { text });
  return Number(value) as Area;
}

/** Square metres for people, and for exports. Example: 8895 -> '88.95'. */
export function formatArea(area: Area): string {
  const digits = String(area).padStart(3, '0');
  return digits.slice(0, -2) + '.' + digits.slice(-2);
}
