import { z } from 'zod';
import { Decision, directory, directoryEvents } from './directory.js';
import { DisputeView } from './disputes.js';
import {
  Channel,
  CloseBasis,
  ContactPurpose,
  DeadlineCode,
  DemandType,
  GridCheck,
  Level,
  OrderRequest,
  WorkOrderState,
  type ChainSeat,
} from './enums.js';
import { event } from './event.js';
import { Category, PlaceRef } from './intake.js';
import { HandUpStep, LegView } from './legs.js';
import { MovedText } from './moved-text.js';
import { operation } from './operation.js';
import { orderLeads, orderReaders } from './roles.js';
import { countedBy, recounted } from './time-limits.js';

export const ClockView = z
  .object({
    code: DeadlineCode,
    startedAt: z.string(),
    dueAt: z.string(),
    state: z.enum(['armed', 'paused', 'stopped', 'fired']),
    stoppedAt: z.string().nullable(),
    rawMs: z.number().int().describe('从开始到停止（或现在）的全部时长'),
    netMs: z.number().int().describe('扣除暂停计时后的时长'),
    isOverdue: z.boolean(),
    isProvisional: z.boolean(),
    policyVersion: z.number().int(),
    calendarVersion: z.number().int(),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof ClockView>;

/** A hand-over (转办) that the unit it is meant for has not answered yet: until it does, the lead stays the lead. */
export const AskedTransfer = z
  .object({
    toUnitId: z.uuid(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: z.string(),
    dueAt: z.string().describe('答复时限'),
    publicText: z.string().optional().describe('接收后给诉求人看的话'),
  })
  .meta({ id: 'AskedTransfer' });
export type AskedTransfer = z.infer<typeof AskedTransfer>;

/** Who is asked: the section chief who answers for the unit, or the street's leader. */
export const escalationSeats = ['S', 'V'] as const satisfies readonly ChainSeat[];
/** What whoever is asked may say: the matter is theirs now, how it may be done, or why it is not for them. */
export const escalationAnswers = ['TAKEN_UP', 'GUIDED', 'DECLINED'] as const;
export type EscalationAnswer = (typeof escalationAnswers)[number];
export const escalationOutcomes = ['OPEN', ...escalationAnswers, 'LAPSED'] as const;
export type EscalationOutcome = (typeof escalationOutcomes)[number];

/** What the unit that leads asked of the next higher level (提级请求, 条例第二十条), and what that answered. The lead stays the lead, and its clocks run on. */
export const Escalation = z
  .object({
    outcome: z.enum(escalationOutcomes),
    to: z.enum(escalationSeats).describe('请谁研究：S 科长，V 街道领导'),
    reason: z.string(),
    askedAt: z.string(),
    askedBy: z.string(),
    dueAt: z.string().describe('答复时限'),
    answeredAt: z.string().nullable().describe('答复或失效的时间'),
    answeredBy: z.string().nullable(),
    answer: z.string().nullable().describe('指导意见、接手后的安排，或不予提级的理由；主办单位可见'),
  })
  .meta({ id: 'Escalation' });
export type Escalation = z.infer<typeof Escalation>;

export const WorkOrderView = z
  .object({
    id: z.uuid(),
    demandId: z.uuid(),
    no: z.string(),
    state: WorkOrderState,
    closeBasis: CloseBasis.nullable(),
    demandType: DemandType,
    category: Category,
    level: Level,
    title: z.string(),
    place: PlaceRef,
    leadUnitId: z.uuid(),
    coUnitIds: z.array(z.uuid()),
    decision: Decision,
    receivedAt: z.string().describe('诉求人的时钟从此开始，不重置'),
    dispatchedAt: z.string().describe('单位的时钟从此开始'),
    dueAt: z.string().describe('单位的办理时限；延期、暂停后顺延'),
    limitMetAt: z
      .string()
      .nullable()
      .describe('办理时限前已作阶段性进展（水电气热）或各方已签约定案（复杂）的时间：从此不算逾期；到时限仍回访'),
    firstDueAt: z.string().nullable().describe('顺延前的原时限；未顺延则为空'),
    pausedSince: z.string().nullable().describe('暂停计时自'),
    pauseToReview: z.boolean().describe('正在暂停计时，待科长复核'),
    openRequest: OrderRequest.nullable().describe('待审的延期或挂账申请，或待对方单位接收的转办'),
    askedTransfer: AskedTransfer.nullable().describe('待对方单位接收的转办；此前主办单位不变'),
    escalation: Escalation.nullable().describe('最近一次提级请求：待答复的，或已有答复的'),
    completedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    reworks: z.number().int(),
    isProblemOrder: z.boolean(),
    mayCloseUnsolved: z.boolean().describe('重办次数已满而仍未解决：可以向诉求人说明原因后结案'),
    isHard: z.boolean().describe('疑难：须由科长领办，没有科长领办的不能办结'),
    gridCheck: GridCheck.nullable().describe('网格核实：不能现场核实的为空'),
    aboutUnitId: z.uuid().nullable().describe('投诉所指的单位，不主办、不核实、不回访'),
    openDisputeId: z.uuid().nullable().describe('正在审核的派单异议'),
    openLegs: z.number().int().describe('尚未返回的协办'),
    openWhistles: z.number().int().describe('为此件吹的、尚未办结的哨'),
    contactUnitId: z.uuid().nullable().describe('有事您找我：首接单位，始终是诉求人的联系人'),
    handUpStep: HandUpStep.nullable().describe('有事您找我：现在由哪一级办理'),
    mustHandUp: z.boolean().describe('有事您找我：主办单位在阶梯上，办不了只能上交，不能提派单异议'),
    isQuickFix: z.boolean().describe('社区快修：小修小补，楼栋管片员可以先办'),
    version: z.number().int(),
  })
  .meta({ id: 'WorkOrder' });
export type WorkOrderView = z.infer<typeof WorkOrderView>;

export const TimelineEntry = z
  .object({
    at: z.string(),
    type: z.string(),
    actor: z.string(),
    unitId: z.uuid().nullable(),
    publicText: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const publicText = z.string().trim().min(5, '请写给诉求人看的话，至少 5 个字').max(2000);
const onOrder = { id: z.uuid() };
/** What the unit will do, said with the first word to the complainant at the latest: 措施、责任人、时限 are owed for every case. */
const plan = {
  measure: z
    .string()
    .trim()
    .min(2, '请写明措施')
    .max(500)
    .optional()
    .describe('措施，记入台账，责任人为本人；首次联系时就应写明，没有写的计入未填措施'),
  plannedOn: z.iso.date().optional().describe('计划哪一天完成（当日 24 时）；不填就是办理时限'),
};
const illegal = ['work-order.illegal-step', 'object.not-found'] as const;

export const dispatch = {
  listWorkOrders: operation({
    name: 'dispatch.work-order.list',
    method: 'GET',
    path: '/api/work-orders',
    summary: '工单列表，先到期的在前；单位只见与己有关的',
    access: orderReaders,
    input: z.object({
      state: WorkOrderState.optional(),
      open: z.stringbool().optional(),
      request: OrderRequest.optional().describe('有待审申请的工单'),
      escalated: z.stringbool().optional().describe('有待答复的提级请求的工单'),
      unitId: z.uuid().optional(),
      no: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().optional().describe('上一页最后一条的 dueAt,id'),
    }),
    output: z.object({ workOrders: z.array(WorkOrderView) }),
  }),
  getWorkOrder: operation({
    name: 'dispatch.work-order.get',
    method: 'GET',
    path: '/api/work-orders/{id}',
    summary: '一件工单、它的全部时钟、经过、主协办各支与派单异议；协办单位只见自己的一支',
    access: orderReaders,
    input: z.object(onOrder),
    output: WorkOrderView.extend({
      clocks: z.array(ClockView),
      timeline: z.array(TimelineEntry),
      legs: z.array(LegView),
      disputes: z.array(DisputeView),
      earlierOrder: z
        .object({ id: z.uuid(), no: z.string(), state: WorkOrderState })
        .nullable()
        .describe('结案后又有新情况的，此前诉求的工单；不在查看人范围内的不列'),
    }),
  }),
  accept: operation({
    name: 'dispatch.work-order.accept',
    method: 'POST',
    path: '/api/work-orders/{id}/accept',
    summary: '签收',
    access: orderLeads,
    input: z.object(onOrder),
    output: WorkOrderView,
    errors: illegal,
  }),
  recordFirstContact: operation({
    name: 'dispatch.work-order.first-contact',
    method: 'POST',
    path: '/api/work-orders/{id}/first-contact',
    summary: '登记首次联系诉求人，并写明措施',
    access: orderLeads,
    input: z.object({ ...onOrder, note: z.string().trim().max(500).optional(), purpose: ContactPurpose.optional(), ...plan }),
    output: WorkOrderView,
    errors: [...illegal, 'due.past', 'work-order.text-private'],
  }),
  checkIn: operation({
    name: 'dispatch.work-order.check-in',
    method: 'POST',
    path: '/api/work-orders/{id}/check-in',
    summary: '到现场：地点与照片；没有照片的，水电气热的到场时限继续计',
    access: orderLeads,
    input: z.object({
      ...onOrder,
      point: z.string().trim().min(2).max(120),
      photoId: z.uuid().optional(),
      publicText: publicText.optional(),
    }),
    output: WorkOrderView,
    errors: [...illegal, 'work-order.text-private', 'image.elsewhere'],
  }),
  giveFeedback: operation({
    name: 'dispatch.work-order.feedback',
    method: 'POST',
    path: '/api/work-orders/{id}/feedback',
    summary: '向诉求人反馈',
    access: orderLeads,
    input: z.object({ ...onOrder, publicText, purpose: ContactPurpose.optional(), ...plan }),
    output: WorkOrderView,
    errors: [...illegal, 'due.past', 'work-order.text-needed', 'work-order.text-private'],
  }),
  reportProgress: operation({
    name: 'dispatch.work-order.progress',
    method: 'POST',
    path: '/api/work-orders/{id}/progress',
    summary: '阶段性进展；重新计时',
    access: orderLeads,
    input: z.object({ ...onOrder, publicText }),
    output: WorkOrderView,
    errors: [...illegal, 'work-order.text-needed', 'work-order.text-private'],
  }),
  complete: operation({
    name: 'dispatch.work-order.complete',
    method: 'POST',
    path: '/api/work-orders/{id}/complete',
    summary: '办结：结果与依据',
    access: orderLeads,
    input: z.object({
      ...onOrder,
      publicText,
      evidence: z.string().trim().min(2).max(1000),
      photoIds: z.array(z.uuid()).max(9).optional(),
      mechanism: z.string().trim().min(2).max(500).optional().describe('完善了什么机制，防止同类问题再发生'),
    }),
    output: WorkOrderView,
    errors: [
      ...illegal,
      'work-order.text-needed',
      'work-order.text-private',
      'work-order.evidence-needed',
      'work-order.legs-open',
      'work-order.whistles-open',
      'work-order.chief-needed',
      'image.elsewhere',
    ],
  }),
  raiseLevel: operation({
    name: 'dispatch.work-order.raise-level',
    method: 'POST',
    path: '/api/work-orders/{id}/level/raise',
    summary: '提级：现场发现危险，或误降的要改回；紧急时限从此刻起算，暂停和挂账随即结束。主办单位现场报告的，受理员仍须确认',
    access: { ...orderLeads, phone_desk: 'street', section_chief: 'street', street_leader: 'street' },
    input: z.object({
      ...onOrder,
      level: Level.extract(['E', 'U']),
      reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(500),
      isTrappedInLift: z.boolean().default(false).describe('电梯内有人被困：另计到场时限，并提醒拨打 119、通知维保单位'),
    }),
    output: WorkOrderView,
    errors: [...illegal, 'work-order.level-not-higher', 'work-order.own-complaint', 'work-order.text-private'],
  }),
  tellTrapped: operation({
    name: 'dispatch.work-order.tell-trapped',
    method: 'POST',
    path: '/api/work-orders/{id}/trapped',
    summary: '已按紧急办理的工单：现场发现电梯内有人被困，另计到场时限，并提醒拨打 119、通知维保单位；说过的再说不变',
    access: { ...orderLeads, phone_desk: 'street', section_chief: 'street', street_leader: 'street' },
    input: z.object(onOrder),
    output: WorkOrderView,
    errors: [...illegal, 'work-order.not-emergency', 'work-order.own-complaint'],
  }),
  verifyAtPlace: operation({
    name: 'dispatch.work-order.grid-check',
    method: 'POST',
    path: '/api/work-orders/{id}/grid-check',
    summary: '网格核实：办结当日到现场看是否办到位；没有办到位的退回重办',
    access: { community_worker: 'concerned', section_chief: 'street' },
    input: z.object({
      ...onOrder,
      isDone: z.boolean().describe('是否办到位'),
      seen: z.string().trim().min(2).max(1000).describe('现场看到的情况'),
      photoIds: z.array(z.uuid()).max(9).default([]),
    }),
    output: WorkOrderView,
    errors: [
      'object.not-found',
      'grid-check.not-owed',
      'grid-check.own-order',
      'work-order.evidence-needed',
      'work-order.text-private',
      'image.elsewhere',
    ],
  }),
  closeUnsolved: operation({
    name: 'dispatch.work-order.close-unsolved',
    method: 'POST',
    path: '/api/work-orders/{id}/close-unsolved',
    summary: '问题工单：多次重办仍未解决，向诉求人说明原因后结案',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, publicText }),
    output: WorkOrderView,
    errors: [
      ...illegal,
      'work-order.own-unit',
      'work-order.own-complaint',
      'work-order.text-needed',
      'work-order.text-private',
      'work-order.rework-not-used-up',
    ],
  }),
  nameComplainedAbout: operation({
    name: 'dispatch.work-order.complained-about',
    method: 'POST',
    path: '/api/work-orders/{id}/complained-about',
    summary: '派单之后才知道投诉的是哪个单位：记明，从此该单位回避；正由它主办的改由其上级主办。写 null 即撤销误记的',
    access: { phone_desk: 'street', section_chief: 'street', street_leader: 'street' },
    input: z.object({
      ...onOrder,
      unitId: z.uuid().nullable().describe('投诉所指的单位；写 null 即撤销'),
      reason: z.string().trim().min(2, '请写明根据').max(300).describe('根据什么，例如诉求人在电话中说明'),
    }),
    output: WorkOrderView,
    errors: [
      ...illegal,
      'unit.unknown',
      'work-order.not-open',
      'work-order.own-complaint',
      'work-order.paused',
      'work-order.request-open',
      'work-order.in-incident',
      'work-order.text-private',
    ],
  }),
  exportDispatched: operation({
    name: 'dispatch.work-order.export-dispatched',
    method: 'GET',
    path: '/api/dispatched-orders',
    summary: '抄送区中心：一天中派出的工单（.xlsx，最多 5000 件），派给谁、办到何时；文字就是文字',
    access: { phone_desk: 'street', section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({ on: z.iso.date().describe('哪一天派出的') }),
    output: z.object({ fileName: z.string(), file: z.base64(), rows: z.number().int(), isCut: z.boolean() }),
    timeoutMs: 30_000,
  }),
  assign: operation({
    name: 'dispatch.work-order.assign',
    method: 'POST',
    path: '/api/work-orders/{id}/assign',
    summary: '诉求中心把没有规则可派的工单派给单位；诉求人的时钟不变，单位的时钟从此开始',
    access: { phone_desk: 'street', section_chief: 'street', administrator: 'street' },
    input: z.object({
      ...onOrder,
      leadUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()).default([]),
      reason: z.string().trim().min(2).max(300),
      publicText: MovedText,
    }),
    output: WorkOrderView,
    errors: [
      ...illegal,
      'work-order.text-needed',
      'work-order.text-private',
      'unit.unknown',
      'work-order.community-not-lead',
      'work-order.complained-about',
      'work-order.own-complaint',
      'work-order.in-dispute',
    ],
  }),
  previewDispatch: operation({
    name: 'dispatch.directory.preview',
    method: 'POST',
    path: '/api/directory/preview',
    summary: '派单之前：按现行目录会派给哪个单位、为什么；不派单，不保存',
    access: { phone_desk: 'street', section_chief: 'street', administrator: 'street' },
    input: z.object({
      ...{ category: Category, demandType: DemandType, level: Level, place: PlaceRef },
      channel: Channel.optional().describe('有事您找我试点可以只含部分渠道；不写的不按试点'),
    }),
    output: z.object({
      ...{ leadUnitId: z.uuid(), coUnitIds: z.array(z.uuid()), level: Level, decision: Decision },
      contactUnitId: z.uuid().nullable().describe('有事您找我试点的首接单位；不在试点的为空'),
    }),
    errors: ['street.unknown'],
  }),
  ...directory,
};

const clockFired = z.object({
  orderId: z.uuid(),
  code: DeadlineCode,
  stage: z.number().int(),
  kind: z.enum(['warning', 'breach', 'after']),
  tell: z.array(z.string()),
  dueAt: z.string(),
  skippedStages: z.number().int(),
  leadUnitId: z.uuid(),
  no: z.string(),
  level: Level.optional(),
  owedBy: z.uuid().optional().describe('该由主办单位以外的单位答复的，是哪个单位'),
  isAccepted: z.boolean().optional().describe('是否已有人签收'),
  isMet: z.boolean().optional().describe('时限前已作阶段性进展或已签约定案：不算逾期，不通知'),
  inChargeId: z.string().optional().describe('该通知分管或包片领导的：此件归哪位领导'),
  goesOn: z.literal(true).optional().describe('最后一级已到而仍未完成：此项时限从此重新起算'),
  callsBack: z.uuid().optional().describe('办理时限已到，应当回访的诉求（条例第二十三条）'),
  lacksMeasure: z.literal(true).optional().describe('办理时限第一次提醒时，主办单位还没有写明措施、责任人'),
  ...countedBy,
});

export const dispatchEvents = {
  dispatched: event(
    'dispatch.work-order.dispatched.v1',
    '已派单',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      leadUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()),
      level: Level,
      category: Category,
      place: PlaceRef,
      receivedAt: z.string(),
      dispatchedAt: z.string(),
      dueAt: z.string(),
      decision: Decision,
      demandType: DemandType.optional(),
      contactUnitId: z.uuid().optional().describe('有事您找我：首接单位'),
      handUpStep: HandUpStep.optional(),
      incidentId: z.uuid().optional().describe('突发事件的一部分，不另派任务'),
      parentOrderId: z.uuid().optional().describe('回看未通过的工单'),
      earlierDemandId: z.uuid().nullish().describe('结案后又有新情况的，此前的诉求'),
      isRaining: z.boolean().optional(),
      aboutUnitId: z.uuid().optional().describe('投诉所指的单位'),
      inChargeId: z.string().optional().describe('紧急工单：此件归哪位包片领导'),
      quickFixBy: z.string().optional().describe('社区快修：这栋楼的管片员'),
      ...countedBy,
    }),
  ),
  complainedAboutNamed: event(
    'dispatch.work-order.complained-about-named.v1',
    '记明投诉所指的单位',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      aboutUnitId: z.uuid().nullable().describe('为空：撤销误记的'),
      leadUnitId: z.uuid().describe('此后主办的单位'),
      coUnitIds: z.array(z.uuid()).optional().describe('挂账或协商中的工单就此改由他处主办的，此后的协办单位；其余的见转办'),
      namedAt: z.string(),
    }),
  ),
  assigned: event(
    'dispatch.work-order.assigned.v1',
    '诉求中心指派',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      leadUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()),
      assignedAt: z.string(),
      dueAt: z.string(),
      reason: z.string(),
      publicText: z.string().optional().describe('给诉求人看的话'),
      ...countedBy,
    }),
  ),
  imported: event(
    'dispatch.work-order.imported.v1',
    '历史工单进入办理库',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      state: WorkOrderState,
      leadUnitId: z.uuid(),
      category: Category,
      place: PlaceRef,
      receivedAt: z.string(),
      dueAt: z.string(),
      completedAt: z.string().nullable(),
      level: Level.optional(),
      demandType: DemandType.optional(),
      ...countedBy,
    }),
  ),
  accepted: event(
    'dispatch.work-order.accepted.v1',
    '已签收',
    z.object({ demandId: z.uuid(), leadUnitId: z.uuid(), acceptedAt: z.string(), ...countedBy }),
  ),
  contacted: event(
    'dispatch.work-order.contacted.v1',
    '已首次联系',
    z.object({ demandId: z.uuid(), contactedAt: z.string(), purpose: ContactPurpose.optional() }),
  ),
  checkedIn: event(
    'dispatch.work-order.checked-in.v1',
    '已到现场',
    z.object({
      demandId: z.uuid(),
      point: z.string(),
      publicText: z.string().nullable(),
      checkedInAt: z.string(),
      hasPhoto: z.boolean().optional().describe('是否附有照片；没有照片的，水电气热的到场时限继续计'),
    }),
  ),
  fedBack: event(
    'dispatch.work-order.fed-back.v1',
    '已反馈诉求人',
    z.object({
      demandId: z.uuid(),
      publicText: z.string(),
      fedBackAt: z.string(),
      purpose: ContactPurpose.optional(),
      state: WorkOrderState.optional().describe('单位反馈后的状态；系统代为告知的不写'),
      byContact: z.literal(true).optional().describe('首接单位以联系人身份告知：主办单位该做的照旧该做'),
    }),
  ),
  progressed: event(
    'dispatch.work-order.progressed.v1',
    '阶段性进展',
    z.object({
      demandId: z.uuid(),
      publicText: z.string(),
      progressedAt: z.string(),
      isFeedback: z.literal(true).optional().describe('也是对诉求人的反馈'),
      limitMetAt: z.string().optional().describe('就此在时限之内'),
      ...countedBy,
    }),
  ),
  completed: event(
    'dispatch.work-order.completed.v1',
    '单位办结',
    z.object({
      demandId: z.uuid(),
      leadUnitId: z.uuid(),
      publicText: z.string(),
      completedAt: z.string(),
      round: z.number().int(),
      handledBy: z.string().describe('经办账号，用于回避'),
      gridCheck: GridCheck.optional(),
      changesMechanism: z.literal(true).optional().describe('就此完善了机制'),
      ...countedBy,
    }),
  ),
  /** What logs from before `callsBack` say beside the clock that fired. It is read, and told no more. */
  dueReached: event(
    'dispatch.work-order.due-reached.v1',
    '办理时限已到，应当回访（较早的记录；现随时限超时一并记录）',
    z.object({ demandId: z.uuid(), leadUnitId: z.uuid(), dueAt: z.string() }),
  ),
  reworked: event(
    'dispatch.work-order.reworked.v1',
    '重办',
    z.object({
      demandId: z.uuid(),
      leadUnitId: z.uuid(),
      reworks: z.number().int(),
      isProblemOrder: z.boolean(),
      reason: z.string(),
      dueAt: z.string(),
      because: z.enum(['CALLBACK', 'GRID_CHECK']).optional().describe('不写的为回访'),
      toUnitId: z.uuid().optional().describe('主办单位应当回避的，随即转由其重办的单位'),
      limit: DeadlineCode.optional().describe('按哪一项时限计；不写的为重办时限'),
      needsChief: z.literal(true).optional().describe('疑难而无科长领办：领办时限从此起算'),
      ...countedBy,
    }),
  ),
  gridChecked: event(
    'dispatch.work-order.grid-checked.v1',
    '网格核实',
    z.object({ demandId: z.uuid(), leadUnitId: z.uuid(), gridCheck: GridCheck, round: z.number().int(), checkedAt: z.string() }),
  ),
  closed: event(
    'dispatch.work-order.closed.v1',
    '结案',
    z.object({
      demandId: z.uuid(),
      leadUnitId: z.uuid(),
      state: WorkOrderState,
      basis: CloseBasis,
      callbackId: z.uuid().nullable(),
      closedAt: z.string(),
      no: z.string().optional(),
      offersSweep: z.literal(true).optional().describe('值得举一反三：请科长看有无相像的地点要排查'),
    }),
  ),
  sitePhotoSeen: event(
    'dispatch.work-order.site-photo-seen.v1',
    '到场照片已收到',
    z.object({ demandId: z.uuid(), photoId: z.uuid(), checkedInAt: z.string() }),
  ),
  clockFired: event('dispatch.work-order.clock-fired.v1', '时限提醒或超时', clockFired),
  clockRecounted: event('dispatch.work-order.clock-recounted.v1', '日历公布后重新计算暂定时限', z.object(recounted)),
  ...directoryEvents,
};
