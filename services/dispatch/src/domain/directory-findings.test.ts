import { describe, expect, test } from '@jest/globals';
import type { Category, DirectoryRow, Finding } from '@wufang/contracts';
import type { EstateFacts, UnitFacts } from './decide.js';
import { directoryFindings, refusalText } from './directory-findings.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const unit = (n: number, kind: UnitFacts['kind'], parentName = '北片区') =>
  [id(n), { id: id(n), name: `单位${n}`, kind, parentName }] as const;
const estate = (n: number, type: EstateFacts['type'], communityId: string) =>
  [id(n), { id: id(n), communityId, type, firmId: null, rightsUnitId: null }] as const;
const street = {
  units: new Map([unit(1, 'UTILITY'), unit(2, 'COMMUNITY'), unit(3, 'COMMUNITY')]),
  estates: new Map([estate(20, 'SGYY', id(2)), estate(21, 'COMMODITY', id(3))]),
  centre: { id: id(9), name: '市民诉求处置中心' },
};
const seen: Category[] = [
  ['水电气热', '供暖', '暖气不热'],
  ['物业管理', '公共设施', '电梯困人'],
];
const places = {
  buildings: new Map([[id(30), { estateId: id(20) }]]),
  points: new Map([
    ['北门', { isRegistered: true }],
    ['西墙外', { isRegistered: false }],
  ]),
};
const against = { street, places, dutyCodes: new Set(['UTIL_ONSITE'] as const), from: new Date('2026-12-01T00:00:00+08:00'), seen };
let count = 0;
const row = (part: Partial<DirectoryRow>): DirectoryRow => ({
  ...{ id: `r${++count}`, category: ['水电气热'], lead: { kind: 'UNIT', unitId: id(1) }, communityMayLead: false, source: 'test' },
  ...part,
});
/** Rows under which nothing is missing, so that only what a test is about is found. */
const ground = [row({ id: 'ground', category: [] })];
const found = (...rows: DirectoryRow[]) => directoryFindings([...rows, ...ground], against);
const said = (findings: Finding[]) => findings.map(({ kind, severity, text }) => `${severity} ${kind} ${text}`);

