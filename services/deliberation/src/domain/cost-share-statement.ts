import { areaSources, labels } from '@wufang/contracts';
import { DomainError, fen, fenToJson, formatArea, formatFen, type Area, type Fen } from '@wufang/kernel';
import { gateLine, gateTexts } from './cost-share-gate-texts.js';
import { canBeSigned, linesTogether, type Gate } from './cost-share-gates.js';
import type { CostPlan } from './cost-share-plan.js';
import type { SplitEntry } from './cost-share-split.js';
import { totalsByPayer, type CostShares, type HomeShare, type Step, type StepBasis } from './cost-share.js';

const yuan = (amount: Fen) => `¥${formatFen(amount)}`;

const weightTexts: Record<StepBasis, (weight: bigint) => string> = {
  AREA: (weight) => formatArea(Number(weight) as Area),
  DEPOSITS: (weight) => formatFen(fen(weight)),
  RATIO: String,
  EQUAL: String,
  WEIGHTS: String,
};
const weightUnits: Record<StepBasis, string> = { AREA: ' m²', DEPOSITS: ' 元', RATIO: '', EQUAL: ' 户', WEIGHTS: '' };
const tieWords: Record<StepBasis, string> = {
  AREA: '面积大者',
  DEPOSITS: '交存多者',
  RATIO: '比例大者',
  EQUAL: '编号小者',
  WEIGHTS: '系数大者',
};
/** Whom a level's left-over fen goes to first among equal remainders. */
const tieWord = ({ tieRule }: CostPlan, { kind, basis }: Step) => tieWords[kind === 'HOMES' && tieRule === 'AREA' ? 'AREA' : basis];

/** How left-over fen are handed out (尾差), as every statement says it. */
export const leftoverText = ({ tieRule }: CostPlan): string =>
  `每一级先把各份去尾取到分，余下的分按余数从大到小各补 1 分；余数相同的，${
    tieRule === 'AREA' ? '各户之间依次补给面积大者、编号小者，其余各级依次补给权数大者、编号小者' : '依次补给权数大者、编号小者'
  }。`;

/**
 * The statement of a plan (分摊说明): every level with every share, what each was cut to, what was left and who got the left-over fen, so
 * that a court or an owner's accountant can do it again by hand.
 * Example (C2): 「101：¥12,345.67 × 58.20 ÷ 308.75 = ¥2,327.18，余 0.3786 分（11690/30875），余数第 2 位，补 1 分，计 ¥2,327.19」.
 */
export function planStatement(plan: CostPlan, shares: CostShares, gates: readonly Gate[]): string[] {
  const { costs, grants, levels, totals } = planSections(plan, shares);
  return [
    `分摊说明：${plan.title}（${plan.scenario}）`,
    '',
    '一、费用',
    ...costs,
    '',
    '二、先行出资',
    ...grants,
    '',
    '三、逐级分摊',
    ...levels,
    '',
    '四、各方合计',
    ...totals,
    '',
    '五、签约条件',
    ...gates.map((gate) => gateLine(plan, gate)),
    canBeSigned(gates) ? '结论：条件已全部具备，可以签约。' : '结论：尚有条件未具备，不能签约；未确认的份额不会转给其他各方。',
  ];
}

/** The arithmetic of a plan in four sections, each a list of lines. */
export function planSections(plan: CostPlan, shares: CostShares): Record<'costs' | 'grants' | 'levels' | 'totals', string[]> {
  return {
    costs: costLines(plan, shares),
    grants: grantLines(plan, shares),
    levels: [
      leftoverText(plan),
      ...areaSourceLines(plan),
      ...arithmeticOf(plan, shares, { kind: 'PLAN' }).flatMap((level) => levelLines(plan, level)),
    ],
    totals: payerLines(plan, shares),
  };
}

/**
 * The statement of one home: the way from the total to its own share, and nothing of any other home. `label` is how the home is called there,
 * where its code is not meant for people.
 */
