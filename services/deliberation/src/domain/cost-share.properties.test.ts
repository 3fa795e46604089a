import { expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import fc from 'fast-check';
import { aPlan, payers, sharesOf } from '../../test/a-plan.js';
import { planProblems } from './cost-share-problems.js';
import { totalsByPayer } from './cost-share.js';

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
const natures = ['COMMODITY', 'NON_RESIDENTIAL', 'SOLD_PUBLIC', 'SOLD_PUBLIC', 'UNSOLD_PUBLIC'] as const;
const groups: CostSharePlan['groups'] = natures.map((nature, i) => ({
  ...{ code: `组${i}`, name: `组${i}`, nature },
  owner: nature === 'UNSOLD_PUBLIC' ? '产权单位' : null,
  deposits: null,
}));
const percents = fc.tuple(fc.nat(40), fc.nat(30), fc.nat(29)).map(([a, b, c]) => [a + 1, b, c, 99 - a - b - c] as const);

/** Any plan that is whole: duties, grants of all kinds, agreed or not, one to five groups, all four rules. */
const anyPlan = fc
  .record({
    items: fc.array(fc.tuple(cents, fc.boolean()), { minLength: 1, maxLength: 4 }),
    homes: fc.array(
      fc.record({
        group: fc.nat(4),
        areaHundredths: fc.integer({ min: 1, max: 3_000_000 }),
        weight: fc.integer({ min: 1, max: 300 }),
        balance: fc.option(cents),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    deposits: fc.array(fc.tuple(cents, cents), { minLength: 2, maxLength: 2 }),
    upTo: fc.option(cents),
    ratio: fc.option(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.option(cents))),
    agreed: fc.option(percents),
    tieRule: fc.constantFrom('AREA' as const, undefined),
    homesRule: fc.constantFrom('STATUTORY' as const, 'STATUTORY' as const, 'AREA' as const, 'EQUAL' as const, 'WEIGHTS' as const),
    ownersMoney: fc.constantFrom('FUND' as const, 'DIRECT' as const),
  })
  .map(({ items, homes, deposits, upTo, ratio, agreed, tieRule, homesRule, ownersMoney }): CostSharePlan => {
    let sold = 0;
    const shares = agreed?.map((percent, i) => ({ payer: ['业主', '街道', '物业', '产权单位'][i]!, ratio: `${percent}%` })) ?? [];
    return aPlan('0', {
      tieRule,
      scope: { level: 'ESTATE', estate: '西大院', building: null, stairwell: null },
      payers,
      items: items.map(([amount, isDuty], i) => ({
        ...{ name: `项目${i}`, amountFen: amount.toString(), work: 'REPAIR' as const },
        duty: isDuty ? { kind: 'UTILITY_NETWORK' as const, payer: '自来水公司' } : null,
      })),
      groups: groups.map((group) => {
        if (group.nature !== 'SOLD_PUBLIC') return group;
        const [unit, owners] = deposits[sold++]!;
        return { ...group, deposits: { sellingUnit: '产权单位', sellingUnitFen: (unit + 1n).toString(), ownersFen: owners.toString() } };
      }),
      homes: homes.map(({ group, balance, ...home }, i) => ({
        ...{ ...home, code: `${(i % 3) + 1}-${i * 7}`, building: null, stairwell: null, areaSource: 'REGISTERED' as const },
        ...{ group: `组${group}`, fundBalanceFen: balance?.toString() ?? null },
      })),
      scenario: {
        ...{ homesRule, homesAgreement: '业主大会决议', ownersMoney },
        grants: [
          ...(upTo === null ? [] : [{ priority: 2, payer: '街道', kind: 'UP_TO' as const, capFen: upTo.toString() }]),
          ...(ratio === null
            ? []
            : [{ priority: 1, payer: '社区基金', kind: 'RATIO' as const, ratio: `${ratio[0]}%`, capFen: ratio[1]?.toString() ?? null }]),
        ],
        agreement: agreed === null ? null : { document: '协议', parts: shares.filter(({ ratio }) => ratio !== '0%') },
      },
    });
  });

const sumOf = (amounts: Iterable<bigint>) => [...amounts].reduce((all, amount) => all + amount, 0n);

test('every plan that is whole is paid to the fen, by nobody less than nothing, at each level within a fen', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(planProblems(plan)).toEqual([]);
      const shares = sharesOf(plan);
      expect(sumOf(totalsByPayer(shares).values())).toBe(shares.totalFen);
      for (const { amountFen } of shares.lines) expect(amountFen).toBeGreaterThanOrEqual(0n);
      for (const { split } of shares.steps) {
        expect(sumOf(split.entries.map(({ shareFen }) => shareFen))).toBe(split.amountFen);
        for (const { shareFen, weight } of split.entries) {
          const off = shareFen * split.weightTotal - split.amountFen * weight;
          expect(off < split.weightTotal && -off < split.weightTotal).toBe(true);
        }
      }
      for (const { shareFen, fundFen, directFen } of shares.homes) expect(fundFen + directFen).toBe(shareFen);
    }),
    { numRuns: 300 },
  );
});

test('the order in which homes, groups, payers, grants and parts are written makes no difference', () => {
  const reversed = (plan: CostSharePlan): CostSharePlan => ({
    ...plan,
    homes: plan.homes.toReversed(),
    groups: plan.groups.toReversed(),
    payers: plan.payers.toReversed(),
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      grants: scenario.grants.toReversed(),
      agreement: scenario.agreement && { ...scenario.agreement, parts: scenario.agreement.parts.toReversed() },
    })),
  });
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(sharesOf(reversed(plan))).toEqual(sharesOf(plan));
    }),
    { numRuns: 100 },
  );
});

