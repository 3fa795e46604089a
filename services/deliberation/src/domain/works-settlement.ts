import type { CostSharePlan, SeatedPayer, SeatKind, SettledPayer, WorksChange, WorksSettlement } from '@wufang/contracts';
import { DomainError, fen, fenFromJson, fenToJson, formatFen, type Fen } from '@wufang/kernel';
import { isBeyondTolerance, settle } from './cost-share-settlement.js';
import { homeStatement } from './cost-share-statement.js';
import { sharedByPayer } from './cost-share.js';
import { seatOfPayer } from './plan-consents.js';
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
  /** Items that cost more, and less, than before it. */
  more: string[];
  less: string[];
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
    more: [...after].flatMap(([name, amount]) => (amount > before.get(name)! ? [name] : [])),
    less: [...after].flatMap(([name, amount]) => (amount < before.get(name)! ? [name] : [])),
    isBackToTable: isScopeChange || isBeyondTolerance(sum([...signed.values()]), is),
  };
}

export interface FinalItem {
  name: string;
  amountFen: string;
  documentIds: string[];
}

/**
 * Refuses a settlement (结算) that is silent about an item of the plan: what nobody has an invoice for is not settled, least of all at the price that was
 * signed. What did not come about is listed with nothing, and with a paper that says so. An own duty is an item like any other.
 */
