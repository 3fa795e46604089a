import type { OwnersMoney, PayerCapacity } from '@wufang/contracts';
import { DomainError, fen, type Fen } from '@wufang/kernel';
import { commonWeights, type CostPlan, type Grant, type PlanGroup, type PlanHome } from './cost-share-plan.js';
import { splitByWeight, splitInOrder, type Part, type Split } from './cost-share-split.js';

/** What a step goes by: the weights of its split are hundredths of m², fen of deposits, parts of a ratio, homes, agreed weights. */
export type StepBasis = 'RATIO' | 'AREA' | 'DEPOSITS' | 'EQUAL' | 'WEIGHTS';

/** One level of the split. What it divides is what its parent gave it, or what was left over the whole plan. */
export interface Step {
  no: number;
  kind: 'GRANT' | 'AGREEMENT' | 'GROUPS' | 'DEPOSITS' | 'HOMES';
  basis: StepBasis;
  /** The group whose part it divides, if it is one group's. */
  group: string | null;
  parent: { step: number; code: string } | null;
  split: Split;
}

/** One payer's amount in one capacity (分摊项); of owners, one home's. */
export interface CostShareLine {
  payer: string;
  capacity: PayerCapacity;
  money: OwnersMoney;
  amountFen: Fen;
  home: string | null;
  item: string | null;
}

export interface HomeShare {
  code: string;
  payer: string;
  shareFen: Fen;
  fundFen: Fen;
  directFen: Fen;
  /** The last step of the way to this home. */
  step: number;
}

/** What a grant takes off before anything is shared. */
export interface GrantTaken {
  grant: Grant;
  beforeFen: Fen;
  amountFen: Fen;
  /** The step that computed a ratio, where it is one. */
  step: number | null;
}

export interface CostShares {
  totalFen: Fen;
  dutyFen: Fen;
  /** What is shared: the total without what is somebody's own duty. */
  sharedFen: Fen;
  grants: GrantTaken[];
  /** What the grants leave. */
  restFen: Fen;
  steps: Step[];
  lines: CostShareLine[];
  homes: HomeShare[];
}

/**
 * Computes a plan (民法典第二百八十三条; 北京市物业管理条例第八十六条): own duties are paid by who owes them and shared with nobody;
 * then grants and caps in their order; then what was agreed; what falls on the owners goes over the homes: by law by area, 售后公房
 * first between selling unit and owners by their deposits, mixed estates first by area between the groups. Every level is a split
 * that adds up (`splitByWeight`). Positions play no part: what an absent payer owes stays its own.
 * Example: 30 000 000 fen over 商品住宅, 商铺, 已售公房, 未售公房 -> 10762435, 1001739, 17002956, 1232870.
 */
