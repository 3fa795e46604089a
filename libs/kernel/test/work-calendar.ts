import { readFileSync } from 'node:fs';
import { WorkCalendar, type HolidayYear } from '../src/work-calendar.js';

/** The holiday file of a year, as it was announced. */
export function holidayYear(year: number): HolidayYear {
  return JSON.parse(readFileSync(new URL(`../../test/holidays/${year}.json`, import.meta.url), 'utf8')) as HolidayYear;
}

/** A calendar of the years named; without any, of all that there are (2023 to 2026 announced, 2027 not yet). */
export function workCalendar(...years: number[]): WorkCalendar {
  return new WorkCalendar((years.length > 0 ? years : [2023, 2024, 2025, 2026, 2027]).map(holidayYear));
}
