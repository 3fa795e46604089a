import {
  addDays,
  atBeijing,
  beijingDate,
  dateOfDay,
  dayOfDate,
  daysInMonth,
  instantOfDay,
  msOfClock,
  msOfDay,
  type DateText,
} from './beijing-time.js';
import { DomainError } from './errors.js';
import type { WorkCalendar } from './work-calendar.js';

/** Opening and closing times of one day, in order, such as [['09:00', '12:00'], ['13:30', '18:00']]. */
export type DailyHours = readonly (readonly [from: string, to: string])[];

/** The office's working hours (办公时间) where a limit names none. */
export const OFFICE_HOURS: DailyHours = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];

/**
 * A time limit (时限) as data.
 * - `C` runs at once and always (自然时).
 * - `W` runs in the hours of working days (工作时).
 * - `CW` runs every day of the week, but only inside a daily window.
 * - `D` counts days; the day of the event is not one of them, the limit ends at 24:00 of the last. `roll`: a last day that is off moves to
 *   the next working day (民法典 art. 203), right for statutory limits, not for promises to residents.
 * - `M` counts months to the same day of the month, or to its last day where there is none (民法典 art. 202).
 * - `SAME_DAY` ends at a closing time; what comes at or after `until`, or else closing, is due at closing of the next day.
 */
export type Limit =
  | { clock: 'C'; minutes: number }
  | { clock: 'W'; minutes: number; hours?: DailyHours }
  | { clock: 'CW'; minutes: number; from: string; to: string }
  | { clock: 'D'; days: number; unit: 'calendar' | 'working'; roll: boolean }
  | { clock: 'M'; months: number; roll: boolean }
  | { clock: 'SAME_DAY'; at: string; until?: string };

export interface Due {
  dueAt: Date;
  /** a year without a holiday notice had a part in it: count again when the notice is there */
  provisional: boolean;
}

const MINUTE = 60_000;

/**
 * When a limit that starts at an instant ends (民法典 arts. 201–203; the office's table of limits).
 * Examples: 2 h from 2025-12-31 23:10 -> 2026-01-01 01:10, holidays do not matter to hours;
 * 1 working day from Fri 2025-09-26 -> Sun 2025-09-28 24:00, a make-up workday;
 * 15 days with roll from 2025-09-20 -> 2025-10-09 24:00, the first day after the holidays.
 */
export function dueAt(limit: Limit, startAt: Date, calendar: WorkCalendar): Due {
  switch (limit.clock) {
    case 'C':
      return { dueAt: new Date(startAt.getTime() + msOfMinutes(limit.minutes)), provisional: false };
    case 'W':
    case 'CW': {
      const meter = meterOf(limit);
      return advance(meter, startAt, msOfMinutes(limit.minutes), calendar);
    }
    case 'D': {
      const startOn = beijingDate(startAt);
      if (limit.unit === 'working') return endOf(calendar.addWorkingDays(startOn, count(limit.days)));
      return endOf(rolled(addDays(startOn, count(limit.days)), limit.roll, calendar));
    }
    case 'M':
      return endOf(rolled(addMonths(beijingDate(startAt), count(limit.months)), limit.roll, calendar));
    case 'SAME_DAY': {
      const startOn = beijingDate(startAt);
      const isToday = startAt < atBeijing(startOn, limit.until ?? limit.at);
      return { dueAt: atBeijing(isToday ? startOn : addDays(startOn, 1), limit.at), provisional: false };
    }
  }
}

/**
 * Where an instant of a duty lies after the duty stood still between two others (中止计时); what lies before the pause stays. Hours: as much
 * later as the pause was long. Working hours: what was left of them is left after it. Days: a day later for each midnight that passed (for each
 * working day, where working days count), so that a limit of days still ends at 24:00 and a pause within a day gives nothing.
 * Example: 7 days, due 2025-11-10 24:00, paused from 2025-11-05 14:00 to 2025-11-07 09:00 -> 2025-11-12 24:00.
 */
