import { labels, type issueEvents, type IssueState, type PayloadOf, type roundEvents, type tableEvents } from '@wufang/contracts';
import { clockMessages, clockText, type Draft } from './messages.js';

/** The same for several units, each once. */
export const toEach = (unitIds: readonly string[], draft: Omit<Draft, 'unitId' | 'role' | 'seat'>): Draft[] =>
  [...new Set(unitIds)].map((unitId) => ({ ...draft, unitId, role: null, seat: null }));

/** A unit hears who speaks for it at a table. */
export function appointedMessages(tableId: string, { seat, as, unitId, mandate }: PayloadOf<typeof tableEvents.appointed>): Draft[] {
  const until = mandate.until === null ? '' : `，有效至 ${clockText(mandate.until)}`;
  const body = `五方议事桌“${labels.seatKind[seat]}”席位已委派${labels.seatRole[as]}（${mandate.document}）${until}。`;
  return toEach([unitId], { kind: 'SEAT_APPOINTED', title: '议事桌委派', body, subjectId: tableId });
}

/** Every party hears of an issue that was brought to its table. */
export function proposedIssueMessages(issueId: string, { title, origin, unitIds }: PayloadOf<typeof issueEvents.issueProposed>): Draft[] {
  const body = `“${title}”（${labels.issueOrigin[origin]}）已提出，由社区和街道审议题。`;
  return toEach(unitIds, { kind: 'ISSUE_PROPOSED', title: '新议题', body, subjectId: issueId });
}

/** States in which the parties hear that the issue is there; the others are told by what happens in them. */
const told: readonly IssueState[] = [
  'SCREENED',
  'REFUSED',
  'PLANNING',
  'AGREED',
  'REJECTED',
  'ESCALATED',
  'WITHDRAWN',
  'MERGED',
  'PUBLICITY',
  'SIGNING',
  'EXECUTING',
  'ARCHIVED',
];

export function movedMessages(issueId: string, { from, to, step, unitIds }: PayloadOf<typeof issueEvents.issueMoved>): Draft[] {
  if (from === to || !told.includes(to)) return [];
  const body = `议题已由“${labels.issueState[from]}”进入“${labels.issueState[to]}”（${labels.issueStep[step]}）。`;
  return toEach(unitIds, { kind: 'ISSUE_MOVED', title: `议题：${labels.issueState[to]}`, body, subjectId: issueId });
}

/** Each seat hears when and what about, and who has to be there because it would pay. */
export function noticedMessages(notice: PayloadOf<typeof roundEvents.roundNoticed>): Draft[] {
  const { issueId, no, noticeNo, title, agenda, payers, startsAt, checkInFrom, unitIds } = notice;
  const must = payers.length === 0 ? '' : `可能出资的${payers.map((kind) => labels.seatKind[kind]).join('、')}必须到会。`;
  const second = noticeNo > 1 ? '（第二次通知，再不到会将提级并吹哨）' : '';
  // A notice of before does not say when the door opens.
  const door = checkInFrom === undefined ? '' : `${clockText(checkInFrom)} 起可签到。`;
  const body = `“${title}”第 ${no} 轮会商定于 ${clockText(startsAt)}${second}，议程：${agenda.join('；')}。${must}${door}`;
  return toEach(unitIds, { kind: 'ROUND_NOTICED', title: '会商通知', body, subjectId: issueId });
}

export function quorumFailedMessages({ issueId, no, absent, unitIds }: PayloadOf<typeof roundEvents.quorumFailed>): Draft[] {
  const who = absent.map((kind) => labels.seatKind[kind]).join('、');
  const body = `第 ${no} 轮会商未达到会方数，未到会：${who || '无'}。`;
  return toEach(unitIds, { kind: 'ROUND_NO_QUORUM', title: '未达到会方数', body, subjectId: issueId });
}

/** Each seat hears what all of them said, in the sums the record has. */
export function roundClosedMessages({ issueId, no, positions, outcome, unitIds }: PayloadOf<typeof roundEvents.roundClosed>): Draft[] {
  const said = positions.map(({ seat, position }) => `${labels.seatKind[seat]}${labels.position[position]}`).join('、');
  const body = `第 ${no} 轮会商结束：${labels.roundOutcome[outcome]}。${said}。`;
  return toEach(unitIds, { kind: 'ROUND_CLOSED', title: '本轮会商结束', body, subjectId: issueId });
}

export function minutesMessages({ issueId, no, unitIds }: PayloadOf<typeof roundEvents.minutesFinished>): Draft[] {
  return toEach(unitIds, { kind: 'MINUTES_FINISHED', title: '会商纪要', body: `第 ${no} 轮会商纪要已定稿，请查阅。`, subjectId: issueId });
}

/** Everybody at the table hears that another unit speaks for a seat; that unit, what it is to look at first. */
export function reseatedMessages(issueId: string, told: PayloadOf<typeof issueEvents.reseated>): Draft[] {
  const { title, seat, voided, unitIds, now } = told;
  const anew = voided.length === 0 ? '' : '前任就分摊方案的表态不再有效，须由现在的一方重新表态；';
  const body = `“${title}”的“${labels.seatKind[seat]}”席位已换由现在的一方接手。${anew}已签署的承诺和应付款仍由原签署方履行。`;
  const draft = { kind: 'ISSUE_RESEATED', title: '席位换由现在的一方接手', subjectId: issueId };
  const isNew = (unitId: string) => unitId === now.unitId;
  return [
    ...toEach(unitIds.filter(isNew), { ...draft, body: `${body}请查阅议题至今的纪要和方案，需要您这一方办的在“待办”里。` }),
    ...toEach(
      unitIds.filter((unitId) => !isNew(unitId)),
      { ...draft, body },
    ),
  ];
}

/** Those who have to act, each unit of them, and whoever else the stage names. */
export function issueClockMessages(issueId: string, fired: PayloadOf<typeof issueEvents.issueClockFired>): Draft[] {
  const rung = { ...fired, subjectId: issueId, no: null };
  const acting = fired.tell.includes('H')
    ? fired.unitIds.flatMap((unitId) => clockMessages({ ...rung, tell: ['H'], leadUnitId: unitId }))
    : [];
  return [...acting, ...clockMessages({ ...rung, tell: fired.tell.filter((seat) => seat !== 'H'), leadUnitId: null })];
}
