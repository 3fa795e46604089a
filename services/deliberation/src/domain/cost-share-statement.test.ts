import { expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import { agreed, aPlan, homesOf, soldPublic, unsold, yuan } from '../../test/a-plan.js';
import { gatesOf } from './cost-share-gates.js';
import { readPlan } from './cost-share-plan.js';
import { homeStatement, payerStatement, planStatement, scenariosSideBySide, sharesJson } from './cost-share-statement.js';
import { shareCosts } from './cost-share.js';

function computed(wire: CostSharePlan) {
  const plan = readPlan(wire, wire.scenarios[0]!.name);
  const shares = shareCosts(plan);
  return { plan, shares, gates: gatesOf(plan, shares, wire.evidence ?? undefined) };
}

const c2 = computed(aPlan('12,345.67', { homes: homesOf({ '101': '58.20', '102': '88.95', '201': '58.20', '202': '103.40' }) }));
const units = computed(
  aPlan('1,000.00', {
    groups: [soldPublic('364,500.00', '185,500.00'), unsold],
    homes: [...homesOf({ '1-101': '52.36', '1-102': '47.88' }, '已售公房'), ...homesOf({ '1-103': '60.00' }, '未售公房')],
    scenario: { grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: yuan('200.00') }] },
  }),
);

test('each share of C2 can be done again by hand, with what was cut and who got the left-over fen', () => {
  const text = planStatement(c2.plan, c2.shares, c2.gates);
  expect(text).toContain('第 1 步　按面积分到户：¥12,345.67，权数合计 308.75 m²，尾差 2 分，同余数时先补面积大者');
  expect(text.filter((line) => /^ {2}\d/.test(line))).toEqual([
    '  101：¥12,345.67 × 58.20 ÷ 308.75 = ¥2,327.18，余 0.3786 分（11690/30875），余数第 2 位，补 1 分，计 ¥2,327.19',
    '  102：¥12,345.67 × 88.95 ÷ 308.75 = ¥3,556.75，余 0.2539 分（7840/30875），余数第 4 位，不补，计 ¥3,556.75',
    '  201：¥12,345.67 × 58.20 ÷ 308.75 = ¥2,327.18，余 0.3786 分（11690/30875），余数第 3 位，不补，计 ¥2,327.18',
    '  202：¥12,345.67 × 103.40 ÷ 308.75 = ¥4,134.54，余 0.9888 分（30530/30875），余数第 1 位，补 1 分，计 ¥4,134.55',
  ]);
  expect(text).toContain('合计 ¥12,345.67，与总额 ¥12,345.67 一致');
  expect(text.at(-1)).toContain('不能签约');
});

test('a home’s statement goes from the total to its own share and shows no other home', () => {
  const text = homeStatement(units.plan, units.shares, '1-101');
  expect(text).toEqual([
    '分户说明：测试方案（方案一）　1-101',
    '维修：¥1,000.00',
    '总额 ¥1,000.00 − 自身责任 ¥0.00 = 分摊总额 ¥1,000.00',
    '街道（定额：¥200.00）：¥1,000.00 − ¥200.00 = ¥800.00',
    '先行出资后余 ¥800.00',
    '第 1 步　先按各产权归属的面积合计：¥800.00，权数合计 160.24 m²，尾差 1 分，同余数时先补面积大者',
    '  已售公房：¥800.00 × 100.24 ÷ 160.24 = ¥500.44，余 0.9326 分（14944/16024），余数第 1 位，补 1 分，计 ¥500.45',
    '第 2 步　“已售公房”售房单位与业主按交存维修资金的比例：¥500.45，权数合计 550,000.00 元，尾差 1 分，同余数时先补交存多者',
    '  业主：¥500.45 × 185,500.00 ÷ 550,000.00 = ¥168.78，余 0.8136 分（44750000/55000000），余数第 1 位，补 1 分，计 ¥168.79',
    '第 3 步　“已售公房”按面积分到户：¥168.79，权数合计 100.24 m²，尾差 1 分，同余数时先补面积大者',
    '  1-101：¥168.79 × 52.36 ÷ 100.24 = ¥88.16，余 0.6843 分（6860/10024），余数第 1 位，补 1 分，计 ¥88.17',
    '本户应承担 ¥88.17：维修资金 ¥88.17，直接交纳 ¥0.00。',
  ]);
});

