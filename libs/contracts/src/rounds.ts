import { z } from 'zod';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { operation } from './operation.js';
import { Position } from './plans.js';
import { seatActors, SeatKind, SeatRole, streetSeat, tableReaders } from './tables.js';

/** States of a round (会商轮次): its notice is out; it is being held; it has ended; too few parties came; it was called off with its issue. */
export const roundStates = ['NOTICED', 'OPEN', 'CLOSED', 'NO_QUORUM', 'CALLED_OFF'] as const;
export const RoundState = z.enum(roundStates).meta({ id: 'RoundState' });
export type RoundState = z.infer<typeof RoundState>;

/** Bodies that meet in a round; the strictest notice counts (4.7): the table, the owners' committee (L2-45), the owners' assembly (L2-35). */
export const meetingBodies = ['TABLE', 'OWNERS_COMMITTEE', 'OWNERS_ASSEMBLY'] as const;
export const MeetingBody = z.enum(meetingBodies).meta({ id: 'MeetingBody' });
export type MeetingBody = z.infer<typeof MeetingBody>;

/** How a position came in: by the representative's own session, or on paper or by phone, written in by the chair's clerk with evidence. */
export const positionMedia = ['ONLINE', 'PAPER', 'PHONE'] as const;
export const PositionMedium = z.enum(positionMedia).meta({ id: 'PositionMedium' });
export type PositionMedium = z.infer<typeof PositionMedium>;

/** What the minutes (纪要) of a round have to say. */
export const minuteItems = ['PROBLEM', 'CAUSES', 'OPTIONS', 'PLAN', 'ANSWERS', 'RESULT'] as const;
export const MinuteItem = z.enum(minuteItems).meta({ id: 'MinuteItem' });
export type MinuteItem = z.infer<typeof MinuteItem>;

/** How a round ended: it was talked over; every paying party agreed; one of them did not. */
export const roundOutcomes = ['TALKED', 'AGREED', 'NOT_AGREED'] as const;
export const RoundOutcome = z.enum(roundOutcomes).meta({ id: 'RoundOutcome' });
export type RoundOutcome = z.infer<typeof RoundOutcome>;

const instant = z.iso.datetime({ offset: true });
const line = z.string().trim().min(2).max(200);
const said = z.string().trim().max(500);

export const Attendance = z.object({ seat: SeatKind, as: SeatRole, accountId: z.string(), at: z.string() }).meta({ id: 'Attendance' });
export type Attendance = z.infer<typeof Attendance>;

/** The position (表态) of a seat that counts: the last one before the close. ABSENT is written by the system at the close. */
export const TakenPosition = z
  .object({
    seat: SeatKind,
    position: Position,
    reason: z.string().nullable(),
    condition: z.string().nullable(),
    as: SeatRole.nullable(),
    accountId: z.string().nullable(),
    medium: PositionMedium.nullable(),
    evidence: z.string().nullable().describe('书面、电话表态的凭证'),
    fileIds: z.array(z.uuid()).optional().describe('书面表态的扫描件，存在议题附件里'),
    recordedBy: z.string().nullable(),
    receipt: z.string().nullable().describe('回执：表态人凭随机数可以核对'),
    at: z.string(),
  })
  .meta({ id: 'TakenPosition' });
export type TakenPosition = z.infer<typeof TakenPosition>;

export const RoundQuorum = z
  .object({
    held: z.number().int().describe('有人出席资格的席位数'),
    needed: z.number().int().nullable().describe('须到会方数；席位不足三方时为空'),
    present: z.number().int(),
    missing: z.array(SeatKind).describe('必须到会而未到的'),
    isMet: z.boolean(),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'RoundQuorum' });
export type RoundQuorum = z.infer<typeof RoundQuorum>;

export const RoundMinutes = z
  .object({
    items: z.partialRecord(MinuteItem, z.string()),
    missing: z.array(MinuteItem),
    dueAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'RoundMinutes' });
export type RoundMinutes = z.infer<typeof RoundMinutes>;

export const RoundView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    tableId: z.uuid(),
    no: z.number().int(),
    noticeNo: z.number().int().describe('第几次通知'),
    state: RoundState,
    agenda: z.array(z.string()),
    bodies: z.array(MeetingBody),
    isEmergency: z.boolean(),
    noticedAt: z.string(),
    startsAt: z.string(),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    attendance: z.array(Attendance),
    positions: z.array(TakenPosition),
    quorum: RoundQuorum,
    outcome: RoundOutcome.nullable(),
    absent: z.array(SeatKind),
    minutes: RoundMinutes,
    version: z.number().int(),
  })
  .meta({ id: 'Round' });
export type RoundView = z.infer<typeof RoundView>;

