import type { Category, EstateType, Finding } from '@wufang/contracts';
import { beijingDate, beijingDay } from '@wufang/kernel';
import { areaOf } from './areas.js';
import { estateTypesAt, lets, situations, type CheckedAgainst } from './directory-situations.js';
import type { Directory, IndexedRow } from './directory.js';
import { canMeet, type Looks } from './row-times.js';

/** How many of the rows that win in its place are named. */
const MAX_NAMED = 3;

/**
 * Rows above the deepest categories that never win: whatever demand of the categories seen so far they fit, a row of a deeper category, of the same place or
 * of one around it, or one of their own cell with more conditions, is there as well (domain rules 4.5, step 5: the deeper category comes first). One for
 * all categories is left out: it is there for what nobody has asked yet. `beaten`: numbers of rows of which that is said already.
 * Example: a row for 物业管理/公共设施 and an unconditional one for each of its leaves, all for the whole street -> the first is outranked.
 */
export function outranked(
  byCategory: Directory['byCategory'],
  against: CheckedAgainst,
  beaten: ReadonlySet<number>,
  looks: Looks,
): Finding[] {
  const seenUnder = new Map<string, Category[]>();
  for (const category of against.seen) {
    for (const depth of [1, 2]) {
      const key = category.slice(0, depth).join('\n');
      seenUnder.set(key, [...(seenUnder.get(key) ?? []), category]);
    }
  }
  const found: Finding[] = [];
  const today = beijingDay(against.from);
  for (const [key, under] of seenUnder) {
    for (const [place, cell] of byCategory.get(key) ?? []) {
      const at = cell[0]!.row.place;
      const beside = { cell, under, byCategory, around: [place, ...placesAround(at, against)], types: estateTypesAt(at, against), today };
      for (const row of cell) {
        if (beaten.has(row.no) || !mayFit(row, beside)) continue;
        const winners = winnersOver(row, beside, looks);
        if (looks.left < 0) {
          const text = `行数过多，从第${row.no}行（${row.row.id}）起没有逐一检查是否总被更细的分类盖过`;
          return [...found, { kind: 'OUTRANKED', severity: 'warning', rows: [], text }];
        }
        if (winners.length > 0) found.push(findingOf(row, winners));
      }
    }
  }
  return found;
}

interface Beside {
  cell: readonly IndexedRow[];
  /** Keys of the row's own place and of those that hold whatever it holds. */
  around: readonly string[];
  under: readonly Category[];
  byCategory: Directory['byCategory'];
  types: ReadonlySet<EstateType | null>;
  today: number;
}

/** Of a row that fits nothing any more other findings tell. */
function mayFit({ row: { estateType }, times }: IndexedRow, { types, today }: Beside): boolean {
  return (!estateType || types.has(estateType)) && (!times || (times.toDay >= today && canMeet(times, times)));
}

/** The rows that win wherever this one fits; none where it wins once. */
function winnersOver(row: IndexedRow, { cell, around, under, byCategory, types, today }: Beside, looks: Looks): IndexedRow[] {
  const ofCell = cell.filter(({ conditions }) => conditions > row.conditions);
  const winners = new Set<IndexedRow>();
  for (const category of under) {
    const rivals: IndexedRow[] = [];
    for (let depth = category.length; depth > row.row.category.length; depth--) {
      const places = byCategory.get(category.slice(0, depth).join('\n'));
      for (const key of around) rivals.push(...(places?.get(key) ?? []));
    }
    rivals.push(...ofCell);
    looks.left -= 1 + rivals.length;
    if (rivals.length === 0) return [];
    const always = rivals.find(({ conditions }) => conditions === 0);
    if (always) {
      winners.add(always);
      continue;
    }
    for (const situation of situations([row, ...rivals], types, today, looks)) {
      looks.left -= 1 + rivals.length;
      if (looks.left < 0) return [];
      if (!lets(row, situation)) continue;
      const winner = rivals.find((rival) => lets(rival, situation));
      if (!winner) return [];
      winners.add(winner);
    }
  }
  return [...winners].sort((a, b) => a.no - b.no);
}

/** Keys of the places around a place, as far as they are certain: of a point only its name is. The whole street is around everything. */
function placesAround(place: IndexedRow['row']['place'], { street, places, from }: CheckedAgainst): string[] {
  const around: string[] = [];
  let { kind, id } = place ?? { kind: undefined, id: '' };
  if (kind === 'BUILDING') {
    [kind, id] = ['ESTATE', places.buildings.get(id)?.estateId ?? ''];
    around.push(`${kind} ${id}`);
  }
  if (kind === 'ESTATE') {
    [kind, id] = ['COMMUNITY', street.estates.get(id)?.communityId ?? ''];
    around.push(`${kind} ${id}`);
  }
  if (kind === 'COMMUNITY') around.push(`AREA ${areaOf(street, id, beijingDate(from)) ?? ''}`);
  return place ? [...around, ''] : [];
}

function findingOf({ no, row: { id } }: IndexedRow, winners: readonly IndexedRow[]): Finding {
  const named = winners.slice(0, MAX_NAMED);
  const by = named.map((winner) => `第${winner.no}行（${winner.row.id}）`).join('、');
  const more = winners.length > named.length ? `等 ${winners.length} 行` : '';
  return {
    kind: 'OUTRANKED',
    severity: 'warning',
    rows: [{ no, id }, ...named.map((winner) => ({ no: winner.no, id: winner.row.id }))],
    text: `第${no}行（${id}）在至今有过诉求的各类中总让位于更细的${by}${more}，轮不到`,
  };
}
