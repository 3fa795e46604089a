import type { AreaSource, CostSharePlan, HomeNature, IssueScope } from '@wufang/contracts';
import type { RegisteredHome } from './cost-share-problems.js';

/** A home as the register tells it: no room number, no name. `ordinal` is its rank in the order of codes inside its estate. */
export interface KnownHome {
  homeId: string;
  buildingId: string;
  building: string;
  stairwell: string;
  ordinal: number;
  areaHundredths: number | null;
  areaSource: AreaSource | null;
  nature: HomeNature;
  ownerId: string;
  ownerFen: bigint;
  sellerFen: bigint;
}

/** Who pays of those that the register names: the unit that sold the public homes, and what the units that own unsold ones are called in the plan. */
export interface UnitPayers {
  sellingUnit: string | null;
  ownerOf: ReadonlyMap<string, string>;
}

type Group = CostSharePlan['groups'][number];

/** What a home is called in a plan: its rank in the estate keeps the order of the room numbers, which no plan holds. Example: 412 -> 第412户. */
export const homeCode = (ordinal: number) => `第${ordinal}户`;

/** What a home is called for people when nobody has given its room number. Example: 9号楼2单元第412户. */
export const homeLabel = (home: { building: string; stairwell: string; code: string }) => `${home.building}${home.stairwell}${home.code}`;

/** What a plan's scope is called. Example: 西大院9号楼2单元. */
export const scopeText = (place: { estate: string; building: string | null; scope: IssueScope }) =>
  `${place.estate}${place.building ?? ''}${place.scope.stairwell ?? ''}`;

/** Letters and digits nobody mistakes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** The code that, with its number, opens a home's statement to its owner: twelve places in three groups. `chance` answers a number below its argument. */
export function lookupCodeOf(chance: (below: number) => number): string {
  const letter = () => alphabet[chance(alphabet.length)]!;
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join('')).join('-');
}
/** What the board shows of a home's code: its last three places. */
export const markOf = (lookupCode: string) => lookupCode.slice(-3);
/** Another code for the same home, which the board still shows by the same mark. */
export const renewedCode = (old: string, chance: (below: number) => number) => lookupCodeOf(chance).slice(0, -3) + markOf(old);

/** A home's number as it stands on its statement, and the way back. Example: FT3A5C61B2-412. */
export const homeNumber = (numberText: string, ordinal: number) => `${numberText}-${ordinal}`;
export function readHomeNumber(text: string): { numberText: string; ordinal: number } | null {
  const [, numberText, ordinal] = /^(FT[0-9A-F]{8})-([1-9]\d{0,5})$/.exec(text.toUpperCase()) ?? [];
  return numberText === undefined ? null : { numberText, ordinal: Number(ordinal) };
}

/** Whether a home shares by its place (相关业主): its own stairwell, building or estate. */
export function isInScope(scope: IssueScope, home: { buildingId: string; stairwell: string }): boolean {
  if (scope.level === 'ESTATE') return true;
  return home.buildingId === scope.buildingId && (scope.level === 'BUILDING' || home.stairwell === scope.stairwell);
}

const groupNames: Record<HomeNature, string> = {
  COMMODITY: '商品住宅',
  SOLD_PUBLIC: '已售公房',
  UNSOLD_PUBLIC: '未售公房',
  NON_RESIDENTIAL: '非住宅',
};

/**
 * Homes of a plan with what the register says of each, and their groups: one for each nature, of unsold public homes one for each unit that owns
 * some. Deposits of 售后公房 are summed over its homes. `listed` are the homes a party has named itself, where it did: they are taken as they
 * are, so that one that does not belong is found and said rather than dropped. `weights` are agreed coefficients by home.
 * Example: 9号楼2单元 with four homes of 商品住宅 -> four homes, one group.
 */
export function homesAndGroups(
  known: readonly KnownHome[],
  scope: IssueScope,
  units: UnitPayers,
  given: { listed?: readonly string[] | undefined; weights?: ReadonlyMap<string, number> | undefined } = {},
): { homes: CostSharePlan['homes']; groups: Group[] } {
  const wanted = given.listed && new Set(given.listed);
  const shared = known.filter((home) => (wanted ? wanted.has(home.homeId) : isInScope(scope, home))).sort((a, b) => a.ordinal - b.ordinal);
  const groups = new Map<string, Group & { sellerFen: bigint; ownersFen: bigint }>();
  const homes = shared.map((home) => {
    const owner = home.nature === 'UNSOLD_PUBLIC' ? (units.ownerOf.get(home.ownerId) ?? null) : null;
    const code = owner === null || owner === units.sellingUnit ? groupNames[home.nature] : `${groupNames[home.nature]}（${owner}）`;
    let group = groups.get(code);
    if (!group) {
      group = { code, name: code, nature: home.nature, owner, deposits: null, sellerFen: 0n, ownersFen: 0n };
      groups.set(code, group);
    }
    group.sellerFen += home.sellerFen;
    group.ownersFen += home.ownerFen;
    return {
      ...{ code: homeCode(home.ordinal), building: home.building, stairwell: home.stairwell, group: code },
      ...{ areaHundredths: home.areaHundredths, areaSource: home.areaSource, weight: given.weights?.get(home.homeId) ?? null },
      fundBalanceFen: null,
    };
  });
  return {
    homes,
    groups: [...groups.values()].map(({ sellerFen, ownersFen, ...group }) => ({
      ...group,
      deposits:
        group.nature === 'SOLD_PUBLIC' && units.sellingUnit !== null
          ? { sellingUnit: units.sellingUnit, sellingUnitFen: sellerFen.toString(), ownersFen: ownersFen.toString() }
          : null,
    })),
  };
}

/** The register as the check of a plan's scope reads it. */
export function registerOf(known: readonly KnownHome[]): RegisteredHome[] {
  return known.map(({ ordinal, building, stairwell, areaHundredths }) => ({
    code: homeCode(ordinal),
    ...{ building, stairwell, areaHundredths },
  }));
}
