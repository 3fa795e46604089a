import type { HolidayYear } from '@wufang/contracts';

/**
 * What is wrong with a year of holidays and make-up workdays (调休), in words; empty when it may be published. Days are real dates of the
 * year or of the ends of its neighbours (the notice for 2023 takes 2022-12-31 off), each once.
 * Example: 2026-02-30 -> 不是日期.
 */
export function faultsOfHolidayYear({ year, days }: HolidayYear): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { date } of days) {
    if (!isDate(date)) faults.push(`“${date}”不是日期`);
    else if (Math.abs(Number(date.slice(0, 4)) - year) > 1) faults.push(`${date} 不在 ${year} 年前后`);
    if (seen.has(date)) faults.push(`${date} 重复`);
    seen.add(date);
  }
  return faults;
}

/** A year without a notice, or with an empty one, is provisional (暂定): only weekends are known to be off. */
export function isProvisional({ papers, days }: HolidayYear): boolean {
  return papers.length === 0 || days.length === 0;
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
