import { z } from 'zod';
import { Escalation, escalationAnswers, escalationSeats, WorkOrderView } from './dispatch.js';
import { DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { MovedText } from './moved-text.js';
import { operation } from './operation.js';
import { orderLeads, orderReceivers } from './roles.js';
import { countedBy } from './time-limits.js';

/** Why a unit's time stands still (暂停计时): it waits for the complainant, or a statutory notice, publicity or vote runs. */
export const pauseKinds = ['WAITING_FOR_COMPLAINANT', 'STATUTORY_NOTICE', 'PUBLICITY', 'OWNERS_VOTE'] as const;
export const PauseKind = z.enum(pauseKinds).meta({ id: 'PauseKind' });
export type PauseKind = z.infer<typeof PauseKind>;

/** Why a matter cannot be solved now, from outside the unit (挂账事由); each is looked at again on its review date. */
export const suspensionGrounds = ['LAW_OR_POLICY', 'PLANNING', 'FUNDS', 'TECHNICAL', 'SEASON', 'PENDING_PROCEEDINGS'] as const;
export const SuspensionGround = z.enum(suspensionGrounds).meta({ id: 'SuspensionGround' });
export type SuspensionGround = z.infer<typeof SuspensionGround>;

const outcome = z.enum(['OPEN', 'GRANTED', 'REFUSED', 'LAPSED']);

export const Extension = z
  .object({
    outcome,
    askedAt: z.string(),
    askedBy: z.string(),
    reason: z.string(),
    oldDueAt: z.string(),
    newDueAt: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'Extension' });
export type Extension = z.infer<typeof Extension>;

export const Suspension = z
  .object({
    outcome,
    ground: SuspensionGround,
    askedAt: z.string(),
    askedBy: z.string(),
    reason: z.string(),
    reviewOn: z.iso.date().describe('复核日期'),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Suspension' });
export type Suspension = z.infer<typeof Suspension>;

/** What a section chief says afterwards of a pause that the lead began by itself (P: domain rules 4.6 names nobody, the issue asks for an approver). */
export const PauseReview = z.enum(['OPEN', 'APPROVED', 'REFUSED']).meta({ id: 'PauseReview' });
export type PauseReview = z.infer<typeof PauseReview>;

export const Pause = z
  .object({
    ...{ kind: PauseKind, reason: z.string(), from: z.string(), until: z.string(), to: z.string().nullable() },
    review: PauseReview.optional().describe('等待诉求人的暂停，事后由科长复核；法定期间由科长决定，不另复核'),
    startedBy: z.string().optional().describe('开始暂停的账号，不由其本人复核'),
    reviewedAt: z.string().optional(),
    reviewReason: z.string().optional(),
  })
  .meta({ id: 'Pause' });
export type Pause = z.infer<typeof Pause>;

/** A piece of an order's life: who held it, in which state, or why its clock stood still. */
export const LifeSegment = z
  .object({
    from: z.string(),
    to: z.string(),
    state: z.union([WorkOrderState, z.literal('RECEIVED')]),
    heldBy: z.enum(['INTAKE', 'UNIT', 'REVIEWER', 'CALLBACK_DESK', 'NOBODY']),
    unitId: z.uuid().nullable(),
    pausedFor: PauseKind.nullable(),
    because: z.string().describe('此段因何事件开始'),
  })
  .meta({ id: 'LifeSegment' });
export type LifeSegment = z.infer<typeof LifeSegment>;

/** Where the limit of one of an order's clocks comes from. */
export const LimitSource = z
  .object({
    code: DeadlineCode,
    name: z.string(),
    policyVersion: z.number().int().describe('时限表版本'),
    source: z.string(),
    standsIn: z.boolean().describe('街道时限表未列此项，按平台默认执行'),
    text: z.string(),
  })
  .meta({ id: 'LimitSource' });
export type LimitSource = z.infer<typeof LimitSource>;

/** What an administrator should mend of the street's time-limit table. */
export const LimitFinding = z
  .object({ code: DeadlineCode, name: z.string(), source: z.string(), text: z.string() })
  .meta({ id: 'LimitFinding' });
export type LimitFinding = z.infer<typeof LimitFinding>;

const onOrder = { id: z.uuid() };
const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);
const publicText = z.string().trim().min(5, '请写给诉求人看的话，至少 5 个字').max(2000);
const refusals = ['object.not-found', 'work-order.illegal-step', 'work-order.text-private'] as const;
const decision = z.object({
  ...onOrder,
  granted: z.boolean(),
  reason,
  publicText: publicText.optional().describe('同意时必填：告知诉求人'),
});

export const clocks = {
  askExtension: operation({
    name: 'dispatch.extension.ask',
    method: 'POST',
    path: '/api/work-orders/{id}/extensions',
    summary: '申请延期：到期前提出，写明理由；紧急与水电气热工单不得延期',
    access: orderLeads,
    input: z.object({ ...onOrder, reason, dueOn: z.iso.date().describe('希望延至哪一天（当日 24 时）') }),
    output: WorkOrderView,
    errors: [
      ...refusals,
      'extension.never',
      'extension.used-up',
      'extension.past-due',
      'extension.date',
      'work-order.in-dispute',
      'work-order.paused',
      'work-order.request-open',
    ],
  }),
  decideExtension: operation({
    name: 'dispatch.extension.decide',
    method: 'POST',
    path: '/api/work-orders/{id}/extensions/decide',
    summary: '审核延期：同意则告知诉求人，单位时限顺延，原时限保留；诉求人的时钟不变',
    access: { section_chief: 'street', street_leader: 'street' },
    input: decision,
    output: WorkOrderView,
    errors: [
      ...refusals,
      'work-order.no-request',
      'work-order.own-request',
      'work-order.own-unit',
      'work-order.own-complaint',
      'work-order.text-needed',
      'extension.past-due',
    ],
  }),
  askSuspension: operation({
    name: 'dispatch.suspension.ask',
    method: 'POST',
    path: '/api/work-orders/{id}/suspensions',
    summary: '申请挂账：写明客观原因与复核日期',
    access: orderLeads,
    input: z.object({ ...onOrder, ground: SuspensionGround, reason, reviewOn: z.iso.date() }),
    output: WorkOrderView,
    errors: [
      ...refusals,
      'suspension.date',
      'work-order.urgent-first',
      'work-order.in-dispute',
      'work-order.paused',
      'work-order.request-open',
    ],
  }),
  decideSuspension: operation({
    name: 'dispatch.suspension.decide',
    method: 'POST',
    path: '/api/work-orders/{id}/suspensions/decide',
    summary: '领导审批挂账：同意则告知诉求人，到复核日期自动恢复办理',
    access: { street_leader: 'street' },
    input: decision,
    output: WorkOrderView,
    errors: [
      ...refusals,
      'work-order.no-request',
      'work-order.own-request',
      'work-order.own-complaint',
      'work-order.in-dispute',
      'work-order.text-needed',
      'suspension.date',
    ],
  }),
  endSuspension: operation({
    name: 'dispatch.suspension.end',
    method: 'POST',
    path: '/api/work-orders/{id}/suspensions/end',
    summary: '原因已消除，恢复办理',
    access: orderLeads,
    input: z.object({ ...onOrder, publicText }),
    output: WorkOrderView,
    errors: [...refusals, 'work-order.text-needed'],
  }),
  startPause: operation({
    name: 'dispatch.pause.start',
    method: 'POST',
    path: '/api/work-orders/{id}/pauses',
    summary: '暂停计时：等待诉求人（次数和天数有限），或法定通知、公示、表决期间；紧急与水电气热工单不得暂停',
    access: { ...orderLeads, section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, kind: PauseKind, reason, publicText, until: z.iso.datetime({ offset: true }).optional() }),
    output: WorkOrderView,
    errors: [
      ...refusals,
      'access.denied',
      'work-order.own-unit',
      'work-order.own-complaint',
      'work-order.in-dispute',
      'pause.never',
      'pause.used-up',
      'pause.until',
      'extension.past-due',
      'work-order.paused',
      'work-order.request-open',
      'work-order.text-needed',
    ],
  }),
  reviewPause: operation({
    name: 'dispatch.pause.review',
    method: 'POST',
    path: '/api/work-orders/{id}/pauses/review',
    summary: '复核等待诉求人的暂停，由主办单位以外的人：不同意的立即恢复计时，已停的时间不补；已经结束的暂停也可以复核',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, granted: z.boolean(), reason }),
    output: WorkOrderView,
    errors: [
      'object.not-found',
      'work-order.text-private',
      'pause.not-to-review',
      'work-order.own-request',
      'work-order.own-unit',
      'work-order.own-complaint',
    ],
  }),
  endPause: operation({
    name: 'dispatch.pause.end',
    method: 'POST',
    path: '/api/work-orders/{id}/pauses/end',
    summary: '恢复计时',
    access: { ...orderLeads, section_chief: 'street', street_leader: 'street' },
    input: z.object(onOrder),
    output: WorkOrderView,
    errors: ['object.not-found', 'work-order.not-paused'],
  }),
  askEscalation: operation({
    name: 'dispatch.escalation.ask',
    method: 'POST',
    path: '/api/work-orders/{id}/escalations',
    summary: '提级请求：主办单位请上一级研究，写明理由；主办单位和时限不变，一次只提一件',
    access: orderLeads,
    input: z.object({ ...onOrder, reason }),
    output: WorkOrderView,
    errors: [...refusals, 'escalation.open', 'work-order.in-dispute'],
  }),
  answerEscalation: operation({
    name: 'dispatch.escalation.answer',
    method: 'POST',
    path: '/api/work-orders/{id}/escalations/answer',
    summary: '答复提级请求：接手研究、给出指导意见，或不予提级并说明理由；主办单位可见',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({
      ...onOrder,
      outcome: z.enum(escalationAnswers),
      answer: z.string().trim().min(5, '请写明意见或理由，至少 5 个字').max(1000),
    }),
    output: WorkOrderView,
    errors: [
      'object.not-found',
      'work-order.text-private',
      'escalation.none',
      'escalation.for-leader',
      'work-order.own-request',
      'work-order.own-complaint',
    ],
  }),
  transfer: operation({
    name: 'dispatch.work-order.transfer',
    method: 'POST',
    path: '/api/work-orders/{id}/transfer',
    summary: '转办：科长提出，对方单位接收后才换主办单位，此前主办单位和时限都不变；街道领导可直接裁定。已用去的时间不退',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, leadUnitId: z.uuid(), reason, publicText: MovedText }),
    output: WorkOrderView,
    errors: [
      ...refusals,
      'work-order.text-needed',
      'unit.unknown',
      'work-order.in-dispute',
      'work-order.same-unit',
      'work-order.community-not-lead',
      'work-order.complained-about',
      'work-order.own-unit',
      'work-order.own-complaint',
      'work-order.paused',
      'work-order.request-open',
    ],
  }),
  acceptTransfer: operation({
    name: 'dispatch.work-order.accept-transfer',
    method: 'POST',
    path: '/api/work-orders/{id}/transfer/accept',
    summary: '接收转办：从此由本单位主办，重新签收、联系诉求人；办理时限不变',
    access: orderReceivers,
    input: z.object(onOrder),
    output: WorkOrderView,
    errors: [
      'object.not-found',
      'work-order.illegal-step',
      'work-order.community-not-lead',
      'work-order.complained-about',
      'work-order.in-dispute',
      'work-order.in-incident',
      'unit.unknown',
    ],
  }),
  declineTransfer: operation({
    name: 'dispatch.work-order.decline-transfer',
    method: 'POST',
    path: '/api/work-orders/{id}/transfer/decline',
    summary: '不接收转办，写明理由；主办单位不变。对方单位逾时不答复的，由街道领导裁定转办，或代为退回',
    access: { ...orderReceivers, street_leader: 'street' },
    input: z.object({ ...onOrder, reason }),
    output: WorkOrderView,
    errors: ['object.not-found', 'work-order.text-private', 'work-order.own-complaint'],
  }),
  explain: operation({
    name: 'dispatch.work-order.explain',
    method: 'GET',
    path: '/api/work-orders/{id}/explain',
    summary: '工单的每一秒：由谁承办、处于何种状态、因何暂停',
    access: {
      community_worker: 'concerned',
      firm_handler: 'concerned',
      firm_manager: 'concerned',
      rights_unit_rep: 'concerned',
      department_handler: 'concerned',
      phone_desk: 'street',
      callback_desk: 'street',
      section_chief: 'street',
      street_leader: 'street',
      inspector: 'street',
      administrator: 'street',
    },
    input: z.object(onOrder),
    output: z.object({
      segments: z.array(LifeSegment),
      rawMs: z.number().int().describe('派单以来全部时长'),
      netMs: z.number().int().describe('扣除暂停计时后的时长'),
      extensions: z.array(Extension),
      suspensions: z.array(Suspension),
      pauses: z.array(Pause),
      escalations: z.array(Escalation).describe('提级请求及答复'),
      limits: z.array(LimitSource).describe('各项时限的依据'),
    }),
    errors: ['object.not-found'],
  }),
  limitFindings: operation({
    name: 'dispatch.time-limit.findings',
    method: 'GET',
    path: '/api/time-limits/findings',
    summary: '现行时限表缺少哪些项：缺的按平台默认执行，请在下一版中列明',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({ version: z.number().int(), from: z.iso.date(), findings: z.array(LimitFinding) }),
    errors: ['street.unknown'],
  }),
};

