import type { CostSharePlan, OwnersMoney, PayerCapacity } from '@wufang/contracts';
import { DomainError, fenToJson, type Fen } from '@wufang/kernel';
import { ownersTotals } from './cost-share-gates.js';
import { arithmeticOf, homeStatement, levelJson, payerStatement, type StatementOf } from './cost-share-statement.js';
import { sum } from './cost-share.js';
import type { Computed } from './plan-comparison.js';
import { computeOne, type PlanPlace } from './plan-draft.js';
import { homeCode, homeLabel, homesAndGroups, type KnownHome } from './plan-scope.js';

/** A level of the way from the total to somebody's share, as it is kept and told. */
export type LevelJson = ReturnType<typeof levelJson>;

/** A home of a use: whose it is, and what the document calls it. */
export interface HomeOfUse {
  homeId: string;
  ownerId: string;
  areaHundredths: number;
  code: string;
}

/** What is shared over whom by which rule: whoever has this document gets the same amounts. */
export interface LaidOutUse {
  document: CostSharePlan;
  scenario: string;
  /** The rule in words, for whoever reads the shares. */
  sharedBy: string;
  homes: readonly HomeOfUse[];
  /** Units by the codes under which they pay. */
  unitOf: ReadonlyMap<string, string>;
}

interface Borne {
  shareFen: Fen;
  levels: LevelJson[];
  lines: string[];
}
export interface HomeBears extends Borne, HomeOfUse {
  money: OwnersMoney;
}
export interface UnitBears extends Borne {
  unitId: string;
  capacity: PayerCapacity;
}

/** Who bears what of a use, with the way to it, and what the homes of owners, the units that sold, and the units with unsold homes bear together. */
export interface UseShares {
  homes: HomeBears[];
  units: UnitBears[];
  ownersFen: Fen;
  sellingUnitsFen: Fen;
  unsoldFen: Fen;
}

/** Where nothing was agreed, the law divides; what is used comes out of the fund. */
const byLaw: CostSharePlan['scenarios'][number] = {
  ...{ name: '法定规则', grants: [], agreement: null, homesRule: 'STATUTORY', homesAgreement: null, ownersMoney: 'FUND' },
};
const itemOf = (usedFen: Fen): CostSharePlan['items'][number] => ({
  ...{ name: '应急使用', amountFen: fenToJson(usedFen), work: 'REPAIR', duty: null },
});

/**
 * Lays out an emergency use of the fund by law (住宅专项维修资金管理办法 art. 20; 3.3 rules 3, 4 and 6): homes by their areas; 售后公房 first between the unit
 * that sold them and their owners by their deposits; in a mixed scope first by area between the groups. Throws `plan.deposits-missing` where public homes were
 * sold and nobody knows of deposits.
 * Example: three homes of 89.50 m² and ¥100.00 -> 33.34, 33.33, 33.33.
 */
export function layOutUse(usedFen: Fen, title: string, known: readonly KnownHome[], place: Omit<PlanPlace, 'fund'>): LaidOutUse {
  const owning = known.filter(({ nature }) => nature === 'UNSOLD_PUBLIC').map(({ ownerId }) => ownerId);
  const { rightsUnit } = place;
  const nameOf = uniqueNames([
    ...(rightsUnit ? [[rightsUnit.id, rightsUnit.name] as const] : []),
    ...owning.map((id) => [id, place.unitNames.get(id) ?? '产权单位'] as const),
  ]);
  const { homes, groups } = homesAndGroups(known, place.scope, {
    sellingUnit: rightsUnit && nameOf.get(rightsUnit.id)!,
    ownerOf: new Map(owning.map((id) => [id, nameOf.get(id)!])),
  });
  const unclear = groups.find(
    ({ nature, deposits }) =>
      nature === 'SOLD_PUBLIC' && (!deposits || BigInt(deposits.sellingUnitFen) + BigInt(deposits.ownersFen) === 0n),
  );
  if (unclear) throw new DomainError('plan.deposits-missing', { group: unclear.name });
  const { level, stairwell } = place.scope;
  return {
    document: {
      ...{ title, scope: { level, estate: place.estate, building: place.building, stairwell }, fundCustodian: 'CITY_FUND_CENTRE' },
      items: [itemOf(usedFen)],
      payers: [...nameOf.values()].map((name) => ({ code: name, kind: 'PROPERTY_RIGHTS_UNIT', name })),
      ...{ groups, homes, scenarios: [byLaw] },
    },
    scenario: byLaw.name,
    sharedBy: '法定规则（民法典第二百八十三条、住宅专项维修资金管理办法第二十条）：没有另行约定',
    homes: known.map(({ homeId, ownerId, areaHundredths, ordinal }) => ({
      ...{ homeId, ownerId, areaHundredths: areaHundredths!, code: homeCode(ordinal) },
    })),
    unitOf: new Map([...nameOf].map(([id, name]) => [name, id])),
  };
}

