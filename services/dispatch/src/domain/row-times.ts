import type { DirectoryRow } from '@wufang/contracts';
import { beijingDay, dateOfDay, dayOfDate, msOfDay } from '@wufang/kernel';

type RowTimes = NonNullable<DirectoryRow['times']>;

/** An instant as the time conditions of a row see it, in Beijing: day number, month and day as 1115, minute of the day. */
export interface Moment {
  day: number;
  monthDay: number;
  minute: number;
}

export function momentOf(at: Date): Moment {
  const day = beijingDay(at);
  return { day, monthDay: monthDayOf(day), minute: Math.floor(msOfDay(at) / 60_000) };
}

export function monthDayOf(day: number): number {
  const date = dateOfDay(day);
  return Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}

/** The time conditions of a row in numbers, laid out once for many comparisons. */
export interface LaidTimes {
  fromDay: number;
  toDay: number;
  season: readonly [from: number, to: number] | null;
  hours: readonly [from: number, to: number] | null;
}

export function layTimes(times: RowTimes | undefined): LaidTimes | null {
  if (!times) return null;
  const { from, to, season, hours } = times;
  if (!from && !to && !season && !hours) return null;
  return {
    fromDay: from ? dayOfDate(from) : -Infinity,
    toDay: to ? dayOfDate(to) : Infinity,
    season: season ? [monthDayNumber(season.from), monthDayNumber(season.to)] : null,
    hours: hours ? [minuteNumber(hours.from), minuteNumber(hours.to)] : null,
  };
}

const anyDay = { from: '1949-10-01', to: '9999-12-31' };

/**
 * Rows as if they were in force on any day: those that begin later have begun, those that end have not ended, and those that are over by `today` are over; seasons and hours
 * stay, and a row with days is as particular as before.
 * Example: today 2026-11-30, a row from 2027-01-01 -> holds in October 2026; a row until 2026-06-30 -> never.
 */
export function asIfInForce<Row extends Pick<DirectoryRow, 'times'>>(rows: readonly Row[], today: string): Row[] {
  return rows.map((row) => {
    const { times } = row;
    if (!times || (times.to !== undefined && times.to < today)) return row;
    return { ...row, times: { ...times, ...(times.from && { from: anyDay.from }), ...(times.to && { to: anyDay.to }) } };
  });
}

const monthDayNumber = (text: string) => Number(text.slice(0, 2)) * 100 + Number(text.slice(3));
const minuteNumber = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/**
 * Whether a row holds at a moment: first and last day included, a season that runs over the end of the year, hours from their first to before
 * their last minute, over midnight if need be; the day is that of the moment itself.
 * Example: 11-15 to 03-15 holds on 1 January; 22:00 to 06:00 holds at 05:59 and no longer at 06:00.
 */
export function holdsAt(times: LaidTimes, { day, monthDay, minute }: Moment): boolean {
  return day >= times.fromDay && day <= times.toDay && isInSeason(times.season, monthDay) && isInHours(times.hours, minute);
}

function isInSeason(season: LaidTimes['season'], monthDay: number): boolean {
  if (!season) return true;
  const [from, to] = season;
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}

function isInHours(hours: LaidTimes['hours'], minute: number): boolean {
  if (!hours) return true;
  const [from, to] = hours;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

const always: LaidTimes = { fromDay: -Infinity, toDay: Infinity, season: null, hours: null };
/** Four years: after them a season has met every day of every year. */
const DAYS_OF_ALL_SEASONS = 1_461;

/** Whether two rows can hold at the same moment. A row that can never meet itself never holds. Example: 夏 06-01 to 08-31 and 供暖季 -> no. */
export function canMeet(one: LaidTimes | null, other: LaidTimes | null): boolean {
  const [a, b] = [one ?? always, other ?? always];
  const minutes = [0, ...[a, b].flatMap(({ hours }) => (hours ? [hours[0]] : []))];
  if (!minutes.some((minute) => isInHours(a.hours, minute) && isInHours(b.hours, minute))) return false;
  const [from, to] = [Math.max(a.fromDay, b.fromDay), Math.min(a.toDay, b.toDay)];
  if (from > to) return false;
  if (!a.season && !b.season) return true;
  // Over four years every day of the year comes, so that the seasons alone decide: two that meet do so on the first day of one of them.
  if (to - from >= DAYS_OF_ALL_SEASONS) return [a, b].some(({ season }) => season && isInBoth(season[0], a, b));
  for (let day = from; day <= to; day++) if (isInBoth(monthDayOf(day), a, b)) return true;
  return false;
}

const isInBoth = (monthDay: number, a: LaidTimes, b: LaidTimes) => isInSeason(a.season, monthDay) && isInSeason(b.season, monthDay);

/** Looks that a check may still cost; below nothing the rest stays unlooked at, and that is said. */
export interface Looks {
  left: number;
}

/**
 * Moments that stand for all others from a day on: between two neighbours no row of the list begins or ends to hold. Each day that is walked for the edges of
 * seasons is charged; where nothing is left the walk ends, and whoever asks sees that.
 */
export function tellingMoments(list: readonly (LaidTimes | null)[], today: number, looks: Looks = { left: Infinity }): Moment[] {
  const minutes = new Set([0]);
  const days = new Set([today]);
  const edges = new Set<number>();
  for (const times of list) {
    if (!times) continue;
    for (const minute of times.hours ?? []) minutes.add(minute);
    if (times.fromDay > today && times.fromDay < Infinity) days.add(times.fromDay);
    if (times.toDay >= today && times.toDay < Infinity) days.add(times.toDay + 1);
    if (times.season) edges.add(times.season[0]).add(times.season[1]);
  }
  if (edges.size > 0) {
    const starts = [...days].sort((a, b) => a - b);
    for (const [i, start] of starts.entries()) {
      const end = Math.min(starts[i + 1] ?? Infinity, start + 366);
      for (let day = start; day < end && looks.left >= 0; day++, looks.left--) if (edges.has(monthDayOf(day))) days.add(day).add(day + 1);
    }
  }
  return [...days].flatMap((day) => [...minutes].map((minute) => ({ day, monthDay: monthDayOf(day), minute })));
}

/** When a row holds, in words. Example: { season: 11-15 to 03-15 } -> 每年11月15日至次年3月15日. */
export function timesText(times: RowTimes | undefined): string {
  if (!times) return '';
  const { from, to, season, hours } = times;
  const said: string[] = [];
  if (from || to) said.push(`${from ? `${dateText(from)}起` : ''}${to ? `至${dateText(to)}止` : ''}`);
  if (season) said.push(`每年${monthDayText(season.from)}至${season.from > season.to ? '次年' : ''}${monthDayText(season.to)}`);
  if (hours) said.push(`每日${hours.from}至${hours.from > hours.to ? '次日' : ''}${hours.to}`);
  return said.join('，');
}

const dateText = (date: string) => `${Number(date.slice(0, 4))}年${monthDayText(date.slice(5))}`;
const monthDayText = (text: string) => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;
