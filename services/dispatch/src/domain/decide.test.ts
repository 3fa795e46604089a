import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeRules, ruleInWords, type DirectoryRow, type PlaceRef } from '@wufang/contracts';
import { decide, demandCentre, leadRefusal, levelOf, type DispatchFacts, type EstateFacts, type Street, type UnitFacts } from './decide.js';
import { indexDirectory, type Directory } from './directory.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const names: [number, string, UnitFacts['kind']][] = [
  [1, '青云街道', 'STREET'],
  [2, '市民诉求处置中心', 'STREET_OFFICE'],
  [3, '城乡建设办公室', 'STREET_OFFICE'],
  [4, '热力集团', 'UTILITY'],
  [5, '云台路社区', 'COMMUNITY'],
  [6, '远征物业', 'PROPERTY_FIRM'],
  [7, '远征集团三院', 'PROPERTY_RIGHTS_UNIT'],
  [8, '柳林村', 'VILLAGE'],
];
const units = new Map(names.map(([n, name, kind]) => [id(n), { id: id(n), name, kind, parentName: '青云街道' }]));
const estates = new Map<string, EstateFacts>([
  [id(20), { id: id(20), communityId: id(5), type: 'SGYY', firmId: id(6), rightsUnitId: id(7) }],
  [id(21), { id: id(21), communityId: id(5), type: 'COMMODITY', firmId: id(6), rightsUnitId: null }],
  [id(22), { id: id(22), communityId: id(5), type: 'SGYY', firmId: null, rightsUnitId: id(7) }],
  [id(23), { id: id(23), communityId: id(5), type: 'UNMANAGED', firmId: id(6), rightsUnitId: null }],
  [id(24), { id: id(24), communityId: id(5), type: 'CENTRAL_SOE', firmId: id(6), rightsUnitId: id(7) }],
  [id(25), { id: id(25), communityId: id(5), type: 'COMMODITY', firmId: id(99), rightsUnitId: null }],
]);
const row = (id: string, rest: Partial<DirectoryRow>): DirectoryRow => ({
  id,
  category: ['水电气热', '供暖', '暖气不热'],
  lead: { kind: 'COMMUNITY' },
  communityMayLead: false,
  source: 'test',
  ...rest,
});
const rows = [
  row('heat', { lead: { kind: 'UNIT', unitId: id(4) }, setLevel: 'U' }),
  row('firm', { category: ['物业管理'], lead: { kind: 'ESTATE_FIRM', elseUnitId: id(3) } }),
  row('neighbours', { category: ['邻里纠纷'], communityMayLead: true }),
  row('off-list', { category: ['城市管理'] }),
  row('gone', { category: ['交通管理'], lead: { kind: 'UNIT', unitId: id(77) } }),
  row('village', { category: ['农村事务'], lead: { kind: 'UNIT', unitId: id(8) } }),
];
const inForce = (directory: Directory) => [{ from: new Date(0), directory }];
const street: Street = { units, estates, centre: demandCentre(units.values(), id(0)), directories: inForce(indexDirectory(3, rows)) };

const place = (estate: number | null, community: number | null = null): PlaceRef => ({
  communityId: community === null ? null : id(community),
  estateId: estate === null ? null : id(estate),
  buildingId: null,
  point: null,
});
const demand = (category: string, at: PlaceRef, rest: Partial<DispatchFacts> = {}): DispatchFacts => ({
  category: category.split('/') as DispatchFacts['category'],
  demandType: 'HELP',
  level: 'N',
  place: at,
  at: new Date('2026-12-01T12:00:00+08:00'),
  ...rest,
});
const heating = '水电气热/供暖/暖气不热';

describe('a complaint about a unit (4.5, step 7)', () => {
  const repair = (about: number | null, rest: Partial<DispatchFacts> = {}, in_ = street) =>
    decide(in_, demand('物业管理/公共设施/电梯故障', place(21), { aboutUnitId: about === null ? null : id(about), ...rest }));

  test('goes to the unit over it, which it assists, and the reason says so', () => {
    const found = repair(6);
    expect([found.leadUnitId, found.coUnitIds]).toEqual([id(1), [id(6)]]);
    expect(found.decision.ruleIds).toEqual(['firm', codeRules.complainedAbout]);
    expect(found.decision.reason).toBe(
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版）由远征物业主办；此件投诉的正是远征物业，应当回避，改由青云街道主办、远征物业协办。',
    );
  });

  test('goes where it would have gone when it is about another unit, or about none', () => {
    for (const about of [4, null]) expect(repair(about)).toMatchObject({ leadUnitId: id(6), decision: { ruleIds: ['firm'] } });
  });

  test('goes to the demand centre when nobody is known over it, or that is a community off its list', () => {
    const under = (parentName: string | null) => ({
      ...street,
      units: new Map<string, UnitFacts>(units).set(id(6), { ...units.get(id(6))!, parentName }),
    });
    for (const parent of [null, '谁也不是', '云台路社区']) expect(repair(6, {}, under(parent)).leadUnitId).toBe(id(2));
  });

  test('about the demand centre goes to the street over it', () => {
    expect(decide(street, demand('没有规则/的/事项', place(21), { aboutUnitId: id(2) })).leadUnitId).toBe(id(1));
  });

  test('no person may make it the lead either', () => {
    const facts = demand('物业管理/公共设施/电梯故障', place(21), { aboutUnitId: id(6) });
    const refused = (n: number) => leadRefusal(street, id(n), facts);
    expect([refused(6), refused(5), refused(3)]).toEqual(['work-order.complained-about', 'work-order.community-not-lead', null]);
  });
});

