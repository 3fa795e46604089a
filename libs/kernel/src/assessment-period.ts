import { atBeijing, beijingDate } from './beijing-time.js';
import { DomainError } from './errors.js';

/** On which day of a month an assessment period (考核周期) begins: 1 for the natural month, later for a period that begins in the month before. */
export interface PeriodProfile {
  startDay: number;
}

/** From the 19th of last month to 24:00 on the 18th, as Beijing assesses its streets. */
export const BEIJING_PERIOD: PeriodProfile = { startDay: 19 };

export const NATURAL_MONTH: PeriodProfile = { startDay: 1 };

/** Half-open: `from` belongs to the period, `to` to the next one. */
export interface PeriodRange {
  from: Date;
  to: Date;
}

/**
 * The period an instant belongs to, named by the month in which it ends.
 * Example: 2026-09-19 00:00 with startDay 19 -> '2026-10'; a millisecond before -> '2026-09'.
 */
export function periodOf(at: Date, profile: PeriodProfile): string {
  const startDay = checkedStartDay(profile);
  const date = beijingDate(at);
  const month = date.slice(0, 7);
  return startDay > 1 && Number(date.slice(8)) >= startDay ? shiftPeriod(month, 1) : month;
}

/**
 * First instant of a period, and of the next one.
 * Example: '2026-10' with startDay 19 -> 2026-09-19 00:00 to 2026-10-19 00:00, Beijing time.
 */
export function periodRange(key: string, profile: PeriodProfile): PeriodRange {
  const startDay = checkedStartDay(profile);
  const firstMonth = startDay > 1 ? shiftPeriod(key, -1) : shiftPeriod(key, 0);
  const day = String(startDay).padStart(2, '0');
  return { from: atBeijing(`${firstMonth}-${day}`, '00:00'), to: atBeijing(`${shiftPeriod(firstMonth, 1)}-${day}`, '00:00') };
}

/** The period so many after (or before) another. Example: '2026-12' + 1 -> '2027-01'. */
export function shiftPeriod(key: string, periods: number): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key);
  if (!match) throw new DomainError('period.impossible', { key });
  const index = Number(match[1]) * 12 + Number(match[2]) - 1 + periods;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

// Not after the 28th: a period has to begin in every month.
function checkedStartDay({ startDay }: PeriodProfile): number {
  if (!Number.isInteger(startDay) || startDay < 1 || startDay > 28) throw new DomainError('period.impossible', { startDay });
  return startDay;
}