export function homeStatement(given: CostPlan, shares: CostShares, home: string, label?: string): string[] {
  const plan = label === undefined ? given : { ...given, homeNames: new Map([[home, label]]) };
  const share = shareOfHome(shares, home);
  const payer = share.payer === plan.owners ? '' : `，由${nameOf(plan, share.payer)}承担`;
  return [
    `分户说明：${plan.title}（${plan.scenario}）　${plan.homeNames?.get(home) ?? home}`,
    ...costLines(plan, shares),
    ...grantLines(plan, shares),
    ...arithmeticOf(plan, shares, { kind: 'HOME', code: home }).flatMap((level) => levelLines(plan, level)),
    `本户应承担 ${yuan(share.shareFen)}${payer}：维修资金 ${yuan(share.fundFen)}，直接交纳 ${yuan(share.directFen)}。`,
  ];
}

/** The statement of one payer: each capacity it pays in, and the arithmetic of the levels at which it stands. */
export function payerStatement(plan: CostPlan, shares: CostShares, payer: string): string[] {
  const own = payerTotals(shares, payer);
  return [
    `出资方说明：${plan.title}（${plan.scenario}）　${nameOf(plan, payer)}`,
    ...costLines(plan, shares),
    ...grantLines(plan, shares),
    ...arithmeticOf(plan, shares, { kind: 'PAYER', code: payer }).flatMap((level) => levelLines(plan, level)),
    ...own.map(({ capacity, money, amountFen, homes: list }) => {
      const count = list.length > 0 ? `，${list.length} 套` : '';
      return `${labels.payerCapacity[capacity]}（${labels.ownersMoney[money]}${count}）：${yuan(amountFen)}`;
    }),
    `合计 ${yuan(totalsByPayer(shares).get(payer) ?? fen(0n))}。`,
  ];
}

/** The capacities in which one payer pays, each with its sum. */
export const payerTotals = (shares: CostShares, payer: string) => linesTogether(shares).filter((line) => line.payer === payer);

/** Whose arithmetic is asked for: of the whole plan, of one payer, of one home. */
export type StatementOf = { kind: 'PLAN' } | { kind: 'PAYER' | 'HOME'; code: string };

/** A level of the split with those of its entries that a statement shows. */
export interface Level {
  step: Step;
  entries: SplitEntry[];
}

/**
 * The levels at which somebody stands, from the top. Of a home the way from the total to its share, and nothing of any other home; of a payer its own
 * entries: the owners together see their level, not each other's homes, while a unit sees those it owns.
 */
export function arithmeticOf(plan: CostPlan, shares: CostShares, of: StatementOf): Level[] {
  if (of.kind === 'PLAN') return shares.steps.map((step) => ({ step, entries: step.split.entries }));
  if (of.kind === 'HOME')
    return wayTo(shares, shareOfHome(shares, of.code)).map(({ step, code }) => ({ step, entries: [entryOf(step, code)] }));
  const payer = of.code;
  const homes = new Set(shares.homes.filter((home) => home.payer === payer).map(({ code }) => code));
  return shares.steps.flatMap((step) => {
    const entries = step.split.entries.filter(({ code }) => code === payer || (payer !== plan.owners && homes.has(code)));
    return entries.length === 0 ? [] : [{ step, entries }];
  });
}

/** A level for programs, with the name of each entry. */
export function levelJson(plan: CostPlan, { step, entries }: Level) {
  return {
    ...{ no: step.no, title: stepTitle(plan, step), amountFen: fenToJson(step.split.amountFen) },
    ...{ weightTotal: step.split.weightTotal.toString(), leftoverFen: step.split.leftoverFen.toString() },
    entries: entries.map((entry) => ({ ...entryJson(entry), name: entryName(plan, entry.code) })),
  };
}

/** What a home pays. Throws `object.not-found` for one that does not share. */
export function shareOfHome(shares: CostShares, home: string): HomeShare {
  const share = shares.homes.find(({ code }) => code === home);
  if (!share) throw new DomainError('object.not-found', {});
  return share;
}

/** Several scenarios side by side: who pays how much in each. */
export function scenariosSideBySide(computed: readonly { plan: CostPlan; shares: CostShares }[]): { payer: string; amounts: Fen[] }[] {
  const totals = computed.map(({ shares }) => totalsByPayer(shares));
  const payers = [...new Set(totals.flatMap((one) => [...one.keys()]))];
  return payers.map((payer) => ({
    payer: nameOf(computed[0]!.plan, payer),
    amounts: totals.map((one) => one.get(payer) ?? fen(0n)),
  }));
}

