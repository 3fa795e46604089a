import { labels, type DocumentBlock, type OfficialDocument } from '@wufang/contracts';
import { DomainError, formatArea, formatFen, type DateText } from '@wufang/kernel';
import { linesTogether, type Gate } from '../domain/cost-share-gates.js';
import type { CostPlan } from '../domain/cost-share-plan.js';
import { gateLine } from '../domain/cost-share-gate-texts.js';
import { homeStatement, leftoverText, payerStatement, payerTotals, planSections } from '../domain/cost-share-statement.js';
import { totalsByPayer, type CostShares } from '../domain/cost-share.js';
import { document, facts, heading, lines, note, seal, table, type Frame } from './blocks.js';

export interface Computed {
  plan: CostPlan;
  shares: CostShares;
  gates: readonly Gate[];
}

/** How homes are called on paper, by their code; a home without a label keeps its code. Labels with room numbers come with the request and are not kept. */
export type HomeLabels = ReadonlyMap<string, string>;

const yuan = (amount: Parameters<typeof formatFen>[0]) => `¥${formatFen(amount)}`;

/** The table that every document about money shares: who pays, as what, from which money, how much. */
export function payersTable(plan: CostPlan, shares: CostShares): DocumentBlock {
  return table(
    [
      ['出资方', 'TEXT', 2.4],
      ['身份', 'MIDDLE', 1.5],
      ['资金', 'MIDDLE', 1.3],
      ['户数', 'NUMBER', 0.8],
      ['金额（元）', 'NUMBER', 1.7],
    ],
    linesTogether(shares).map(({ payer, capacity, money, amountFen, homes }) => [
      plan.payers.get(payer)?.name ?? payer,
      labels.payerCapacity[capacity],
      labels.ownersMoney[money],
      homes.length > 0 ? String(homes.length) : '—',
      formatFen(amountFen),
    ]),
    ['合计', '', '', '', formatFen(shares.totalFen)],
  );
}

/** The plan with every level of its arithmetic (分摊说明), for whoever wants to do it again. */
export function planDocument(frame: Frame, { plan, shares, gates }: Computed, signer: { name: string; on: DateText }): OfficialDocument {
  const { costs, grants, levels, totals } = planSections(plan, shares);
  return document(frame, 'PLAN_STATEMENT', 'FIGURES', `${plan.title}分摊说明（${plan.scenario}）`, [
    payersTable(plan, shares),
    heading('一、费用'),
    lines(costs),
    heading('二、先行出资'),
    lines(grants),
    heading('三、逐级分摊'),
    lines(levels),
    heading('四、各方合计'),
    lines(totals),
    heading('五、签约条件'),
    lines(gates.map((gate) => gateLine(plan, gate))),
    seal(signer.name, signer.on),
  ]);
}

/** One page a payer: in which capacity it pays how much, and the arithmetic of the levels at which it stands. */
export function payerDocuments(
  frame: Frame,
  { plan, shares }: Computed,
  signer: { name: string; on: DateText },
  payers: readonly string[] | 'ALL' = 'ALL',
): OfficialDocument {
  const totals = [...totalsByPayer(shares)].filter(([payer]) => payers === 'ALL' || payers.includes(payer));
  return document(frame, 'PAYER_STATEMENTS', 'RECORD', `${plan.title}出资方说明`, {
    parts: totals.map(([payer, amount], i) => ({
      title: `${plan.title}出资方说明`,
      isOnNewPage: i > 0,
      blocks: [
        facts([
          ['出资方', plan.payers.get(payer)?.name ?? payer],
          ['方案', `${plan.title}（${plan.scenario}）`],
          ['应承担', yuan(amount)],
        ]),
        table(
          [
            ['身份', 'TEXT', 2],
            ['资金', 'MIDDLE', 1.5],
            ['户数', 'NUMBER', 1],
            ['金额（元）', 'NUMBER', 2],
          ],
          payerTotals(shares, payer).map(({ capacity, money, homes, amountFen }) => [
            labels.payerCapacity[capacity],
            labels.ownersMoney[money],
            homes.length > 0 ? String(homes.length) : '—',
            formatFen(amountFen),
          ]),
          ['合计', '', '', formatFen(amount)],
        ),
        heading('计算过程'),
        lines(payerStatement(plan, shares, payer).slice(1)),
        note('缺席、不同意或者附条件的份额不确认，也不会转给其他各方。对金额有异议的，请在公示期内书面提出。'),
        seal(signer.name, signer.on),
      ],
    })),
  });
}

/** What a home is asked for by where its owner looks it up (编号、查询码); the code stands on paper only for who hands it to the owner, and for the owner. */
export interface HomeKey {
  no: string;
  lookupCode: string | null;
}

/** One page a home, for the homes asked for, all in one file: the way from the total to its own share and nothing of any other home. */
export function homeDocuments(
  frame: Frame,
  { plan, shares }: Computed,
  signer: { name: string; on: DateText },
  homes: readonly string[] | 'ALL',
  homeLabels: HomeLabels = new Map(),
  keys: ReadonlyMap<string, HomeKey> = new Map(),
): OfficialDocument {
  const shareOf = new Map(shares.homes.map((share) => [share.code, share]));
  const areaOf = new Map(plan.homes.map((home) => [home.code, home.area]));
  const codes = homes === 'ALL' ? shares.homes.map(({ code }) => code) : homes;
  return document(frame, 'HOME_STATEMENTS', 'RECORD', `${plan.title}分户说明`, {
    parts: codes.map((code, i) => {
      const share = shareOf.get(code);
      if (!share) throw new DomainError('object.not-found', {});
      const label = homeLabels.get(code) ?? code;
      const key = keys.get(code);
      const payer = share.payer === plan.owners ? '业主' : (plan.payers.get(share.payer)?.name ?? share.payer);
      return {
        title: `${plan.title}分户说明`,
        isOnNewPage: i > 0,
        blocks: [
          facts([
            ['房屋', label],
            ['面积', `${formatArea(areaOf.get(code)!)} m²`],
            ['方案', `${plan.title}（${plan.scenario}）`],
            ['由谁承担', payer],
            ...(key ? [['编　号', key.no] as const] : []),
            ...(key?.lookupCode ? [['查询码', key.lookupCode] as const] : []),
          ]),
          table(
            [
              ['项目', 'TEXT', 3],
              ['金额（元）', 'NUMBER', 2],
            ],
            [
              ['其中维修资金', formatFen(share.fundFen)],
              ['其中直接交纳', formatFen(share.directFen)],
            ],
            ['本户应承担', formatFen(share.shareFen)],
          ),
          heading('计算过程'),
          lines(homeStatement(plan, shares, code, label).slice(1)),
          note(`${leftoverText(plan)}对金额有异议的，请在公示期内书面提出，异议必须得到答复。`),
          ...(key?.lookupCode
            ? [note('凭编号和查询码可以在网上查看本户的分摊与结算、提出异议；公示上按查询码末三位辨认本户。请勿转给他人。')]
            : []),
          seal(signer.name, signer.on),
        ],
      };
    }),
  });
}
