import { Injectable } from '@nestjs/common';
import { systemCtx, type DirectoryRow } from '@wufang/contracts';
import { Db } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import type { PublishedCharges } from '../domain/charges.js';
import { demandCentre, type Street } from '../domain/decide.js';
import { neededFrom } from '../domain/directory-timeline.js';
import { indexDirectory } from '../domain/directory.js';
import type { PublishedPilot } from '../domain/hand-up.js';
import { idOfStreets } from './directories.store.js';
import { listHandUpPilots } from './legs.view.js';
import type { DispatchDb } from './schema.js';
import { publishedLists } from './street-lists.view.js';

export interface StreetPage extends Street {
  pilots: readonly PublishedPilot[];
  /** Which leader is in charge of which units (包片), as it was published each time. */
  charges: readonly PublishedCharges[];
  unitIdByName: ReadonlyMap<string, string>;
  estateIdByName: ReadonlyMap<string, string>;
  /** Names of units and estates by their ids; what is not registered is said as its id. */
  nameOf: (id: string) => string;
  /** Stands for the demand centre in orders that came before the register did. */
  standInCentreId: string;
  /** What the page was read from; while it is the same, nothing is read again. */
  print: string;
  readAt: number;
}

const FRESH_MS = 1_000;
/** A page this old is read before it is used: nobody may have asked for an hour, and another process may have published meanwhile. */
const STALE_MS = 5_000;

/** No transaction is older than this when it decides. */
const LONGEST_COMMAND_MS = 3_600_000;

/**
 * Units, estates and directory of each street, in memory, so that a decision asks nobody. Looked at anew every second; laid out anew only when
 * something has changed. Versions of the directory that begin later are known before they begin: a decision takes the one of its own instant, by
 * the database's clock, so that a version takes effect to the millisecond and by itself.
 */
@Injectable()
export class StreetBook {
  private readonly pages = new Map<string, StreetPage>();
  private readonly reading = new Map<string, Promise<StreetPage>>();

  constructor(private readonly db: Db<DispatchDb>) {}

  /** The street as it was known some seconds ago at most. */
  async at(streetId: string): Promise<StreetPage> {
    const page = this.pages.get(streetId);
    const age = page ? Date.now() - page.readAt : Infinity;
    if (!page || age > STALE_MS) return this.read(streetId);
    if (age > FRESH_MS) void this.read(streetId).catch(() => undefined);
    return page;
  }

  /** The street as it is in the database now. */
  async fresh(streetId: string): Promise<StreetPage> {
    await this.reading.get(streetId)?.catch(() => undefined);
    return this.read(streetId);
  }

  private read(streetId: string): Promise<StreetPage> {
    let reading = this.reading.get(streetId);
    if (!reading) {
      reading = this.readPage(streetId).finally(() => this.reading.delete(streetId));
      this.reading.set(streetId, reading);
    }
    return reading;
  }

  private readPage(streetId: string): Promise<StreetPage> {
    const readAt = Date.now();
    return this.db.read(systemCtx(streetId, 'street-book'), async (db) => {
      const print = await printOf(db, streetId);
      const known = this.pages.get(streetId);
      const page = known?.print === print ? { ...known, readAt } : { ...(await layOut(db, streetId)), print, readAt };
      this.pages.set(streetId, page);
      return page;
    });
  }
}

/** Versions only rise, so that their count and sum tell whether anything has changed. */
async function printOf(db: Kysely<DispatchDb>, streetId: string): Promise<string> {
  const found = await sql<{ print: string }>`
    select concat_ws(' ',
      (select version from directories where street_id = ${streetId}), '/',
      (select pilot_version from hand_up_pilots where street_id = ${streetId}), '/',
      (select list_version from charge_lists where street_id = ${streetId}), '/',
      (select list_version from area_lists where street_id = ${streetId}), '/',
      (select list_version from road_lists where street_id = ${streetId}), '/',
      (select count(*) || '-' || coalesce(sum(version), 0) from units where street_id = ${streetId}),
      (select count(*) || '-' || coalesce(sum(version), 0) from estates where street_id = ${streetId})) as print`.execute(db);
  return found.rows[0]!.print;
}

async function layOut(db: Kysely<DispatchDb>, streetId: string): Promise<Omit<StreetPage, 'print' | 'readAt'>> {
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'kind', 'parentName'])
    .where('streetId', '=', streetId)
    .orderBy('id')
    .execute();
  const estates = await db
    .selectFrom('estates')
    .select(['id', 'name', 'communityId', 'type', 'builtYear', 'firmId', 'rightsUnitId'])
    .where('streetId', '=', streetId)
    .execute();
  const head = await db
    .selectFrom('directories')
    .select(['timeline', sql<Date>`app_now()`.as('now')])
    .where('streetId', '=', streetId)
    .executeTakeFirst();
  const needed = head ? neededFrom(head.timeline, new Date(head.now.getTime() - LONGEST_COMMAND_MS)) : [];
  const versions =
    needed.length === 0
      ? []
      : await db
          .selectFrom('directoryVersions')
          .select(['directoryVersion', 'inForceFrom', 'rows'])
          .where('streetId', '=', streetId)
          .where(
            'directoryVersion',
            'in',
            needed.map(({ version }) => version),
          )
          .execute();
  const { pilots } = await listHandUpPilots(db, { streetId });
  const names = new Map([...units, ...estates].map(({ id, name }) => [id, name ?? id]));
  const standInCentreId = idOfStreets(streetId, 'demand-centre');
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    estates: new Map(estates.map((estate) => [estate.id, estate])),
    unitIdByName: new Map(units.map((unit) => [unit.name, unit.id])),
    estateIdByName: new Map(estates.flatMap(({ id, name }) => (name === null ? [] : [[name, id]]))),
    nameOf: (id) => names.get(id) ?? id,
    centre: demandCentre(units, standInCentreId),
    standInCentreId,
    pilots,
    charges: await publishedLists(db, 'charge', { streetId }),
    areas: await publishedLists(db, 'area', { streetId }),
    roads: await publishedLists(db, 'road', { streetId }),
    directories: versions.map(({ directoryVersion, inForceFrom, rows }) => ({
      from: inForceFrom,
      directory: indexDirectory(directoryVersion, rows),
    })),
  };
}

/** The street as if these rows were its directory, ever since. */
export function ruledBy(street: StreetPage, version: number, rows: readonly DirectoryRow[]): StreetPage {
  return { ...street, directories: [{ from: new Date(0), directory: indexDirectory(version, rows) }] };
}
