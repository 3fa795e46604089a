import { Injectable } from '@nestjs/common';
import { systemCtx } from '@wufang/contracts';
import { Db } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import { demandCentre, type Street } from '../domain/decide.js';
import { indexDirectory } from '../domain/directory.js';
import { idOfStreets } from './directories.store.js';
import type { DispatchDb } from './schema.js';

interface Page extends Street {
  unitIdByName: ReadonlyMap<string, string>;
  /** Stands for the demand centre in orders that came before the register did. */
  standInCentreId: string;
  /** What the page was read from; while it is the same, nothing is read again. */
  print: string;
  readAt: number;
}

const FRESH_MS = 1_000;

/**
 * Units, estates and directory of each street, in memory, so that a decision asks nobody. Looked at anew every second; laid out anew only when
 * something has changed.
 */
@Injectable()
export class StreetBook {
  private readonly pages = new Map<string, Page>();
  private readonly reading = new Map<string, Promise<Page>>();

  constructor(private readonly db: Db<DispatchDb>) {}

  /** The street as it was known at most a second ago. */
  async at(streetId: string): Promise<Page> {
    const page = this.pages.get(streetId);
    if (!page) return this.read(streetId);
    if (Date.now() - page.readAt > FRESH_MS) void this.read(streetId).catch(() => undefined);
    return page;
  }

  /** The street as it is in the database now. */
  async fresh(streetId: string): Promise<Page> {
    await this.reading.get(streetId)?.catch(() => undefined);
    return this.read(streetId);
  }

  private read(streetId: string): Promise<Page> {
    let reading = this.reading.get(streetId);
    if (!reading) {
      reading = this.readPage(streetId).finally(() => this.reading.delete(streetId));
      this.reading.set(streetId, reading);
    }
    return reading;
  }

  private readPage(streetId: string): Promise<Page> {
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
      (select directory_version from directories where street_id = ${streetId}), '/',
      (select count(*) || '-' || coalesce(sum(version), 0) from units where street_id = ${streetId}),
      (select count(*) || '-' || coalesce(sum(version), 0) from estates where street_id = ${streetId})) as print`.execute(db);
  return found.rows[0]!.print;
}

async function layOut(db: Kysely<DispatchDb>, streetId: string): Promise<Omit<Page, 'print' | 'readAt'>> {
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'kind', 'parentName'])
    .where('streetId', '=', streetId)
    .orderBy('id')
    .execute();
  const estates = await db
    .selectFrom('estates')
    .select(['id', 'communityId', 'type', 'firmId', 'rightsUnitId'])
    .where('streetId', '=', streetId)
    .execute();
  const directory = await db
    .selectFrom('directoryVersions')
    .select(['directoryVersion', 'rows'])
    .where('streetId', '=', streetId)
    .orderBy('directoryVersion', 'desc')
    .limit(1)
    .executeTakeFirst();
  const standInCentreId = idOfStreets(streetId, 'demand-centre');
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    estates: new Map(estates.map((estate) => [estate.id, estate])),
    unitIdByName: new Map(units.map((unit) => [unit.name, unit.id])),
    centre: demandCentre(units, standInCentreId),
    standInCentreId,
    directory: directory ? indexDirectory(directory.directoryVersion, directory.rows) : null,
  };
}
