import { Injectable } from '@nestjs/common';
import { systemCtx } from '@wufang/contracts';
import { Db, table } from '@wufang/service';
import { bareCommunity, withAliases, type PlaceNames } from '../domain/place.js';
import type { BuildingRow, EstateRow, IntakeDb, PlaceRow, UnitRow } from './schema.js';

export const units = table<UnitRow>('units', ['id']);
export const estates = table<EstateRow>('estates', ['id']);
export const buildings = table<BuildingRow>('buildings', ['id']);
export const places = table<PlaceRow>('places', ['code']);

/** Units and places of one street, as the registry has told them. */
export interface PlacePage extends PlaceNames {
  readAt: number;
  /** Every name of a place, the longest first: addresses, no words about a matter. */
  placeNames: string[];
  unitByName: ReadonlyMap<string, string>;
  nameOfUnit: ReadonlyMap<string, string>;
  estateById: ReadonlyMap<string, EstateRow>;
  buildingById: ReadonlyMap<string, BuildingRow>;
  placeByCode: ReadonlyMap<string, PlaceRow>;
}

const FRESH_MS = 5_000;
/** A street whose registry has told nothing yet is asked sooner. */
const EMPTY_MS = 500;

/** Units and places in memory, so that nobody who hands in a demand waits for them. Looked at anew beside the work, every few seconds. */
@Injectable()
export class PlaceBook {
  private readonly pages = new Map<string, PlacePage>();
  private readonly reading = new Map<string, Promise<PlacePage>>();

  constructor(private readonly db: Db<IntakeDb>) {}

  async of(streetId: string): Promise<PlacePage> {
    const page = this.pages.get(streetId);
    const age = page ? Date.now() - page.readAt : Infinity;
    if (!page || (page.nameOfUnit.size === 0 && age > EMPTY_MS)) return this.fresh(streetId);
    if (age > FRESH_MS) void this.fresh(streetId).catch(() => undefined);
    return page;
  }

  /** As the registry has told by now; for an import, and for a code nobody knows yet. */
  fresh(streetId: string): Promise<PlacePage> {
    let reading = this.reading.get(streetId);
    if (!reading) {
      reading = this.read(streetId).finally(() => this.reading.delete(streetId));
      this.reading.set(streetId, reading);
    }
    return reading;
  }

  private async read(streetId: string): Promise<PlacePage> {
    const readAt = Date.now();
    const told = await this.db.read(systemCtx(streetId, 'place-book'), async (sql) => ({
      units: await sql.selectFrom('units').selectAll().where('streetId', '=', streetId).execute(),
      estates: await sql.selectFrom('estates').selectAll().where('streetId', '=', streetId).execute(),
      buildings: await sql.selectFrom('buildings').selectAll().where('streetId', '=', streetId).execute(),
      places: await sql.selectFrom('places').selectAll().where('streetId', '=', streetId).execute(),
    }));
    const communities = told.units.filter(({ kind }) => kind === 'COMMUNITY' || kind === 'VILLAGE');
    const estates = withAliases(told.estates, communities);
    const names = [...estates, ...told.estates, ...told.places].map(({ name }) => name);
    const page: PlacePage = {
      readAt,
      placeNames: [...new Set([...names, ...communities.flatMap(({ name }) => [name, bareCommunity(name)])])]
        .filter((name) => name.length > 1)
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
      unitByName: new Map(told.units.map((unit) => [unit.name, unit.id])),
      nameOfUnit: new Map(told.units.map((unit) => [unit.id, unit.name])),
      estates,
      points: told.places,
      communities: communities.sort((a, b) => bareCommunity(b.name).length - bareCommunity(a.name).length),
      buildings: new Map(told.buildings.map((building) => [`${building.estateId}:${building.name}`, building.id])),
      estateById: new Map(told.estates.map((estate) => [estate.id, estate])),
      buildingById: new Map(told.buildings.map((building) => [building.id, building])),
      placeByCode: new Map(told.places.map((place) => [place.code, place])),
    };
    this.pages.set(streetId, page);
    return page;
  }
}
