import {
  labels,
  type AreaSource,
  type CostSharePlan,
  type GrantKind,
  type HomeNature,
  type HomesRule,
  type OwnersMoney,
  type PayerKind,
  type SoleDuty,
  type TieRule,
  type WorkKind,
} from '@wufang/contracts';
import { fenFromJson, type Area, type Fen } from '@wufang/kernel';
import { inOrder } from './cost-share-split.js';

/** A part of a whole in whole numbers. */
export interface Ratio {
  num: bigint;
  den: bigint;
}

export interface Payer {
  code: string;
  kind: PayerKind;
  name: string;
}

export interface PlanItem {
  name: string;
  amountFen: Fen;
  work: WorkKind;
  duty: { kind: SoleDuty; payer: string } | null;
}

export interface PlanGroup {
  code: string;
  name: string;
  nature: HomeNature;
  owner: string | null;
  deposits: { sellingUnit: string; sellingUnitFen: Fen; ownersFen: Fen } | null;
}

export interface PlanHome {
  code: string;
  building: string | null;
  stairwell: string | null;
  group: string;
  area: Area;
  areaSource: AreaSource | null;
  weight: number | null;
  fundBalanceFen: Fen | null;
}

export interface Grant {
  priority: number;
  payer: string;
  kind: GrantKind;
  amountFen: Fen | null;
  ratio: Ratio | null;
  capFen: Fen | null;
}

/** One scenario of a plan, read; what the shares are computed from. */
export interface CostPlan {
  title: string;
  scenario: string;
  items: PlanItem[];
  payers: ReadonlyMap<string, Payer>;
  /** The payer that stands for all owners together. */
  owners: string;
  groups: ReadonlyMap<string, PlanGroup>;
  /** In the order of their codes (`inOrder`), as a split gives its entries back. */
  homes: PlanHome[];
  /** In the order in which they pay. */
  grants: Grant[];
  agreement: { document: string; parts: { payer: string; ratio: Ratio }[] } | null;
  homesRule: HomesRule;
  homesAgreement: string | null;
  ownersMoney: OwnersMoney;
  /** Whom a home's left-over fen goes to first among equal remainders: the larger area, or in plans from before that rule the larger weight. */
  tieRule: TieRule | 'WEIGHT';
  /** What homes are called on a statement, by their codes; where nothing is said, the code itself. */
  homeNames?: ReadonlyMap<string, string>;
}

/** How the owners together are called where a plan names them as a payer. */
export const ownersTogether: Payer = { code: labels.seatPayer.OWNERS_BODY, kind: 'OWNERS', name: labels.payerKind.OWNERS };

/** One scenario of a stored plan, with money and areas as numbers that count. Look for `planProblems` first. */
export function readPlan(plan: CostSharePlan, scenarioName: string): CostPlan {
  const scenario = plan.scenarios.find(({ name }) => name === scenarioName)!;
  const payers = new Map(payersOf(plan).map((payer) => [payer.code, payer]));
  return {
    title: plan.title,
    scenario: scenario.name,
    items: plan.items.map((item) => ({ ...item, amountFen: fenFromJson(item.amountFen) })),
    payers,
    owners: [...payers.values()].find(({ kind }) => kind === 'OWNERS')!.code,
    groups: new Map(
      plan.groups.map((group) => [
        group.code,
        {
          ...group,
          deposits: group.deposits && {
            sellingUnit: group.deposits.sellingUnit,
            sellingUnitFen: fenFromJson(group.deposits.sellingUnitFen),
            ownersFen: fenFromJson(group.deposits.ownersFen),
          },
        },
      ]),
    ),
    homes: inOrder(
      // Written out: a spread makes ten thousand homes several times slower.
      plan.homes.map((home) => ({
        code: home.code,
        building: home.building,
        stairwell: home.stairwell,
        group: home.group,
        area: (home.areaHundredths ?? 0) as Area,
        areaSource: home.areaSource,
        weight: home.weight ?? null,
        fundBalanceFen: optionalFen(home.fundBalanceFen),
      })),
      ({ code }) => code,
    ),
    grants: scenario.grants
      .map(({ priority, payer, kind, amountFen, ratio, capFen }) => ({
        ...{ priority, payer, kind },
        amountFen: optionalFen(amountFen),
        ratio: ratio ? readRatio(ratio) : null,
        capFen: optionalFen(capFen),
      }))
      .sort((a, b) => a.priority - b.priority),
    agreement: scenario.agreement && {
      document: scenario.agreement.document,
      parts: inOrder(
        scenario.agreement.parts.map(({ payer, ratio }) => ({ payer, ratio: readRatio(ratio) })),
        ({ payer }) => payer,
      ),
    },
    homesRule: scenario.homesRule,
    homesAgreement: scenario.homesAgreement,
    ownersMoney: scenario.ownersMoney,
    tieRule: plan.tieRule ?? 'WEIGHT',
  };
}

/** All payers of a plan, the owners among them whether it names them or not. */
export function payersOf(plan: CostSharePlan): Payer[] {
  return plan.payers.some(({ kind }) => kind === 'OWNERS') ? plan.payers : [...plan.payers, ownersTogether];
}

/** A ratio as it is written, exact. Example: '12.5%' -> 125/1000; '1/3' -> 1/3. */
export function readRatio(text: string): Ratio {
  if (!text.endsWith('%')) {
    const [num, den] = text.split('/');
    return { num: BigInt(num!), den: BigInt(den!) };
  }
  const [whole, places = ''] = text.slice(0, -1).split('.');
  return { num: BigInt(whole! + places), den: 100n * 10n ** BigInt(places.length) };
}

/** Ratios as whole weights over one denominator. Example: 1/2 and 1/3 -> 3 and 2 of 6. */
export function commonWeights(ratios: readonly Ratio[]): { weights: bigint[]; den: bigint } {
  const den = ratios.reduce((all, ratio) => (all / gcd(all, ratio.den)) * ratio.den, 1n);
  return { weights: ratios.map((ratio) => (ratio.num * den) / ratio.den), den };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

const optionalFen = (text: string | null | undefined): Fen | null => (text == null ? null : fenFromJson(text));