export function shareCosts(plan: CostPlan, options: { grantsMayShrink?: boolean } = {}): CostShares {
  const lines: CostShareLine[] = [];
  const steps: Step[] = [];
  const take = (step: Omit<Step, 'no'>): Step => {
    const numbered = { no: steps.length + 1, ...step };
    steps.push(numbered);
    return numbered;
  };
  const totalFen = sum(plan.items.map(({ amountFen }) => amountFen));
  for (const { name, amountFen, duty } of plan.items)
    if (duty) lines.push({ payer: duty.payer, capacity: 'DUTY', money: 'DIRECT', amountFen, home: null, item: name });
  const dutyFen = sum(lines.map(({ amountFen }) => amountFen));
  const sharedFen = fen(totalFen - dutyFen);

  let restFen = sharedFen;
  const grants = plan.grants.map((grant): GrantTaken => {
    const beforeFen = restFen;
    const [wantedFen, step] = wantedBy(grant, sharedFen, take);
    if (wantedFen > restFen && grant.kind === 'FIXED' && !options.grantsMayShrink)
      throw new DomainError('plan.grant-exceeds', {
        payer: grant.payer,
        amountFen: wantedFen.toString(),
        restFen: restFen.toString(),
      });
    const amountFen = least(wantedFen, restFen);
    restFen = fen(restFen - amountFen);
    const money = plan.payers.get(grant.payer)!.kind === 'MAINTENANCE_FUND' ? 'FUND' : 'DIRECT';
    lines.push({ payer: grant.payer, capacity: 'GRANT', money, amountFen, home: null, item: null });
    return { grant, beforeFen, amountFen, step };
  });

  const homes: HomeShare[] = [];
  let ownersFen = restFen;
  let parent: Step['parent'] = null;
  if (plan.agreement) {
    const { parts } = plan.agreement;
    const { weights } = commonWeights(parts.map(({ ratio }) => ratio));
    const split = splitByWeight(
      restFen,
      parts.map(({ payer }, i) => ({ code: payer, weight: weights[i]! })),
    );
    const step = take({ kind: 'AGREEMENT', basis: 'RATIO', group: null, parent: null, split });
    ownersFen = fen(0n);
    for (const { code, shareFen } of split.entries) {
      if (code === plan.owners) [ownersFen, parent] = [shareFen, { step: step.no, code }];
      else {
        const money = plan.payers.get(code)!.kind === 'MAINTENANCE_FUND' ? 'FUND' : 'DIRECT';
        lines.push({ payer: code, capacity: 'AGREED', money, amountFen: shareFen, home: null, item: null });
      }
    }
  }
  if (plan.homes.length > 0) overHomes(plan, ownersFen, parent, take, lines, homes);
  else if (ownersFen > 0n) {
    if (!plan.agreement) throw new DomainError('plan.not-covered', { restFen: ownersFen.toString() });
    lines.push({ payer: plan.owners, capacity: 'OWNER', money: plan.ownersMoney, amountFen: ownersFen, home: null, item: null });
  }
  return { totalFen, dutyFen, sharedFen, grants, restFen, steps, lines, homes };
}

type TakeStep = (step: Omit<Step, 'no'>) => Step;

function wantedBy(grant: Grant, sharedFen: Fen, take: TakeStep): [Fen, number | null] {
  if (grant.kind === 'FIXED') return [grant.amountFen!, null];
  if (grant.kind === 'UP_TO') return [grant.capFen!, null];
  const { num, den } = grant.ratio!;
  const split = splitByWeight(sharedFen, [
    { code: grant.payer, weight: num },
    { code: remainingPart, weight: den - num },
  ]);
  const step = take({ kind: 'GRANT', basis: 'RATIO', group: null, parent: null, split });
  const { shareFen } = split.entries.find(({ code }) => code === grant.payer)!;
  return [grant.capFen === null ? shareFen : least(shareFen, grant.capFen), step.no];
}

/** The other side of a grant's ratio. */
export const remainingPart = '（其余）';

function overHomes(
  plan: CostPlan,
  amountFen: Fen,
  parent: Step['parent'],
  take: TakeStep,
  lines: CostShareLine[],
  shares: HomeShare[],
): void {
  const weigh = plan.tieRule === 'AREA' ? weighingByArea[plan.homesRule] : weighing[plan.homesRule];
  const give = (homes: readonly PlanHome[], group: string | null, part: Fen, from: Step['parent']) => {
    const split = splitInOrder(part, homes.map(weigh));
    const { no } = take({ kind: 'HOMES', basis: bases[plan.homesRule], group, parent: from, split });
    // Both in the order of the codes.
    split.entries.forEach(({ shareFen }, i) => payFor(plan, homes[i]!, shareFen, no, lines, shares));
  };
  const groups = [...new Set(plan.homes.map(({ group }) => group))].map((code) => plan.groups.get(code)!);
  if (plan.homesRule !== 'STATUTORY' || groups.every(({ nature }) => nature !== 'SOLD_PUBLIC')) {
    give(plan.homes, null, amountFen, parent);
    return;
  }
  const homesOf = new Map(groups.map(({ code }): [string, PlanHome[]] => [code, []]));
  for (const home of plan.homes) homesOf.get(home.group)!.push(home);
  const giveGroup = (group: PlanGroup, part: Fen, from: Step['parent']) => {
    const homes = homesOf.get(group.code)!;
    if (group.nature !== 'SOLD_PUBLIC') {
      give(homes, group.code, part, from);
      return;
    }
    const { sellingUnit, sellingUnitFen, ownersFen } = group.deposits!;
    const split = splitByWeight(part, [
      { code: sellingUnit, weight: sellingUnitFen },
      { code: plan.owners, weight: ownersFen },
    ]);
    const step = take({ kind: 'DEPOSITS', basis: 'DEPOSITS', group: group.code, parent: from, split });
    for (const { code, shareFen } of split.entries) {
      if (code === plan.owners) give(homes, group.code, shareFen, { step: step.no, code });
      else lines.push({ payer: code, capacity: 'SELLING_UNIT', money: plan.ownersMoney, amountFen: shareFen, home: null, item: null });
    }
  };
  if (groups.length === 1) {
    giveGroup(groups[0]!, amountFen, parent);
    return;
  }
  const areas = groups.map(({ code }): Part => ({ code, weight: homesOf.get(code)!.reduce((all, { area }) => all + BigInt(area), 0n) }));
  const split = splitByWeight(amountFen, areas);
  const step = take({ kind: 'GROUPS', basis: 'AREA', group: null, parent, split });
  for (const { code, shareFen } of split.entries) giveGroup(plan.groups.get(code)!, shareFen, { step: step.no, code });
}

