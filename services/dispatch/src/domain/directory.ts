import { labels, type Category, type DemandType, type DirectoryRow, type EstateType, type Level } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** What a directory row is compared with. Ids the registry does not know are absent. */
export interface DirectoryFacts {
  category: Category;
  demandType: DemandType;
  level: Level;
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

/** How many further conditions a row has, beside category and place. */
function conditionsOf(row: DirectoryRow): number {
  return [row.demandTypes?.length, row.estateType, row.level].filter(Boolean).length;
}

/** Lays a directory out for `match`. Rows that `directoryFaults` finds fault with must not come here. */
export function indexDirectory(version: number, rows: readonly DirectoryRow[]): Directory {
  const byCategory = new Map<string, Map<string, IndexedRow[]>>();
  rows.forEach((row, i) => {
    const category = categoryKey(row.category);
    let places = byCategory.get(category);
    if (!places) byCategory.set(category, (places = new Map<string, IndexedRow[]>()));
    const place = placeKey(row.place);
    const cell = places.get(place);
    const indexed = { row, no: i + 1, conditions: conditionsOf(row) };
    if (cell) cell.push(indexed);
    else places.set(place, [indexed]);
  });
  for (const places of byCategory.values()) for (const cell of places.values()) cell.sort((a, b) => b.conditions - a.conditions);
  return { version, rows, byCategory };
}

/**
 * The rows that fit a demand, the most specific first: deeper category before shallower (3 > 2 > 1), then narrower place before wider
 * (point > building > estate > community > area > street), then more further conditions before fewer (domain rules 4.5, step 5).
 * Example: a row for (物业管理/公共设施/电梯困人, street) comes before one for (物业管理/公共设施, this estate).
 */
export function match(directory: Directory, facts: DirectoryFacts): IndexedRow[] {
  const found: IndexedRow[] = [];
  const ids = { POINT: facts.point, BUILDING: facts.buildingId, ESTATE: facts.estateId, COMMUNITY: facts.communityId, AREA: facts.area };
  for (let depth = facts.category.length; depth >= 0; depth--) {
    const places = directory.byCategory.get(categoryKey(facts.category.slice(0, depth)));
    if (!places) continue;
    const look = (key: string) => {
      for (const indexed of places.get(key) ?? []) if (fits(indexed.row, facts)) found.push(indexed);
    };
    for (const kind of placeKinds) if (ids[kind]) look(`${kind} ${ids[kind]}`);
    look(WHOLE_STREET);
  }
  return found;
}

function fits(row: DirectoryRow, facts: DirectoryFacts): boolean {
  return (
    (!row.demandTypes?.length || row.demandTypes.includes(facts.demandType)) &&
    (!row.estateType || row.estateType === facts.estateType) &&
    (!row.level || row.level === facts.level)
  );
}

/** What a directory is checked against before it is published. */
export interface KnownPlaces {
  isUnit: (id: string) => boolean;
  isCommunity: (id: string) => boolean;
  isEstate: (id: string) => boolean;
}

/**
 * Everything that keeps a directory from being published, each with the row's number and id: an id used twice, an open category, a place
 * nobody knows, a community as lead of what is off its list (条例第十七条), and two rows that could both win for the same demand: equal in
 * category, place and number of further conditions, and no condition that keeps them apart. A named unit that is not registered is
 * refused by itself with `unit.unknown`.
 */
export function directoryFaults(rows: readonly DirectoryRow[], known: KnownPlaces): string[] {
  const faults: string[] = [];
  const ids = new Map<string, number>();
  rows.forEach((row, i) => {
    const name = `第${i + 1}行（${row.id}）`;
    const before = ids.get(row.id);
    if (before !== undefined) faults.push(`${name}与第${before}行编号相同`);
    else ids.set(row.id, i + 1);
    if (row.category.some((part) => part.trim() === '')) faults.push(`${name}的分类有空白`);
    const named = row.lead.kind === 'UNIT' ? row.lead.unitId : row.lead.kind === 'ESTATE_FIRM' ? row.lead.elseUnitId : null;
    if (named !== null && !known.isUnit(named)) throw new DomainError('unit.unknown', { unit: named });
    const isCommunityLead = row.lead.kind === 'COMMUNITY' || (named !== null && known.isCommunity(named));
    if (isCommunityLead && !row.communityMayLead) faults.push(`${name}由社区主办，但没有注明属于社区职责清单`);
    const { place } = row;
    if (place?.kind === 'ESTATE' && !known.isEstate(place.id)) faults.push(`${name}的小区没有登记`);
    if (place?.kind === 'COMMUNITY' && !known.isCommunity(place.id)) faults.push(`${name}的社区没有登记`);
  });
  const { byCategory } = indexDirectory(0, rows);
  for (const places of byCategory.values()) {
    for (const cell of places.values()) {
      for (let i = 0; i < cell.length && faults.length < 50; i++) {
        for (let j = i + 1; j < cell.length && cell[j]!.conditions === cell[i]!.conditions; j++) {
          const [a, b] = [cell[i]!, cell[j]!];
          if (canBothFit(a.row, b.row)) {
            faults.push(`第${a.no}行（${a.row.id}）与第${b.no}行（${b.row.id}）同样具体，无法区分：${describe(a.row)}`);
          }
        }
      }
    }
  }
  return faults;
}

function canBothFit(a: DirectoryRow, b: DirectoryRow): boolean {
  const share = !a.demandTypes?.length || !b.demandTypes?.length || a.demandTypes.some((type) => b.demandTypes!.includes(type));
  return share && (!a.estateType || !b.estateType || a.estateType === b.estateType) && (!a.level || !b.level || a.level === b.level);
}

function describe(row: DirectoryRow): string {
  const types = row.demandTypes?.map((type) => labels.demandType[type]).join('、');
  return [
    row.category.join('/') || '全部分类',
    types,
    row.estateType && labels.estateType[row.estateType],
    row.level && labels.level[row.level],
  ]
    .filter(Boolean)
    .join('，');
}
