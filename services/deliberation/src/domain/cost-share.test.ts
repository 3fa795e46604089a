import { describe, expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import { fen, fenFromYuan, formatFen } from '@wufang/kernel';
import { agreed, aPlan, aScenario, commodity, homesOf, inYuan, sharesOf, shops, soldPublic, unsold, yuan } from '../../test/a-plan.js';
import { readRatio } from './cost-share-plan.js';
import { planProblems } from './cost-share-problems.js';
import { changedLines, instalmentsOf, settle } from './cost-share-settlement.js';

const sixFlats = homesOf(
  { '1-101': '52.36', '1-102': '47.88', '1-201': '52.36', '1-202': '47.88', '1-301': '52.36', '1-302': '47.88' },
  '已售公房',
);
const mixed = [
  ...homesOf({ 住宅: '4,125.60' }),
  ...homesOf({ 铺面: '384.00' }, '商铺'),
  ...homesOf({ 公房: '6,517.80' }, '已售公房'),
  ...homesOf({ 空房: '472.60' }, '未售公房'),
];
const fourParties = agreed({ 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' });
const streetGrant = aScenario({ grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: yuan('20,000.00') }] });

/** The worked examples of the rules, section 3.5, row by row. */
const examples: [string, CostSharePlan, Record<string, string>][] = [
  [
    'C1: three equal flats; the tie goes to the lowest code',
    aPlan('100.00', { homes: homesOf({ '101': '89.50', '102': '89.50', '103': '89.50' }) }),
    { '101': '33.34', '102': '33.33', '103': '33.33', 业主: '100.00' },
  ],
  [
    'C2: 商品住宅 by area; 101 ties with 201 and has the lower code',
    aPlan('12,345.67', { homes: homesOf({ '101': '58.20', '102': '88.95', '201': '58.20', '202': '103.40' }) }),
    { '101': '2,327.19', '102': '3,556.75', '201': '2,327.18', '202': '4,134.55', 业主: '12,345.67' },
  ],
  [
    'C3: 售后公房 first by deposits 66.27 : 33.73, the owners’ part then by area',
    aPlan('128,735.47', { groups: [soldPublic('364,500.00', '185,500.00')], homes: sixFlats }),
    {
      ...{ 产权单位: '85,316.51', 业主: '43,418.96' },
      ...{ '1-101': '7,559.91', '1-102': '6,913.08', '1-201': '7,559.91', '1-202': '6,913.08', '1-301': '7,559.91', '1-302': '6,913.07' },
    },
  ],
  [
    'C4: a mixed estate’s roof first by area between the groups; the unit pays as selling unit and for its unsold homes',
    aPlan('300,000.00', { groups: [commodity, shops, soldPublic('1,218,750.00', '683,500.00'), unsold], homes: mixed }),
    { 住宅: '107,624.35', 铺面: '10,017.39', 公房: '61,093.55', 空房: '12,328.70', 产权单位: '121,264.71', 业主: '178,735.29' },
  ],
  [
    'C5: an agreement of four at 50/25/10/15',
    aPlan('186,400.00', { scenario: { agreement: fourParties } }),
    { 产权单位: '93,200.00', 街道: '46,600.00', 物业: '18,640.00', 业主: '27,960.00' },
  ],
  [
    'C5: with one fen more, which goes to the largest remainder',
    aPlan('186,400.01', { scenario: { agreement: fourParties } }),
    { 产权单位: '93,200.01', 街道: '46,600.00', 物业: '18,640.00', 业主: '27,960.00' },
  ],
  [
    'C7: a fixed grant first, the rest by area',
    aPlan('50,000.00', { scenario: streetGrant, homes: homesOf({ '101': '61.13', '102': '61.13', '201': '74.25' }) }),
    { 街道: '20,000.00', '101': '9,332.35', '102': '9,332.35', '201': '11,335.30', 业主: '30,000.00' },
  ],
];

test.each(examples)('%s', (_, plan, expected) => {
  expect(planProblems(plan)).toEqual([]);
  expect(inYuan(sharesOf(plan))).toEqual(expected);
});

test('C4: between the groups and inside 已售公房 the amounts of the page', () => {
  const { steps } = sharesOf(examples[3]![1]);
  const read = (kind: string) =>
    Object.fromEntries(steps.find((step) => step.kind === kind)!.split.entries.map(({ code, shareFen }) => [code, formatFen(shareFen)]));
  expect(read('GROUPS')).toEqual({ 商品住宅: '107,624.35', 商铺: '10,017.39', 已售公房: '170,029.56', 未售公房: '12,328.70' });
  expect(read('DEPOSITS')).toEqual({ 产权单位: '108,936.01', 业主: '61,093.55' });
});

test('C6: instalments of 30/40/27 % and 3 % retention add up; more than 3 % may not be retained', () => {
  const parts = (ratios: string[]) => ratios.map((ratio, i) => ({ name: `第${i + 1}期`, ratio: readRatio(ratio), isRetention: i === 3 }));
  expect(instalmentsOf(fenFromYuan('93,200.01'), parts(['30%', '40%', '27%', '3%'])).map(formatFen)).toEqual([
    ...['27,960.00', '37,280.01', '25,164.00', '2,796.00'],
  ]);
  expect(() => instalmentsOf(fen(100n), parts(['30%', '40%', '26%', '4%']))).toThrow('plan.retention-too-high');
  expect(() => instalmentsOf(fen(100n), parts(['30%', '40%', '26%', '3%']))).toThrow('plan.ratio-sum');
});

describe('C8: a party that is absent', () => {
  const plan = aPlan('186,400.00', { scenario: { agreement: fourParties } });
  const absent: CostSharePlan = {
    ...plan,
    evidence: { positions: [{ payer: '物业', position: 'ABSENT' }], votes: [], emergency: null, papers: [] },
  };
  test('keeps its amount: nothing is spread over the others', () => {
    expect(sharesOf(absent)).toEqual(sharesOf(plan));
  });
  test('leaves only by a new version, and everyone whose amount that changes has to consent anew', () => {
    const without = aPlan('186,400.00', { scenario: { agreement: agreed({ 产权单位: '60%', 街道: '25%', 业主: '15%' }) } });
    expect(changedLines(sharesOf(plan), sharesOf(without)).map(({ payer }) => payer)).toEqual(['产权单位', '物业']);
  });
});

describe('C9: the scope is 9号楼2单元', () => {
  const homes = homesOf({ '9号楼-2单元-101': '58.20', '9号楼-2单元-102': '88.95' });
  const stranger = homesOf({ '9号楼-1单元-101': '58.20' }, '商品住宅', { building: '9号楼', stairwell: '1单元' });
  const register = [
    ...[...homes, ...stranger].map(({ code, areaHundredths }) => ({ code, areaHundredths: areaHundredths! })),
    { code: '9号楼-2单元-201', areaHundredths: 5820 },
  ].map((home) => ({ ...home, building: '9号楼', stairwell: home.code.split('-')[1]! }));
  const codes = (plan: CostSharePlan, registered?: typeof register) =>
    planProblems(plan, registered).map(({ code, facts }) => `${code} ${facts['home'] ?? ''}`.trim());

  test('a flat of unit 1 in the list is refused', () => {
    expect(codes(aPlan('100.00', { homes: [...homes, ...stranger] }))).toEqual(['plan.home-outside-scope 9号楼-1单元-101']);
  });
  test('a flat of unit 1 passed off as one of unit 2 is found in the register', () => {
    const disguised = [...homes, { ...stranger[0]!, stairwell: '2单元' }];
    expect(codes(aPlan('100.00', { homes: disguised }), register)).toEqual([
      ...['plan.home-outside-scope 9号楼-1单元-101', 'plan.home-missing 9号楼-2单元-201'],
    ]);
  });
  test('a flat of the unit that is left out, one that is not registered and an area that differs are refused', () => {
    const wrong = [homes[0]!, { ...homes[1]!, areaHundredths: 8896 }, ...homesOf({ '9号楼-2单元-999': '50.00' })];
    expect(codes(aPlan('100.00', { homes: wrong }), register)).toEqual([
      ...['plan.area-differs 9号楼-2单元-102', 'plan.home-not-registered 9号楼-2单元-999', 'plan.home-missing 9号楼-2单元-201'],
    ]);
  });
  test('a stairwell’s plan without a stairwell is refused', () => {
    const scope = { level: 'STAIRWELL' as const, estate: '西大院', building: '9号楼', stairwell: null };
    expect(codes(aPlan('100.00', { scope, homes }))).toEqual(['plan.scope-incomplete']);
  });
});

test.each([
  [{ areaHundredths: null }, 'plan.area-unknown'],
  [{ areaHundredths: 0 }, 'plan.area-unknown'],
  [{ areaSource: null }, 'plan.area-source-missing'],
])('C10: a flat with %j blocks the plan until an area with its source exists', (changed, code) => {
  const [first, ...others] = homesOf({ '101': '58.20', '102': '88.95' });
  const plan = aPlan('100.00', { homes: [{ ...first!, ...changed }, ...others] });
  expect(planProblems(plan)).toEqual([{ code, facts: { home: '101' }, at: { list: 'homes', index: 0 } }]);
});

describe('C11: the final cost differs from the plan', () => {
  const plan = aPlan('50,000.00', { scenario: streetGrant, homes: homesOf({ '101': '61.13', '102': '61.13', '201': '74.25' }) });
  const settled = (final: string) => settle(plan, '方案一', new Map([['维修', fenFromYuan(final)]]));

  test('the same rule runs on the final amount, and each line is charged or refunded the difference', () => {
    const { differences, isBackToTable, shares } = settled('48,000.00');
    expect(isBackToTable).toBe(false);
    expect(inYuan(shares)).toMatchObject({ 街道: '20,000.00', '101': '8,710.19', '102': '8,710.19', '201': '10,579.62' });
    expect(differences.map(({ home, beforeFen, afterFen }) => [home, formatFen(fen(afterFen - beforeFen))])).toEqual([
      ...[
        ['101', '-622.16'],
        ['102', '-622.16'],
        ['201', '-755.68'],
      ],
    ]);
  });
  test.each([
    ['55,000.00', false], // exactly 10 % more
    ['55,000.01', true],
    ['45,000.00', false],
  ])('a final amount of %s goes back to the table: %s', (final, expected) => expect(settled(final).isBackToTable).toBe(expected));
  test('a fixed grant pays at most what there is', () => {
    expect(inYuan(settled('15,000.00').shares)).toMatchObject({ 街道: '15,000.00', '101': '0.00', '201': '0.00' });
  });
});
