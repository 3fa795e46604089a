import {
  demandTypes,
  estateTypes,
  levels,
  type Category,
  type DeadlineCode,
  type DemandType,
  type DirectoryRow,
  type EstateType,
  type Level,
} from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { areaOf } from './areas.js';
import type { Street } from './decide.js';
import { fits, type IndexedRow } from './directory.js';
import { holdsAt, tellingMoments, type Looks, type Moment } from './row-times.js';

/** What a table is checked against: the register, the duties of the time-limit table, the instant it is to begin, categories seen so far. */
export interface CheckedAgainst {
  street: Pick<Street, 'units' | 'estates' | 'centre' | 'areas'>;
  places: NamedPlaces;
  dutyCodes: ReadonlySet<DeadlineCode>;
  from: Date;
  seen: readonly Category[];
}

/** What is known of the buildings and points that a table names; one that nothing is known of is absent. */
export interface NamedPlaces {
  /** Of each building its estate. */
  buildings: ReadonlyMap<string, { estateId: string }>;
  /**
   * Points by name: those of the register, whose estates are given, and those a demand has been about, of which only the name is certain. A demand
   * meets a point by its name and nothing else, so that what nobody has registered or ever written can meet none.
   */
  points: ReadonlyMap<string, { isRegistered: boolean }>;
}

export const isCommunity = (unit: { kind: string } | undefined) => unit?.kind === 'COMMUNITY' || unit?.kind === 'VILLAGE';

/** The estate types a demand about this place can have; null where its estate may be unknown. */
export function estateTypesAt(
  place: DirectoryRow['place'],
  { street, places, from }: Pick<CheckedAgainst, 'street' | 'places' | 'from'>,
): Set<EstateType | null> {
  if (place?.kind === 'ESTATE' || place?.kind === 'BUILDING') {
    const estate = street.estates.get((place.kind === 'BUILDING' ? places.buildings.get(place.id)?.estateId : place.id) ?? '');
    return new Set(estate ? [estate.type] : []);
  }
  if (place?.kind === 'POINT') return new Set([...estateTypes, null]);
  const today = beijingDate(from);
  const there = [...street.estates.values()].filter(({ communityId }) => {
    if (place?.kind === 'COMMUNITY') return communityId === place.id;
    return !place || areaOf(street, communityId, today) === place.id;
  });
  return new Set([...there.map(({ type }) => type), null]);
}

/** A kind of demand, beside its category and place, and when it comes. */
export interface Situation {
  demandType: DemandType;
  estateType: EstateType | null;
  level: Level;
  moment: Moment;
}

/** Situations that stand for all demands these rows could meet: what no row asks about stands once. Finding them is charged to the looks that are left. */
export function* situations(
  rows: readonly IndexedRow[],
  types: ReadonlySet<EstateType | null>,
  today: number,
  looks: Looks,
): Generator<Situation> {
  const asked = { type: rows.some(({ row }) => row.demandTypes?.length), estate: rows.some(({ row }) => row.estateType) };
  const isLevelAsked = rows.some(({ row }) => row.level);
  const moments = tellingMoments(
    rows.map(({ times }) => times),
    today,
    looks,
  );
  for (const moment of moments)
    for (const demandType of asked.type ? demandTypes : demandTypes.slice(0, 1))
      for (const estateType of asked.estate ? types : [null])
        for (const level of isLevelAsked ? levels : levels.slice(0, 1)) yield { demandType, estateType, level, moment };
}

/** Whether a row lets a demand of this kind through at that moment. */
export const lets = ({ row, times }: IndexedRow, situation: Situation) =>
  fits(row, situation) && (!times || holdsAt(times, situation.moment));