describe('a table that would go wrong is not published, with the rows and the reasons', () => {
  test.each<[Partial<DirectoryRow>, string]>([
    [{ id: 'a', category: ['水电气热', ' '] }, 'CATEGORY_BLANK 第1行（a）的分类有空白'],
    [{ id: 'a', lead: { kind: 'UNIT', unitId: id(77) } }, 'UNIT_UNKNOWN 第1行（a）的主办单位没有登记'],
    [{ id: 'a', lead: { kind: 'ESTATE_FIRM', elseUnitId: id(77) } }, 'UNIT_UNKNOWN 第1行（a）的主办单位没有登记'],
    [{ id: 'a', coUnits: [{ kind: 'UNIT', unitId: id(77) }] }, 'UNIT_UNKNOWN 第1行（a）的协办单位没有登记'],
    [{ id: 'a', place: { kind: 'ESTATE', id: id(77) } }, 'PLACE_UNKNOWN 第1行（a）的小区没有登记'],
    [{ id: 'a', place: { kind: 'COMMUNITY', id: id(1) } }, 'PLACE_UNKNOWN 第1行（a）的社区没有登记'], // a unit, but no community
    [{ id: 'a', place: { kind: 'AREA', id: '南片区' } }, 'PLACE_UNKNOWN 第1行（a）的片区没有登记'],
    [{ id: 'a', lead: { kind: 'COMMUNITY' } }, 'COMMUNITY_NOT_LEAD 第1行（a）由社区主办，但没有注明属于社区职责清单'],
    [{ id: 'a', lead: { kind: 'UNIT', unitId: id(2) } }, 'COMMUNITY_NOT_LEAD 第1行（a）由社区主办，但没有注明属于社区职责清单'],
    [{ id: 'a', duties: ['LIFT_TRAPPED'] }, 'DUTY_UNKNOWN 第1行（a）增加的时限“电梯困人到现场”不在时限表中'],
    [
      { id: 'a', times: { from: '2026-04-01', to: '2026-10-31', season: { from: '11-15', to: '03-15' } } },
      'NEVER_IN_TIME 第1行（a）的有效期、季节与时段没有共同的时候，永远轮不到',
    ],
    [
      { id: 'a', times: { hours: { from: '08:00', to: '08:00' } } },
      'NEVER_IN_TIME 第1行（a）的有效期、季节与时段没有共同的时候，永远轮不到',
    ],
    [{ id: 'a', place: { kind: 'ESTATE', id: id(20) }, estateType: 'COMMODITY' }, 'NEVER_AT_PLACE 第1行（a）的小区不是商品房，永远轮不到'],
    [
      { id: 'a', place: { kind: 'BUILDING', id: id(30) }, estateType: 'COMMODITY' },
      'NEVER_AT_PLACE 第1行（a）的小区不是商品房，永远轮不到',
    ],
    [{ id: 'a', place: { kind: 'BUILDING', id: id(77) } }, 'PLACE_UNKNOWN 第1行（a）的楼没有登记'],
    [{ id: 'a', place: { kind: 'BUILDING', id: '3号楼' } }, 'PLACE_UNKNOWN 第1行（a）的楼没有登记'], // a name where the register has an id
    [
      { id: 'a', place: { kind: 'POINT', id: '南门' } },
      'PLACE_UNKNOWN 第1行（a）的点位“南门”没有登记，也没有诉求提到过，任何诉求都匹配不到；请先登记点位',
    ],
  ])('%j', (part, wanted) => {
    const findings = found(row(part));
    expect(said(findings)).toEqual([`error ${wanted}`]);
    expect(findings[0]!.rows).toEqual([{ no: 1, id: 'a' }]);
    expect(refusalText(findings)).toBe(wanted.slice(wanted.indexOf(' ') + 1));
  });

  test('a table without a row cannot be published: everything would go to the demand centre', () => {
    const findings = directoryFindings([], against);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind)).toEqual(['EMPTY']);
    expect(refusalText(findings)).toContain('没有一行');
  });

  test('rows of one season cannot tie with rows of another, rows of overlapping ones do', () => {
    const winter = row({ id: 'winter', times: { season: { from: '11-15', to: '03-15' } } });
    const summer = row({ id: 'summer', times: { season: { from: '06-01', to: '08-31' } } });
    const march = row({ id: 'march', times: { season: { from: '03-01', to: '03-31' } } });
    expect(found(winter, summer)).toEqual([]);
    expect(said(found(winter, march))).toEqual(['error TIE 第1行（winter）与第2行（march）同样具体，无法区分：水电气热']);
  });

  test('of many errors the first are told and the rest counted', () => {
    const rows = Array.from({ length: 13 }, (_, i) => row({ lead: { kind: 'UNIT', unitId: id(100 + i) }, category: [`类${i}`] }));
    expect(refusalText(directoryFindings(rows, { ...against, seen: [] }))).toMatch(/^第1行.*第10行.*另有 3 处$/);
  });
});

