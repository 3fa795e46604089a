import { demandTypes, estateTypes, levels, type Category, type DirectoryRow } from '@wufang/contracts';
import { decide, indexDirectory, type DispatchFacts, type Street } from '@wufang/dispatch/rules';
import { percentile, round } from './figures.js';

const idOf = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const UNITS = 300;
const COMMUNITIES = 13;
const ESTATES = 160;

/** The same numbers each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A directory of a city's size: five categories deep in places, types, levels, seasons and hours, no two rows alike. */
function aDirectory(rows: number, random: (below: number) => number): DirectoryRow[] {
  const seasons = [
    { season: { from: '11-15', to: '03-15' } },
    { season: { from: '06-01', to: '09-15' } },
    { hours: { from: '22:00', to: '06:00' } },
  ];
  return Array.from({ length: rows }, (_, n): DirectoryRow => {
    const category = aCategory(random).slice(0, 1 + random(3));
    const places = [
      undefined,
      { kind: 'COMMUNITY' as const, id: idOf(2, random(COMMUNITIES)) },
      { kind: 'ESTATE' as const, id: idOf(3, random(ESTATES)) },
    ];
    const place = places[random(3)];
    return {
      ...{ id: `r${n}`, category, lead: { kind: 'UNIT', unitId: idOf(1, random(UNITS)) }, communityMayLead: false, source: 'bench' },
      ...(place && { place }),
      ...(random(3) === 0 && { demandTypes: [demandTypes[random(demandTypes.length)]!] }),
      ...(random(4) === 0 && { estateType: estateTypes[random(estateTypes.length)]! }),
      ...(random(4) === 0 && { level: levels[random(levels.length)]! }),
      ...(random(5) === 0 && { times: seasons[random(seasons.length)]! }),
    };
  });
}

function aCategory(random: (below: number) => number): Category {
  const [one, two, three] = [random(10), random(6), random(5)];
  return [`一级${one}`, `二级${one}-${two}`, `三级${one}-${two}-${three}`];
}

function aStreet(rows: readonly DirectoryRow[]): Street {
  const kinds = [
    [1, UNITS, 'UTILITY'],
    [2, COMMUNITIES, 'COMMUNITY'],
  ] as const;
  const units = kinds.flatMap(([kind, many, unitKind]) =>
    Array.from({ length: many }, (_, n) => ({ id: idOf(kind, n), name: `单位${kind}-${n}`, kind: unitKind, parentName: '片区' })),
  );
  const estates = Array.from({ length: ESTATES }, (_, n) => ({
    ...{ id: idOf(3, n), communityId: idOf(2, n % COMMUNITIES), type: estateTypes[n % estateTypes.length]! },
    ...{ firmId: null, rightsUnitId: null },
  }));
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    estates: new Map(estates.map((estate) => [estate.id, estate])),
    centre: { id: idOf(9, 0), name: '诉求中心' },
    directories: [{ from: new Date(0), directory: indexDirectory(1, rows) }],
  };
}

/** What the index is measured beside: every row looked at, the most specific kept. Conditions of time are left out, which only helps the scan. */
function scan(
  rows: readonly DirectoryRow[],
  { category, demandType, level, place }: DispatchFacts,
  { estates }: Street,
): DirectoryRow | undefined {
  const type = place.estateId === null ? undefined : estates.get(place.estateId)?.type;
  let best: DirectoryRow | undefined;
  let bestRank = -1;
  for (const row of rows) {
    if (!row.category.every((part, i) => part === category[i])) continue;
    if (row.place && row.place.id !== (row.place.kind === 'ESTATE' ? place.estateId : place.communityId)) continue;
    if (row.demandTypes && !row.demandTypes.includes(demandType)) continue;
    if ((row.estateType && row.estateType !== type) || (row.level && row.level !== level)) continue;
    const conditions = [row.demandTypes, row.estateType, row.level].filter(Boolean).length;
    const rank = row.category.length * 100 + (row.place ? (row.place.kind === 'ESTATE' ? 2 : 1) : 0) * 10 + conditions;
    if (rank > bestRank) [best, bestRank] = [row, rank];
  }
  return best;
}

/** Demands decided by a directory of so many rows in one process, sentence and all, beside a straight scan of the same rows. */
export function benchRules(rows: number, seconds: number): object {
  const random = chance(7);
  const table = aDirectory(rows, random);
  const laidOutAt = performance.now();
  const street = aStreet(table);
  const indexMs = performance.now() - laidOutAt;
  const demands = Array.from({ length: 10_000 }, (): DispatchFacts => {
    const estate = random(ESTATES);
    return {
      ...{ category: aCategory(random), demandType: demandTypes[random(demandTypes.length)]!, level: levels[random(levels.length)]! },
      place: { communityId: idOf(2, estate % COMMUNITIES), estateId: idOf(3, estate), buildingId: null, point: null },
      at: new Date(Date.UTC(2026, random(12), 1 + random(28), random(24), random(60))),
    };
  });
  const index = timed((demand) => decide(street, demand), demands, seconds);
  const straight = timed((demand) => scan(table, demand, street), demands, Math.min(seconds, 3));
  return {
    rows,
    wantedPerSecond: 2_000,
    demandsPerSecond: Math.round(index.perSecond),
    p99Us: round(index.p99Us),
    layOutMs: round(indexMs),
    straightScanPerSecond: Math.round(straight.perSecond),
    timesTheScan: round(index.perSecond / straight.perSecond),
  };
}

function timed(
  work: (demand: DispatchFacts) => unknown,
  demands: readonly DispatchFacts[],
  seconds: number,
): { perSecond: number; p99Us: number } {
  for (const demand of demands.slice(0, 1_000)) work(demand);
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1_000) {
    for (let i = 0; i < 100; i++) work(demands[(done + i) % demands.length]!);
    done += 100;
  }
  const perSecond = done / ((performance.now() - began) / 1_000);
  const each = demands.slice(0, 5_000).map((demand) => {
    const at = performance.now();
    work(demand);
    return (performance.now() - at) * 1_000;
  });
  return { perSecond, p99Us: percentile(each, 0.99) };
}
