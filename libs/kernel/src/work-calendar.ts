import { dateOfDay, dayOfDate, type DateText } from './beijing-time.js';
import { DomainError } from './errors.js';

/** A year of the State Council's holiday notice (放假安排), in the form of the public repository NateScarlet/holiday-cn. */
export interface HolidayYear {
  year: number;
  /** addresses of the notices; none as long as the year is not announced */
  papers: readonly string[];
  days: readonly { date: DateText; isOffDay: boolean; name: string }[];
}

/** A date found by counting, and whether a year that is not announced yet had a part in it. */
export interface CountedDate {
  date: DateText;
  provisional: boolean;
}

interface YearTable {
  year: number;
  firstDay: number;
  /** workedBefore[i]: working days among the first i days of the year; one entry more than the year has days */
  workedBefore: Uint16Array;
  /** the working days of the year, in order, counted from firstDay */
  workingDays: Uint16Array;
  provisional: boolean;
}

/**
 * Which days are worked (工作日): off is what a notice calls off, and a weekend that no notice calls a make-up workday (调休).
 * A year without a notice counts Monday to Friday and is provisional; every count that touched it says so.
 * Each year is laid out once, so that counting costs the same for a day as for a year.
 */
export class WorkCalendar {
  private readonly announced = new Set<number>();
  private readonly noticed = new Map<number, boolean>();
  private readonly tables = new Map<number, YearTable>();

  constructor(years: readonly HolidayYear[]) {
    for (const { year, papers, days } of years) {
      if (papers.length > 0 && days.length > 0) this.announced.add(year);
      // A notice may reach into a neighbouring year: that of 2023 takes 2022-12-31 off.
      for (const { date, isOffDay } of days) this.noticed.set(dayOfDate(date), isOffDay);
    }
  }

  /** Whether a date is worked. Example: Sunday 2025-09-28 is (make-up for National Day). See also `isProvisional`. */
  isWorkingDay(date: DateText): boolean {
    const day = dayOfDate(date);
    const { workedBefore, firstDay } = this.tableOf(day);
    return workedBefore[day - firstDay + 1]! > workedBefore[day - firstDay]!;
  }

  /** Whether the year of a date is still without a notice. Example: 2027-05-01, as long as the file of 2027 is empty. */
  isProvisional(date: DateText): boolean {
    return this.tableOf(dayOfDate(date)).provisional;
  }

  /** The first working day after a date. Example: Fri 2025-11-14 -> Mon 2025-11-17. */
  nextWorkingDay(date: DateText): CountedDate {
    return this.addWorkingDays(date, 1);
  }

  /** The date itself if it is worked, else the first working day after it. Example: 2025-10-05 -> 2025-10-09. */
  onOrNextWorkingDay(date: DateText): CountedDate {
    const provisional = this.isProvisional(date);
    if (this.isWorkingDay(date)) return { date, provisional };
    const next = this.nextWorkingDay(date);
    return { date: next.date, provisional: provisional || next.provisional };
  }

  /**
   * The n-th working day after a date; the date itself is not counted, and is the answer for n = 0.
   * Example: Tue 2025-09-30 + 1 -> Thu 2025-10-09.
   */
  addWorkingDays(date: DateText, days: number): CountedDate {
    if (!Number.isInteger(days) || days < 0) throw new DomainError('calendar.impossible-count', { days });
    if (days === 0) return { date, provisional: false };
    const start = dayOfDate(date);
    let table = this.tableOf(start);
    let rank = table.workedBefore[start - table.firstDay + 1]! + days;
    while (rank > table.workingDays.length) {
      rank -= table.workingDays.length;
      table = this.table(table.year + 1);
    }
    const day = table.firstDay + table.workingDays[rank - 1]!;
    return { date: dateOfDay(day), provisional: this.touchesProvisional(start + 1, day) };
  }

  /**
   * How many working days lie after one date, up to and with another.
   * Example: after 2025-09-28 through 2025-10-17 -> 10.
   */
  countWorkingDays(after: DateText, through: DateText): { days: number; provisional: boolean } {
    const [from, to] = [dayOfDate(after) + 1, dayOfDate(through)];
    if (to < from) return { days: 0, provisional: false };
    let table = this.tableOf(from);
    let days = -table.workedBefore[from - table.firstDay]!;
    while (to >= table.firstDay + table.workedBefore.length - 1) {
      days += table.workingDays.length;
      table = this.table(table.year + 1);
    }
    days += table.workedBefore[to - table.firstDay + 1]!;
    return { days, provisional: this.touchesProvisional(from, to) };
  }

  private touchesProvisional(fromDay: number, throughDay: number): boolean {
    const last = this.tableOf(throughDay).year;
    for (let year = this.tableOf(fromDay).year; year <= last; year++) if (this.table(year).provisional) return true;
    return false;
  }

  private tableOf(day: number): YearTable {
    return this.table(Number(dateOfDay(day).slice(0, 4)));
  }

  private table(year: number): YearTable {
    let table = this.tables.get(year);
    if (!table) this.tables.set(year, (table = this.layOut(year)));
    return table;
  }

  private layOut(year: number): YearTable {
    const firstDay = dayOfDate(`${String(year).padStart(4, '0')}-01-01`);
    const length = dayOfDate(`${String(year).padStart(4, '0')}-12-31`) - firstDay + 1;
    const workedBefore = new Uint16Array(length + 1);
    const workingDays: number[] = [];
    for (let i = 0; i < length; i++) {
      const weekday = (((firstDay + i + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
      if (!(this.noticed.get(firstDay + i) ?? weekday >= 5)) workingDays.push(i);
      workedBefore[i + 1] = workingDays.length;
    }
    return { year, firstDay, workedBefore, workingDays: Uint16Array.from(workingDays), provisional: !this.announced.has(year) };
  }
}