test('the unit sees what it pays as selling unit and for its unsold homes, and no owner’s home', () => {
  const text = payerStatement(units.plan, units.shares, '产权单位').join('\n');
  expect(text).toContain('售房单位（维修资金）：¥331.66');
  expect(text).toContain('业主（直接交纳，1 套）：¥299.55');
  expect(text).toContain('合计 ¥631.21。');
  expect(text).toContain('1-103：');
  expect(text).not.toContain('1-101');
  expect(payerStatement(units.plan, units.shares, '业主').join('\n')).not.toMatch(/1-10[123]/);
});

test('programs get the same, money as decimal texts of fen', () => {
  const json = sharesJson(units.plan, units.shares, units.gates);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json.payers).toEqual([
    { code: '街道', name: '街道', amountFen: '20000' },
    { code: '业主', name: '业主', amountFen: '16879' },
    { code: '产权单位', name: '产权单位', amountFen: '63121' },
  ]);
  expect(json.homes.find(({ code }) => code === '1-101')).toEqual({
    ...{ code: '1-101', payer: '业主', shareFen: '8817', fundFen: '8817', directFen: '0' },
  });
  expect(json.canBeSigned).toBe(false);
});

test('scenarios stand side by side', () => {
  const alone = computed(aPlan('100.00', { scenario: { name: '独资', agreement: agreed({ 产权单位: '100%' }) } }));
  const shared = computed(aPlan('100.00', { scenario: { name: '分担', agreement: agreed({ 产权单位: '70%', 街道: '30%' }) } }));
  expect(scenariosSideBySide([alone, shared])).toEqual([
    { payer: '产权单位', amounts: [10_000n, 7_000n] },
    { payer: '街道', amounts: [0n, 3_000n] },
  ]);
});

test('an odd fen goes to the larger area also where homes share by head or by agreed weights, and the statement shows that area', () => {
  const homes = homesOf({ '101': '50.00', '102': '60.00', '103': '75.00' }).map((home) => ({ ...home, weight: 2 }));
  for (const [homesRule, unit] of [
    ['EQUAL', '3 户'],
    ['WEIGHTS', '6'],
  ] as const) {
    const { plan, shares, gates } = computed(aPlan('100.00', { homes, scenario: { homesRule, homesAgreement: '业主大会决议' } }));
    const text = planStatement(plan, shares, gates).join('\n');
    expect(text).toContain(`权数合计 ${unit}，尾差 1 分，同余数时先补面积大者`);
    expect(text).toMatch(/^ {2}101（50\.00 m²）：.*余数第 3 位，不补，计 ¥33\.33$/m);
    expect(text).toMatch(/^ {2}102（60\.00 m²）：.*余数第 2 位，不补，计 ¥33\.33$/m);
    expect(text).toMatch(/^ {2}103（75\.00 m²）：.*余数第 1 位，补 1 分，计 ¥33\.34$/m);
    expect(text).toContain('各户之间依次补给面积大者、编号小者');
  }
});

test('a plan from before the rule was named keeps its amounts and says by what it was computed', () => {
  const homes = homesOf({ '101': '50.00', '102': '60.00', '103': '75.00' });
  const { tieRule: _, ...before } = aPlan('100.00', { homes, scenario: { homesRule: 'EQUAL', homesAgreement: '业主大会决议' } });
  const { plan, shares, gates } = computed(before);
  const text = planStatement(plan, shares, gates).join('\n');
  expect(text).toContain('同余数时先补编号小者');
  expect(text).toMatch(/^ {2}101：.*余数第 1 位，补 1 分，计 ¥33\.34$/m);
  expect(text).not.toContain('面积大者');
});

test('where a home’s deposit does not reach, the totals say whose, and where every area is from stands before the split', () => {
  const [first, second, third] = homesOf({ '101': '50.00', '102': '30.00', '103': '20.00' });
  const homes = [{ ...first!, fundBalanceFen: yuan('30.00') }, second!, { ...third!, areaSource: 'CONTRACT' as const }];
  const { plan, shares, gates } = computed(aPlan('100.00', { homes }));
  const text = planStatement(plan, shares, gates);
  expect(text).toContain('面积来源：登记 2 套，合同 1 套（103）。');
  const at = text.indexOf('业主：业主（维修资金）¥80.00 + 业主（直接交纳）¥20.00 = ¥100.00');
  expect(text[at + 1]).toBe('  其中 101：应承担 ¥50.00 − 本户维修资金余额 ¥30.00 = 直接交纳 ¥20.00');
  const direct = computed(aPlan('100.00', { homes, scenario: { ownersMoney: 'DIRECT' } }));
  expect(planStatement(direct.plan, direct.shares, direct.gates).join('\n')).not.toContain('本户维修资金余额');
});
