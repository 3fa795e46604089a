import { expect, test } from '@jest/globals';
import { formatFen, sha256Hex } from '@wufang/kernel';
import { agreed, aScenario, inYuan, yuan } from '../../test/a-plan.js';
import { homesFrom, uuidOf } from '../../test/known-homes.js';
import {
  canonicalPlan,
  computeAll,
  computeOne,
  layOutPlan,
  problemTexts,
  type PlanDraft,
  type PlanPlace,
  type PlanSeat,
} from './plan-draft.js';
import type { KnownHome } from './plan-scope.js';

const unit = uuidOf('远征集团三院');
const seats: PlanSeat[] = [
  { kind: 'STREET', unitId: uuidOf('青云街道'), unitName: '青云街道' },
  { kind: 'COMMUNITY', unitId: uuidOf('南岗里社区'), unitName: '南岗里社区' },
  { kind: 'RIGHTS_UNIT', unitId: unit, unitName: '远征集团三院' },
  { kind: 'FIRM', unitId: uuidOf('远征物业'), unitName: '远征物业' },
  { kind: 'OWNERS_BODY', unitId: null, unitName: null },
];
const stairwell: PlanPlace = {
  scope: { level: 'STAIRWELL', estateId: uuidOf('西大院'), buildingId: uuidOf('9号楼'), stairwell: '2单元' },
  ...{ estate: '西大院', building: '9号楼', rightsUnit: { id: unit, name: '远征集团三院' } },
  fund: null,
  unitNames: new Map([
    [unit, '远征集团三院'],
    [uuidOf('十一所'), '十一所'],
  ]),
};
const estate: PlanPlace = {
  ...stairwell,
  building: null,
  scope: { ...stairwell.scope, level: 'ESTATE', buildingId: null, stairwell: null },
};
const draft = (total: string, changed: Partial<PlanDraft> = {}): PlanDraft => ({
  ...{ title: '单元门修缮', fundCustodian: 'CITY_FUND_CENTRE', otherPayers: [], weights: [], isTechnical: false, expertReport: null },
  ...{ quotes: [], contractor: null, scenarios: [aScenario()] },
  items: [{ name: '维修', amountFen: yuan(total), work: 'REPAIR', duty: null }],
  ...changed,
});
const twoQuotes = ['甲', '乙'].map((firm) => ({ firm, amountFen: yuan('290,000.00'), documentId: uuidOf(firm) }));
const lay = (of: PlanDraft, known: KnownHome[], place = stairwell) => layOutPlan(of, place, known, seats);
const amounts = (of: PlanDraft, known: KnownHome[], place = stairwell) => {
  const { document, problems } = lay(of, known, place);
  expect(problemTexts(problems)).toEqual([]);
  return inYuan(computeAll(document)[0]!.shares);
};
const codes = (of: PlanDraft, known: KnownHome[]) => lay(of, known).problems.map(({ code }) => code);

// 101, 102, 201, 202 of 9号楼2单元 as the register ranks them, and a home of the next stairwell.
const c2 = homesFrom(
  '9号楼2单元 58.20 商品',
  '9号楼2单元 88.95 商品',
  '9号楼2单元 58.20 商品',
  '9号楼2单元 103.40 商品',
  '9号楼3单元 60.00 商品',
);

test('C2: homes of the stairwell come from the register, in the order of their codes, and the next stairwell stays out', () => {
  const { document, payers } = lay(draft('12,345.67'), c2);
  expect(document.scope).toEqual({ level: 'STAIRWELL', estate: '西大院', building: '9号楼', stairwell: '2单元' });
  expect(payers.map(({ code, name, seat }) => [code, name, seat])).toEqual([
    ['街道', '青云街道', 'STREET'],
    ['产权单位', '远征集团三院', 'RIGHTS_UNIT'],
    ['物业', '远征物业', 'FIRM'],
    ['业主', '业主', 'OWNERS_BODY'],
  ]);
  expect(amounts(draft('12,345.67'), c2)).toEqual({
    ...{ 第1户: '2,327.19', 第2户: '3,556.75', 第3户: '2,327.18', 第4户: '4,134.55', 业主: '12,345.67' },
  });
});

test('C3: deposits of 售后公房 are summed over its homes, and the selling unit is the one with the seat', () => {
  const areas = ['52.36', '47.88', '52.36', '47.88', '52.36', '47.88'];
  const deposits = ['30000', '30000', '30000', '30000', '30000', '35500'];
  const sold = homesFrom(...areas.map((area, i) => `9号楼2单元 ${area} 已售 业主${i} ${deposits[i]} 60750`));
  expect(amounts(draft('128,735.47', { quotes: twoQuotes }), sold)).toEqual({
    ...{ 产权单位: '85,316.51', 业主: '43,418.96' },
    ...{ 第1户: '7,559.91', 第2户: '6,913.08', 第3户: '7,559.91', 第4户: '6,913.08', 第5户: '7,559.91', 第6户: '6,913.07' },
  });
});