describe('what may be published and is still worth a word', () => {
  test('a point that only demands have named: another way of writing it will not meet the row', () => {
    expect(said(found(row({ id: 'west', place: { kind: 'POINT', id: '西墙外' } })))).toEqual([
      'warning POINT_BY_HEARSAY 第1行（west）的点位“西墙外”没有登记，只在以往诉求中出现过；写法不同的诉求匹配不到，请登记点位',
    ]);
    expect(
      found(row({ place: { kind: 'POINT', id: '北门' } }), row({ place: { kind: 'BUILDING', id: id(30) }, estateType: 'SGYY' })),
    ).toEqual([]);
  });

  test('a row that narrower ones beat whenever it fits never wins', () => {
    const all = row({ id: 'all' });
    const byLevel = (['E', 'U', 'N', 'C'] as const).map((level) => row({ id: level, level }));
    expect(said(found(all, ...byLevel))).toEqual([
      'warning SHADOWED 第1行（all）总被第2行（E）、第3行（U）、第4行（N）、第5行（C）遮住，永远轮不到',
    ]);
    expect(found(all, ...byLevel.slice(1))).toEqual([]); // level E is left to it
  });

  test('a row may be beaten by the seasons together, or be left the days between them', () => {
    const all = row({ id: 'all' });
    const winter = row({ id: 'winter', times: { season: { from: '10-01', to: '03-31' } } });
    const summer = row({ id: 'summer', times: { season: { from: '04-01', to: '09-30' } } });
    const shorter = row({ id: 'shorter', times: { season: { from: '04-01', to: '09-29' } } });
    expect(said(found(all, winter, summer))).toEqual(['warning SHADOWED 第1行（all）总被第2行（winter）、第3行（summer）遮住，永远轮不到']);
    expect(found(all, winter, shorter)).toEqual([]); // 30 September
  });

  test('an estate row is beaten by the row for its own type, for it has no other', () => {
    const at = { kind: 'ESTATE' as const, id: id(20) };
    expect(said(found(row({ id: 'wide', place: at }), row({ id: 'typed', place: at, estateType: 'SGYY' })))).toEqual([
      'warning SHADOWED 第1行（wide）总被第2行（typed）遮住，永远轮不到',
    ]);
  });

  test('a row above rows for each of its categories seen so far never wins', () => {
    const heat = ['水电气热', '供暖', '暖气不热'];
    const leaf = row({ id: 'leaf', category: heat });
    expect(said(found(row({ id: 'above', category: ['水电气热', '供暖'] }), leaf))).toEqual([
      'warning OUTRANKED 第1行（above）在至今有过诉求的各类中总让位于更细的第2行（leaf），轮不到',
    ]);
    // Another leaf of it has been asked about.
    const other: Category = ['水电气热', '供暖', '暖气漏水'];
    const rows = [row({ id: 'above', category: ['水电气热', '供暖'] }), leaf, ...ground];
    expect(directoryFindings(rows, { ...against, seen: [...seen, other] })).toEqual([]);
  });

  test('levels that deeper rows leave are left to it; seasons that they share among them are not', () => {
    const above = row({ id: 'above' });
    const [winter, summer, shorter] = (
      [
        ['10-01', '03-31'],
        ['04-01', '09-30'],
        ['04-01', '09-29'],
      ] as const
    ).map(([from, to]) => row({ id: from + to, category: ['水电气热', '供暖'], times: { season: { from, to } } }));
    expect(found(above, row({ category: ['水电气热', '供暖'], level: 'E' }))).toEqual([]);
    expect(found(above, winter!, shorter!)).toEqual([]);
    expect(said(found(above, winter!, summer!))).toEqual([
      'warning OUTRANKED 第1行（above）在至今有过诉求的各类中总让位于更细的第2行（10-0103-31）、第3行（04-0109-30），轮不到',
    ]);
  });

  test('what deeper rows leave over may be left to narrower ones of its own cell', () => {
    const rows = [row({ id: 'above' }), row({ id: 'own', level: 'N' }), row({ id: 'deeper', category: ['水电气热', '供暖'], level: 'E' })];
    const others = (['U', 'C'] as const).map((level) => row({ id: level, category: ['水电气热', '供暖', '暖气不热'], level }));
    expect(found(...rows, others[0]!)).toEqual([]);
    expect(said(found(...rows, ...others))).toEqual([
      'warning OUTRANKED 第1行（above）在至今有过诉求的各类中总让位于更细的第2行（own）、第3行（deeper）、第4行（U）等 4 行，轮不到',
    ]);
  });

  test('a row of a place is beaten by a deeper one of the place or around it, a wider row by none that is narrower', () => {
    const deeper = ['水电气热', '供暖'];
    const wheres: [DirectoryRow['place'], DirectoryRow['place'], boolean][] = [
      [{ kind: 'ESTATE', id: id(20) }, undefined, true],
      [{ kind: 'ESTATE', id: id(20) }, { kind: 'COMMUNITY', id: id(2) }, true],
      [{ kind: 'BUILDING', id: id(30) }, { kind: 'ESTATE', id: id(20) }, true],
      [{ kind: 'COMMUNITY', id: id(2) }, { kind: 'AREA', id: '北片区' }, true],
      [{ kind: 'POINT', id: '北门' }, undefined, true],
      [{ kind: 'POINT', id: '北门' }, { kind: 'ESTATE', id: id(20) }, false],
      [{ kind: 'ESTATE', id: id(20) }, { kind: 'COMMUNITY', id: id(3) }, false],
      [{ kind: 'COMMUNITY', id: id(2) }, { kind: 'ESTATE', id: id(20) }, false],
      [undefined, { kind: 'AREA', id: '北片区' }, false],
    ];
    const at = (place: DirectoryRow['place'], category: string[]) => row({ category, ...(place && { place }) });
    for (const [place, around, isBeaten] of wheres)
      expect([place, around, found(at(place, ['水电气热']), at(around, deeper)).map(({ kind }) => kind)]).toEqual([
        place,
        around,
        isBeaten ? ['OUTRANKED'] : [],
      ]);
  });

  test('a row for everything is there for what nobody has asked yet', () => {
    expect(found(row({ category: ['水电气热'] }), row({ category: ['物业管理'] }))).toEqual([]);
  });

  test('a row whose time is over', () => {
    expect(said(found(row({ id: 'old', times: { to: '2026-11-30' } })))).toEqual([
      'warning EXPIRED 第1行（old）的有效期已于2026-11-30结束，不再起作用',
    ]);
    expect(found(row({ id: 'last-day', times: { to: '2026-12-01' } }))).toEqual([]);
  });

  test('a category nobody has ever asked about, perhaps misspelt', () => {
    expect(said(found(row({ id: 'typo', category: ['水电气热', '供曖'] })))).toEqual([
      'warning CATEGORY_UNSEEN 第1行（typo）的分类“水电气热/供曖”至今没有过诉求，请核对名称',
    ]);
  });

  test('an estate type that no estate there has today', () => {
    expect(said(found(row({ id: 'central', estateType: 'CENTRAL_SOE' })))).toEqual([
      'warning NEVER_AT_PLACE 第1行（central）所指的地方目前没有央产房，暂时轮不到',
    ]);
  });

  test.each<[string, Partial<DirectoryRow>[], string[]]>([
    ['no row', [{}], ['分类“物业管理/公共设施/电梯困人”没有全街道的规则，地点没有专门规则时由市民诉求处置中心指派']],
    ['a row for every type and level', [{}, { category: ['物业管理'] }], []],
    [
      'a row of one level alone',
      [{}, { category: ['物业管理'], level: 'E' }],
      ['分类“物业管理/公共设施/电梯困人”（级别“水电气热”）没有全街道的规则，地点没有专门规则时由市民诉求处置中心指派'],
    ],
    [
      'a row that ends and none after it',
      [{ times: { to: '2027-01-31' } }, { category: ['物业管理'] }],
      ['分类“水电气热/供暖/暖气不热”（2027-02-01起）没有全街道的规则，地点没有专门规则时由市民诉求处置中心指派'],
    ],
  ])('a category with a gap: %s', (_, parts, wanted) => {
    const findings = directoryFindings(parts.map(row), against);
    expect(findings.map(({ text }) => text)).toEqual(wanted);
    expect(findings.every(({ kind, severity }) => kind === 'GAP' && severity === 'warning')).toBe(true);
  });
});