const byArea = ({ code, area }: PlanHome): Part => ({ code, weight: BigInt(area) });
const weighing: Record<CostPlan['homesRule'], (home: PlanHome) => Part> = {
  STATUTORY: byArea,
  AREA: byArea,
  EQUAL: ({ code }) => ({ code, weight: 1n }),
  WEIGHTS: ({ code, weight }) => ({ code, weight: BigInt(weight ?? 0) }),
};
/** Beside weights that are no areas the area says who comes first among equal remainders. */
const weighingByArea: typeof weighing = {
  ...weighing,
  EQUAL: ({ code, area }) => ({ code, weight: 1n, area }),
  WEIGHTS: ({ code, weight, area }) => ({ code, weight: BigInt(weight ?? 0), area }),
};
const bases: Record<CostPlan['homesRule'], StepBasis> = { STATUTORY: 'AREA', AREA: 'AREA', EQUAL: 'EQUAL', WEIGHTS: 'WEIGHTS' };

/** The unit of unsold homes pays for them itself; an owner's share comes from the home's deposit as far as that reaches, the rest is new money. */
function payFor(plan: CostPlan, home: PlanHome, shareFen: Fen, step: number, lines: CostShareLine[], shares: HomeShare[]): void {
  const owner = plan.groups.get(home.group)!.owner;
  const payer = owner ?? plan.owners;
  const fundFen = owner !== null || plan.ownersMoney === 'DIRECT' ? fen(0n) : least(shareFen, home.fundBalanceFen ?? shareFen);
  const directFen = fen(shareFen - fundFen);
  if (fundFen > 0n) lines.push({ payer, capacity: 'OWNER', money: 'FUND', amountFen: fundFen, home: home.code, item: null });
  if (directFen > 0n) lines.push({ payer, capacity: 'OWNER', money: 'DIRECT', amountFen: directFen, home: home.code, item: null });
  shares.push({ code: home.code, payer, shareFen, fundFen, directFen, step });
}

const least = (a: Fen, b: Fen) => (a < b ? a : b);

/** A sum of money. */
export function sum(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<bigint>((all, amount) => all + amount, 0n));
}

/** What each payer pays of what is shared, as `totalsByPayer`: own duties are asked of nobody. */
export const sharedByPayer = ({ lines }: { lines: readonly Pick<CostShareLine, 'payer' | 'capacity' | 'amountFen'>[] }): Map<string, Fen> =>
  totalsByPayer({ lines: lines.filter(({ capacity }) => capacity !== 'DUTY') });

/** What each payer pays in all, in the order of the codes' first mention; the owners together as one. */
export function totalsByPayer({ lines }: { lines: readonly Pick<CostShareLine, 'payer' | 'amountFen'>[] }): Map<string, Fen> {
  const totals = new Map<string, Fen>();
  for (const { payer, amountFen } of lines) totals.set(payer, fen((totals.get(payer) ?? 0n) + amountFen));
  return totals;
}