/** A chosen version of a plan, as far as a use goes by it. */
export interface AgreedPlan {
  title: string;
  document: CostSharePlan;
  scenario: string;
  payers: readonly { code: string; unitId: string | null }[];
  homes: readonly HomeOfUse[];
}

/**
 * Lays out a use by what was agreed (有约定的按约定, 3.3 rule 1): where a version of the plan draws on the fund, what the fund pays goes over its homes by its own
 * rule, so that one home is told one rule for the same money. What others give or have agreed to pay is not the fund's and stays out. Null for a version that
 * takes nothing of the fund.
 */
export function layOutByPlan(usedFen: Fen, title: string, agreed: AgreedPlan): LaidOutUse | null {
  const { plan, shares } = computeOne(agreed.document, agreed.scenario);
  if (agreed.document.homes.length === 0 || ownersTotals(plan, shares).fundFen === 0n) return null;
  const scenario = agreed.document.scenarios.find(({ name }) => name === agreed.scenario)!;
  return {
    document: {
      ...agreed.document,
      title,
      items: [itemOf(usedFen)],
      // The fund has paid this already: what a home has left in it divides nothing any more.
      homes: agreed.document.homes.map((home) => ({ ...home, fundBalanceFen: null })),
      scenarios: [{ ...scenario, grants: [], agreement: null, ownersMoney: 'FUND' }],
    },
    scenario: agreed.scenario,
    sharedBy: `已选定的分摊方案“${agreed.title}”（${agreed.scenario}）`,
    homes: agreed.homes.map(({ homeId, ownerId, areaHundredths, code }) => ({ homeId, ownerId, areaHundredths, code })),
    unitOf: new Map(agreed.payers.flatMap(({ code, unitId }) => (unitId === null ? [] : [[code, unitId]]))),
  };
}

/** The shares of a use, to the fen, with the way to each: of a home nothing of any other, of a unit the levels at which it stands. */
export function sharesOfUse({ document, scenario, homes, unitOf }: LaidOutUse): UseShares {
  const { plan, shares } = computeOne(document, scenario);
  const placeOf = new Map(document.homes.map(({ code, building, stairwell }) => [code, { building, stairwell }]));
  const homeOf = new Map(homes.map((home) => [home.code, home]));
  const levels = (of: StatementOf, named: Computed['plan']) => arithmeticOf(named, shares, of).map((level) => levelJson(named, level));
  const bears = shares.homes.map(({ code, shareFen, directFen }): HomeBears => {
    const { building, stairwell } = placeOf.get(code)!;
    const label = homeLabel({ building: building ?? '', stairwell: stairwell ?? '', code });
    return {
      ...{ ...homeOf.get(code)!, shareFen, money: directFen > 0n ? 'DIRECT' : 'FUND' },
      levels: levels({ kind: 'HOME', code }, { ...plan, homeNames: new Map([[code, label]]) }),
      lines: homeStatement(plan, shares, code, label),
    };
  });
  const units = shares.lines.flatMap(({ payer, capacity, home, amountFen }): UnitBears[] => {
    const unitId = unitOf.get(payer);
    if (home !== null || unitId === undefined || amountFen === 0n) return [];
    return [
      {
        unitId,
        capacity,
        shareFen: amountFen,
        levels: levels({ kind: 'PAYER', code: payer }, plan),
        lines: payerStatement(plan, shares, payer),
      },
    ];
  });
  const sumOf = (isUnsold: boolean) =>
    sum(shares.homes.flatMap(({ payer, shareFen }) => ((payer !== plan.owners) === isUnsold ? [shareFen] : [])));
  return {
    ...{ homes: bears, units, ownersFen: sumOf(false), unsoldFen: sumOf(true) },
    sellingUnitsFen: sum(shares.lines.flatMap(({ home, amountFen }) => (home === null ? [amountFen] : []))),
  };
}

/** Names by id, each once: of two units of one name the second is numbered, for a document knows them by their names. */
function uniqueNames(units: readonly (readonly [string, string])[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, name] of units) {
    if (names.has(id)) continue;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}（${n}）`;
    taken.add(unique);
    names.set(id, unique);
  }
  return names;
}
