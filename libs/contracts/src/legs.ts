import { z } from 'zod';
import { Channel, DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { MovedText } from './moved-text.js';
import { operation } from './operation.js';
import { orderLeads, type Access } from './roles.js';
import { countedBy } from './time-limits.js';

/** States of a co-unit's leg (协办): asked, taken on, and how it ended. */
export const legStates = ['OPEN', 'ACCEPTED', 'RETURNED', 'EXPLAINED', 'WAIVED', 'ENDED'] as const;
export const LegState = z.enum(legStates).meta({ id: 'LegState' });
export type LegState = z.infer<typeof LegState>;

/** Why a co-unit's clock is told of its lead's (条例第十四条): what happened to the lead's time. */
export const leadMoves = [
  'EXTENDED',
  'PAUSED',
  'RESUMED',
  'TAKEN_BACK',
  'SUSPENDED',
  'SUSPENSION_ENDED',
  'LOWERED',
  'RAISED',
  'RECOUNTED',
] as const;
export const LeadMove = z.enum(leadMoves).meta({ id: 'LeadMove' });
export type LeadMove = z.infer<typeof LeadMove>;

/** What a co-unit brings back to the lead: the result, or the reason why there is none yet with a stage report (条例第十四条). */
export const legOutcomes = ['RESULT', 'REASON'] as const;
export const LegOutcome = z.enum(legOutcomes).meta({ id: 'LegOutcome' });
export type LegOutcome = z.infer<typeof LegOutcome>;

/** Rungs of 有事您找我: the firm, the community, the section of the street, the whistle. */
export const handUpSteps = ['FIRM', 'COMMUNITY', 'SECTION', 'WHISTLE'] as const;
export const HandUpStep = z.enum(handUpSteps).meta({ id: 'HandUpStep' });
export type HandUpStep = z.infer<typeof HandUpStep>;

/** A part of an order: the lead's, or a co-unit's with its own clock, report and evidence. */
export const LegView = z
  .object({
    id: z.uuid().describe('主办一支的编号即工单编号'),
    orderId: z.uuid(),
    no: z.string(),
    role: z.enum(['LEAD', 'CO']),
    unitId: z.uuid(),
    leadUnitId: z.uuid(),
    task: z.string().nullable(),
    state: LegState,
    startedAt: z.string(),
    dueAt: z.string(),
    isOverdue: z.boolean(),
    acceptedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    report: z.string().nullable().describe('结果，或未能办成的原因'),
    stageReport: z.string().nullable().describe('说明原因的，附阶段性报告'),
    evidence: z.string().nullable(),
    photoIds: z.array(z.uuid()),
  })
  .meta({ id: 'Leg' });
export type LegView = z.infer<typeof LegView>;

/** One rung of the ladder. Firm and community are those of the place; the section is named. */
export const HandUpRung = z.discriminatedUnion('step', [
  z.object({ step: z.literal('FIRM') }),
  z.object({ step: z.literal('COMMUNITY') }),
  z.object({ step: z.literal('SECTION'), unitId: z.uuid() }),
  z.object({ step: z.literal('WHISTLE') }),
]);
export type HandUpRung = z.infer<typeof HandUpRung>;

/** Which demands a street runs by 有事您找我 from a day on, and the ladder they are handed up. */
export const HandUpPilot = z
  .object({
    from: z.iso.date(),
    estateIds: z.array(z.uuid()).max(1000).describe('试点小区；空表示自该日起停止试点'),
    channels: z.array(Channel).default([]).describe('空表示全部渠道'),
    categories: z.array(z.array(z.string()).min(1).max(3)).default([]).describe('分类路径；空表示全部分类'),
    levels: z.array(Level).default(['U', 'N', 'C']).describe('紧急的按紧急办理，不在此列'),
    ladder: z.array(HandUpRung).min(2).max(4),
    source: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'HandUpPilot' });
export type HandUpPilot = z.infer<typeof HandUpPilot>;

const coUnits: Access = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  section_chief: 'concerned',
};
const words = z.string().trim().min(2).max(2000);
const onOrder = { id: z.uuid() };
const onLeg = { ...onOrder, legId: z.uuid() };
const legRefusals = ['object.not-found', 'leg.illegal-step', 'work-order.text-private'] as const;

