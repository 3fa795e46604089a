import type { CostSharePlan, SeatedPayer, SeatKind, SettledPayer, WorksChange, WorksSettlement } from '@wufang/contracts';
import { DomainError, fen, fenFromJson, fenToJson, formatFen, type Fen } from '@wufang/kernel';
import { isBeyondTolerance, settle } from './cost-share-settlement.js';
import { homeStatement } from './cost-share-statement.js';
import { totalsByPayer } from './cost-share.js';
import { computeOne } from './plan-draft.js';

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

type Cost = ReadonlyMap<string, bigint>;
const planned = (document: Pick<CostSharePlan, 'items'>): Cost =>
  new Map(document.items.map(({ name, amountFen }) => [name, BigInt(amountFen)]));

/** What each item costs as things are, with these amounts new; an item nobody has planned is refused. */
export function costAfter(before: Cost, given: readonly { name: string; amountFen: string }[]): Map<string, bigint> {
  const after = new Map(before);
  for (const { name, amountFen } of given) {
    if (!after.has(name)) throw new DomainError('works.item-unknown', { item: name });
    after.set(name, BigInt(amountFen));
  }
  return after;
}

export interface ChangeOfCost {
  items: { name: string; amountFen: string }[];
  byFen: bigint;
  totalFen: bigint;
  isBackToTable: boolean;
}

/**
 * What a change of the works (变更) comes to. Changes add up: the sum of all is held against what was signed, so that ten changes of 2 % go back to the table
 * as one of 20 % does. A changed scope goes back whatever it costs.
 * Example: signed ¥100, changes to ¥106 and then ¥110 -> recorded; ¥110.01 -> back to the table.
 */
export function changeOfCost(
  document: Pick<CostSharePlan, 'items'>,
  earlier: readonly Pick<WorksChange, 'items' | 'isBackToTable'>[],
  given: readonly { name: string; amountFen: string }[],
  isScopeChange: boolean,
): ChangeOfCost {
  const signed = planned(document);
  const before = earlier.at(-1) ? costAfter(signed, earlier.at(-1)!.items) : signed;
  const after = costAfter(before, given);
  const [was, is] = [sum([...before.values()]), sum([...after.values()])];
  return {
    items: [...after].map(([name, amount]) => ({ name, amountFen: fenToJson(fen(amount)) })),
    ...{ byFen: is - was, totalFen: is },
    isBackToTable: isScopeChange || isBeyondTolerance(sum([...signed.values()]), is),
  };
}

export interface FinalItem {
  name: string;
  amountFen: string;
  documentIds: string[];
}

export interface SettleFacts {
  document: CostSharePlan;
  scenario: string;
  payers: readonly SeatedPayer[];
  changes: readonly Pick<WorksChange, 'items' | 'byFen' | 'borneBy'>[];
  items: readonly FinalItem[];
  /** By payer: what has been paid so far, and what of a final share is kept back. */
  paidOf: (payer: string) => bigint;
  retainedOf: (payer: string, finalFen: Fen) => bigint;
  now: Date;
}

/**
 * Whether a seat can take a change on itself: it has money of its own in the plan. The community pays nothing of its own, and what owners pay is decided by
 * them alone (民法典 art. 278), not by who sits for them.
 */
export const mayBear = (seat: SeatKind, payers: readonly SeatedPayer[]): boolean =>
  seat !== 'OWNERS_BODY' && payers.some((payer) => payer.seat === seat);

/** What seats have said they take on themselves (声明自愿承担), by seat, in the order in which they first said so. */
function borneBySeat(changes: SettleFacts['changes']): Map<SeatKind, bigint> {
  const borne = new Map<SeatKind, bigint>();
  for (const { borneBy, byFen } of changes)
    if (borneBy !== null && BigInt(byFen) > 0n) borne.set(borneBy, (borne.get(borneBy) ?? 0n) + BigInt(byFen));
  return borne;
}

/**
 * The settlement of the works (结算, C11): the signed rule is run again on what everything cost in the end, without what a party has taken on itself, which it
 * pays on top: as much as the works have really cost more, since a change that was declared and not needed has cost nobody anything; who declared first bears
 * first. Each payer's final share, less what is kept back and what it has paid, is what it still pays or gets back, to the fen.
 * Examples: planned 100 at 60/40, final 110, all paid -> 6 and 4 more; final 90 -> 6 and 4 back; final 110.01 -> back to the table. Planned 100, the second has
 * declared a change of 5, final 103 -> 60 and 43, of which 3 are borne and 5 were declared.
 */
