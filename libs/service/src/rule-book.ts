import { completeLimits, registryEvents, TimeLimit, type HolidayYear, type LimitInForce, type PayloadOf } from '@wufang/contracts';
import { beijingDate, DomainError, WorkCalendar } from '@wufang/kernel';
import type { AnySchema } from './any-schema.js';
import { on, type On } from './consumer.js';
import type { ClockRules } from './deadlines.js';
import type { PgPool } from './pool.js';
import { table } from './tables.js';
import type { Tx } from './tx.js';

interface LimitsRow {
  streetId: string;
  version: number;
  inForceFrom: string;
  rows: TimeLimit[];
}
interface CalendarRow {
  streetId: string;
  year: number;
  version: number;
  provisional: boolean;
  papers: string[];
  days: HolidayYear['days'];
}
const timeLimits = table<LimitsRow>('time_limits', ['version']);
const calendars = table<CalendarRow>('calendars', ['year']);

interface Page {
  readAt: number;
  limits: { version: number; from: string; rows: LimitInForce[] }[];
  tables: Map<number, LimitInForce[]>;
  calendar: WorkCalendar;
  calendarVersion: number;
}

const FRESH_MS = 1_000;
/** Where nobody has asked for so long, the first who does waits for what has been published since. */
const STALE_MS = 10_000;

/**
 * The time-limit tables and working calendars of each street, as the registry has told them; a row that a street's table has not got is the platform's
 * (`completeLimits`). Kept in memory and looked at anew every second,
 * so that no command waits for it.
 */
export class RuleBook {
  private readonly pages = new Map<string, Page>();
  private readonly reading = new Map<string, Promise<Page | undefined>>();

  constructor(private readonly pool: PgPool) {}

  /** The rules in force for a clock that starts at this time. Throws `street.unknown` for a street nobody has opened. */
  async at(streetId: string, startedAt: Date): Promise<ClockRules> {
    const page = this.pages.get(streetId);
    const ageMs = page ? Date.now() - page.readAt : Infinity;
    if (!page || ageMs > STALE_MS) return this.fresh(streetId, startedAt);
    if (ageMs > FRESH_MS) void this.read(streetId).catch(() => undefined);
    return inForceOn(page, streetId, startedAt);
  }

  /** The same, as the tables and calendars are at this moment. */
  async fresh(streetId: string, startedAt: Date): Promise<ClockRules> {
    return inForceOn(await this.read(streetId), streetId, startedAt);
  }

  /** The table of one version, with the calendar as it is known now. */
  async ofVersion(streetId: string, policyVersion: number): Promise<ClockRules | undefined> {
    const page = await this.read(streetId);
    const limits = page?.limits.find((table) => table.version === policyVersion);
    return page && limits && rulesOf(page, limits);
  }

  private read(streetId: string): Promise<Page | undefined> {
    let reading = this.reading.get(streetId);
    if (!reading) {
      reading = this.readPage(streetId).finally(() => this.reading.delete(streetId));
      this.reading.set(streetId, reading);
    }
    return reading;
  }

  private async readPage(streetId: string): Promise<Page | undefined> {
    const readAt = Date.now();
    const [limits, years] = await Promise.all([
      this.pool.query<{ version: number; from: string; rows: unknown[] }>(
        // The later table wins from its day on; among tables of one day the newer version.
        `select version, to_char(in_force_from, 'YYYY-MM-DD') as from, rows from time_limits where street_id = $1 order by in_force_from desc, version desc`,
        [streetId],
      ),
      this.pool.query<{ year: number; version: number; papers: string[]; days: HolidayYear['days'] }>(
        'select year, version, papers, days from calendars where street_id = $1',
        [streetId],
      ),
    ]);
    if (limits.rows.length === 0) return undefined;
    const known = this.pages.get(streetId);
    // Each published year raises the sum, so it serves as the version of the whole calendar.
    const calendarVersion = years.rows.reduce((sum, year) => sum + year.version, 0);
    const tables = limits.rows.map(({ version, from, rows }) => ({ version, from, rows: completeLimits(rows as TimeLimit[]) }));
    const page: Page = {
      readAt,
      limits: tables,
      tables: new Map(tables.map(({ version, rows }) => [version, rows])),
      calendar:
        known?.calendarVersion === calendarVersion
          ? known.calendar
          : new WorkCalendar(years.rows.map(({ year, papers, days }) => ({ year, papers, days }))),
      calendarVersion,
    };
    this.pages.set(streetId, page);
    return page;
  }
}

function inForceOn(page: Page | undefined, streetId: string, at: Date): ClockRules {
  const day = beijingDate(at);
  const limits = page?.limits.find((table) => table.from <= day) ?? page?.limits.at(-1);
  if (!page || !limits) throw new DomainError('street.unknown', { streetId });
  return rulesOf(page, limits);
}

function rulesOf({ tables, calendar, calendarVersion }: Page, { rows, version }: Page['limits'][number]): ClockRules {
  return { limits: rows, policyVersion: version, tables, calendar, calendarVersion };
}

/** Keeps the tables the rule book reads; for the registry consumer of every service with clocks. */
export const ruleBookHandlers: readonly On[] = [
  on(registryEvents.timeLimitsPublished, (tx, { payload }) => {
    tx.put(timeLimits, { version: payload.limitsVersion, inForceFrom: payload.from, rows: payload.rows });
  }),
  on(registryEvents.calendarPublished, (tx, { payload }) => keepCalendar(tx, payload)),
];

/** Keeps a year's calendar, for a consumer in which more hangs on it. */
export function keepCalendar(tx: Pick<Tx<AnySchema>, 'put'>, told: PayloadOf<typeof registryEvents.calendarPublished>): void {
  tx.put(calendars, {
    year: told.year,
    version: told.calendarVersion,
    provisional: told.provisional,
    papers: told.papers,
    days: told.days,
  });
}