export function afterPause(limit: Limit, at: Date, from: Date, to: Date, calendar: WorkCalendar): Due {
  if (at <= from || to <= from) return { dueAt: at, provisional: false };
  switch (limit.clock) {
    case 'C':
    case 'SAME_DAY':
      return { dueAt: new Date(at.getTime() + to.getTime() - from.getTime()), provisional: false };
    case 'W':
    case 'CW': {
      const meter = meterOf(limit);
      const left = metered(meter, from, at, calendar);
      const end = advance(meter, to, left.ms, calendar);
      return { dueAt: end.dueAt, provisional: left.provisional || end.provisional };
    }
    case 'D':
    case 'M': {
      // 24:00 belongs to the day that it ends.
      const lastOn = beijingDate(new Date(at.getTime() - 1));
      const ofDay = at.getTime() - instantOfDay(dayOfDate(lastOn)).getTime();
      const [fromOn, toOn] = [beijingDate(from), beijingDate(to)];
      const on = (date: DateText) => new Date(instantOfDay(dayOfDate(date)).getTime() + ofDay);
      if (limit.clock === 'D' && limit.unit === 'working') {
        const passed = calendar.countWorkingDays(fromOn, toOn);
        const end = calendar.addWorkingDays(lastOn, passed.days);
        return { dueAt: on(end.date), provisional: passed.provisional || end.provisional };
      }
      const end = rolled(addDays(lastOn, dayOfDate(toOn) - dayOfDate(fromOn)), limit.roll, calendar);
      return { dueAt: on(end.date), provisional: end.provisional };
    }
  }
}

/**
 * The last day to give notice of something so many days ahead (提前通知); the day of the notice is not counted.
 * Example: 15 days before an assembly on 2025-11-20 -> 2025-11-05; a notice on the 6th is late.
 */
export function noticeBy(eventOn: DateText, days: number): DateText {
  return addDays(eventOn, -count(days));
}

/**
 * The last day on which something posted (公示) has to hang; the day of posting is not counted.
 * Example: posted 2025-09-28 for 10 working days -> through 2025-10-17.
 */
export function postedThrough(postedOn: DateText, workingDays: number, calendar: WorkCalendar): { date: DateText; provisional: boolean } {
  return calendar.addWorkingDays(postedOn, workingDays);
}

/**
 * A stage of a duty, before or after its end, as data.
 * - `after`: a limit of its own from the same start, counted like any limit (60 minutes; 3 days: 24:00 of the third day).
 * - `part`: a part of the whole duty; of all its time, or of what falls into a working clock.
 * - `at`: a clock time of the day on which the duty starts, or of its last day.
 * - `afterDue`: minutes after the end.
 */
export type Stage =
  | { after: Limit }
  | { part: 'half' | { num: number; den: number }; clock?: MeteredClock }
  | { at: string; on?: 'start' | 'due' }
  | { afterDue: number };

/** A clock that stands still outside its hours. */
export type MeteredClock = { clock: 'W'; hours?: DailyHours } | { clock: 'CW'; from: string; to: string };

export interface StageInstant {
  /** place of the stage in the list that was given */
  stage: number;
  kind: 'warning' | 'after-due';
  at: Date;
  provisional: boolean;
}

/**
 * When the stages of a duty come, sorted by time. A warning that would not come after the start and strictly before the end is left
 * out: with an end that was shortened, or a start late in the day, it would tell nobody anything.
 * Example: 2 h from 23:10 with stages at 60 and 90 minutes and 60 minutes after the end -> 00:10, 00:40, 02:10.
 */
export function stageInstants(stages: readonly Stage[], startAt: Date, due: Date, calendar: WorkCalendar): StageInstant[] {
  const instants: StageInstant[] = [];
  stages.forEach((spec, stage) => {
    const { dueAt: at, provisional } = stageAt(spec, startAt, due, calendar);
    const kind = 'afterDue' in spec ? 'after-due' : 'warning';
    if (kind === 'after-due' || (at > startAt && at < due)) instants.push({ stage, kind, at, provisional });
  });
  return instants.sort((a, b) => a.at.getTime() - b.at.getTime() || a.stage - b.stage);
}

function stageAt(spec: Stage, startAt: Date, due: Date, calendar: WorkCalendar): Due {
  if ('after' in spec) return dueAt(spec.after, startAt, calendar);
  if ('afterDue' in spec) return { dueAt: new Date(due.getTime() + msOfMinutes(spec.afterDue)), provisional: false };
  if ('at' in spec) {
    // A duty that ends at 24:00 has its last day before that midnight.
    const day = spec.on === 'due' ? new Date(due.getTime() - 1) : startAt;
    return { dueAt: atBeijing(beijingDate(day), spec.at), provisional: false };
  }
  const { num, den } = spec.part === 'half' ? { num: 1, den: 2 } : spec.part;
  if (!(Number.isInteger(num) && Number.isInteger(den) && 0 < num && num < den)) throw new DomainError('limit.impossible', { num, den });
  if (!spec.clock) {
    const ms = Math.floor(((due.getTime() - startAt.getTime()) * num) / den);
    return { dueAt: new Date(startAt.getTime() + ms), provisional: false };
  }
  const meter = meterOf(spec.clock);
  const whole = metered(meter, startAt, due, calendar);
  const at = advance(meter, startAt, Math.floor((whole.ms * num) / den), calendar);
  return { dueAt: at.dueAt, provisional: whole.provisional || at.provisional };
}