export function settleWorks(facts: SettleFacts): { settlement: WorksSettlement; isBackToTable: boolean } {
  const { document, scenario, payers, changes, items, paidOf, retainedOf } = facts;
  const signed = planned(document);
  const final = costAfter(signed, items);
  const [plannedFen, finalFen] = [sum([...signed.values()]), sum([...final.values()])];
  const seats = borneBySeat(changes);
  const codeOf = (seat: SeatKind) => payers.find((payer) => payer.seat === seat)?.code;
  // Only as much can have been borne as the works have really cost more.
  let room = finalFen > plannedFen ? finalFen - plannedFen : 0n;
  const borne = new Map<string, bigint>();
  const declared = new Map<string, bigint>();
  for (const [seat, amount] of seats) {
    const code = codeOf(seat);
    if (code === undefined) continue;
    const part = amount < room ? amount : room;
    declared.set(code, amount);
    borne.set(code, part);
    room -= part;
  }
  const shared = lessened(final, signed, sum([...borne.values()]));
  const before = totalsByPayer(computeOne(document, scenario).shares);
  const after = totalsByPayer(settle(document, scenario, shared).shares);
  const settled = [...new Set([...before.keys(), ...after.keys(), ...borne.keys()])].map((payer): SettledPayer => {
    const { name: payerName, seat } = payers.find(({ code }) => code === payer) ?? { name: payer, seat: null };
    const [planFen, borneFen, paidFen] = [before.get(payer) ?? 0n, borne.get(payer) ?? 0n, paidOf(payer)];
    const declaredFen = declared.get(payer) ?? 0n;
    const ownFen = fen((after.get(payer) ?? 0n) + borneFen);
    const retainedFen = retainedOf(payer, ownFen);
    const json = (amount: bigint) => fenToJson(fen(amount));
    return {
      ...{ payer, payerName, seat, plannedFen: json(planFen), finalFen: json(ownFen), differenceFen: json(ownFen - planFen) },
      ...{
        borneFen: json(borneFen),
        paidFen: json(paidFen),
        retainedFen: json(retainedFen),
        balanceFen: json(ownFen - retainedFen - paidFen),
      },
      ...(declaredFen !== borneFen && { declaredFen: json(declaredFen) }),
    };
  });
  const lines = statement(plannedFen, finalFen, settled);
  return {
    settlement: {
      items: [...final].map(([name, amount]) => ({
        ...{ name, plannedFen: fenToJson(fen(signed.get(name)!)), finalFen: fenToJson(fen(amount)) },
        documentIds: items.find((item) => item.name === name)?.documentIds ?? [],
      })),
      ...{
        plannedFen: fenToJson(fen(plannedFen)),
        finalFen: fenToJson(fen(finalFen)),
        payers: settled,
        lines,
        settledAt: facts.now.toISOString(),
      },
    },
    isBackToTable: isBeyondTolerance(plannedFen, finalFen),
  };
}

/** The final cost without what is borne by one party alone, taken from the items that have grown, in their order. */
function lessened(final: Cost, signed: Cost, borneFen: bigint): Map<string, Fen> {
  let left = borneFen;
  return new Map(
    [...final].map(([name, amount]) => {
      const grown = amount - signed.get(name)!;
      const part = grown <= 0n ? 0n : grown < left ? grown : left;
      left -= part;
      return [name, fen(amount - part)];
    }),
  );
}

/** One home's part of a settlement: what was signed, what it comes to, and the difference, to the fen. */
export interface SettledHome {
  code: string;
  payer: string;
  plannedFen: Fen;
  finalFen: Fen;
  differenceFen: Fen;
}

/**
 * A settlement home by home (逐户差额): the signed rule on the final cost without what a party bears alone, as it was settled. They add up to what their payers
 * owe. Example: two homes of equal area, 100.00 planned and 90.01 in the end -> 45.01 and 45.00, −4.99 and −5.00.
 */
