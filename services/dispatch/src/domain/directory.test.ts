import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demandTypes, estateTypes, levels, type Category, type DirectoryRow } from '@wufang/contracts';
import { directoryFindings, refusalText } from './directory-findings.js';
import { indexDirectory, match, type DirectoryFacts } from './directory.js';
import type { EstateFacts, UnitFacts } from './decide.js';

const unit = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const aUnit = (n: number, kind: UnitFacts['kind'], name = `单位${n}`): [string, UnitFacts] => [
  unit(n),
  { id: unit(n), name, kind, parentName: '北片区' },
];
const anEstate = (n: number, type: EstateFacts['type']): [string, EstateFacts] => [
  unit(n),
  { id: unit(n), communityId: unit(10), type, firmId: null, rightsUnitId: null },
];
const street = {
  units: new Map([aUnit(90, 'UTILITY'), aUnit(10, 'COMMUNITY'), aUnit(1, 'COMMUNITY'), aUnit(2, 'COMMUNITY')]),
  estates: new Map([anEstate(20, 'SGYY'), anEstate(21, 'COMMODITY'), anEstate(1, 'SGYY'), anEstate(2, 'COMMODITY')]),
  centre: { id: unit(99), name: '诉求中心' },
};
const from = new Date('2026-12-01T00:00:00+08:00');
const places = { buildings: new Map([[unit(30), { estateId: unit(20) }]]), points: new Map([['1号楼2单元电梯', { isRegistered: true }]]) };
const against = { street, places, dutyCodes: new Set(['UTIL_ONSITE'] as const), from, seen: [] };
const faultsOf = (rows: readonly DirectoryRow[]) => refusalText(directoryFindings(rows, against), 100);

let count = 0;
function aRow(row: Partial<DirectoryRow>): DirectoryRow {
  return {
    id: `r${++count}`,
    category: ['物业管理'],
    lead: { kind: 'UNIT', unitId: unit(90) },
    communityMayLead: false,
    source: 'test',
    ...row,
  };
}
const aDemand: DirectoryFacts = {
  category: ['物业管理', '公共设施', '电梯困人'],
  demandType: 'HELP',
  level: 'E',
  at: from,
  point: '1号楼2单元电梯',
  buildingId: unit(30),
  estateId: unit(20),
  communityId: unit(10),
  area: '北片区',
  estateType: 'SGYY',
};

/** Two rows that fit, and which of them decides. */
const pairs: [string, Partial<DirectoryRow>, Partial<DirectoryRow>][] = [
  ['third level before second', { category: [...aDemand.category] }, { category: ['物业管理', '公共设施'] }],
  ['second level before first', { category: ['物业管理', '公共设施'] }, { category: ['物业管理'] }],
  ['first level before none', { category: ['物业管理'] }, { category: [] }],
  [
    'category before place',
    { category: [...aDemand.category] },
    { category: ['物业管理'], place: { kind: 'POINT', id: '1号楼2单元电梯' } },
  ],
  ['point before building', { place: { kind: 'POINT', id: '1号楼2单元电梯' } }, { place: { kind: 'BUILDING', id: unit(30) } }],
  ['building before estate', { place: { kind: 'BUILDING', id: unit(30) } }, { place: { kind: 'ESTATE', id: unit(20) } }],
  ['estate before community', { place: { kind: 'ESTATE', id: unit(20) } }, { place: { kind: 'COMMUNITY', id: unit(10) } }],
  ['community before area', { place: { kind: 'COMMUNITY', id: unit(10) } }, { place: { kind: 'AREA', id: '北片区' } }],
  ['area before street', { place: { kind: 'AREA', id: '北片区' } }, {}],
  ['place before conditions', { place: { kind: 'AREA', id: '北片区' } }, { demandTypes: ['HELP'], level: 'E', estateType: 'SGYY' }],
  ['two conditions before one', { demandTypes: ['HELP'], level: 'E' }, { estateType: 'SGYY' }],
  ['one condition before none', { level: 'E' }, {}],
  ['a season before all year', { times: { season: { from: '11-15', to: '03-15' } } }, {}],
  [
    'hours of a season before the season',
    { times: { season: { from: '11-15', to: '03-15' }, hours: { from: '00:00', to: '06:00' } } },
    { times: { season: { from: '11-15', to: '03-15' } } },
  ],
  ['a validity that has begun before none', { times: { from: '2026-12-01' } }, {}],
];

