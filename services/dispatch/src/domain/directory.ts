import type { DemandType, DirectoryRow, EstateType, Level } from '@wufang/contracts';
import { holdsAt, layTimes, momentOf, type LaidTimes, type Moment } from './row-times.js';

/** What a directory row is compared with. Ids the registry does not know are absent. */
export interface DirectoryFacts {
  /** As deep as it is known: an incident may name two levels. */
  category: readonly string[];
  demandType: DemandType;
  level: Level;
  /** The instant that validity, season and hours are asked for: that of the dispatch. */
  at: Date;
  point?: string | null;
  buildingId?: string | null;
  estateId?: string | null;
  communityId?: string | null;
  /** Name of the area (片区) the community belongs to. */
  area?: string | null;
  estateType?: EstateType | null;
}

export interface IndexedRow {
  row: DirectoryRow;
  /** Place in the list as published, from 1: what people call the row (第12行). */
  no: number;
  conditions: number;
  times: LaidTimes | null;
}

/** A published directory, laid out by category path and place, so that a decision looks into a few cells and never through all rows. */
export interface Directory {
  version: number;
  rows: readonly DirectoryRow[];
  byCategory: ReadonlyMap<string, ReadonlyMap<string, readonly IndexedRow[]>>;
}

/** From the narrowest place to the whole street (architecture.md, decision 4). */
const placeKinds = ['POINT', 'BUILDING', 'ESTATE', 'COMMUNITY', 'AREA'] as const;
const WHOLE_STREET = '';

const categoryKey = (path: readonly string[]) => path.join('\n');
const placeKey = (place: DirectoryRow['place']) => (place ? `${place.kind} ${place.id}` : WHOLE_STREET);

/** How many further conditions a row has, beside category and place: types, estate type, level, validity, season, hours. */
export function conditionsOf({ demandTypes, estateType, level, times }: DirectoryRow): number {
  return [demandTypes?.length, estateType, level, times?.from ?? times?.to, times?.season, times?.hours].filter(Boolean).length;
}

/** Lays a directory out for `match`. Rows with errors among their findings (`directory-findings.ts`) must not come here. */
export function indexDirectory(version: number, rows: readonly DirectoryRow[]): Directory {
  const byCategory = new Map<string, Map<string, IndexedRow[]>>();
  rows.forEach((row, i) => {
    const category = categoryKey(row.category);
    let places = byCategory.get(category);
    if (!places) byCategory.set(category, (places = new Map<string, IndexedRow[]>()));
    const place = placeKey(row.place);
    const cell = places.get(place);
    const indexed = { row, no: i + 1, conditions: conditionsOf(row), times: layTimes(row.times) };
    if (cell) cell.push(indexed);
    else places.set(place, [indexed]);
  });
  for (const places of byCategory.values()) for (const cell of places.values()) cell.sort((a, b) => b.conditions - a.conditions);
  return { version, rows, byCategory };
}

/**
 * The rows that fit a demand, the most specific first: deeper category before shallower (3 > 2 > 1), then narrower place before wider
 * (point > building > estate > community > area > street), then more further conditions before fewer (domain rules 4.5, step 5).
 * Only the first `most` are looked for. Example: a row for (物业管理/公共设施/电梯困人, street) comes before one for (物业管理/公共设施, this estate).
 */
export function match(directory: Directory, facts: DirectoryFacts, most = Infinity): IndexedRow[] {
  const found: IndexedRow[] = [];
  const ids = { POINT: facts.point, BUILDING: facts.buildingId, ESTATE: facts.estateId, COMMUNITY: facts.communityId, AREA: facts.area };
  let moment: Moment | undefined;
  for (let depth = facts.category.length; depth >= 0; depth--) {
    const places = directory.byCategory.get(categoryKey(facts.category.slice(0, depth)));
    if (!places) continue;
    const look = (key: string) => {
      const cell = places.get(key);
      if (!cell) return;
      for (const indexed of cell) {
        if (found.length >= most) return;
        if (fits(indexed.row, facts) && (!indexed.times || holdsAt(indexed.times, (moment ??= momentOf(facts.at))))) found.push(indexed);
      }
    };
    for (const kind of placeKinds) if (ids[kind]) look(`${kind} ${ids[kind]}`);
    look(WHOLE_STREET);
    if (found.length >= most) break;
  }
  return found;
}

/** Whether the conditions of a row beside category, place and time let a demand through. */
export function fits(row: DirectoryRow, facts: { demandType: DemandType; estateType?: EstateType | null; level: Level }): boolean {
  return (
    (!row.demandTypes?.length || row.demandTypes.includes(facts.demandType)) &&
    (!row.estateType || row.estateType === facts.estateType) &&
    (!row.level || row.level === facts.level)
  );
}

/** A directory and the instant from which it is in force. */
export interface DatedDirectory {
  from: Date;
  directory: Directory;
}

/** The directory in force at an instant: of those that have begun, the one that began last, the newer where two began together. */
export function inForceAt(dated: readonly DatedDirectory[], at: Date): Directory | null {
  let found: DatedDirectory | undefined;
  for (const one of dated) {
    if (one.from > at) continue;
    if (!found || one.from > found.from || (+one.from === +found.from && one.directory.version > found.directory.version)) found = one;
  }
  return found?.directory ?? null;
}
