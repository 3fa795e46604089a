import type { UnitKind } from '@wufang/contracts';
import { aggregate, table, type Loader } from '@wufang/service';
import type {
  BuildingRow,
  EstateRow,
  ImportRow,
  LimitTableRow,
  PersonRow,
  PlaceRow,
  StreetRow,
  ToldHomesRow,
  UnitRow,
  WorkCalendarRow,
} from './schema.js';

export const streets = aggregate<StreetRow>('streets', 'street');
export const limitTables = aggregate<LimitTableRow>('limit_tables', 'time-limits');
export const workCalendars = aggregate<WorkCalendarRow>('work_calendars', 'calendar');
export const units = aggregate<UnitRow>('units', 'unit');
export const estates = aggregate<EstateRow>('estates', 'estate');
export const buildings = aggregate<BuildingRow>('buildings', 'building');
export const places = aggregate<PlaceRow>('places', 'place');
export const people = table<PersonRow>('people', ['id']);
/** The place a person's record is sealed for. */
export const personPlace = (id: string) => `people/${id}`;
export const toldHomes = table<ToldHomesRow>('told_homes', ['buildingId', 'part']);
export const imports = table<ImportRow>('imports', ['id']);

/** Ids under the name by which a register file means a thing; the key of a building is `<estate id>/<name>`. */
export function idsBy(
  name: string,
  from: 'streets' | 'limitTables' | 'workCalendars' | 'estates' | 'policies',
  column: string,
): Loader<string> {
  return {
    name,
    load: async (sql, keys, streetId) => {
      const rows = (await sql
        .selectFrom(from)
        .select(['id', column])
        .where('streetId', '=', streetId)
        .where(column, 'in', keys)
        .execute()) as ({
        id: string;
      } & Record<string, string | number>)[];
      return new Map(rows.map((row) => [String(row[column]), row.id]));
    },
  };
}

export const streetIds = idsBy('street', 'streets', 'streetId');
export const limitTableIds = idsBy('limit table', 'limitTables', 'streetId');
export const calendarIds = idsBy('calendar', 'workCalendars', 'year');
export const estateIds = idsBy('estate', 'estates', 'name');

/** Units by name; a file calls everything by name. */
export const unitsNamed: Loader<{ id: string; kind: UnitKind }> = {
  name: 'unit',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('units')
      .select(['id', 'name', 'kind'])
      .where('streetId', '=', streetId)
      .where('name', 'in', keys)
      .execute()) as {
      id: string;
      name: string;
      kind: UnitKind;
    }[];
    return new Map(rows.map(({ id, name, kind }) => [name, { id, kind }]));
  },
};

export const buildingIds: Loader<string> = {
  name: 'building',
  load: async (sql, keys, streetId) => {
    const estateIds = [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
    const rows = (await sql
      .selectFrom('buildings')
      .select(['id', 'estateId', 'name'])
      .where('streetId', '=', streetId)
      .where('estateId', 'in', estateIds)
      .execute()) as { id: string; estateId: string; name: string }[];
    return new Map(rows.map((row) => [`${row.estateId}/${row.name}`, row.id]));
  },
};

/** People of one kind under their blind index, in hex. */
export const contactIds: Loader<string> = {
  name: 'contact',
  load: async (sql, keys, streetId) => {
    const lookups = keys.map((key) => Buffer.from(key, 'hex'));
    const rows = (await sql
      .selectFrom('people')
      .select(['id', 'lookup'])
      .where('streetId', '=', streetId)
      .where('kind', '=', 'CONTACT')
      .where('lookup', 'in', lookups)
      .execute()) as { id: string; lookup: Buffer }[];
    return new Map(rows.map((row) => [row.lookup.toString('hex'), row.id]));
  },
};
