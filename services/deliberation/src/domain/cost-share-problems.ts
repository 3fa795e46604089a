import type { CostSharePlan, ErrorCode, PayerKind, SoleDuty } from '@wufang/contracts';
import { DomainError, formatArea, formatFen, fenFromJson, type Area } from '@wufang/kernel';
import { commonWeights, payersOf, readPlan, readRatio } from './cost-share-plan.js';
import { shareCosts } from './cost-share.js';

/** What stands against computing a plan, and where: a list of the plan and the entry's place in it. */
export interface PlanProblem {
  code: ErrorCode;
  facts: Record<string, string | number>;
  at: { list: 'plan' | 'items' | 'payers' | 'groups' | 'homes' | 'grants' | 'parts' | 'scenarios'; index: number; scenario?: string };
}

/** A home as the register has it. */
export interface RegisteredHome {
  code: string;
  building: string;
  stairwell: string;
  areaHundredths: number | null;
}

const mayOwe: Record<SoleDuty, readonly PayerKind[]> = {
  UTILITY_NETWORK: ['UTILITY'],
  WARRANTY: ['DEVELOPER'],
  CONTRACT: ['PROPERTY_FIRM'],
  DAMAGE: ['LIABLE_PERSON', 'PROPERTY_FIRM', 'DEVELOPER', 'UTILITY', 'PROPERTY_RIGHTS_UNIT'],
};
const mayGrant: readonly PayerKind[] = [
  ...(['MAINTENANCE_FUND', 'PROPERTY_RIGHTS_UNIT', 'DEVELOPER', 'PROPERTY_FIRM', 'STREET', 'COMMUNITY_FUND', 'DONOR'] as const),
];

/**
 * Everything that stands against computing a plan; nothing is guessed and nothing is left out silently. A home without a known area
 * blocks it (最高法建筑物区分所有权解释第八条), so does a home outside the stated scope, a ratio that does not come to the whole, and a
 * utility among those who share (物业管理条例第五十一条: its networks are its own duty).
 * Example: a plan for 9号楼2单元 with a flat of unit 1 -> `plan.home-outside-scope` at that flat.
 */
