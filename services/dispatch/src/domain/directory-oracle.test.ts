import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { demandTypes, estateTypes, levels, type Category, type DirectoryRow } from '@wufang/contracts';
import { conditionsOf, indexDirectory, match, type DirectoryFacts } from './directory.js';

/** A general rule engine, told the same rows: conditions as its own, and the order of rows as priorities. */
function engineOf(rows: readonly DirectoryRow[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  rows.forEach((row, i) => {
    engine.addRule({
      conditions: { all: conditionsFor(row) },
      event: { type: row.id },
      // Of rows as specific the earlier: the index keeps their order.
      priority: 1 + row.category.length * 1_000_000 + placeDepth(row) * 100_000 + conditionsOf(row) * 10_000 + (rows.length - i),
    });
  });
  return engine;
}

const placeDepth = ({ place }: DirectoryRow) => ['AREA', 'COMMUNITY', 'ESTATE', 'BUILDING', 'POINT'].indexOf(place?.kind ?? '') + 1;
const number = (text: string) => Number(text.replace(/\D/g, ''));

function conditionsFor({ category, demandTypes: types, place, estateType, level, times }: DirectoryRow): NestedCondition[] {
  const equal = (fact: string, value: unknown): NestedCondition => ({ fact, operator: 'equal', value });
  const within = (fact: string, from: number, to: number, last: string): NestedCondition => {
    const ends: NestedCondition[] = [
      { fact, operator: 'greaterThanInclusive', value: from },
      { fact, operator: last, value: to },
    ];
    return from <= to ? { all: ends } : { any: ends };
  };
  const { from, to, season, hours } = times ?? {};
  return [
    ...category.map((part, i) => equal(`category${i}`, part)),
    ...(types?.length ? [{ fact: 'demandType', operator: 'in', value: types }] : []),
    ...(place ? [equal(place.kind, place.id)] : []),
    ...(estateType ? [equal('estateType', estateType)] : []),
    ...(level ? [equal('level', level)] : []),
    ...(from ? [{ fact: 'date', operator: 'greaterThanInclusive', value: number(from) }] : []),
    ...(to ? [{ fact: 'date', operator: 'lessThanInclusive', value: number(to) }] : []),
    ...(season ? [within('monthDay', number(season.from), number(season.to), 'lessThanInclusive')] : []),
    ...(hours ? [within('time', number(hours.from), number(hours.to), 'lessThan')] : []),
  ];
}

async function winnerByEngine(engine: Engine, demand: DirectoryFacts): Promise<string | undefined> {
  const wall = new Date(demand.at.getTime() + 8 * 3_600_000).toISOString();
  const { events } = await engine.run({
    ...Object.fromEntries(demand.category.map((part, i) => [`category${i}`, part])),
    ...{ demandType: demand.demandType, level: demand.level, estateType: demand.estateType },
    ...{ POINT: demand.point, BUILDING: demand.buildingId, ESTATE: demand.estateId, COMMUNITY: demand.communityId, AREA: demand.area },
    ...{ date: number(wall.slice(0, 10)), monthDay: number(wall.slice(5, 10)), time: number(wall.slice(11, 16)) },
  });
  // In the order of priority, the most specific first.
  return events[0]?.type;
}

const text = fc.constantFrom('甲', '甲', '甲', '乙');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const unitId = '00000000-0000-4000-8000-000000000001';
const someTimes = [
  { season: { from: '11-15', to: '03-15' } },
  { season: { from: '06-01', to: '08-31' }, hours: { from: '08:00', to: '20:00' } },
  { hours: { from: '22:00', to: '06:00' } },
  { from: '2027-01-01' },
  { from: '2026-06-01', to: '2026-12-31' },
];
const aTable = fc
  .array(
    fc.record({
      category: fc.array(text, { maxLength: 3 }),
      demandTypes: optional(fc.subarray([...demandTypes].slice(0, 3))),
      place: optional(fc.record({ kind: fc.constantFrom('POINT', 'BUILDING', 'ESTATE', 'COMMUNITY', 'AREA'), id: text })),
      estateType: optional(fc.constantFrom(...estateTypes.slice(0, 2))),
      level: optional(fc.constantFrom(...levels.slice(0, 2))),
      times: optional(fc.constantFrom(...someTimes)),
    }) as fc.Arbitrary<Partial<DirectoryRow>>,
    { minLength: 5, maxLength: 25, size: 'max' },
  )
  .map((parts) =>
    parts.map((part, i): DirectoryRow => ({
      ...{ id: `r${i}`, category: [], lead: { kind: 'UNIT', unitId }, communityMayLead: false, source: 'test', ...part },
    })),
  );
const aDemand = fc.record({
  category: fc.tuple(text, text, text) as fc.Arbitrary<Category>,
  demandType: fc.constantFrom(...demandTypes.slice(0, 3)),
  level: fc.constantFrom(...levels.slice(0, 2)),
  at: fc.constantFrom(
    ...['2026-07-01T09:00', '2026-12-31T23:59', '2027-01-01T00:00', '2027-03-15T05:59', '2027-03-16T06:00'].map(
      (at) => new Date(`${at}:00+08:00`),
    ),
  ),
  ...{ point: optional(text), buildingId: optional(text), estateId: optional(text), communityId: optional(text), area: optional(text) },
  estateType: optional(fc.constantFrom(...estateTypes.slice(0, 2))),
});

describe('the directory beside a general rule engine', () => {
  test('both decide the same row, for random tables and demands', async () => {
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(aTable, fc.array(aDemand, { minLength: 2, maxLength: 4 }), async (rows, demands) => {
        const [directory, engine] = [indexDirectory(1, rows), engineOf(rows)];
        for (const demand of demands) {
          const ours = match(directory, demand)[0]?.row.id;
          if (ours !== undefined) decided += 1;
          expect(ours).toBe(await winnerByEngine(engine, demand));
        }
      }),
      { numRuns: 200 },
    );
    expect(decided).toBeGreaterThan(100);
  }, 30_000);
});
