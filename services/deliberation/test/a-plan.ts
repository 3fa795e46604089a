import type { CostSharePlan } from '@wufang/contracts';
import { areaFromText, fenFromYuan, fenToJson, formatFen } from '@wufang/kernel';
import { readPlan } from '../src/domain/cost-share-plan.js';
import { shareCosts, totalsByPayer, type CostShares } from '../src/domain/cost-share.js';

type Scenario = CostSharePlan['scenarios'][number];
type Item = CostSharePlan['items'][number];

export const yuan = (text: string) => fenToJson(fenFromYuan(text));

/** Homes of one group and their areas: `{ '101': '58.20' }`; codes as they stand. */
export const homesOf = (
  areas: Record<string, string>,
  group = '商品住宅',
  place: { building: string; stairwell: string } = { building: '9号楼', stairwell: '2单元' },
): CostSharePlan['homes'] =>
  Object.entries(areas).map(([code, area]) => ({
    ...{ code, ...place, group },
    areaHundredths: areaFromText(area),
    areaSource: 'REGISTERED' as const,
  }));

export const commodity = { code: '商品住宅', name: '商品住宅', nature: 'COMMODITY' as const, owner: null, deposits: null };
export const shops = { code: '商铺', name: '商铺', nature: 'NON_RESIDENTIAL' as const, owner: null, deposits: null };
export const unsold = { code: '未售公房', name: '未售公房', nature: 'UNSOLD_PUBLIC' as const, owner: '产权单位', deposits: null };
export const soldPublic = (sellingUnit: string, owners: string) => ({
  ...{ code: '已售公房', name: '已售公房', nature: 'SOLD_PUBLIC' as const, owner: null },
  deposits: { sellingUnit: '产权单位', sellingUnitFen: yuan(sellingUnit), ownersFen: yuan(owners) },
});

export const payers: CostSharePlan['payers'] = [
  { code: '产权单位', kind: 'PROPERTY_RIGHTS_UNIT', name: '产权单位' },
  { code: '街道', kind: 'STREET', name: '街道' },
  { code: '物业', kind: 'PROPERTY_FIRM', name: '物业' },
  { code: '社区基金', kind: 'COMMUNITY_FUND', name: '社区基金' },
  { code: '自来水公司', kind: 'UTILITY', name: '自来水公司' },
  { code: '建设单位', kind: 'DEVELOPER', name: '建设单位' },
];

/** A plan of which only what matters is said; the sum is one item of repair. */
export function aPlan(
  total: string,
  changed: Partial<Omit<CostSharePlan, 'scenarios'>> & { scenario?: Partial<Scenario>; item?: Partial<Item> } = {},
): CostSharePlan {
  const { scenario, item, ...rest } = changed;
  return {
    title: '测试方案',
    scope: { level: 'STAIRWELL', estate: '西大院', building: '9号楼', stairwell: '2单元' },
    fundCustodian: 'CITY_FUND_CENTRE',
    items: [{ name: '维修', amountFen: yuan(total), work: 'REPAIR', duty: null, ...item }],
    payers,
    groups: [commodity],
    homes: [],
    scenarios: [aScenario(scenario)],
    tieRule: 'AREA',
    ...rest,
  };
}

export const aScenario = (changed: Partial<Scenario> = {}): Scenario => ({
  name: '方案一',
  grants: [],
  agreement: null,
  homesRule: 'STATUTORY',
  homesAgreement: null,
  ownersMoney: 'FUND',
  ...changed,
});

export const agreed = (ratios: Record<string, string>): Scenario['agreement'] => ({
  document: '五方协议',
  parts: Object.entries(ratios).map(([payer, ratio]) => ({ payer, ratio })),
});

export const sharesOf = (plan: CostSharePlan): CostShares => shareCosts(readPlan(plan, plan.scenarios[0]!.name));

/** In yuan, as the page of rules writes them: each home under its code, the others under payer. */
export function inYuan(shares: CostShares): Record<string, string> {
  const homes = shares.homes.map(({ code, shareFen }) => [code, formatFen(shareFen)]);
  const totals = [...totalsByPayer(shares)].map(([payer, amount]) => [payer, formatFen(amount)]);
  return Object.fromEntries([...totals, ...homes]) as Record<string, string>;
}