export const legs = {
  addLeg: operation({
    name: 'dispatch.leg.add',
    method: 'POST',
    path: '/api/work-orders/{id}/legs',
    summary: '加派协办单位，写明请它做什么',
    access: orderLeads,
    input: z.object({ ...onOrder, unitId: z.uuid(), task: words.max(300), publicText: MovedText }),
    output: LegView,
    errors: [
      'object.not-found',
      'work-order.illegal-step',
      'work-order.text-needed',
      'work-order.text-private',
      'unit.unknown',
      'leg.lead-itself',
      'leg.already-open',
      'work-order.in-incident',
    ],
    success: 201,
  }),
  acceptLeg: operation({
    name: 'dispatch.leg.accept',
    method: 'POST',
    path: '/api/work-orders/{id}/legs/{legId}/accept',
    summary: '协办单位签收自己的一支',
    access: coUnits,
    input: z.object(onLeg),
    output: LegView,
    errors: legRefusals,
  }),
  returnLeg: operation({
    name: 'dispatch.leg.return',
    method: 'POST',
    path: '/api/work-orders/{id}/legs/{legId}/return',
    summary: '协办单位向主办单位反馈结果；未能办成的，说明原因并附阶段性报告（条例第十四条）',
    access: coUnits,
    input: z
      .object({
        ...onLeg,
        outcome: LegOutcome,
        report: words,
        stageReport: words.optional(),
        evidence: z.string().trim().max(1000).optional(),
        photoIds: z.array(z.uuid()).max(9).default([]),
      })
      .refine(({ outcome, stageReport }) => outcome === 'RESULT' || stageReport !== undefined, {
        path: ['stageReport'],
        message: '说明原因的，请附阶段性报告',
      }),
    output: LegView,
    errors: [...legRefusals, 'work-order.evidence-needed', 'image.elsewhere'],
  }),
  waiveLeg: operation({
    name: 'dispatch.leg.waive',
    method: 'POST',
    path: '/api/work-orders/{id}/legs/{legId}/waive',
    summary: '主办单位免去一支协办，写明理由',
    access: orderLeads,
    input: z.object({ ...onLeg, reason: words.max(300) }),
    output: LegView,
    errors: legRefusals,
  }),
  listLegs: operation({
    name: 'dispatch.leg.list',
    method: 'GET',
    path: '/api/legs',
    summary: '协办事项，先到期的在前；单位只见自己的',
    access: {
      ...coUnits,
      phone_desk: 'street',
      section_chief: 'street',
      street_leader: 'street',
      inspector: 'street',
      administrator: 'street',
    },
    input: z.object({
      open: z.stringbool().default(true),
      unitId: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().optional().describe('上一页最后一条的 dueAt,id'),
    }),
    output: z.object({ legs: z.array(LegView) }),
  }),
  handUp: operation({
    name: 'dispatch.work-order.hand-up',
    method: 'POST',
    path: '/api/work-orders/{id}/hand-up',
    summary: '有事您找我：自己解决不了的，写明理由上交一级，并告知诉求人；首接单位仍是联系人',
    access: orderLeads,
    input: z.object({
      ...onOrder,
      reason: words.max(500),
      publicText: z.string().trim().min(5, '请写给诉求人看的话，至少 5 个字').max(2000),
    }),
    output: z.object({
      id: z.uuid(),
      state: WorkOrderState,
      step: HandUpStep,
      leadUnitId: z.uuid(),
      contactUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()),
    }),
    errors: [
      'object.not-found',
      'work-order.illegal-step',
      'work-order.text-needed',
      'work-order.text-private',
      'hand-up.not-this-kind',
      'hand-up.at-the-top',
    ],
  }),
  getHandUpPilots: operation({
    name: 'dispatch.hand-up-pilot.list',
    method: 'GET',
    path: '/api/hand-up-pilots',
    summary: '有事您找我试点：各次发布的小区、渠道与上交阶梯',
    access: { phone_desk: 'street', section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({ pilots: z.array(HandUpPilot.extend({ version: z.number().int() })) }),
  }),
  publishHandUpPilot: operation({
    name: 'dispatch.hand-up-pilot.publish',
    method: 'PUT',
    path: '/api/hand-up-pilots',
    summary: '发布有事您找我试点，自某日起生效；已派的工单按派单时的阶梯',
    access: { administrator: 'street' },
    input: HandUpPilot,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['hand-up.invalid', 'unit.unknown'],
  }),
};

