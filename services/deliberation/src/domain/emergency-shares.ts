import type { CostSharePlan, IssueScope } from '@wufang/contracts';
import { DomainError, fenToJson, type Fen } from '@wufang/kernel';
import { computeOne } from './plan-draft.js';
import { homeCode, homesAndGroups, type KnownHome } from './plan-scope.js';

const scenario: CostSharePlan['scenarios'][number] = {
  ...{ name: '应急使用', grants: [], agreement: null, homesRule: 'STATUTORY', homesAgreement: null, ownersMoney: 'FUND' },
};

/**
 * Who bears what of an emergency use of the fund: the same rule by law as a plan's (住宅专项维修资金管理办法 art. 20; 3.3 rules 3, 4 and 6). Homes by their
 * areas; 售后公房 first between the unit that sold them and their owners by their deposits; in a mixed scope first by area between the groups. `rightsUnitId`
 * is the unit that sold the public homes. The shares add up to the fen. Throws `plan.deposits-missing` where public homes were sold and nobody knows of deposits.
 * Example: three homes of 89.50 m² and ¥100.00 -> 33.34, 33.33, 33.33.
 */
export function sharesOfUse(
  usedFen: Fen,
  known: readonly KnownHome[],
  scope: IssueScope,
  rightsUnitId: string | null,
): { homes: Map<string, Fen>; units: Map<string, Fen> } {
  const owners = known.filter(({ nature }) => nature === 'UNSOLD_PUBLIC').map(({ ownerId }) => ownerId);
  const { homes, groups } = homesAndGroups(known, scope, { sellingUnit: rightsUnitId, ownerOf: new Map(owners.map((id) => [id, id])) });
  const unclear = groups.find(
    ({ nature, deposits }) =>
      nature === 'SOLD_PUBLIC' && (!deposits || BigInt(deposits.sellingUnitFen) + BigInt(deposits.ownersFen) === 0n),
  );
  if (unclear) throw new DomainError('plan.deposits-missing', { group: unclear.name });
  const units = new Set([...owners, ...(rightsUnitId === null ? [] : [rightsUnitId])]);
  const { level, stairwell } = scope;
  const document: CostSharePlan = {
    ...{ title: scenario.name, scope: { level, estate: '', building: null, stairwell }, fundCustodian: 'CITY_FUND_CENTRE' },
    items: [{ name: scenario.name, amountFen: fenToJson(usedFen), work: 'REPAIR', duty: null }],
    payers: [...units].map((id) => ({ code: id, kind: 'PROPERTY_RIGHTS_UNIT', name: id })),
    ...{ groups, homes, scenarios: [scenario] },
  };
  const { shares } = computeOne(document, scenario.name);
  const homeOf = new Map(known.map(({ homeId, ordinal }) => [homeCode(ordinal), homeId]));
  return {
    homes: new Map(shares.homes.map(({ code, shareFen }) => [homeOf.get(code)!, shareFen])),
    units: new Map(shares.lines.filter(({ capacity }) => capacity === 'SELLING_UNIT').map(({ payer, amountFen }) => [payer, amountFen])),
  };
}