export function settledHomes(document: CostSharePlan, scenario: string, settlement: WorksSettlement): SettledHome[] {
  const before = new Map(computeOne(document, scenario).shares.homes.map(({ code, shareFen }) => [code, shareFen]));
  return settle(document, scenario, sharedIn(document, settlement)).shares.homes.map(({ code, payer, shareFen: finalFen }) => {
    const plannedFen = before.get(code) ?? fen(0n);
    return { code, payer, plannedFen, finalFen, differenceFen: fen(finalFen - plannedFen) };
  });
}

/** What each item comes to without what parties bear alone: what the signed rule was run on. */
function sharedIn(document: CostSharePlan, { items, payers }: WorksSettlement): Map<string, Fen> {
  const final = costAfter(
    planned(document),
    items.map(({ name, finalFen }) => ({ name, amountFen: finalFen })),
  );
  return lessened(final, planned(document), sum(payers.map(({ borneFen }) => BigInt(borneFen))));
}

/**
 * One home's part of a settlement line by line (本户结算): the way from the final cost to its share, and nothing of any other home. Throws object.not-found
 * for a home that does not share.
 * Example: signed 50.00, in the end 45.01 -> 「签约 ¥50.00，结算 ¥45.01，应退 ¥4.99。」 after the arithmetic.
 */
export function homeSettlement(
  document: CostSharePlan,
  scenario: string,
  settlement: WorksSettlement,
  home: string,
  label: string,
): SettledHome & { lines: string[] } {
  const found = settledHomes(document, scenario, settlement).find(({ code }) => code === home);
  if (!found) throw new DomainError('object.not-found', {});
  const shared = sharedIn(document, settlement);
  const items = document.items.map((item) => ({ ...item, amountFen: fenToJson(shared.get(item.name)!) }));
  const { plan } = computeOne({ ...document, items }, scenario);
  const borneFen = sum(settlement.payers.map((payer) => BigInt(payer.borneFen)));
  const { plannedFen, finalFen, differenceFen } = found;
  return {
    ...found,
    lines: [
      `结算总额 ${signedYuan(settlement.finalFen)}${borneFen === 0n ? '' : `，其中 ${signedYuan(`${borneFen}`)} 由有关席位自愿承担，不分到户`}。按签约的分摊规则以结算金额重新计算：`,
      ...homeStatement(plan, settle(document, scenario, shared).shares, home, label),
      `签约 ${signedYuan(`${plannedFen}`)}，结算 ${signedYuan(`${finalFen}`)}，${endOf(differenceFen, '与签约相同')}。`,
    ],
  };
}

/** What a difference means in words. Examples: 499 -> 应补 ¥4.99; −500 -> 应退 ¥5.00. */
const endOf = (due: bigint, none: string) =>
  due === 0n ? none : due > 0n ? `应补 ${signedYuan(`${due}`)}` : `应退 ${signedYuan(`${-due}`)}`;

/** An amount that may go either way, for a sentence. Example: −500 fen -> −¥5.00. */
export const signedYuan = (text: string) => {
  const amount = fenFromJson(text);
  return amount < 0n ? `−¥${formatFen(fen(-amount))}` : `¥${formatFen(amount)}`;
};

function statement(plannedFen: bigint, finalFen: bigint, payers: readonly SettledPayer[]): string[] {
  return [
    `签约总额 ${signedYuan(`${plannedFen}`)}，结算总额 ${signedYuan(`${finalFen}`)}。按签约的分摊规则以结算金额重新计算。`,
    ...payers.map(({ payerName, plannedFen: plan, finalFen: own, borneFen, declaredFen, paidFen, retainedFen, balanceFen }) => {
      const said = declaredFen === undefined ? '' : `，声明承担 ${signedYuan(declaredFen)}，按实际增加额计`;
      const extra = borneFen === '0' && said === '' ? '' : `（其中自愿承担变更 ${signedYuan(borneFen)}${said}）`;
      const kept = retainedFen === '0' ? '' : ` − 质保金 ${signedYuan(retainedFen)}`;
      const end = endOf(BigInt(balanceFen), '已结清');
      return `${payerName}：签约 ${signedYuan(plan)}，结算应付 ${signedYuan(own)}${extra}${kept} − 已付 ${signedYuan(paidFen)} = ${signedYuan(balanceFen)}，${end}。`;
    }),
  ];
}