/** The same for programs: money as decimal texts of fen, every level with its weights and remainders. */
export function sharesJson(plan: CostPlan, shares: CostShares, gates: readonly Gate[]) {
  return {
    scenario: plan.scenario,
    totalFen: fenToJson(shares.totalFen),
    dutyFen: fenToJson(shares.dutyFen),
    sharedFen: fenToJson(shares.sharedFen),
    restFen: fenToJson(shares.restFen),
    payers: [...totalsByPayer(shares)].map(([code, amountFen]) => ({ code, name: nameOf(plan, code), amountFen: fenToJson(amountFen) })),
    lines: linesTogether(shares).map(({ payer, capacity, money, amountFen, homes }) => ({
      ...{ payer, capacity, money, amountFen: fenToJson(amountFen), homes: homes.length },
    })),
    homes: shares.homes.map(({ code, payer, shareFen, fundFen, directFen }) => ({
      ...{ code, payer, shareFen: fenToJson(shareFen), fundFen: fenToJson(fundFen), directFen: fenToJson(directFen) },
    })),
    steps: shares.steps.map(({ no, kind, basis, group, parent, split }) => ({
      ...{ no, kind, basis, group, parent },
      amountFen: fenToJson(split.amountFen),
      weightTotal: split.weightTotal.toString(),
      leftoverFen: split.leftoverFen.toString(),
      entries: split.entries.map(entryJson),
    })),
    gates: gates.map((gate) => ({ ...gate, amountFen: fenToJson(gate.amountFen), needs: gateTexts[gate.code] })),
    canBeSigned: canBeSigned(gates),
  };
}

const entryJson = ({ code, weight, floorFen, remainder, rank, shareFen }: SplitEntry) => ({
  ...{ code, weight: weight.toString(), floorFen: fenToJson(floorFen) },
  ...{ remainder: remainder.toString(), rank, shareFen: fenToJson(shareFen) },
});

const entryName = (plan: CostPlan, code: string) =>
  plan.payers.get(code)?.name ?? plan.groups.get(code)?.name ?? plan.homeNames?.get(code) ?? code;

const levelLines = (plan: CostPlan, { step, entries }: Level) => [
  stepTitle(plan, step),
  ...entries.map((entry) => `  ${entryLine(plan, step, entry)}`),
];

const nameOf = (plan: CostPlan, payer: string) => plan.payers.get(payer)?.name ?? payer;

function costLines({ items, payers }: CostPlan, { totalFen, dutyFen, sharedFen }: CostShares): string[] {
  return [
    ...items.map(({ name, amountFen, duty }) => {
      const own = duty ? `，${labels.soleDuty[duty.kind]}，由${payers.get(duty.payer)!.name}自行承担，不分摊` : '';
      return `${name}：${yuan(amountFen)}${own}`;
    }),
    `总额 ${yuan(totalFen)} − 自身责任 ${yuan(dutyFen)} = 分摊总额 ${yuan(sharedFen)}`,
  ];
}

function grantLines(plan: CostPlan, { grants, restFen }: CostShares): string[] {
  if (grants.length === 0) return ['没有先行出资。'];
  return [
    ...grants.map(({ grant, beforeFen, amountFen, step }) => {
      const { payer, kind, amountFen: fixedFen, capFen } = grant;
      const said =
        kind === 'FIXED'
          ? yuan(fixedFen!)
          : kind === 'UP_TO'
            ? yuan(capFen!)
            : `第 ${step} 步${capFen === null ? '' : `，上限 ${yuan(capFen)}`}`;
      const after = yuan(fen(beforeFen - amountFen));
      return `${nameOf(plan, payer)}（${labels.grantKind[kind]}：${said}）：${yuan(beforeFen)} − ${yuan(amountFen)} = ${after}`;
    }),
    `先行出资后余 ${yuan(restFen)}`,
  ];
}