describe('the check of a large table costs no more than it may', () => {
  const summer = { season: { from: '06-01', to: '08-31' } };
  const winter = { season: { from: '11-15', to: '03-15' } };
  const unlooked = (rows: DirectoryRow[], left: number) =>
    directoryFindings(rows, against, { left })
      .filter(({ text }) => text.includes('没有逐一检查'))
      .map(({ kind, severity }) => `${severity} ${kind}`);
  const cell = Array.from({ length: 20 }, (_, i) =>
    row({ level: i % 2 ? 'E' : 'N', times: i % 4 < 2 ? summer : winter, estateType: 'SGYY' }),
  );

  test('one sum for all of it: what is left over is said of each part, and pairs that nobody compared keep it from being published', () => {
    expect(unlooked(cell, 5)).toEqual(['error TIE', 'warning SHADOWED', 'warning OUTRANKED', 'warning GAP']);
    expect(unlooked(cell, 250)).toEqual(['warning SHADOWED', 'warning OUTRANKED', 'warning GAP']);
    expect(unlooked(cell, 10_000_000)).toEqual([]);
  });

  test('days walked for a season are charged, as comparisons are', () => {
    const looks = { left: 1_000_000 };
    directoryFindings([row({ times: winter }), row({ times: summer, level: 'E' }), ...ground], against, looks);
    expect(1_000_000 - looks.left).toBeGreaterThan(366);
  });
});