describe('who answers for a demand', () => {
  test.each<[string, DispatchFacts, number, number[], string]>([
    [
      'the unit the row names; in an SOE estate its property-rights unit assists',
      demand(heating, place(20, 5), { level: 'U' }),
      4,
      [7],
      '分类“水电气热/供暖/暖气不热”按派单目录第1行（第3版）由热力集团主办；该小区为三供一业，产权单位远征集团三院协办。',
    ],
    [
      'the same for central units housing',
      demand(heating, place(24), { level: 'U' }),
      4,
      [7],
      '分类“水电气热/供暖/暖气不热”按派单目录第1行（第3版）由热力集团主办；该小区为央产房，产权单位远征集团三院协办。',
    ],
    [
      'the estate firm',
      demand('物业管理/公共设施/电梯故障', place(21)),
      6,
      [],
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版）由远征物业主办。',
    ],
    [
      'without a firm the named office, the community assists',
      demand('物业管理/公共设施/电梯故障', place(22)),
      3,
      [5, 7],
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版），该小区没有物业公司，由城乡建设办公室主办、云台路社区协办；该小区为三供一业，产权单位远征集团三院协办。',
    ],
    [
      'an unmanaged estate goes to the office although a firm stands in the register',
      demand('物业管理/公共设施/电梯故障', place(23)),
      3,
      [5],
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版），该小区失管，由城乡建设办公室主办、云台路社区协办。',
    ],
    [
      'a firm is wanted but the estate is not known',
      demand('物业管理/公共设施/电梯故障', place(null, 5)),
      2,
      [],
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版）应由小区的物业公司主办，但小区不详，由市民诉求处置中心指派。',
    ],
    [
      'a firm that is not registered',
      demand('物业管理/公共设施/电梯故障', place(25)),
      2,
      [],
      '分类“物业管理/公共设施/电梯故障”按派单目录第2行（第3版）应由小区的物业公司主办，但它没有登记，由市民诉求处置中心指派。',
    ],
    [
      'the community of the place, for what is on its list',
      demand('邻里纠纷/邻里关系/楼道堆物', place(null, 5)),
      5,
      [],
      '分类“邻里纠纷/邻里关系/楼道堆物”按派单目录第3行（第3版）由云台路社区主办。',
    ],
    [
      'the community follows from the estate',
      demand('邻里纠纷/邻里关系/楼道堆物', place(21)),
      5,
      [],
      '分类“邻里纠纷/邻里关系/楼道堆物”按派单目录第3行（第3版）由云台路社区主办。',
    ],
    [
      'no community can be told',
      demand('邻里纠纷/邻里关系/楼道堆物', place(null)),
      2,
      [],
      '分类“邻里纠纷/邻里关系/楼道堆物”按派单目录第3行（第3版）应由所属社区主办，但地点不详，由市民诉求处置中心指派。',
    ],
    [
      'a community may not lead what is off its list: the centre, the community assists',
      demand('城市管理/噪声扰民/施工噪声', place(null, 5)),
      2,
      [5],
      '分类“城市管理/噪声扰民/施工噪声”按派单目录第4行（第3版）指向云台路社区，但此事项不在社区职责清单内，社区只能协办，由市民诉求处置中心指派。',
    ],
    [
      'a village is held to the same',
      demand('农村事务/土地/流转', place(null)),
      2,
      [8],
      '分类“农村事务/土地/流转”按派单目录第6行（第3版）指向柳林村，但此事项不在社区职责清单内，社区只能协办，由市民诉求处置中心指派。',
    ],
    [
      'a unit that has left the register',
      demand('交通管理/交通秩序/出入口拥堵', place(null)),
      2,
      [],
      '分类“交通管理/交通秩序/出入口拥堵”按派单目录第5行（第3版）指定的主办单位没有登记，由市民诉求处置中心指派。',
    ],
    [
      'no rule at all',
      demand('教育/学校/招生', place(20)),
      2,
      [7],
      '分类“教育/学校/招生”在派单目录（第3版）中没有规则，由市民诉求处置中心指派；该小区为三供一业，产权单位远征集团三院协办。',
    ],
  ])('%s', (_, facts, lead, co, reason) => {
    const decided = decide(street, facts);
    expect(decided.leadUnitId).toBe(id(lead));
    expect(decided.coUnitIds).toEqual(co.map(id));
    expect(decided.decision.reason).toBe(reason);
    expect(decided.decision.directoryVersion).toBe(3);
  });

  test.each([
    [undefined, ['UTIL_ONSITE'], '按目录另计时限：水电气热到现场。'],
    [['UTIL_ONSITE'], ['UTIL_ONSITE'], '按目录另计时限：水电气热到现场。'], // what the row adds already is said once
    [['UTIL_ONSITE', 'EMERG_FEEDBACK'], ['UTIL_ONSITE', 'EMERG_FEEDBACK'], '按目录另计时限：水电气热到现场；按分类另计时限：紧急反馈。'],
  ] as const)('the category itself adds duties %j beside the row: %j', (categoryDuties, duties, said) => {
    const adding = { ...street, directories: inForce(indexDirectory(5, [row('adds', { duties: ['UTIL_ONSITE'] })])) };
    const { decision } = decide(adding, demand(heating, place(20), categoryDuties && { categoryDuties }));
    expect(decision.duties).toEqual(duties);
    expect(decision.reason.endsWith(said)).toBe(true);
  });

  test('the sentence says when the row holds, who assists by it and which duties it adds', () => {
    const season = row('season', {
      lead: { kind: 'UNIT', unitId: id(4) },
      times: { season: { from: '11-15', to: '03-15' }, hours: { from: '22:00', to: '06:00' } },
      coUnits: [{ kind: 'COMMUNITY' }, { kind: 'ESTATE_FIRM' }, { kind: 'RIGHTS_UNIT' }, { kind: 'UNIT', unitId: id(4) }],
      duties: ['UTIL_ONSITE', 'EMERG_FEEDBACK'],
    });
    const seasonal = { ...street, directories: inForce(indexDirectory(5, [season, ...rows])) };
    const night = decide(seasonal, demand(heating, place(20), { at: new Date('2026-12-01T23:00:00+08:00') }));
    expect(night.coUnitIds).toEqual([5, 6, 7].map(id)); // the lead does not assist itself
    expect(night.decision.duties).toEqual(['UTIL_ONSITE', 'EMERG_FEEDBACK']);
    expect(night.decision.reason).toBe(
      '分类“水电气热/供暖/暖气不热”按派单目录第1行（第5版，每年11月15日至次年3月15日，每日22:00至次日06:00）由热力集团主办、云台路社区、远征物业、远征集团三院协办；按目录另计时限：水电气热到现场、紧急反馈。',
    );
    const noon = decide(seasonal, demand(heating, place(20), { at: new Date('2026-12-01T12:00:00+08:00') }));
    expect(noon.decision).toMatchObject({
      ruleIds: ['heat', codeRules.rightsUnit, codeRules.level],
      decidedAt: '2026-12-01T04:00:00.000Z',
    });
  });

  test('who assists where the place has nobody of that kind: nobody', () => {
    const assisted = row('assisted', {
      lead: { kind: 'UNIT', unitId: id(4) },
      coUnits: [{ kind: 'ESTATE_FIRM' }, { kind: 'RIGHTS_UNIT' }],
    });
    const bare = { ...street, directories: inForce(indexDirectory(5, [assisted])) };
    for (const at of [place(null), place(23)]) expect(decide(bare, demand(heating, at)).coUnitIds).toEqual([]);
  });

  test('a version decides from its first instant on', () => {
    const begins = new Date('2026-12-02T00:00:00+08:00');
    const next = indexDirectory(4, [row('next', { lead: { kind: 'UNIT', unitId: id(3) } })]);
    const both = { ...street, directories: [...street.directories, { from: begins, directory: next }] };
    const versionAt = (at: Date) => decide(both, demand(heating, place(20), { at })).decision.directoryVersion;
    expect([versionAt(new Date(begins.getTime() - 1)), versionAt(begins)]).toEqual([3, 4]);
  });

  test('the order concerns lead, co-units, the community of the place and the property-rights unit', () => {
    expect(new Set(decide(street, demand(heating, place(20))).concernedUnitIds)).toEqual(new Set([id(4), id(7), id(5)]));
  });

  test('the rules that decided are named, and those they beat', () => {
    const wide = indexDirectory(4, [...rows, row('wide', { category: ['水电气热'], lead: { kind: 'COMMUNITY' }, communityMayLead: true })]);
    const { decision } = decide({ ...street, directories: inForce(wide) }, demand(heating, place(20)));
    expect(decision.ruleIds).toEqual(['heat', codeRules.rightsUnit, codeRules.level]);
    expect(decision.alternatives).toEqual([{ ruleId: 'wide', leadUnitId: id(5) }]);
  });

  test('before a directory is published everything goes to the centre', () => {
    const decided = decide({ ...street, directories: [] }, demand(heating, place(20)));
    expect(decided.leadUnitId).toBe(id(2));
    expect(decided.decision).toMatchObject({ directoryVersion: 0, ruleIds: [codeRules.demandCentre, codeRules.rightsUnit] });
    expect(decided.decision.reason).toMatch(/派单目录尚未施行/);
  });

  test('the centre is the unit of that name, else the street, else a stand-in', () => {
    const office = { id: id(9), name: '应急队', kind: 'STREET_OFFICE' as const, parentName: null };
    expect(demandCentre([units.get(id(1))!, units.get(id(2))!], id(0)).id).toBe(id(2));
    expect(demandCentre([office, units.get(id(1))!], id(0)).id).toBe(id(1));
    expect(demandCentre([office], id(0))).toEqual({ id: id(0), name: '诉求中心' });
  });

  test.each([
    ['N', 'C', 'C'], // the catalogue knows better than the default
    ['N', 'U', 'U'],
    ['C', 'N', 'N'],
    ['E', 'N', 'E'], // an emergency by its words stays one
    ['U', 'N', 'U'], // never taken lower
    ['U', 'E', 'E'],
    ['N', undefined, 'N'],
  ] as const)('intake says %s, the row %s: the order is %s', (given, setLevel, level) => {
    expect(levelOf(given, setLevel)).toBe(level);
  });
});