const leg = { orderId: z.uuid(), demandId: z.uuid(), no: z.string(), unitId: z.uuid(), leadUnitId: z.uuid() };
const onWorkOrder = { demandId: z.uuid(), legId: z.uuid(), unitId: z.uuid(), leadUnitId: z.uuid(), state: WorkOrderState };

export const legEvents = {
  coUnitAdded: event(
    'dispatch.work-order.co-unit-added.v1',
    '加派协办',
    z.object({
      ...onWorkOrder,
      coUnitIds: z.array(z.uuid()),
      publicText: z.string().optional().describe('给诉求人看的话'),
      addedAt: z.string(),
    }),
  ),
  coUnitDone: event(
    'dispatch.work-order.co-unit-done.v1',
    '一支协办已返回或免去',
    z.object({ ...onWorkOrder, how: LegState, openLegs: z.number().int(), doneAt: z.string() }),
  ),
  handedUp: event(
    'dispatch.work-order.handed-up.v1',
    '有事您找我：上交一级',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      fromUnitId: z.uuid(),
      toUnitId: z.uuid().describe('到“吹哨”一级时，仍由原科室主办'),
      coUnitIds: z.array(z.uuid()),
      contactUnitId: z.uuid(),
      fromStep: HandUpStep,
      step: HandUpStep,
      state: WorkOrderState,
      publicText: z.string(),
      handedUpAt: z.string(),
      ...countedBy,
    }),
  ),
  legOpened: event(
    'dispatch.leg.opened.v1',
    '协办开始',
    z.object({ ...leg, startedAt: z.string(), leadDueAt: z.string(), dueAt: z.string(), ...countedBy }),
  ),
  legAccepted: event('dispatch.leg.accepted.v1', '协办单位签收', z.object({ ...leg, acceptedAt: z.string() })),
  legReturned: event(
    'dispatch.leg.returned.v1',
    '协办单位向主办单位反馈',
    z.object({ ...leg, outcome: LegOutcome, returnedAt: z.string() }),
  ),
  legWaived: event('dispatch.leg.waived.v1', '主办单位免去协办', z.object({ ...leg, waivedAt: z.string() })),
  legHandedOver: event(
    'dispatch.leg.handed-over.v1',
    '主办单位更换，协办继续，向新的主办单位反馈',
    z.object({ ...leg, fromLeadUnitId: z.uuid(), handedOverAt: z.string() }),
  ),
  legFollowed: event(
    'dispatch.leg.clock-followed.v1',
    '主办时限变动，协办时限随之',
    z.object({
      ...leg,
      because: LeadMove,
      oldDueAt: z.string(),
      dueAt: z.string(),
      leadDueAt: z.string(),
      until: z.string().nullable().describe('暂停或挂账至何时'),
      pausedAt: z.string().optional().describe('收回所延时间的那次暂停从何时开始'),
      followedAt: z.string(),
    }),
  ),
  legEnded: event('dispatch.leg.ended.v1', '协办随工单改派或结案而结束', z.object({ ...leg, endedAt: z.string() })),
  legClockFired: event(
    'dispatch.leg.clock-fired.v1',
    '协办时限提醒或超时',
    z.object({
      ...leg,
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      level: Level.optional().describe('工单的级别：紧急的不等免打扰时段结束'),
      inChargeId: z.string().optional().describe('该通知分管或包片领导的：归哪位领导'),
    }),
  ),
  handUpPilotPublished: event(
    'dispatch.hand-up-pilot.published.v1',
    '有事您找我试点发布',
    z.object({ pilotVersion: z.number().int(), from: z.string(), estates: z.number().int() }),
  ),
};