const onRound = { id: z.uuid().describe('议题编号'), roundId: z.uuid() };
const refusals = [...seatRefusals, 'round.not-current', 'round.illegal-step', 'issue.illegal-step', 'issue.text-private'] as const;
const chair = { community_worker: 'concerned' } as const;
/** Who convenes: the chair; what was escalated, the street too. */
const conveners = { ...streetSeat, ...chair } as const;
const spoken = {
  position: z.enum(['AGREE', 'AGREE_WITH_CONDITION', 'DISAGREE', 'ABSTAIN']),
  reason: said.optional().describe('除同意外必填'),
  condition: said.optional().describe('有条件同意时必填'),
};

export const rounds = {
  noticeRound: operation({
    name: 'deliberation.round.notice',
    method: 'POST',
    path: '/api/issues/{id}/rounds',
    summary:
      '召集人（社区）发出会商通知：议程、时间、可能出资的各方；按到会机构提前通知，天数以时限表为准，紧急的随时。提级的议题，街道也可以召集',
    access: conveners,
    input: z.object({
      id: z.uuid().describe('议题编号'),
      roundId: z.uuid(),
      agenda: z.array(line).min(1).max(20),
      startsAt: instant,
      bodies: z.array(MeetingBody).min(1).default(['TABLE']),
      isEmergency: z.boolean().default(false),
      payers: z.array(SeatKind).max(5).optional().describe('可能出资的各方，必须到会；已有分摊方案时从方案'),
    }),
    output: RoundView,
    errors: [...refusals, 'round.notice-short', 'round.not-emergency', 'round.noticed', 'round.too-few-seats', 'seat.vacant'],
    success: 201,
  }),
  checkIn: operation({
    name: 'deliberation.round.check-in',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/check-in',
    summary: '到会签到：会前规定时间起，代表或副代表',
    access: seatActors,
    input: z.object(onRound),
    output: RoundView,
    errors: [...refusals, 'round.too-early'],
  }),
  openRound: operation({
    name: 'deliberation.round.open',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/open',
    summary: '召集人宣布开会：到会方数足够，社区与每个出资方都在场',
    access: chair,
    input: z.object(onRound),
    output: RoundView,
    errors: [...refusals, 'round.too-early', 'round.no-quorum'],
  }),
  failRound: operation({
    name: 'deliberation.round.fail',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/no-quorum',
    summary: '召集人宣布到会方数不足：第一次发第二次通知，第二次提级并向缺席单位吹哨；等候期满仍不足的自动如此',
    access: chair,
    input: z.object(onRound),
    output: RoundView,
    errors: [...refusals, 'round.too-early', 'round.quorate'],
  }),
  takePosition: operation({
    name: 'deliberation.position.take',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/positions',
    summary: '表态：会议结束前最后一次为准；超过授权限额的同意须由有权的人作出。回执与随机数只答复一次',
    access: seatActors,
    input: z.object({ ...onRound, ...spoken }),
    output: z.object({ round: RoundView, receipt: z.string(), nonce: z.string() }),
    errors: [...refusals, 'position.reason-needed', 'seat.over-limit', 'round.not-present'],
    isSecret: true,
  }),
  recordPosition: operation({
    name: 'deliberation.position.record',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/recorded-positions',
    summary: '召集人的记录员录入书面或电话表态，附凭证',
    access: chair,
    input: z.object({
      ...onRound,
      ...spoken,
      seat: SeatKind,
      as: SeatRole,
      medium: z.enum(['PAPER', 'PHONE']),
      evidence: line.describe('书面原件编号、通话录音编号'),
      fileIds: z.array(z.uuid()).max(6).default([]).describe('议题附件：书面表态的扫描件或照片，书面表态必附'),
    }),
    output: z.object({ round: RoundView, receipt: z.string(), nonce: z.string() }),
    errors: [
      ...refusals,
      'position.reason-needed',
      'position.paper-needed',
      'issue.file-unknown',
      'seat.over-limit',
      'seat.vacant',
      'seat.account-unfit',
    ],
    isSecret: true,
  }),
  closeRound: operation({
    name: 'deliberation.round.close',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/close',
    summary: '召集人结束本轮：未表态的记为缺席；此后不能再表态。有方案的，各出资方都同意即达成一致',
    access: chair,
    input: z.object(onRound),
    output: RoundView,
    errors: refusals,
  }),
  writeMinutes: operation({
    name: 'deliberation.minutes.write',
    method: 'PUT',
    path: '/api/issues/{id}/rounds/{roundId}/minutes',
    summary: '写会商纪要；缺什么在 missing 中列出',
    access: chair,
    input: z.object({ ...onRound, items: z.partialRecord(MinuteItem, z.string().trim().min(2).max(4000)) }),
    output: RoundView,
    errors: [...refusals, 'minutes.finished'],
  }),
  finishMinutes: operation({
    name: 'deliberation.minutes.finish',
    method: 'POST',
    path: '/api/issues/{id}/rounds/{roundId}/minutes/finish',
    summary: '纪要定稿；时限以时限表为准',
    access: chair,
    input: z.object(onRound),
    output: RoundView,
    errors: [...refusals, 'minutes.finished', 'minutes.incomplete'],
  }),
  getRound: operation({
    name: 'deliberation.round.get',
    method: 'GET',
    path: '/api/rounds/{id}',
    summary: '一轮会商：通知、到会、表态、纪要',
    access: tableReaders,
    input: z.object({ id: z.uuid() }),
    output: RoundView,
    errors: ['object.not-found'],
  }),
  listRounds: operation({
    name: 'deliberation.round.list',
    method: 'GET',
    path: '/api/issues/{id}/rounds',
    summary: '一件议题的各轮会商',
    access: tableReaders,
    input: z.object({ id: z.uuid() }),
    output: z.object({ rounds: z.array(RoundView) }),
    errors: ['object.not-found'],
  }),
  printNotice: operation({
    name: 'deliberation.round.print-notice',
    method: 'POST',
    path: '/api/rounds/{id}/notice-document',
    summary: '会议通知文书：张贴、送各席位；地点与联系方式随请求提供，不留存',
    access: tableReaders,
    input: z.object({ id: z.uuid(), ...inForm, place: line, contact: line.describe('联系方式，例如社区居委会电话') }),
    output: PrintedDocument,
    errors: documentRefusals,
    timeoutMs: printTimeoutMs,
    isSecret: true,
  }),
  printMinutes: operation({
    name: 'deliberation.minutes.print',
    method: 'GET',
    path: '/api/rounds/{id}/minutes-document',
    summary: '会议纪要文书：到会、纪要各项、各席位表态；未定稿的标明“草稿”和尚缺的内容',
    access: tableReaders,
    input: z.object({ id: z.uuid(), ...inForm, place: line.optional() }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'round.illegal-step'],
    timeoutMs: printTimeoutMs,
  }),
  watchRound: operation({
    name: 'deliberation.round.watch',
    method: 'GET',
    path: '/api/rounds/{id}/live',
    summary: '会中实时状态：谁在场、各方表态；带上已见版本，没有变化时只答复版本',
    access: tableReaders,
    input: z.object({ id: z.uuid(), seenVersion: z.coerce.number().int().optional() }),
    output: z.object({ version: z.number().int(), isUnchanged: z.boolean(), round: RoundView.nullable() }),
    errors: ['object.not-found'],
  }),
};

