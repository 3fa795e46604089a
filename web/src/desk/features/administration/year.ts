import type { Output } from '@wufang/api-client';

export type PublishedYear = Output<'registry.calendar.list'>['calendars'][number];
export type Noticed = PublishedYear['days'][number];

/** One day as the picture of a year shows it. */
export interface Day {
  date: string;
  isWorked: boolean;
  /** What a notice calls it; a make-up workday (调休上班) has the name of the holiday it is for. */
  name: string | null;
}

/**
 * A year as twelve months of days: off is what a notice calls off, and a weekend that no notice calls a make-up workday. Notices of neighbouring years
 * reach in. Example: 2025-09-28, a Sunday, is worked (make-up for National Day).
 */
export function monthsOf(year: number, noticed: readonly Noticed[]): Day[][] {
  const by = new Map(noticed.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_, month) => {
    const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Array.from({ length: days }, (__, at) => {
      const date = new Date(Date.UTC(year, month, at + 1));
      const text = date.toISOString().slice(0, 10);
      const notice = by.get(text);
      const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      return { date: text, isWorked: notice ? !notice.isOffDay : !isWeekend, name: notice?.name ?? null };
    });
  });
}

/** Which column a day stands in when a week begins on Monday: 1 to 7. */
export const columnOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The dates from one to another, both included. Example: 2027-02-05 to 2027-02-07 are three. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}
