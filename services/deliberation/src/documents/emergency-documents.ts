import { labels, type OfficialDocument } from '@wufang/contracts';
import { formatArea, formatFen, type Area, type DateText, type Fen } from '@wufang/kernel';
import { planSections } from '../domain/cost-share-statement.js';
import type { CostShares, Step } from '../domain/cost-share.js';
import { notAVote } from '../domain/emergency-use.js';
import type { Computed } from '../domain/plan-comparison.js';
import { document, facts, heading, lines, longTime, note, ordinal, plain, seal, table, text, type Frame } from './blocks.js';
import { homesTable } from './notices.js';
import { payersTable } from './share-documents.js';

/** What the board is told of an emergency use of the fund after it: by whom, how much, and who bears what. */
export interface EmergencyUsePosted {
  estate: string;
  place: string;
  case: keyof typeof labels.emergencyCase;
  applicant: string;
  custodian: keyof typeof labels.fundCustodian;
  contractor: string;
  estimateFen: Fen;
  usedFen: Fen;
  noticedAt: Date | null;
  confirmed: readonly { seat: string; at: Date }[];
  arrivedAt: Date | null;
  /** The reason of a correction and what was posted before; null for a first posting. */
  correction: { reason: string; beforeFen: Fen } | null;
  sharedBy: string | null;
  /** Null for what was posted before the arithmetic was kept. */
  money: Computed | null;
  /** Shares by home under labels that do not tell who lives there, and what units bear beside them. */
  homes: readonly { label: string; amountFen: Fen }[];
  units: readonly { label: string; amountFen: Fen }[];
  contact: string;
  /** Within what a question about a share is answered. Example: 5 个工作日. */
  answerPeriod: string;
  postedWhere: string;
  on: DateText;
}

/** The levels of the split without any home: how much is shared over how many square metres is there, so that an owner can count its own share again. */
const withoutHomes = (shares: CostShares): CostShares => ({
  ...shares,
  steps: shares.steps.map((step): Step => (step.kind === 'HOMES' ? { ...step, split: { ...step.split, entries: [] } } : step)),
});

/** The use of the fund on the board (应急使用维修资金公示): what was told and used, the split down to the groups of homes, and the masked shares. */
export function emergencyUseNotice(frame: Frame, posted: EmergencyUsePosted): OfficialDocument {
  const { estate, place, applicant, custodian, contractor, estimateFen, usedFen, noticedAt, confirmed, arrivedAt, correction } = posted;
  const { sharedBy, money, homes, units, contact, answerPeriod, postedWhere, on } = posted;
  let n = 0;
  const next = (title: string) => heading(`${ordinal(++n)}、${title}`);
  const title = '应急使用住宅专项维修资金公示';
  const blocks = [
    plain(`${estate}全体业主：`),
    text(notAVote),
    ...(correction === null
      ? []
      : [text(`本公示更正前一次公示：原公布实用金额 ${formatFen(correction.beforeFen)} 元。更正理由：${correction.reason}。`)]),
    facts([
      ['情　形', labels.emergencyCase[posted.case]],
      ['部　位', place],
      ['申请人', applicant],
      ['施工单位', contractor],
      ['资金保管', labels.fundCustodian[custodian]],
      ['告知金额', `¥${formatFen(estimateFen)}`],
      ['实用金额', `¥${formatFen(usedFen)}`],
      ['张　贴', postedWhere],
    ]),
    next('告知与确认'),
    table(
      [
        ['事项', 'TEXT', 2],
        ['时间', 'TEXT', 2.4],
      ],
      [
        ['向业主显著告知', noticedAt],
        ...confirmed.map(({ seat, at }) => [`${seat}确认`, at] as const),
        ...(arrivedAt === null ? [] : [['资金到账', arrivedAt] as const]),
      ].map(([what, at]) => [what as string, at === null ? '尚未' : longTime(at as Date)]),
    ),
    ...(money === null
      ? [text('本次公布时未留存算式，各户金额请向申请人查询。')]
      : [
          next('谁承担、承担多少'),
          payersTable(money.plan, money.shares),
          next('怎么分摊'),
          text(`依据：${sharedBy}。`),
          lines(planSections(money.plan, withoutHomes(money.shares)).levels),
        ]),
    next('如何提出疑问'),
    text(`对分摊有疑问的，可以在“我家的事”提出，或者联系${contact}。${answerPeriod}内答复。`),
    ...(homes.length === 0 ? [] : [text('附件：各户金额')]),
    seal(applicant, on),
  ];
  const shares = [
    homesTable(homes, units),
    note('为保护个人信息，房号作了遮盖，凭本户分摊说明上的末三位辨认本户。每户可以向申请人索取本户的分摊说明，写有逐行计算过程。'),
  ];
  return document(frame, 'EMERGENCY_USE', 'BOARD', title, {
    parts: [
      { title, isOnNewPage: false, blocks },
      ...(homes.length === 0 ? [] : [{ title: '附件　各户金额', isOnNewPage: true, blocks: shares }]),
    ],
  });
}

/** What one home bears, for its door. */
export interface EmergencyHomePage {
  label: string;
  areaHundredths: number;
  mark: string;
  money: string;
  shareFen: Fen;
  lines: readonly string[];
}

/** One page a home: the way from the total to its own share, and nothing of any other home. */
export function emergencyHomePages(
  frame: Frame,
  homes: readonly EmergencyHomePage[],
  { applicant, contact, answerPeriod, on }: Pick<EmergencyUsePosted, 'applicant' | 'contact' | 'answerPeriod' | 'on'>,
): OfficialDocument {
  const title = '应急使用维修资金分摊说明';
  return document(frame, 'EMERGENCY_USE', 'RECORD', title, {
    parts: homes.map((home, i) => ({
      title,
      isOnNewPage: i > 0,
      blocks: [
        facts([
          ['房屋', home.label],
          ['面积', `${formatArea(home.areaHundredths as Area)} m²`],
          ['应承担', `¥${formatFen(home.shareFen)}（${home.money}）`],
          ['公示末三位', home.mark],
        ]),
        heading('计算过程'),
        lines(home.lines.slice(1)),
        note(`${notAVote}对分摊有疑问的，请联系${contact}，${answerPeriod}内答复。`),
        seal(applicant, on),
      ],
    })),
  });
}