/** A clock that runs only in certain hours of a day, on all days or on working days. */
interface Meter {
  windows: { from: number; to: number }[];
  perDay: number;
  workingDaysOnly: boolean;
}

function meterOf(clock: MeteredClock): Meter {
  const hours = clock.clock === 'W' ? (clock.hours ?? OFFICE_HOURS) : ([[clock.from, clock.to]] as const);
  const windows = hours.map(([from, to]) => ({ from: msOfClock(from), to: msOfClock(to) }));
  let last = -1;
  for (const { from, to } of windows) {
    if (from < last || to <= from) throw new DomainError('limit.impossible-hours', { hours });
    last = to;
  }
  if (windows.length === 0) throw new DomainError('limit.impossible-hours', { hours });
  const perDay = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  return { windows, perDay, workingDaysOnly: clock.clock === 'W' };
}

/** The first instant at which the meter, read from the start on, stands at `ms`. */
function advance(meter: Meter, startAt: Date, ms: number, calendar: WorkCalendar): Due {
  if (ms === 0) return { dueAt: startAt, provisional: false };
  const startOn = beijingDate(startAt);
  const runsToday = !meter.workingDaysOnly || calendar.isWorkingDay(startOn);
  const total = ms + (runsToday ? runUntil(meter, msOfDay(startAt)) : 0);
  // A count that fills its last day ends at closing time, not at opening time of the day after.
  const daysBefore = Math.ceil(total / meter.perDay) - 1;
  const days = runsToday ? daysBefore : daysBefore + 1;
  const end = meter.workingDaysOnly ? calendar.addWorkingDays(startOn, days) : { date: addDays(startOn, days), provisional: false };
  const provisional = end.provisional || (meter.workingDaysOnly && calendar.isProvisional(startOn));
  let left = total - daysBefore * meter.perDay;
  for (const { from, to } of meter.windows) {
    if (left <= to - from) return { dueAt: instantOfDay(dayOfDate(end.date), from + left), provisional };
    left -= to - from;
  }
  throw new Error('a day holds no more than its hours');
}

/** How far the meter runs between two instants. */
function metered(meter: Meter, startAt: Date, endAt: Date, calendar: WorkCalendar): { ms: number; provisional: boolean } {
  if (endAt <= startAt) return { ms: 0, provisional: false };
  const [startOn, endOn] = [beijingDate(startAt), beijingDate(endAt)];
  const runs = (date: DateText) => !meter.workingDaysOnly || calendar.isWorkingDay(date);
  const read = (at: Date, on: DateText) => (runs(on) ? runUntil(meter, msOfDay(at)) : 0);
  const between = meter.workingDaysOnly
    ? calendar.countWorkingDays(addDays(startOn, -1), addDays(endOn, -1))
    : { days: dayOfDate(endOn) - dayOfDate(startOn), provisional: false };
  const ms = between.days * meter.perDay + read(endAt, endOn) - read(startAt, startOn);
  const isLastDayTouched = meter.workingDaysOnly && msOfDay(endAt) > 0 && calendar.isProvisional(endOn);
  return { ms, provisional: between.provisional || isLastDayTouched };
}

function runUntil(meter: Meter, ms: number): number {
  return meter.windows.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(ms, to) - from), 0);
}

function rolled(date: DateText, roll: boolean, calendar: WorkCalendar): { date: DateText; provisional: boolean } {
  return roll ? calendar.onOrNextWorkingDay(date) : { date, provisional: false };
}

function endOf({ date, provisional }: { date: DateText; provisional: boolean }): Due {
  return { dueAt: instantOfDay(dayOfDate(date) + 1), provisional };
}

/**
 * The same day of the month so many months later, or earlier; where there is none, the month's last (民法典 art. 202).
 * Examples: '2026-12-31' + 2 -> '2027-02-28'; '2031-08-31' - 6 -> '2031-02-28'.
 */
export function addMonths(date: DateText, months: number): DateText {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const first = dayOfDate(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`);
  return dateOfDay(first + Math.min(day, daysInMonth(y, m)) - 1);
}

/** Minutes may be broken, down to the millisecond: a street for trying things out counts in seconds. */
function msOfMinutes(minutes: number): number {
  return count(Math.round(minutes * MINUTE));
}

function count(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new DomainError('limit.impossible', { value });
  return value;
}
