import { labels, type OfficialDocument, type SettledPayer, type WorksSettlement, type WorksView } from '@wufang/contracts';
import { beijingDate, fen, fenFromJson, formatFen, type Fen } from '@wufang/kernel';
import type { SettledHome } from '../domain/works-settlement.js';
import { document, facts, heading, lines, longDate, note, seal, table, type Frame } from './blocks.js';

export interface SettlementPaper {
  works: Pick<WorksView, 'title' | 'changes' | 'acceptedAt' | 'acceptanceNo'>;
  settlement: WorksSettlement;
  homes: readonly SettledHome[];
  /** How homes are called, by their code. */
  homeNames: ReadonlyMap<string, string>;
  placeName: string;
  communityName: string;
}

/** An amount with its sign before it, as a column of figures needs it. Example: −500 fen -> '−5.00'. */
const signed = (amount: Fen) => (amount < 0n ? `−${formatFen(fen(-amount))}` : formatFen(amount));
const json = (text: string) => signed(fenFromJson(text));

/** Who bears which changes alone: the amount that counts in the settlement, and why it is less than was declared where it is. */
function bearersNote(bearers: readonly SettledPayer[], changes: WorksView['changes']): string {
  const of = ({ seat, payerName, borneFen, declaredFen }: SettledPayer) => {
    const reasons = changes.filter(({ borneBy, byFen }) => borneBy === seat && !byFen.startsWith('-')).map(({ reason }) => reason);
    const said = declaredFen === undefined ? '' : `，声明承担 ${json(declaredFen)} 元`;
    return `${payerName}（${labels.seatKind[seat!]}）${json(borneFen)} 元${said}（${[...new Set(reasons)].join('、')}）`;
  };
  const why = bearers.some(({ declaredFen }) => declaredFen !== undefined)
    ? '声明承担的数额大于结算实际增加额的，按实际增加额计，先声明的先计；没有发生的费用谁也不用承担。'
    : '';
  return `施工中的变更由有关席位自愿承担，不分摊给他方：${bearers.map(of).join('；')}。${why}`;
}

/** The settlement on paper (结算书): what everything cost with how many receipts, what each payer still pays or gets back, and the difference of every home. */
export function settlementDocument(frame: Frame, paper: SettlementPaper): OfficialDocument {
  const { works, settlement, homes, homeNames, placeName, communityName } = paper;
  const { items, payers, plannedFen, finalFen, settledAt } = settlement;
  const total = (of: (home: SettledHome) => Fen) => signed(fen(homes.reduce((all, home) => all + of(home), 0n)));
  const sum = (of: (payer: WorksSettlement['payers'][number]) => string) =>
    signed(fen(payers.reduce((all, payer) => all + fenFromJson(of(payer)), 0n)));
  const receipts = items.reduce((all, { documentIds }) => all + documentIds.length, 0);
  const bearers = payers.filter(({ borneFen, declaredFen }) => borneFen !== '0' || declaredFen !== undefined);
  return document(frame, 'SETTLEMENT', 'RECORD', `${works.title}结算书`, [
    facts([
      ['范　围', placeName],
      [
        '验　收',
        works.acceptedAt === null ? '—' : `第 ${works.acceptanceNo} 次验收合格，${longDate(beijingDate(new Date(works.acceptedAt)))}`,
      ],
      ['结算日', longDate(beijingDate(new Date(settledAt)))],
    ]),
    heading('一、各项费用'),
    table(
      [
        ['项目', 'TEXT', 3],
        ['签约（元）', 'NUMBER', 1.7],
        ['结算（元）', 'NUMBER', 1.7],
        ['增减（元）', 'NUMBER', 1.7],
        ['票据', 'MIDDLE', 0.9],
      ],
      items.map(({ name, plannedFen: plan, finalFen: final, documentIds, duty }) => [
        ...[
          duty === undefined ? name : `${name}（${duty}自身责任）`,
          json(plan),
          json(final),
          signed(fen(fenFromJson(final) - fenFromJson(plan))),
        ],
        documentIds.length === 0 ? '未变' : `${documentIds.length} 份`,
      ]),
      ['合计', json(plannedFen), json(finalFen), signed(fen(fenFromJson(finalFen) - fenFromJson(plannedFen))), `${receipts} 份`],
    ),
    ...(bearers.length === 0 ? [] : [note(bearersNote(bearers, works.changes))]),
    heading('二、各出资方'),
    table(
      [
        ['出资方', 'TEXT', 2.2],
        ['签约（元）', 'NUMBER', 1.6],
        ['结算应付（元）', 'NUMBER', 1.7],
        ['已付（元）', 'NUMBER', 1.6],
        ['质保金（元）', 'NUMBER', 1.5],
        ['应补、应退（−）', 'NUMBER', 1.8],
      ],
      payers.map((payer) => [
        payer.payerName,
        ...[payer.plannedFen, payer.finalFen, payer.paidFen, payer.retainedFen, payer.balanceFen].map(json),
      ]),
      ['合计', ...(['plannedFen', 'finalFen', 'paidFen', 'retainedFen', 'balanceFen'] as const).map((key) => sum((payer) => payer[key]))],
    ),
    heading('三、算法'),
    lines(settlement.lines),
    ...(homes.length === 0
      ? []
      : [
          heading('四、逐户差额'),
          table(
            [
              ['房屋', 'TEXT', 3],
              ['签约（元）', 'NUMBER', 1.7],
              ['结算（元）', 'NUMBER', 1.7],
              ['应补、应退（−）', 'NUMBER', 1.8],
            ],
            homes.map(({ code, plannedFen: plan, finalFen: final, differenceFen }) => [
              homeNames.get(code) ?? code,
              ...[plan, final, differenceFen].map(signed),
            ]),
            [
              `合计（${homes.length} 户）`,
              total((home) => home.plannedFen),
              total((home) => home.finalFen),
              total((home) => home.differenceFen),
            ],
          ),
        ]),
    note(
      '每一份额按签约的分摊规则以结算金额重新计算，去尾取到分，余下的分按余数从大到小各补 1 分。对结算有疑问的，请向社区书面提出；票据可以到社区查阅。',
    ),
    seal(communityName, beijingDate(new Date(settledAt))),
  ]);
}