test('C4: a mixed estate; two units that own unsold homes are two groups, the one without a seat pays under its own name', () => {
  const known = homesFrom(
    ...['1号楼1单元 4125.60 商品', '1号楼1单元 384.00 商铺', '2号楼1单元 6517.80 已售 业主 683500 1218750'],
    ...['3号楼1单元 400.00 未售 远征集团三院', '3号楼1单元 72.60 未售 十一所'],
  );
  const { document, payers } = lay(draft('300,000.00', { quotes: twoQuotes }), known, estate);
  expect(document.groups.map(({ code, owner }) => [code, owner])).toEqual([
    ['商品住宅', null],
    ['非住宅', null],
    ['已售公房', null],
    ['未售公房', '产权单位'],
    ['未售公房（十一所）', '十一所'],
  ]);
  expect(payers.find(({ code }) => code === '十一所')).toMatchObject({
    kind: 'PROPERTY_RIGHTS_UNIT',
    seat: null,
    unitId: uuidOf('十一所'),
  });
  const paid = amounts(draft('300,000.00', { quotes: twoQuotes }), known, estate);
  expect(paid).toMatchObject({ 第1户: '107,624.35', 第2户: '10,017.39', 第3户: '61,093.55' });
});

test.each<[string, PlanDraft, KnownHome[], string[]]>([
  ['C10: a flat without area', draft('1.00'), homesFrom('9号楼2单元 58.20 商品', '9号楼2单元 不明 商品'), ['plan.area-unknown']],
  [
    'C9: a flat of the next stairwell is listed',
    draft('1.00', { homeIds: c2.map(({ homeId }) => homeId) }),
    c2,
    ['plan.home-outside-scope'],
  ],
  [
    'C9: a flat of the stairwell is left out',
    draft('1.00', { homeIds: c2.slice(0, 3).map(({ homeId }) => homeId) }),
    c2,
    ['plan.home-missing'],
  ],
  [
    'a flat nobody has registered is listed',
    draft('1.00', { homeIds: [...c2.slice(0, 4).map(({ homeId }) => homeId), uuidOf('别处')] }),
    c2,
    ['plan.home-not-registered'],
  ],
  ['¥50 000.00 needs no second offer', draft('50,000.00'), c2, []],
  ['one fen more does', draft('50,000.01', { quotes: twoQuotes.slice(1) }), c2, ['plan.quotes-needed']],
  ['with two it is enough', draft('50,000.01', { quotes: twoQuotes }), c2, []],
  [
    'a contractor who made no offer',
    draft('50,000.01', { quotes: twoQuotes, contractor: { firm: '丙', reason: '便宜' } }),
    c2,
    ['plan.contractor-unquoted'],
  ],
  ['technical works without a report', draft('1.00', { isTechnical: true }), c2, ['plan.expert-needed']],
  [
    'technical works with one',
    draft('1.00', { isTechnical: true, expertReport: { title: '结构鉴定', documentId: uuidOf('鉴定') } }),
    c2,
    [],
  ],
  [
    'a street that is typed beside the one at the table',
    draft('1.00', { otherPayers: [{ code: '街道二', kind: 'STREET', name: '街道二' }] }),
    c2,
    ['plan.payer-seated'],
  ],
  [
    'a scenario that names nobody for the rest',
    draft('1.00', { scenarios: [aScenario({ agreement: agreed({ 某公司: '100%' }) })] }),
    c2,
    ['plan.payer-unknown'],
  ],
])('%s', (_, of, known, expected) => {
  expect(codes(of, known)).toEqual(expected);
  for (const { text } of problemTexts(lay(of, known).problems)) expect(text).toMatch(/请|应当|先/);
});

test('the canonical text does not depend on the order in which the database gives keys back, and changes with every fen', () => {
  const { document } = lay(draft('12,345.67'), c2);
  const frozen = (of: typeof document) => {
    const { shares } = computeOne(of, '方案一');
    return sha256Hex(canonicalPlan({ issueId: 'i', no: 1, scenario: '方案一', document: of, shares }));
  };
  const reordered = JSON.parse(JSON.stringify(document, Object.keys(flatKeys(document)).sort())) as typeof document;
  expect(frozen(reordered)).toBe(frozen(document));
  expect(frozen(lay(draft('12,345.68'), c2).document)).not.toBe(frozen(document));
  expect(formatFen(computeOne(document, '方案一').shares.totalFen)).toBe('12,345.67');
});

/** Every key anywhere in a value: `JSON.stringify` with a list keeps those it names, in that order. */
function flatKeys(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) keys[key] = true;
      flatKeys(inner, keys);
    }
  return keys;
}

test.each([
  ['200,000.00', '50,000.00', ['plan.fund-short']],
  ['50,000.00', '50,000.00', []],
  ['50,000.01', '50,000.00', ['plan.fund-short']],
])('%s from a fund that holds %s: %p', (total, balance, expected) => {
  const place: PlanPlace = { ...stairwell, fund: { balanceFen: BigInt(yuan(balance)), statedOn: '2026-11-01' } };
  const { problems } = lay(draft(total, { quotes: twoQuotes }), c2, place);
  expect(problems.map(({ code }) => code)).toEqual(expected);
  for (const { text } of problemTexts(problems))
    expect(text).toBe(
      `“方案一”用维修资金 ${total} 元，2026-11-01 的余额是 ${balance} 元。请减少用维修资金的部分，或改为“直接交纳”；已续筹的请先登记新的余额。`,
    );
});

test('what owners pay directly, and a fund nobody has stated, ask no balance', () => {
  const place: PlanPlace = { ...stairwell, fund: { balanceFen: 0n, statedOn: '2026-11-01' } };
  const direct = draft('200,000.00', { quotes: twoQuotes, scenarios: [aScenario({ ownersMoney: 'DIRECT' })] });
  expect(lay(direct, c2, place).problems).toEqual([]);
  expect(lay(draft('200,000.00', { quotes: twoQuotes }), c2).problems).toEqual([]);
});