const about = { demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid() };

/** Facts of the work order that is asked for. */
export const clockEvents = {
  extensionAsked: event(
    'dispatch.extension.asked.v1',
    '申请延期',
    z.object({ ...about, reason: z.string(), askedAt: z.string(), oldDueAt: z.string(), newDueAt: z.string(), ...countedBy }),
  ),
  extensionGranted: event(
    'dispatch.extension.granted.v1',
    '同意延期，单位时限顺延',
    z.object({
      ...about,
      reason: z.string(),
      publicText: z.string(),
      oldDueAt: z.string(),
      dueAt: z.string(),
      grantedAt: z.string(),
      level: Level,
      ...countedBy,
    }),
  ),
  extensionRefused: event(
    'dispatch.extension.refused.v1',
    '不同意延期',
    z.object({ ...about, reason: z.string(), dueAt: z.string(), refusedAt: z.string() }),
  ),
  suspensionAsked: event(
    'dispatch.suspension.asked.v1',
    '申请挂账',
    z.object({ ...about, ground: SuspensionGround, reason: z.string(), reviewOn: z.iso.date(), askedAt: z.string(), ...countedBy }),
  ),
  suspensionGranted: event(
    'dispatch.suspension.granted.v1',
    '同意挂账',
    z.object({
      ...about,
      ground: SuspensionGround,
      reason: z.string(),
      publicText: z.string(),
      reviewOn: z.iso.date(),
      reviewAt: z.string(),
      grantedAt: z.string(),
      ...countedBy,
    }),
  ),
  suspensionRefused: event(
    'dispatch.suspension.refused.v1',
    '不同意挂账',
    z.object({ ...about, reason: z.string(), refusedAt: z.string() }),
  ),
  suspensionEnded: event(
    'dispatch.suspension.ended.v1',
    '结束挂账，恢复办理',
    z.object({ ...about, by: z.enum(['LEAD', 'REVIEW_DATE', 'RAISED']), publicText: z.string(), endedAt: z.string() }),
  ),
  pauseStarted: event(
    'dispatch.pause.started.v1',
    '暂停计时',
    z.object({
      ...about,
      kind: PauseKind,
      reason: z.string(),
      publicText: z.string(),
      oldDueAt: z.string(),
      dueAt: z.string().describe('若暂停至期满，届时的办理时限'),
      until: z.string(),
      startedAt: z.string(),
      toReview: z.literal(true).optional().describe('待科长复核'),
      ...countedBy,
    }),
  ),
  pauseReviewed: event(
    'dispatch.pause.reviewed.v1',
    '复核暂停计时',
    z.object({
      ...{ ...about, kind: PauseKind, granted: z.boolean(), reason: z.string(), startedAt: z.string(), reviewedAt: z.string() },
      dueAt: z.string().optional().describe('早已结束的暂停不予同意，所延的时间收回，此后的办理时限'),
      isAnotherOpen: z.literal(true).optional().describe('另有一次暂停待复核，复核时限从此重新起算'),
      ...countedBy,
    }),
  ),
  pauseEnded: event(
    'dispatch.pause.ended.v1',
    '恢复计时',
    z.object({
      ...about,
      kind: PauseKind,
      by: z.enum(['PERSON', 'RUN_OUT', 'REFUSED', 'RAISED']),
      startedAt: z.string(),
      endedAt: z.string(),
      oldDueAt: z.string().optional().describe('暂停开始时的办理时限'),
      dueAt: z.string(),
      ...countedBy,
    }),
  ),
  escalationAsked: event(
    'dispatch.escalation.asked.v1',
    '提级请求：请上一级研究',
    z.object({ ...about, to: z.enum(escalationSeats), level: Level, askedAt: z.string(), dueAt: z.string(), ...countedBy }),
  ),
  escalationAnswered: event(
    'dispatch.escalation.answered.v1',
    '答复提级请求',
    z.object({
      ...{ ...about, to: z.enum(escalationSeats), outcome: z.enum(escalationAnswers) },
      ...{ askedAt: z.string(), answeredAt: z.string() },
    }),
  ),
  escalationEnded: event(
    'dispatch.escalation.ended.v1',
    '提级请求失效，不必再答复',
    z.object({
      ...{ ...about, to: z.enum(escalationSeats), askedAt: z.string(), endedAt: z.string() },
      because: z.enum(['DONE', 'OTHER_LEAD']).describe('已办结或结案；已由其他单位主办'),
    }),
  ),
  transferAsked: event(
    'dispatch.work-order.transfer-asked.v1',
    '提出转办，待对方单位接收',
    z.object({
      ...about,
      toUnitId: z.uuid(),
      reason: z.string(),
      askedBy: z.string(),
      askedAt: z.string(),
      answerDueAt: z.string(),
      ...countedBy,
    }),
  ),
  transferDeclined: event(
    'dispatch.work-order.transfer-declined.v1',
    '不接收转办，主办单位不变',
    z.object({
      ...{ ...about, toUnitId: z.uuid(), reason: z.string(), askedBy: z.string() },
      by: z.enum(['UNIT', 'LEADER']).describe('对方单位，或街道领导代为退回'),
      declinedAt: z.string(),
    }),
  ),
  transferred: event(
    'dispatch.work-order.transferred.v1',
    '转办',
    z.object({
      ...about,
      fromUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()).optional().describe('协办单位有变的，此后的协办单位'),
      reason: z.string(),
      dueAt: z.string(),
      isProblemOrder: z.literal(true).optional().describe('就此成为问题工单：几经转手，尚无单位签收'),
      askedBy: z.string().optional().describe('经对方单位接收的，提出转办的账号'),
      publicText: z.string().optional().describe('给诉求人看的话'),
      transferredAt: z.string(),
      ...countedBy,
    }),
  ),
};
