import { labels, type EmergencyCase, type DocumentBlock, type FundCustodian, type OfficialDocument } from '@wufang/contracts';
import { fen, formatFen, type DateText, type Fen } from '@wufang/kernel';
import type { CostPlan } from '../domain/cost-share-plan.js';
import type { CostShares } from '../domain/cost-share.js';
import type { EvidencePoint } from '../domain/emergency-use.js';
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
  /** Example: 2, when too few came the first time. */
  noticeNo: number;
  isCalledOff: boolean;
  startsAt: Date;
  place: string;
  agenda: readonly string[];
  parties: readonly (PartyLine & { isPaying: boolean })[];
  /** How long before it has to be out; null for an emergency, which meets at once. Example: 3 个工作日. */
  noticeRule: string | null;
  convenedBy: string;
  contact: string;
  on: DateText;
}

/** The notice of a round (会议通知), for the board and for every seat. */
export function meetingNotice(frame: Frame, notice: MeetingNotice): OfficialDocument {
  const { issueTitle, roundNo, noticeNo, isCalledOff, startsAt, place, agenda, parties, noticeRule, convenedBy, contact, on } = notice;
  return document(
    frame,
    'MEETING_NOTICE',
    'BOARD',
    `“${issueTitle}”第 ${roundNo} 轮会商通知`,
    [
      ...(isCalledOff ? [note('本次会商已经取消，不再召开。')] : []),
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
      text(`${noticeRule === null ? '本议题属应急维修，随时召集' : `本通知至少提前 ${noticeRule}发出并张贴`}。会议只就上列议程表态。`),
      seal(convenedBy, on),
    ],
    isCalledOff ? '本次会商已取消' : noticeNo > 1 ? `第${ordinal(noticeNo)}次通知` : '',
  );
}

export interface Publicity {
  issueTitle: string;
  /** What is made public, in a few sentences. */
  body: readonly string[];
  postedOn: DateText;
  /** Its last whole day. */
  endsOn: DateText;
  periodRule: string;
  /** Within what an objection is answered. Example: 5 个工作日. */
  answerPeriod: string;
  money: { plan: CostPlan; shares: CostShares } | null;
  /** Shares by home, under labels that do not tell who lives there. */
  homes: readonly { label: string; amountFen: Fen }[];
  contractor: string | null;
  objectTo: string;
  by: string;
}

/** What is made public before signing (公示): plan, payers, masked shares by home, contractor, and how to object. */
export function publicityNotice(frame: Frame, publicity: Publicity): OfficialDocument {
  const { issueTitle, body, postedOn, endsOn, periodRule, answerPeriod, money, homes, contractor, objectTo, by } = publicity;
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
      `对方案、金额或者施工单位有异议的，请在公示期内书面提出并写明理由，交${objectTo}。异议在 ${answerPeriod}内书面答复。金额因异议而提高的，重新公示。`,
    ),
    ...(homes.length === 0 ? [] : [text('附件：各户金额')]),
    seal(by, postedOn),
  ];
  const shares = [
    homesTable(homes),
    note('为保护个人信息，房号作了遮盖，凭分户说明上查询码的末三位辨认本户。每户可以向社区索取本户的分户说明，写有逐行计算过程。'),
  ];
  return document(frame, 'PUBLICITY_NOTICE', 'BOARD', title, {
    parts: [
      { title, isOnNewPage: false, blocks: notice },
      ...(homes.length === 0 ? [] : [{ title: '附件　各户金额', isOnNewPage: true, blocks: shares }]),
    ],
  });
}

/** Shares of homes under masked labels, and what units bear beside them; the sum says over how many homes. */
export function homesTable(
  homes: readonly { label: string; amountFen: Fen }[],
  units: readonly { label: string; amountFen: Fen }[] = [],
): DocumentBlock {
  const rows = [...homes, ...units];
  return table(
    [
      ['房屋', 'TEXT', 2.4],
      ['金额（元）', 'NUMBER', 1.4],
    ],
    rows.map(({ label, amountFen }) => [label, formatFen(amountFen)]),
    [`合计（${homes.length} 户）`, formatFen(fen(rows.reduce<bigint>((all, { amountFen }) => all + amountFen, 0n)))],
  );
}

export interface EmergencyNotice {
  estate: string;
  /** What owners are told, as it was told and recorded, without its headline. */
  lines: readonly string[];
  estimateFen: Fen;
  applicant: string;
  contact: string;
  postedWhere: string | null;
  on: DateText;
}

/** The prominent notice of emergency use of the fund (民法典第二百八十一条第二款): it tells, and asks no vote. */
export function emergencyNotice(frame: Frame, notice: EmergencyNotice): OfficialDocument {
  const { estate, lines, estimateFen, applicant, contact, postedWhere, on } = notice;
  return document(frame, 'EMERGENCY_NOTICE', 'BOARD', '应急使用住宅专项维修资金告知书', [
    plain(`${estate}全体业主：`),
    ...lines.map(text),
    facts([
      ['预计金额', `¥${formatFen(estimateFen)}`],
      ['申请人', applicant],
      ...(postedWhere === null ? [] : [['张　贴', postedWhere] as const]),
      ['联　系', contact],
    ]),
    seal(applicant, on),
  ]);
}

export interface EvidenceSheet {
  estate: string;
  place: string;
  case: EmergencyCase;
  custodian: FundCustodian;
  applicant: string;
  reason: string | null;
  estimateFen: Fen;
  usedFen: Fen | null;
  /** What the case asks for, what was handed in, and whether that is enough. */
  points: readonly EvidencePoint[];
  documents: readonly string[];
  /** Owners told, and who has confirmed; null where it has not happened yet. */
  steps: readonly { what: string; at: Date | null; remark: string }[];
  by: string;
  on: DateText;
}

/** What an emergency use rests on (应急使用证明材料核对表), for whoever pays it out and whoever checks it later. */
export function evidenceSheet(frame: Frame, sheet: EvidenceSheet): OfficialDocument {
  const { estate, place, custodian, applicant, reason, estimateFen, usedFen, points, documents, steps, by, on } = sheet;
  return document(frame, 'EMERGENCY_EVIDENCE', 'RECORD', '应急使用维修资金证明材料核对表', [
    note('应急使用依法不经业主共同表决，本表不是表决结果（民法典第二百八十一条第二款）。'),
    facts([
      ['小　区', estate],
      ['部　位', place],
      ['情　形', labels.emergencyCase[sheet.case]],
      ['申请人', `${applicant}${reason === null ? '' : `（${reason}）`}`],
      ['资金保管', labels.fundCustodian[custodian]],
      ['预计金额', `¥${formatFen(estimateFen)}`],
      ...(usedFen === null ? [] : [['实用金额', `¥${formatFen(usedFen)}`] as const]),
    ]),
    heading('一、情形须有的证明'),
    table(
      [
        ['要求', 'TEXT', 3],
        ['提交', 'TEXT', 3],
        ['核对', 'MIDDLE', 1],
      ],
      points.map(({ asked, given, isMet }) => [asked, given, isMet ? '具备' : '未具备']),
    ),
    heading('二、材料清单'),
    ...documents.map((item, i) => text(`${i + 1}．${item}`)),
    heading('三、告知与确认'),
    table(
      [
        ['事项', 'TEXT', 2],
        ['时间', 'TEXT', 2.4],
        ['说明', 'TEXT', 2.4],
      ],
      steps.map(({ what, at, remark }) => [what, at === null ? '尚未' : longTime(at), remark]),
    ),
    seal(by, on),
  ]);
}