describe('the dispatch directory', () => {
  test.each(pairs)('%s', (_, first, second) => {
    const rows = [aRow(second), aRow(first)];
    expect(faultsOf(rows)).toBe('');
    expect(match(indexDirectory(1, rows), aDemand).map(({ no }) => no)).toEqual([2, 1]);
  });

  test.each<[string, Partial<DirectoryRow>]>([
    ['another category', { category: ['物业管理', '公共设施', '电梯故障'] }],
    ['another estate', { place: { kind: 'ESTATE', id: unit(21) } }],
    ['another demand type', { demandTypes: ['COMPLAINT'] }],
    ['another level', { level: 'N' }],
    ['another estate type', { estateType: 'COMMODITY' }],
    ['the summer', { times: { season: { from: '06-01', to: '08-31' } } }],
    ['the afternoon', { times: { hours: { from: '12:00', to: '18:00' } } }],
    ['what begins tomorrow', { times: { from: '2026-12-02' } }],
  ])('a row for %s does not fit', (_, row) => {
    expect(match(indexDirectory(1, [aRow(row)]), aDemand)).toEqual([]);
  });

  test('a demand whose place is not known fits rows for the whole street alone', () => {
    const rows = [aRow({ place: { kind: 'ESTATE', id: unit(20) } }), aRow({ estateType: 'SGYY' }), aRow({})];
    const nowhere = { category: aDemand.category, demandType: aDemand.demandType, level: aDemand.level, at: from };
    expect(match(indexDirectory(1, rows), nowhere).map(({ no }) => no)).toEqual([3]);
  });

  test.each<[string, Partial<DirectoryRow>[], RegExp | null]>([
    ['the same row twice', [{ id: 'a' }, { id: 'b' }], /第1行（a）与第2行（b）同样具体/],
    [
      'one condition each that may both hold',
      [
        { id: 'a', level: 'E' },
        { id: 'b', demandTypes: ['HELP'] },
      ],
      /a.*b/,
    ],
    [
      'types that overlap',
      [
        { id: 'a', demandTypes: ['HELP', 'REPORT'] },
        { id: 'b', demandTypes: ['HELP'] },
      ],
      /a.*b/,
    ],
    ['types that do not overlap', [{ demandTypes: ['REPORT'] }, { demandTypes: ['HELP'] }], null],
    ['levels that differ', [{ level: 'E' }, { level: 'N' }], null],
    ['one condition against none', [{ level: 'E' }, {}], null],
    ['an empty list of types is no condition', [{ id: 'a', demandTypes: [] }, { id: 'b' }], /a.*b/],
    ['other places', [{ place: { kind: 'ESTATE', id: unit(1) } }, { place: { kind: 'ESTATE', id: unit(2) } }], null],
    ['one id twice', [{ id: 'a' }, { id: 'a', category: ['水电气热'] }], /第2行（a）与第1行编号相同/],
    ['an open category', [{ category: ['物业管理', '', '电梯'] }], /分类有空白/],
    ['a community as lead that the row does not allow', [{ lead: { kind: 'COMMUNITY' } }], /不|没有注明/],
    ['a community as lead that the row allows', [{ lead: { kind: 'COMMUNITY' }, communityMayLead: true }], null],
  ])('%s', (_, rows, wanted) => {
    const faults = faultsOf(rows.map((row) => aRow(row)));
    if (wanted) expect(faults).toMatch(wanted);
    else expect(faults).toBe('');
  });

  const small = { name: fc.constantFrom('甲', '乙'), id: fc.constantFrom(unit(1), unit(2)) };
  const someTimes = [
    { season: { from: '11-15', to: '03-15' } },
    { season: { from: '06-01', to: '08-31' } },
    { hours: { from: '22:00', to: '06:00' } },
    { from: '2027-01-01' },
    { to: '2026-12-31', hours: { from: '06:00', to: '22:00' } },
  ];
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const rows = fc.array(
    fc.record({
      category: fc.array(small.name, { maxLength: 3 }),
      demandTypes: optional(fc.subarray([...demandTypes].slice(0, 2))),
      place: optional(fc.record({ kind: fc.constantFrom('POINT', 'BUILDING', 'ESTATE', 'COMMUNITY', 'AREA'), id: small.id })),
      estateType: optional(fc.constantFrom(...estateTypes.slice(0, 2))),
      level: optional(fc.constantFrom(...levels.slice(0, 2))),
      times: optional(fc.constantFrom(...someTimes)),
    }) as fc.Arbitrary<Partial<DirectoryRow>>,
    { maxLength: 60 },
  );
  const demands = fc.record({
    at: fc.constantFrom(...['2026-12-01T00:00', '2027-01-01T05:59', '2027-07-01T23:00'].map((at) => new Date(`${at}:00+08:00`))),
    category: fc.tuple(small.name, small.name, small.name) as fc.Arbitrary<Category>,
    demandType: fc.constantFrom(...demandTypes.slice(0, 2)),
    level: fc.constantFrom(...levels.slice(0, 2)),
    point: optional(small.id),
    buildingId: optional(small.id),
    estateId: optional(small.id),
    communityId: optional(small.id),
    area: optional(small.id),
    estateType: optional(fc.constantFrom(...estateTypes.slice(0, 2))),
  });

  test('finds what a scan through all rows finds, in the same order; and what may be published has one winner', () => {
    fc.assert(
      fc.property(rows, demands, (parts, demand) => {
        const list = parts.map((part) => aRow(part));
        const found = match(indexDirectory(1, list), demand);
        const wanted = scan(list, demand);
        expect(found.map(({ row }) => rank(row))).toEqual(wanted.map(rank));
        expect(new Set(found.map(({ row }) => row.id))).toEqual(new Set(wanted.map(({ id }) => id)));
        if (faultsOf(list) === '') {
          expect(found.map(({ row }) => row.id)).toEqual(wanted.map(({ id }) => id));
          if (found.length > 1) expect(rank(found[0]!.row)).not.toEqual(rank(found[1]!.row));
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The slow way: look at every row, sort by the three comparisons of the rule. */
function scan(list: readonly DirectoryRow[], demand: DirectoryFacts): DirectoryRow[] {
  const places: Record<string, string | null | undefined> = {
    POINT: demand.point,
    BUILDING: demand.buildingId,
    ESTATE: demand.estateId,
    COMMUNITY: demand.communityId,
    AREA: demand.area,
  };
  return list
    .filter((row) => row.category.every((part, i) => part === demand.category[i]))
    .filter((row) => row.place === undefined || places[row.place.kind] === row.place.id)
    .filter((row) => !row.demandTypes || row.demandTypes.length === 0 || row.demandTypes.includes(demand.demandType))
    .filter((row) => row.estateType === undefined || row.estateType === demand.estateType)
    .filter((row) => row.level === undefined || row.level === demand.level)
    .filter((row) => holds(row.times, demand.at))
    .sort((a, b) => compare(rank(b), rank(a)));
}

function rank(row: DirectoryRow): number[] {
  const depth = ['AREA', 'COMMUNITY', 'ESTATE', 'BUILDING', 'POINT'].indexOf(row.place?.kind ?? '') + 1;
  const conditions = (row.demandTypes && row.demandTypes.length > 0 ? 1 : 0) + (row.estateType ? 1 : 0) + (row.level ? 1 : 0);
  const times = [row.times?.from ?? row.times?.to, row.times?.season, row.times?.hours].filter(Boolean).length;
  return [row.category.length, depth, conditions + times];
}

/** By texts of the clock on the wall. */
function holds(times: DirectoryRow['times'], at: Date): boolean {
  const wall = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  const [date, monthDay, time] = [wall.slice(0, 10), wall.slice(5, 10), wall.slice(11, 16)];
  const { season, hours } = times ?? {};
  return (
    !(times?.from && date < times.from) &&
    !(times?.to && date > times.to) &&
    (!season ||
      (season.from <= season.to ? season.from <= monthDay && monthDay <= season.to : monthDay >= season.from || monthDay <= season.to)) &&
    (!hours || (hours.from <= hours.to ? hours.from <= time && time < hours.to : time >= hours.from || time < hours.to))
  );
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
