import { DomainError } from './errors.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

// Beijing has kept +08:00 without summer time since September 1991, and every clock here starts later;
// fixed arithmetic costs nanoseconds where Intl costs microseconds.
const OFFSET = 8 * 60 * MINUTE;

/** A Beijing calendar date, 'YYYY-MM-DD'. */
export type DateText = string;

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const clockForm = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Days since 1970-01-01 of a date, for arithmetic on dates. A date that no calendar has is refused.
 * Example: '2026-01-01' -> 20454; '2026-02-30' -> time.impossible.
 */
export function dayOfDate(date: DateText): number {
  const match = dateForm.exec(date);
  const day = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) throw new DomainError('time.impossible', { text: date });
  return day;
}

/** The date of a day number. Example: 20454 -> '2026-01-01'. */
export function dateOfDay(day: number): DateText {
  // Days to year, month and day by whole eras of 400 years that begin on 1 March.
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** The Beijing day number of an instant. */
export function beijingDay(at: Date): number {
  const ms = at.getTime();
  if (Number.isNaN(ms)) throw new DomainError('time.impossible', { text: 'invalid date' });
  return Math.floor((ms + OFFSET) / DAY);
}

/** Milliseconds since Beijing midnight of an instant. */
export function msOfDay(at: Date): number {
  return at.getTime() + OFFSET - beijingDay(at) * DAY;
}

/** The instant so many milliseconds after the Beijing midnight that begins a day. */
export function instantOfDay(day: number, ms = 0): Date {
  return new Date(day * DAY - OFFSET + ms);
}

/**
 * The Beijing date of an instant.
 * Example: 2026-09-18T16:00:00Z -> '2026-09-19'.
 */
export function beijingDate(at: Date): DateText {
  return dateOfDay(beijingDay(at));
}

/**
 * The instant of a Beijing date and clock time; '24:00' is the end of the date.
 * Example: '2026-04-27', '10:00' -> 2026-04-27T02:00:00Z.
 */
export function atBeijing(date: DateText, clock: string): Date {
  return instantOfDay(dayOfDate(date), msOfClock(clock));
}

/** Milliseconds since midnight of 'HH:MM' or 'HH:MM:SS', up to '24:00'. Example: '13:30' -> 48600000. */
export function msOfClock(clock: string): number {
  const match = clockForm.exec(clock);
  const ms = match && msOf(Number(match[1]), Number(match[2]), Number(match[3] ?? 0));
  if (ms === null) throw new DomainError('time.impossible', { text: clock });
  return ms;
}

/** The date so many days later (or earlier). Example: '2028-02-28' + 1 -> '2028-02-29'. */
export function addDays(date: DateText, days: number): DateText {
  return dateOfDay(dayOfDate(date) + days);
}

/** For people and exports, to the second. Example: '2026-04-27 10:00:00'. */
export function formatBeijing(at: Date): string {
  return `${beijingDate(at)} ${clockOf(at)}`;
}

/** For the wire: ISO 8601 with the Beijing offset, milliseconds only where there are any. Example: '2026-04-27T10:00:00+08:00'. */
export function toIsoBeijing(at: Date): string {
  const ms = msOfDay(at) % 1000;
  return `${beijingDate(at)}T${clockOf(at)}${ms === 0 ? '' : '.' + String(ms).padStart(3, '0')}+08:00`;
}

const exportForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日 ?(\d{1,2}):(\d{2})(?::(\d{2}))?$/,
];

/**
 * The instant of a time as hotline exports write it: '2026-09-19 00:06:19', the same without seconds, '2026年9月9日 19:22',
 * '2026/9/9 9:05', or a spreadsheet's serial number. Null for anything else and for times that do not exist.
 * Example: '2026年9月9日 19:22' -> 2026-09-09T11:22:00Z; '2026-02-30 08:00' -> null.
 */
export function readExportTime(written: string | number): Date | null {
  if (typeof written === 'number') return readSerial(written);
  const text = written.trim().replace(/\s+/g, ' ');
  if (/^\d{5}(\.\d+)?$/.test(text)) return readSerial(Number(text));
  for (const form of exportForms) {
    const match = form.exec(text);
    if (!match) continue;
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    const ms = msOf(Number(match[4]), Number(match[5]), Number(match[6] ?? 0));
    return day === null || ms === null ? null : instantOfDay(day, ms);
  }
  return null;
}

/** As `readExportTime`, but refuses what it cannot read with `time.impossible`. */
export function parseExportTime(written: string | number): Date {
  const at = readExportTime(written);
  if (!at) throw new DomainError('time.impossible', { text: String(written) });
  return at;
}

// Serial 1 is 1900-01-01; serial 60 is a 29 February 1900 that never was, so what lies before it is a day off and refused.
// Seconds come as a float fraction of the day and are rounded.
function readSerial(serial: number): Date | null {
  if (!(serial >= 61 && serial < 2_958_466)) return null;
  return instantOfDay(-25_569, Math.round(serial * 86_400) * 1000);
}

function dayOf(year: number, month: number, dayOfMonth: number): number | null {
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** How many days a month has. Example: February 2028 -> 29. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function msOf(hours: number, minutes: number, seconds: number): number | null {
  if (minutes > 59 || seconds > 59) return null;
  const ms = hours * 60 * MINUTE + minutes * MINUTE + seconds * 1000;
  return ms <= DAY ? ms : null;
}

function clockOf(at: Date): string {
  const seconds = Math.floor(msOfDay(at) / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(n: number): string {
  return n < 10 ? '0' + n : String(n);
}
