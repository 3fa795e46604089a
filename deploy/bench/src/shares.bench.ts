import type { CostSharePlan } from '@wufang/contracts';
import { readPlan, shareCosts } from '@wufang/deliberation/rules';
import { percentile, round } from './figures.js';

/**
 * A mixed estate's plan of so many homes from its stored form to every home's share: grants, groups by area, deposits, homes by area.
 * Beside it the ceiling: one bigint multiplication and division for each home, with nothing left over handed out.
 */
export function benchShares(homes: number, rounds: number): object {
  const natures = ['COMMODITY', 'SOLD_PUBLIC', 'UNSOLD_PUBLIC'] as const;
  const plan: CostSharePlan = {
    title: '',
    scope: { level: 'ESTATE', estate: '西大院', building: null, stairwell: null },
    fundCustodian: 'CITY_FUND_CENTRE',
    items: [{ name: '', amountFen: '123456789017', work: 'REPAIR', duty: null }],
    payers: [
      { code: '产权单位', kind: 'PROPERTY_RIGHTS_UNIT', name: '产权单位' },
      { code: '街道', kind: 'STREET', name: '街道' },
    ],
    groups: natures.map((nature) => ({
      ...{ code: nature, name: nature, nature, owner: nature === 'UNSOLD_PUBLIC' ? '产权单位' : null },
      deposits: nature === 'SOLD_PUBLIC' ? { sellingUnit: '产权单位', sellingUnitFen: '36450000', ownersFen: '18550000' } : null,
    })),
    homes: Array.from({ length: homes }, (_, i) => ({
      code: `${(i % 40) + 1}号楼-${(i % 4) + 1}单元-${i}`,
      building: null,
      stairwell: null,
      group: natures[i % 10 < 6 ? 1 : i % 10 < 9 ? 0 : 2]!,
      areaHundredths: 4_000 + ((i * 7) % 6_113),
      areaSource: 'REGISTERED',
      fundBalanceFen: null,
    })),
    scenarios: [
      {
        ...{ name: '一', agreement: null, homesRule: 'STATUTORY', homesAgreement: null, ownersMoney: 'FUND' },
        grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: '2000000' }],
      },
    ],
    tieRule: 'AREA',
  };
  const total = BigInt(plan.homes.reduce((all, { areaHundredths }) => all + areaHundredths!, 0));
  const shares = shareCosts(readPlan(plan, '一'));
  return {
    homes,
    steps: shares.steps.length,
    addsUp: shares.lines.reduce((all, { amountFen }) => all + amountFen, 0n) === shares.totalFen,
    wantedMs: 50,
    shareMs: timed(rounds, () => shareCosts(readPlan(plan, '一'))),
    straightDivisionMs: timed(rounds, () => plan.homes.map(({ areaHundredths }) => (shares.totalFen * BigInt(areaHundredths!)) / total)),
  };
}

function timed(rounds: number, work: () => unknown): { median: number; p99: number; first: number } {
  const took = Array.from({ length: rounds }, () => {
    const at = performance.now();
    work();
    return performance.now() - at;
  });
  return { median: round(percentile(took, 0.5), 2), p99: round(percentile(took, 0.99), 2), first: round(took[0]!, 2) };
}