function stepTitle(plan: CostPlan, step: Step): string {
  const { no, kind, basis, group, split } = step;
  const of = group === null ? '' : `“${plan.groups.get(group)!.name}”`;
  const how = {
    GRANT: '按比例的先行出资',
    AGREEMENT: `按约定比例（${plan.agreement?.document ?? ''}）`,
    GROUPS: '先按各产权归属的面积合计',
    DEPOSITS: `${of}售房单位与业主按交存维修资金的比例`,
    HOMES: `${of}${labels.homesRule[plan.homesRule === 'STATUTORY' ? 'AREA' : plan.homesRule]}分到户${plan.homesAgreement === null ? '' : `（${plan.homesAgreement}）`}`,
  }[kind];
  const whole = `${weightTexts[basis](split.weightTotal)}${weightUnits[basis]}`;
  const left = split.leftoverFen === 0n ? '没有尾差' : `尾差 ${split.leftoverFen} 分，同余数时先补${tieWord(plan, step)}`;
  return `第 ${no} 步　${how}：${yuan(split.amountFen)}，权数合计 ${whole}，${left}`;
}

function entryLine(
  plan: CostPlan,
  { basis, split }: Step,
  { code, weight, area, floorFen, remainder, rank, shareFen }: SplitEntry,
): string {
  // Where homes do not share by area, the area still says who comes first among equal remainders.
  const name = `${entryName(plan, code)}${area === undefined ? '' : `（${formatArea(area)} m²）`}`;
  const text = weightTexts[basis];
  const sum = `${yuan(split.amountFen)} × ${text(weight)} ÷ ${text(split.weightTotal)} = ${yuan(floorFen)}`;
  if (remainder === 0n) return `${name}：${sum}，除尽，计 ${yuan(shareFen)}`;
  const places = ((remainder * 10_000n) / split.weightTotal).toString().padStart(4, '0');
  const left = `余 0.${places} 分（${remainder}/${split.weightTotal}），余数第 ${rank} 位`;
  return `${name}：${sum}，${left}，${shareFen > floorFen ? '补 1 分' : '不补'}，计 ${yuan(shareFen)}`;
}

/** The levels from the top to a home, each with the entry that leads on. */
function wayTo({ steps }: CostShares, home: HomeShare): { step: Step; code: string }[] {
  const way: { step: Step; code: string }[] = [];
  for (let at: Step['parent'] = { step: home.step, code: home.code }; at !== null;) {
    const step: Step = steps[at.step - 1]!;
    way.unshift({ step, code: at.code });
    at = step.parent;
  }
  return way;
}

const entryOf = (step: Step, code: string) => step.split.entries.find((entry) => entry.code === code)!;

/** Where the areas that homes share by come from (司法解释第八条); those that are in no register by name. */
function areaSourceLines(plan: CostPlan): string[] {
  if (plan.homes.length === 0) return [];
  const bySource = areaSources.flatMap((source) => {
    const names = plan.homes.filter(({ areaSource }) => areaSource === source).map(({ code }) => entryName(plan, code));
    if (names.length === 0) return [];
    const which = source === 'REGISTERED' ? '' : `（${names.slice(0, 10).join('、')}${names.length > 10 ? '等' : ''}）`;
    return [`${labels.areaSource[source]} ${names.length} 套${which}`];
  });
  return [`面积来源：${bySource.join('，')}。`];
}

/** Homes whose deposit does not reach: without them nobody could tell why the owners pay so much from the fund and so much anew. */
const shortHomes = (plan: CostPlan, { homes }: CostShares): string[] =>
  plan.ownersMoney === 'DIRECT'
    ? []
    : homes
        .filter(({ payer, directFen }) => payer === plan.owners && directFen > 0n)
        .map(
          ({ code, shareFen, fundFen, directFen }) =>
            `  其中 ${entryName(plan, code)}：应承担 ${yuan(shareFen)} − 本户维修资金余额 ${yuan(fundFen)} = 直接交纳 ${yuan(directFen)}`,
        );

function payerLines(plan: CostPlan, shares: CostShares): string[] {
  const lines = linesTogether(shares);
  return [
    ...[...totalsByPayer(shares)].flatMap(([payer, amount]) => {
      const own = lines.filter((line) => line.payer === payer);
      const parts = own.map(
        ({ capacity, money, amountFen }) => `${labels.payerCapacity[capacity]}（${labels.ownersMoney[money]}）${yuan(amountFen)}`,
      );
      return [`${nameOf(plan, payer)}：${parts.join(' + ')} = ${yuan(amount)}`, ...(payer === plan.owners ? shortHomes(plan, shares) : [])];
    }),
    `合计 ${yuan(fen([...totalsByPayer(shares).values()].reduce<bigint>((all, amount) => all + amount, 0n)))}，与总额 ${yuan(shares.totalFen)} 一致`,
  ];
}
