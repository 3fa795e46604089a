import type { PlanComparison } from '@wufang/contracts';
import { fen, fenToJson, type Fen } from '@wufang/kernel';
import type { CostPlan } from './cost-share-plan.js';
import { sum, totalsByPayer, type CostShares } from './cost-share.js';

/** One scenario of a plan, computed. */
export interface Computed {
  plan: CostPlan;
  shares: CostShares;
}

/** What a maintenance fund was last said to hold, and of which day. */
export interface StatedFund {
  balanceFen: bigint;
  statedOn: string;
}

/**
 * The scenarios of a plan side by side (方案对比): what each payer, each group of homes and the homes at either end pay in each, and by how much
 * that differs from the base, which is the chosen scenario or the first; beside them what the maintenance fund was last said to hold, or that nobody has said it.
 * Example: ¥50 000 with ¥20 000 of the street against without -> 业主 3 000 000 and 5 000 000 fen, difference 2 000 000.
 */
export function comparePlan(computed: readonly Computed[], base: string, fund: StatedFund | null): PlanComparison {
  const against = computed.find(({ plan }) => plan.scenario === base)!;
  const baseTotals = totalsByPayer(against.shares);
  const baseGroups = new Map(groupsOf(against).map((one) => [one.group, one.amountFen]));
  const baseHomes = new Map(against.shares.homes.map(({ code, shareFen }) => [code, shareFen]));
  const payers = [...new Set(computed.flatMap(({ shares }) => [...totalsByPayer(shares).keys()]))];
  return {
    base,
    fund: fund && { balanceFen: fund.balanceFen.toString(), statedOn: fund.statedOn },
    scenarios: computed.map((one) => {
      const { plan, shares } = one;
      const totals = totalsByPayer(shares);
      return {
        name: plan.scenario,
        payers: payers.map((payer) => ({
          ...{ payer, name: plan.payers.get(payer)?.name ?? payer },
          ...asAmount(totals.get(payer) ?? fen(0n), baseTotals.get(payer) ?? fen(0n)),
        })),
        groups: groupsOf(one).map(({ group, name, homes, areaHundredths, amountFen, leastFen, mostFen }) => ({
          ...{ group, name, homes, areaHundredths, ...asAmount(amountFen, baseGroups.get(group)!) },
          ...{ leastFen: fenToJson(leastFen), mostFen: fenToJson(mostFen) },
        })),
        homes:
          shares.homes.length === 0
            ? null
            : {
                count: shares.homes.length,
                ...ends(shares.homes.map(({ shareFen }) => shareFen)),
                changed: shares.homes.filter(({ code, shareFen }) => baseHomes.get(code) !== shareFen).length,
              },
        fundFen: fenToJson(sum(shares.lines.filter(({ money }) => money === 'FUND').map(({ amountFen }) => amountFen))),
        directFen: fenToJson(sum(shares.lines.filter(({ money }) => money === 'DIRECT').map(({ amountFen }) => amountFen))),
      };
    }),
  };
}

interface GroupTotal {
  group: string;
  name: string;
  homes: number;
  areaHundredths: number;
  amountFen: Fen;
  leastFen: Fen;
  mostFen: Fen;
}

function groupsOf({ plan, shares }: Computed): GroupTotal[] {
  const shareOf = new Map(shares.homes.map(({ code, shareFen }) => [code, shareFen]));
  return [...plan.groups.values()].map(({ code, name }) => {
    const homes = plan.homes.filter(({ group }) => group === code);
    const amounts = homes.map((home) => shareOf.get(home.code) ?? fen(0n));
    return {
      ...{ group: code, name, homes: homes.length, areaHundredths: homes.reduce((all, { area }) => all + area, 0) },
      ...{ amountFen: sum(amounts), leastFen: least(amounts), mostFen: most(amounts) },
    };
  });
}

const asAmount = (amountFen: Fen, baseFen: Fen) => ({
  amountFen: fenToJson(amountFen),
  differenceFen: fenToJson(fen(amountFen - baseFen)),
});
const ends = (amounts: readonly Fen[]) => ({ leastFen: fenToJson(least(amounts)), mostFen: fenToJson(most(amounts)) });
const least = (amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => (b < a ? b : a), amounts[0] ?? fen(0n));
const most = (amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => (b > a ? b : a), amounts[0] ?? fen(0n));
