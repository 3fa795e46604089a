import type { DutyRule, DutyTurn } from '@wufang/contracts';
import { addDays, atBeijing, dateOfDay, dayOfDate, DomainError, type DateText, type WorkCalendar } from '@wufang/kernel';

/** A day off moves at most this far to the next working day: the longest holiday with its weekends. */
const LONGEST_HOLIDAY = 15;
/** How far ahead the next day is sought: longer than any gap between two of its days, which may be a year where one month is named. */
const SEEK_DAYS = 400;

/** A rule without days would never come. Example: every WEEK with no weekday -> duty.rule-empty. */
export function refuseEmpty(rule: DutyRule): void {
  if (rule.every === 'WEEK' && rule.weekdays.length === 0) throw new DomainError('duty.rule-empty', {});
  if (rule.every === 'MONTH' && rule.monthDays.length === 0) throw new DomainError('duty.rule-empty', {});
}

/**
 * The days of a duty within two dates, both included (周期任务; domain rules part 1, rows 49 and 139: a fixed weekday, every month). A day of the month
 * that a month has not is its last; where months are named, others have none (row 123: every quarter). A day that is not worked stays, is left out, or moves to the next working day; two that meet are one.
 * Example: the 31st of every month, in 2026-02 -> 2026-02-28, a Saturday; moved -> 2026-03-02.
 */
export function dutyDays(rule: DutyRule, from: DateText, through: DateText, calendar: WorkCalendar): DateText[] {
  const days = new Set<DateText>();
  // What falls on a day off before may move into the window.
  for (let day = dayOfDate(from) - LONGEST_HOLIDAY; day <= dayOfDate(through); day++) {
    const date = dateOfDay(day);
    if (!isNamed(rule, date)) continue;
    const on = settled(rule, date, calendar);
    if (on !== null && on >= from && on <= through) days.add(on);
  }
  return [...days].sort();
}

/** The first day of a duty after a date, or none within the months ahead. Example: every Tuesday, after Tue 2026-11-24 -> 2026-12-01. */
export function nextDutyDay(rule: DutyRule, after: DateText, until: DateText | null, calendar: WorkCalendar): DateText | null {
  const end = addDays(after, SEEK_DAYS);
  return dutyDays(rule, addDays(after, 1), until !== null && until < end ? until : end, calendar)[0] ?? null;
}

/**
 * Whether the next day of a duty rests on a year whose holiday notice is not out, so that it may still move (domain rules 3.9). Example: every first working
 * day, next on 2027-01-04, notice of 2027 not out -> yes; one that is done on days off too -> no.
 */
export function restsOnNoCalendar(rule: DutyRule, nextOn: DateText, calendar: WorkCalendar): boolean {
  return rule.onDayOff !== 'KEEP' && calendar.isProvisional(nextOn);
}

/** From when to when a duty of a day runs; an end that is not after the beginning is on the next day. Example: 18:00 to 08:00 -> until next morning. */
export function dutyHours(rule: DutyRule, on: DateText): { startsAt: Date; dueAt: Date } {
  const endsOn = rule.endsAt > rule.startsAt ? on : addDays(on, 1);
  return { startsAt: atBeijing(on, rule.startsAt), dueAt: atBeijing(endsOn, rule.endsAt) };
}

/** Whose turn it is: in order, over and over. Example: three people, the fourth time -> the first again. */
export function onTurn(rota: readonly string[], turn: number): string | null {
  return rota.length === 0 ? null : rota[turn % rota.length]!;
}

/** The one turn of a shift as it is planned; nobody named, no turn. */
export function firstTurn(accountId: string | null, { startsAt, dueAt }: { startsAt: Date; dueAt: Date }): DutyTurn[] {
  return accountId === null ? [] : [{ accountId, from: startsAt.toISOString(), until: dueAt.toISOString() }];
}

/**
 * The turns of a shift once another account has it (替班): from now on, or from its beginning while that is to come. Turns of no length are none.
 * Example: 18:00–08:00 is li's; relieved by wang at 23:00 -> li 18:00–23:00, wang 23:00–08:00; at noon before -> wang 18:00–08:00.
 */
export function relievedTurns(
  turns: readonly DutyTurn[],
  accountId: string,
  { startsAt, dueAt }: { startsAt: Date; dueAt: Date },
  now: Date,
): DutyTurn[] {
  const from = (now > startsAt ? now : startsAt).toISOString();
  const before = turns.map((turn) => ({ ...turn, until: turn.until < from ? turn.until : from })).filter((turn) => turn.from < turn.until);
  return [...before, { accountId, from, until: dueAt.toISOString() }];
}

function isNamed(rule: DutyRule, date: DateText): boolean {
  switch (rule.every) {
    case 'DAY':
      return true;
    case 'WEEK':
      return rule.weekdays.includes(weekdayOf(date));
    case 'MONTH': {
      const day = Number(date.slice(8));
      const isLast = addDays(date, 1).slice(8) === '01';
      if (rule.months !== undefined && rule.months.length > 0 && !rule.months.includes(Number(date.slice(5, 7)))) return false;
      return rule.monthDays.includes(day) || (isLast && rule.monthDays.some((named) => named > day));
    }
  }
}

function settled({ onDayOff }: DutyRule, date: DateText, calendar: WorkCalendar): DateText | null {
  if (onDayOff === 'KEEP' || calendar.isWorkingDay(date)) return date;
  return onDayOff === 'SKIP' ? null : calendar.onOrNextWorkingDay(date).date;
}

/** 1 is Monday. 1970-01-01 was a Thursday. */
function weekdayOf(date: DateText): number {
  return ((((dayOfDate(date) + 3) % 7) + 7) % 7) + 1;
}
