import { atBeijing, beijingDate } from '@wufang/kernel';

/** A month as it is written in lists and slots. Example: 2026-11-29 in Beijing -> '2026-11'. */
export const monthOf = (at: Date): string => beijingDate(at).slice(0, 7);

/** Example: '2026-12' -> '2027-01'. */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** From the first moment of a month to its end, Beijing time. Example: '2026-11' -> until 2026-12-01 00:00. */
export function spanOfMonth(month: string): { from: Date; to: Date } {
  return { from: atBeijing(`${month}-01`, '00:00'), to: atBeijing(`${monthAfter(month)}-01`, '00:00') };
}