/**
 * The second implementation: no splits, no weights over one denominator, no bigint division. A share is written out as a decimal
 * number of enough places by long division of texts; whoever has the largest places after the point is rounded up.
 */
function byLongDivision(amount: bigint, parts: { code: string; part: bigint; size?: bigint }[]): Map<string, bigint> {
  const whole = sumOf(parts.map(({ part }) => part));
  const quotients = parts.map(({ code, part, size = part }) => {
    let [head, rest] = [0n, amount * part];
    // Subtracting shifted multiples is division as on paper.
    for (let shift = BigInt(rest.toString().length); shift >= 0n; shift--) {
      const step = whole * 10n ** shift;
      while (rest >= step) [head, rest] = [head + 10n ** shift, rest - step];
    }
    return { code, size, head, rest };
  });
  let missing = amount - sumOf(quotients.map(({ head }) => head));
  const number = (code: string) => code.split('-').map(Number);
  const line = quotients.toSorted((a, b) => {
    if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1;
    if (a.size !== b.size) return a.size > b.size ? -1 : 1;
    const [[a1, a2], [b1, b2]] = [number(a.code), number(b.code)];
    return Number.isNaN(a1) || Number.isNaN(b1) ? (a.code < b.code ? -1 : 1) : a1! - b1! || a2! - b2!;
  });
  return new Map(line.map(({ code, head }): [string, bigint] => [code, missing-- > 0n ? head + 1n : head]));
}

function secondOpinion(plan: CostSharePlan): { payers: Map<string, bigint>; homes: Map<string, bigint> } {
  const paid = new Map<string, bigint>();
  const homes = new Map<string, bigint>();
  const pay = (payer: string, amount: bigint) => paid.set(payer, (paid.get(payer) ?? 0n) + amount);
  const [scenario] = plan.scenarios;
  let rest = 0n;
  for (const { amountFen, duty } of plan.items) {
    if (duty) pay(duty.payer, BigInt(amountFen));
    else rest += BigInt(amountFen);
  }
  const shared = rest;
  for (const { payer, ratio, capFen } of scenario!.grants.toSorted((a, b) => a.priority - b.priority)) {
    const percent = ratio == null ? null : BigInt(ratio.slice(0, -1));
    let amount =
      percent === null
        ? BigInt(capFen!)
        : byLongDivision(shared, [
            { code: payer, part: percent },
            { code: '（其余）', part: 100n - percent },
          ]).get(payer)!;
    if (capFen != null && amount > BigInt(capFen)) amount = BigInt(capFen);
    if (amount > rest) amount = rest;
    pay(payer, amount);
    rest -= amount;
  }
  const parts = scenario!.agreement?.parts.map(({ payer, ratio }) => ({ code: payer, part: BigInt(ratio.slice(0, -1)) }));
  for (const [payer, amount] of parts ? byLongDivision(rest, parts) : []) {
    if (payer === '业主') rest = amount;
    else pay(payer, amount);
  }
  const groupOf = new Map(plan.groups.map((group) => [group.code, group]));
  const spread = (amount: bigint, list: CostSharePlan['homes']) => {
    const part = (home: (typeof list)[number]) =>
      ({ STATUTORY: home.areaHundredths!, AREA: home.areaHundredths!, EQUAL: 1, WEIGHTS: home.weight! })[scenario!.homesRule];
    const shares = byLongDivision(
      amount,
      list.map((home) => ({
        ...{ code: home.code, part: BigInt(part(home)) },
        size: BigInt(plan.tieRule === 'AREA' ? home.areaHundredths! : part(home)),
      })),
    );
    for (const home of list) {
      pay(groupOf.get(home.group)!.owner ?? '业主', shares.get(home.code)!);
      homes.set(home.code, shares.get(home.code)!);
    }
  };
  const names = [...new Set(plan.homes.map(({ group }) => group))];
  const isMixed = scenario!.homesRule === 'STATUTORY' && names.some((name) => groupOf.get(name)!.nature === 'SOLD_PUBLIC');
  if (!isMixed) spread(rest, plan.homes);
  else {
    const area = (name: string) => sumOf(plan.homes.filter(({ group }) => group === name).map((home) => BigInt(home.areaHundredths!)));
    for (const [name, amount] of byLongDivision(
      rest,
      names.map((code) => ({ code, part: area(code) })),
    )) {
      const list = plan.homes.filter(({ group }) => group === name);
      const { deposits } = groupOf.get(name)!;
      if (!deposits) spread(amount, list);
      else {
        const two = byLongDivision(amount, [
          { code: deposits.sellingUnit, part: BigInt(deposits.sellingUnitFen) },
          { code: '业主', part: BigInt(deposits.ownersFen) },
        ]);
        pay(deposits.sellingUnit, two.get(deposits.sellingUnit)!);
        spread(two.get('业主')!, list);
      }
    }
  }
  return { payers: paid, homes };
}

test('a second implementation, written apart, comes to the same on random plans', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const shares = sharesOf(plan);
      const other = secondOpinion(plan);
      expect(Object.fromEntries(shares.homes.map(({ code, shareFen }) => [code, shareFen]))).toEqual(Object.fromEntries(other.homes));
      const positive = (totals: Iterable<[string, bigint]>) => Object.fromEntries([...totals].filter(([, amount]) => amount > 0n));
      expect(positive(totalsByPayer(shares))).toEqual(positive(other.payers));
    }),
    { numRuns: 300 },
  );
});