export function planProblems(plan: CostSharePlan, registered?: readonly RegisteredHome[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const add = (code: ErrorCode, list: PlanProblem['at']['list'], index: number, facts: PlanProblem['facts'] = {}, scenario?: string) =>
    problems.push({ code, facts, at: { list, index, ...(scenario === undefined ? {} : { scenario }) } });
  const twice = (list: 'items' | 'payers' | 'groups' | 'homes' | 'scenarios', codes: readonly string[]) => {
    const seen = new Set<string>();
    codes.forEach((code, index) => {
      if (seen.has(code)) add('plan.code-twice', list, index, { code });
      seen.add(code);
    });
  };
  const codesOf = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  // By their names items are changed and settled (C11): two of one name would be settled as one.
  twice('items', namesOf(plan.items));
  twice('payers', codesOf(plan.payers));
  twice('groups', codesOf(plan.groups));
  twice('homes', codesOf(plan.homes));
  twice('scenarios', namesOf(plan.scenarios));
  if (plan.payers.filter(({ kind }) => kind === 'OWNERS').length > 1) add('plan.code-twice', 'payers', 0, { code: '业主' });
  const kindOf = new Map(payersOf(plan).map(({ code, kind }) => [code, kind]));
  const checkPayer = (payer: string, allowed: readonly PayerKind[], ...where: [PlanProblem['at']['list'], number, string?]) => {
    const kind = kindOf.get(payer);
    const [list, index, scenario] = where;
    if (kind === undefined) add('plan.payer-unknown', list, index, { payer }, scenario);
    else if (kind === 'UTILITY' && !allowed.includes(kind)) add('plan.utility-shares', list, index, { payer }, scenario);
    else if (!allowed.includes(kind)) add('plan.payer-unfit', list, index, { payer }, scenario);
  };

  plan.items.forEach(({ duty }, index) => duty && checkPayer(duty.payer, mayOwe[duty.kind], 'items', index));
  checkScope(plan, registered, add);

  const groups = new Map(plan.groups.map((group) => [group.code, group]));
  const used = new Set(plan.homes.map(({ group }) => group));
  const isByDeposits = plan.scenarios.some(({ homesRule }) => homesRule === 'STATUTORY');
  plan.groups.forEach((group, index) => {
    if (group.owner !== null) checkPayer(group.owner, ['PROPERTY_RIGHTS_UNIT', 'DEVELOPER'], 'groups', index);
    if (group.nature === 'UNSOLD_PUBLIC' && group.owner === null) add('plan.group-owner-missing', 'groups', index, { group: group.name });
    if (group.nature !== 'SOLD_PUBLIC') return;
    if (group.owner !== null) add('plan.group-owner-unfit', 'groups', index, { group: group.name });
    if (group.deposits) checkPayer(group.deposits.sellingUnit, ['PROPERTY_RIGHTS_UNIT'], 'groups', index);
    const isEmpty = !group.deposits || fenFromJson(group.deposits.sellingUnitFen) + fenFromJson(group.deposits.ownersFen) === 0n;
    if (isEmpty && isByDeposits && used.has(group.code)) add('plan.deposits-missing', 'groups', index, { group: group.name });
  });
  plan.homes.forEach((home, index) => {
    if (!groups.has(home.group)) add('plan.group-unknown', 'homes', index, { home: home.code, group: home.group });
    if (!home.areaHundredths) add('plan.area-unknown', 'homes', index, { home: home.code });
    else if (home.areaSource === null) add('plan.area-source-missing', 'homes', index, { home: home.code });
  });

  for (const [index, scenario] of plan.scenarios.entries()) {
    const { name } = scenario;
    const priorities = new Set<number>();
    scenario.grants.forEach(({ priority, payer, kind, amountFen, ratio, capFen }, at) => {
      checkPayer(payer, mayGrant, 'grants', at, name);
      if (priorities.has(priority)) add('plan.priority-twice', 'grants', at, { priority, payer }, name);
      priorities.add(priority);
      const has = { FIXED: amountFen, UP_TO: capFen, RATIO: ratio }[kind];
      const hasOther = { FIXED: ratio ?? capFen, UP_TO: amountFen ?? ratio, RATIO: amountFen }[kind];
      if (has == null || hasOther != null) add('plan.grant-incomplete', 'grants', at, { payer }, name);
      if (ratio != null && !isPart(ratio)) add('plan.ratio-unfit', 'grants', at, { payer, ratio }, name);
    });
    if (scenario.agreement) {
      const { parts } = scenario.agreement;
      const seen = new Set<string>();
      parts.forEach(({ payer, ratio }, at) => {
        checkPayer(payer, [...mayGrant, 'OWNERS'], 'parts', at, name);
        if (seen.has(payer)) add('plan.code-twice', 'parts', at, { code: payer }, name);
        seen.add(payer);
        if (!isPart(ratio)) add('plan.ratio-unfit', 'parts', at, { payer, ratio }, name);
      });
      const { weights, den } = commonWeights(parts.map(({ ratio }) => readRatio(ratio)));
      const all = weights.reduce((total, weight) => total + weight, 0n);
      if (all !== den) add('plan.ratio-sum', 'scenarios', index, { scenario: name, sum: `${all}/${den}` }, name);
    }
    if (scenario.homesRule !== 'STATUTORY' && scenario.homesAgreement === null)
      add('plan.homes-agreement-missing', 'scenarios', index, { scenario: name }, name);
    if (scenario.homesRule === 'WEIGHTS')
      plan.homes.forEach((home, at) => home.weight == null && add('plan.weight-missing', 'homes', at, { home: home.code }, name));
    if (scenario.homesRule === 'WEIGHTS' && plan.homes.length > 0 && plan.homes.every(({ weight }) => weight === 0))
      add('plan.weight-missing', 'homes', 0, { home: plan.homes[0]!.code }, name);
    if (plan.fundCustodian !== 'NONE') continue;
    // Without a fund owners pay directly (3.3), however the fund would come in.
    const isFund = ({ payer }: { payer: string }) => kindOf.get(payer) === 'MAINTENANCE_FUND';
    if (scenario.ownersMoney === 'FUND') add('plan.no-fund', 'scenarios', index, { scenario: name }, name);
    scenario.grants.forEach((grant, at) => isFund(grant) && add('plan.no-fund', 'grants', at, { scenario: name }, name));
    scenario.agreement?.parts.forEach((part, at) => isFund(part) && add('plan.no-fund', 'parts', at, { scenario: name }, name));
  }
  return problems.length > 0 ? problems : uncovered(plan);
}

/** What only the arithmetic shows: grants beyond what is there, and money nobody covers. */
function uncovered(plan: CostSharePlan): PlanProblem[] {
  return plan.scenarios.flatMap(({ name, grants }, index): PlanProblem[] => {
    try {
      shareCosts(readPlan(plan, name));
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const facts: PlanProblem['facts'] = { scenario: name };
      for (const [key, value] of Object.entries(error.facts)) {
        if (key.endsWith('Fen')) facts[key.slice(0, -3)] = formatFen(fenFromJson(String(value)));
        else facts[key] = String(value);
      }
      const at = grants.findIndex(({ payer, kind }) => kind === 'FIXED' && payer === error.facts['payer']);
      return [
        { code: error.code as ErrorCode, facts, at: at < 0 ? { list: 'scenarios', index } : { list: 'grants', index: at, scenario: name } },
      ];
    }
  });
}

type Add = (code: ErrorCode, list: PlanProblem['at']['list'], index: number, facts?: PlanProblem['facts'], scenario?: string) => unknown;

/** Those who share are those who use the part (相关业主): every home of the scope and no other, as the register has them. */
function checkScope(plan: CostSharePlan, registered: readonly RegisteredHome[] | undefined, add: Add): void {
  const { level, building, stairwell } = plan.scope;
  if ((level !== 'ESTATE' && building === null) || (level === 'STAIRWELL' && stairwell === null)) {
    add('plan.scope-incomplete', 'plan', 0);
    return;
  }
  const scope = level === 'ESTATE' ? plan.scope.estate : level === 'BUILDING' ? building! : `${building}${stairwell}`;
  const isInside = (home: { building: string | null; stairwell: string | null }) =>
    level === 'ESTATE' || (home.building === building && (level === 'BUILDING' || home.stairwell === stairwell));
  plan.homes.forEach((home, index) => {
    if (!isInside(home)) add('plan.home-outside-scope', 'homes', index, { home: home.code, scope });
  });
  if (!registered) return;
  const register = new Map(registered.map((home) => [home.code, home]));
  const listed = new Set(plan.homes.map(({ code }) => code));
  plan.homes.forEach((home, index) => {
    const known = register.get(home.code);
    if (!known) add('plan.home-not-registered', 'homes', index, { home: home.code });
    else if (known.building !== home.building || known.stairwell !== home.stairwell)
      add('plan.home-outside-scope', 'homes', index, { home: home.code, scope: `${known.building}${known.stairwell}` });
    else if (home.areaSource === 'REGISTERED' && home.areaHundredths && known.areaHundredths !== home.areaHundredths)
      add('plan.area-differs', 'homes', index, {
        home: home.code,
        area: formatArea(home.areaHundredths as Area),
        registered: known.areaHundredths === null ? '不明' : formatArea(known.areaHundredths as Area),
      });
  });
  for (const home of registered)
    if (isInside(home) && !listed.has(home.code)) add('plan.home-missing', 'plan', 0, { home: home.code, scope });
}

function isPart(text: string): boolean {
  const { num, den } = readRatio(text);
  return num > 0n && num <= den;
}