const about = { issueId: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), no: z.number().int() };
const units = { unitIds: z.array(z.uuid()) };

export const roundEvents = {
  roundNoticed: event(
    'deliberation.round.noticed.v1',
    '会商通知',
    z.object({
      ...about,
      ...units,
      noticeNo: z.number().int(),
      title: z.string(),
      agenda: z.array(z.string()),
      bodies: z.array(MeetingBody),
      isEmergency: z.boolean(),
      payers: z.array(SeatKind),
      startsAt: z.string(),
      checkInFrom: z.string().optional().describe('何时起可以签到'),
      noticedAt: z.string(),
    }),
  ),
  checkedIn: event('deliberation.round.checked-in.v1', '到会签到', z.object({ ...about, attendance: Attendance })),
  roundOpened: event('deliberation.round.opened.v1', '开会', z.object({ ...about, ...units, quorum: RoundQuorum, openedAt: z.string() })),
  positionTaken: event('deliberation.round.position-taken.v1', '表态', z.object({ ...about, position: TakenPosition })),
  positionVoided: event(
    'deliberation.round.position-voided.v1',
    '代表回避，其表态不再有效',
    z.object({ ...about, seat: SeatKind, at: z.string() }),
  ),
  checkInVoided: event(
    'deliberation.round.check-in-voided.v1',
    '代表回避，其签到不再算到会',
    z.object({ ...about, seat: SeatKind, accountId: z.string(), at: z.string() }),
  ),
  roundClosed: event(
    'deliberation.round.closed.v1',
    '本轮结束',
    z.object({ ...about, ...units, positions: z.array(TakenPosition), outcome: RoundOutcome, closedAt: z.string() }),
  ),
  quorumFailed: event(
    'deliberation.round.quorum-failed.v1',
    '未达到会方数',
    z.object({ ...about, ...units, noticeNo: z.number().int(), absent: z.array(SeatKind), at: z.string() }),
  ),
  calledOff: event('deliberation.round.called-off.v1', '议题撤回或并入，会商取消', z.object({ ...about, ...units, at: z.string() })),
  minutesWritten: event('deliberation.round.minutes-written.v1', '写会商纪要', z.object({ ...about, items: z.array(MinuteItem) })),
  minutesFinished: event('deliberation.round.minutes-finished.v1', '纪要定稿', z.object({ ...about, ...units, finishedAt: z.string() })),
  /** Told twice in vain: dispatch whistles at the unit. */
  unitAbsent: event(
    'deliberation.round.unit-absent.v1',
    '两次通知仍未到会的单位',
    z.object({ ...about, communityId: z.uuid(), unitId: z.uuid(), seat: SeatKind, title: z.string(), at: z.string() }),
  ),
};