describe('a matter of a road that is not handed over', () => {
  const roads = [
    {
      ...{ version: 1, from: '2026-01-01', source: '移交清单' },
      roads: [
        { name: '青云路', isHandedOver: false, rightsUnitId: id(7) },
        { name: '云台路', isHandedOver: true, rightsUnitId: null },
      ],
    },
  ];
  const broken = (point: string, rest: Partial<DispatchFacts> = {}) =>
    decide({ ...street, roads }, demand('物业管理/小区配套/道路破损', { ...place(21), point }, rest));

  test('goes to its owner, who pays, and the unit of the directory assists; the reason says so', () => {
    const found = broken('青云路 12 号门前');
    expect([found.leadUnitId, found.coUnitIds]).toEqual([id(7), [id(6)]]);
    expect(found.decision.ruleIds).toEqual(['firm', codeRules.road]);
    expect(found.decision.reason).toContain('青云路是未移交道路，由产权单位远征集团三院主办并承担养护，远征物业协办');
    expect(found.concernedUnitIds).toEqual(expect.arrayContaining([id(7), id(6)]));
  });

  test('where no row fits, its owner has it and nothing waits at the demand centre', () => {
    const found = decide({ ...street, roads }, demand('公共交通/停车/占道停车', { ...place(null, 5), point: '青云路路口' }));
    expect([found.leadUnitId, found.coUnitIds]).toEqual([id(7), []]);
    expect(found.decision).toMatchObject({
      ruleIds: [codeRules.road],
      reason: '青云路是未移交道路，由产权单位远征集团三院主办并承担养护。',
    });
  });

  test('one that is handed over, and another road, go by the directory; so does what is about its owner', () => {
    for (const point of ['云台路 3 号', '东门外']) expect(broken(point).leadUnitId).toBe(id(6));
    expect(broken('青云路 12 号门前', { aboutUnitId: id(7) }).leadUnitId).not.toBe(id(7));
  });
});

test('every rule that stands in code is said in words', () => {
  const here = join(import.meta.dirname, '../../../src');
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const loose = files.flatMap((file) => readFileSync(join(here, file), 'utf8').match(/['"`]code:[\w-]+/g) ?? []);
  expect(loose).toEqual([]); // a rule is named by its constant
  for (const rule of Object.values(codeRules)) {
    const [zh, en] = ruleInWords(rule);
    expect(zh).toMatch(/^[\p{Script=Han}，、“”]{6,}$/u);
    expect(en).toMatch(/^[A-Z][\w ,:-]{9,}$/);
  }
  expect(ruleInWords('heat')).toEqual(['目录行 heat', 'row heat']);
});