function refuseMissing(document: Pick<CostSharePlan, 'items'>, items: readonly FinalItem[]): void {
  const missing = document.items.filter(({ name }) => !items.some((item) => item.name === name && item.documentIds.length > 0));
  if (missing.length > 0) throw new DomainError('works.items-missing', { items: missing.map(({ name }) => name).join('、') });
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

type BorneFacts = Pick<SettleFacts, 'document' | 'payers' | 'changes'>;

/** What is borne by parties alone: by payer what was declared and what of it counts, and what everything costs without it. */
interface Borne {
  declared: Map<string, bigint>;
  counted: Map<string, bigint>;
  shared: Map<string, Fen>;
}

/**
 * What seats have taken on themselves (声明自愿承担) counts as far as the items whose cost they raised have really come to more, and all that is shared with
 * them; who declared first bears first. What is somebody's own duty is never among them: more of it falls to whoever owes it.
 * Example: A is the utility's duty, B is shared; the firm declares 2 more of B; in the end A and B cost 2 more each -> the firm bears 2 of B, and B is shared
 * as it was signed.
 */
function borneOf({ document, payers, changes }: BorneFacts, final: Cost): Borne {
  const signed = planned(document);
  const isShared = new Set(document.items.filter(({ duty }) => duty === null).map(({ name }) => name));
  const more = new Map([...final].filter(([name]) => isShared.has(name)).map(([name, amount]) => [name, amount - signed.get(name)!]));
  let room = sum([...more.values()]);
  const [declared, counted] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const shared = new Map([...final].map(([name, amount]) => [name, fen(amount)]));
  const add = (to: Map<string, bigint>, code: string, amount: bigint) => to.set(code, (to.get(code) ?? 0n) + amount);
  let before = signed;
  for (const { borneBy, byFen, items } of changes) {
    const after = costAfter(before, items);
    const was = before;
    before = after;
    const code = payers.find(({ seat }) => seat === borneBy)?.code;
    if (borneBy === null || code === undefined || BigInt(byFen) <= 0n) continue;
    add(declared, code, BigInt(byFen));
    add(counted, code, 0n);
    let left = BigInt(byFen);
    for (const name of isShared) {
      const part = least(left, after.get(name)! - was.get(name)!, more.get(name)!, room);
      if (part <= 0n) continue;
      add(counted, code, part);
      more.set(name, more.get(name)! - part);
      shared.set(name, fen(shared.get(name)! - part));
      left -= part;
      room -= part;
    }
  }
  return { declared, counted, shared };
}

const least = (...amounts: bigint[]) => amounts.reduce((all, one) => (one < all ? one : all));

/**
 * The settlement of the works (结算, C11): the signed rule is run again on what everything cost in the end, without what a party has taken on itself, which it
 * pays on top: as much as it has really cost more, since a change that was declared and not needed has cost nobody anything. What is somebody's own duty
 * (自身责任) is its own at any cost and stands outside of what payers owe each other. Each payer's final share, less what is kept back and what it has paid, is what it still pays or gets back, to the fen.
 * Throws works.items-missing while an item has no invoice.
 * Examples: planned 100 at 60/40, final 110, all paid -> 6 and 4 more; final 90 -> 6 and 4 back; final 110.01 -> back to the table. Planned 100, the second has
 * declared a change of 5, final 103 -> 60 and 43, of which 3 are borne and 5 were declared.
 */
export function settleWorks(facts: SettleFacts): { settlement: WorksSettlement; isBackToTable: boolean } {
  const { document, scenario, payers, items, paidOf, retainedOf } = facts;
  const signed = planned(document);
  const final = costAfter(signed, items);
  refuseMissing(document, items);
  const [plannedFen, finalFen] = [sum([...signed.values()]), sum([...final.values()])];
  const nameOf = (payer: string) => payers.find(({ code }) => code === payer)?.name ?? payer;
  const { declared, counted: borne, shared } = borneOf(facts, final);
  const before = sharedByPayer(computeOne(document, scenario).shares);
  const after = sharedByPayer(settle(document, scenario, shared).shares);
  const settled = [...new Set([...before.keys(), ...after.keys(), ...borne.keys()])].map((payer): SettledPayer => {
    const payerName = nameOf(payer);
    const known = payers.find(({ code }) => code === payer);
    const seat = known ? seatOfPayer(known) : null;
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
  const dutyOf = new Map(document.items.flatMap(({ name, duty }) => (duty === null ? [] : [[name, nameOf(duty.payer)] as const])));
  const settledItems = [...final].map(([name, amount]) => ({
    ...{ name, plannedFen: fenToJson(fen(signed.get(name)!)), finalFen: fenToJson(fen(amount)) },
    documentIds: items.find((item) => item.name === name)?.documentIds ?? [],
    ...(dutyOf.has(name) && { duty: dutyOf.get(name)! }),
  }));
  return {
    settlement: {
      items: settledItems,
      ...{
        plannedFen: fenToJson(fen(plannedFen)),
        finalFen: fenToJson(fen(finalFen)),
        payers: settled,
        lines: statement(plannedFen, finalFen, settledItems, settled),
        settledAt: facts.now.toISOString(),
      },
    },
    isBackToTable: isBeyondTolerance(plannedFen, finalFen),
  };
}

/** A settlement with what it was made from: the signed plan, who sat where in it, and the changes of the works. */
export interface SettledFacts extends Pick<SettleFacts, 'document' | 'scenario' | 'payers' | 'changes'> {
  settlement: WorksSettlement;
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
export function settledHomes(facts: SettledFacts): SettledHome[] {
  const { document, scenario } = facts;
  const before = new Map(computeOne(document, scenario).shares.homes.map(({ code, shareFen }) => [code, shareFen]));
  return settle(document, scenario, sharedIn(facts)).shares.homes.map(({ code, payer, shareFen: finalFen }) => {
    const plannedFen = before.get(code) ?? fen(0n);
    return { code, payer, plannedFen, finalFen, differenceFen: fen(finalFen - plannedFen) };
  });
}

/** What each item comes to without what parties bear alone: what the signed rule was run on. */
function sharedIn({ settlement, ...facts }: SettledFacts): Map<string, Fen> {
  const items = settlement.items.map(({ name, finalFen }) => ({ name, amountFen: finalFen }));
  return borneOf(facts, costAfter(planned(facts.document), items)).shared;
}

/**
 * One home's part of a settlement line by line (本户结算): the way from the final cost to its share, and nothing of any other home. Throws object.not-found
 * for a home that does not share.
 * Example: signed 50.00, in the end 45.01 -> 「签约 ¥50.00，结算 ¥45.01，应退 ¥4.99。」 after the arithmetic.
 */
export function homeSettlement(facts: SettledFacts, home: string, label: string): SettledHome & { lines: string[] } {
  const { document, scenario, settlement } = facts;
  const found = settledHomes(facts).find(({ code }) => code === home);
  if (!found) throw new DomainError('object.not-found', {});
  const shared = sharedIn(facts);
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

function statement(plannedFen: bigint, finalFen: bigint, items: WorksSettlement['items'], payers: readonly SettledPayer[]): string[] {
  return [
    `签约总额 ${signedYuan(`${plannedFen}`)}，结算总额 ${signedYuan(`${finalFen}`)}。按签约的分摊规则以结算金额重新计算。`,
    ...items.flatMap(({ name, duty, plannedFen: plan, finalFen: own }) =>
      duty === undefined ? [] : [`“${name}”属${duty}的自身责任：签约 ${signedYuan(plan)}，结算 ${signedYuan(own)}，由其自行承担，不分摊。`],
    ),
    ...payers.map(({ payerName, plannedFen: plan, finalFen: own, borneFen, declaredFen, paidFen, retainedFen, balanceFen }) => {
      const said = declaredFen === undefined ? '' : `，声明承担 ${signedYuan(declaredFen)}，按实际增加额计`;
      const extra = borneFen === '0' && said === '' ? '' : `（其中自愿承担变更 ${signedYuan(borneFen)}${said}）`;
      const kept = retainedFen === '0' ? '' : ` − 质保金 ${signedYuan(retainedFen)}`;
      const end = endOf(BigInt(balanceFen), '已结清');
      return `${payerName}：签约 ${signedYuan(plan)}，结算应付 ${signedYuan(own)}${extra}${kept} − 已付 ${signedYuan(paidFen)} = ${signedYuan(balanceFen)}，${end}。`;
    }),
  ];
}
