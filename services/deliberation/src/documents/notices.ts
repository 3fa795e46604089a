import { labels, type EmergencyCase, type OfficialDocument } from '@wufang/contracts';
import { fen, formatArea, formatFen, type Area, type DateText, type Fen } from '@wufang/kernel';
import type { CostPlan } from '../domain/cost-share-plan.js';
import type { CostShares } from '../domain/cost-share.js';
import { document, facts, heading, longDate, longTime, note, ordinal, plain, seal, table, text, type Frame } from './blocks.js';
import { payersTable } from './share-documents.js';

/** A party as it stands on paper. */
export interface PartyLine {
  seat: string;
  unit: string;
}

export interface MeetingNotice {
  issueTitle: string;
  roundNo: number;
  startsAt: Date;
  place: string;
  agenda: readonly string[];
  parties: readonly (PartyLine & { isPaying: boolean })[];
  /** How long before it has to be out. Example: 3 个工作日. */
  noticeRule: string;
  convenedBy: string;
  contact: string;
  on: DateText;
}

/** The notice of a round (会议通知), for the board and for every seat. */
export function meetingNotice(frame: Frame, notice: MeetingNotice): OfficialDocument {
  const { issueTitle, roundNo, startsAt, place, agenda, parties, noticeRule, convenedBy, contact, on } = notice;
  return document(frame, 'MEETING_NOTICE', 'BOARD', `“${issueTitle}”第 ${roundNo} 轮会商通知`, [
    plain('各席位、各位居民：'),
    text(`现定于${longTime(startsAt)}召开五方议事桌会议，就“${issueTitle}”进行第 ${roundNo} 轮会商。有关事项通知如下。`),
    facts([
      ['时　间', longTime(startsAt)],
      ['地　点', place],
      ['召集人', convenedBy],
      ['联　系', contact],
    ]),
    heading('一、议程'),
    ...agenda.map((item, i) => text(`${i + 1}．${item}`)),
    heading('二、参会席位'),
    table(
      [
        ['席位', 'TEXT', 1.2],
        ['单位', 'TEXT', 2.4],
        ['是否出资', 'MIDDLE', 1],
      ],
      parties.map(({ seat, unit, isPaying }) => [seat, unit, isPaying ? '出资' : '—']),
    ),
    heading('三、要求'),
    text('每个席位由一名代表参会，代表须持本单位授权。社区和每一个出资方都到会，会议才能召开；代表不能到会的，请由副代表参会。'),
    text('未到会的一方视为缺席，其应承担的份额不会因此转给其他各方，也不视为同意。'),
    text(`本通知至少提前${noticeRule}发出并张贴。会议只就上列议程表态。`),
    seal(convenedBy, on),
  ]);
}

export interface Publicity {
  issueTitle: string;
  /** What is made public, in a few sentences. */
  body: readonly string[];
  postedOn: DateText;
  endsOn: DateText;
  periodRule: string;
  money: { plan: CostPlan; shares: CostShares } | null;
  /** Shares by home, under labels that do not tell who lives there. */
  homes: readonly { label: string; area: Area | null; amountFen: Fen }[];
  contractor: string | null;
  objectTo: string;
  by: string;
}

/** What is made public before signing (公示): plan, payers, masked shares by home, contractor, and how to object. */
export function publicityNotice(frame: Frame, publicity: Publicity): OfficialDocument {
  const { issueTitle, body, postedOn, endsOn, periodRule, money, homes, contractor, objectTo, by } = publicity;
  let n = 0;
  const next = (title: string) => heading(`${ordinal(++n)}、${title}`);
  const title = `关于“${issueTitle}”的公示`;
  const notice = [
    plain('各位业主、各位居民：'),
    ...body.map(text),
    facts([['公示期', `${longDate(postedOn)}至${longDate(endsOn)}（${periodRule}）`]]),
    ...(money ? [next('谁出资、出多少'), payersTable(money.plan, money.shares)] : []),
    ...(contractor === null ? [] : [next('施工单位'), text(contractor)]),
    next('如何提出异议'),
    text(
      `对方案、金额或者施工单位有异议的，请在公示期内书面提出并写明理由，交${objectTo}。异议在 5 个工作日内书面答复。金额因异议而提高的，重新公示。`,
    ),
    ...(homes.length === 0 ? [] : [text('附件：各户金额')]),
    seal(by, postedOn),
  ];
  const shares = [
    table(
      [
        ['房屋', 'TEXT', 2.4],
        ['面积（m²）', 'NUMBER', 1.2],
        ['金额（元）', 'NUMBER', 1.4],
      ],
      homes.map(({ label, area, amountFen }) => [label, area === null ? '—' : formatArea(area), formatFen(amountFen)]),
      ['合计', '', formatFen(fen(homes.reduce<bigint>((all, { amountFen }) => all + amountFen, 0n)))],
    ),
    note('为保护个人信息，房号作了遮盖。每户可以向社区索取本户的分户说明，写有逐行计算过程。'),
  ];
  return document(frame, 'PUBLICITY_NOTICE', 'BOARD', title, {
    parts: [
      { title, isOnNewPage: false, blocks: notice },
      ...(homes.length === 0 ? [] : [{ title: '附件　各户金额', isOnNewPage: true, blocks: shares }]),
    ],
  });
}

export interface EmergencyNotice {
  estate: string;
  case: EmergencyCase;
  place: string;
  danger: string;
  works: string;
  estimateFen: Fen | null;
  evidence: readonly string[];
  applicant: string;
  applicantReason: string;
  contact: string;
  on: DateText;
}

/** The prominent notice of emergency use of the fund (民法典第二百八十一条第二款): it tells, and asks no vote. */
export function emergencyNotice(frame: Frame, notice: EmergencyNotice): OfficialDocument {
  const { estate, place, danger, works, estimateFen, evidence, applicant, applicantReason, contact, on } = notice;
  return document(frame, 'EMERGENCY_NOTICE', 'BOARD', '应急使用住宅专项维修资金告知书', [
    plain(`${estate}全体业主：`),
    text(`${place}出现“${labels.emergencyCase[notice.case]}”的情形：${danger}`),
    text(
      '按照《民法典》第二百八十一条第二款，紧急情况下需要维修建筑物及其附属设施的，可以依法申请使用维修资金。应急使用不进行业主表决，也不计作业主表决；按规定以本告知书显著告知全体业主。',
    ),
    facts([
      ['维修内容', works],
      ['预计金额', estimateFen === null ? '以审核结果为准' : `¥${formatFen(estimateFen)}`],
      ['申请人', `${applicant}（${applicantReason}）`],
      ['联　系', contact],
    ]),
    heading('证明材料'),
    ...evidence.map((item, i) => text(`${i + 1}．${item}`)),
    heading('业主的权利'),
    text(
      '维修完成后，将公布资金使用情况和各户分摊金额。业主对情形是否属实、对本户分摊金额有疑问的，可以向申请人或者社区提出，必须得到答复。',
    ),
    seal(applicant, on),
  ]);
}
