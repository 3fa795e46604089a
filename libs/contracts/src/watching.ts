import { z } from 'zod';
import { ChainSeat, DeadlineCode, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { Category, PlaceRef } from './intake.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';
import { countedBy, recounted } from './time-limits.js';

/** Categories whose solved orders are looked at again (回看): leaks and drains come back with time and rain. Deeper categories are within. */
export const watchedCategories = [
  {
    from: '2020-01-01',
    value: [
      { category: ['物业管理', '房屋维修', '房屋漏雨渗水'], checks: ['T7', 'T30', 'RAIN'] },
      { category: ['水电气热', '排水'], checks: ['T7', 'T30', 'RAIN'] },
      { category: ['城市管理', '积水内涝'], checks: ['T7', 'T30', 'RAIN'] },
    ],
    unit: 'category',
    source: 'S1, S2',
  },
] as const;

/** What is handled within 30 minutes while it rains (RAIN_DRAIN). */
export const drainageCategories = [
  {
    from: '2020-01-01',
    value: [
      ['水电气热', '排水'],
      ['城市管理', '积水内涝'],
    ],
    unit: 'category',
    source: 'S3',
  },
] as const;

/** A look in so many days before its due time counts as that look; earlier would only see the fresh repair. */
export const watchWindow = { from: '2020-01-01', value: 3, unit: 'days', source: 'P' } as const;

/** When a solved order is looked at again: after 7 days, after 30 days, at the first rain. */
export const watchKinds = ['T7', 'T30', 'RAIN'] as const;
export const WatchKind = z.enum(watchKinds).meta({ id: 'WatchKind' });
export type WatchKind = z.infer<typeof WatchKind>;

/** A look again: waits for rain, is to be done, has passed, has failed, or is not needed any more. */
export const watchStates = ['WAITING', 'OPEN', 'PASSED', 'FAILED', 'DROPPED'] as const;
export const WatchState = z.enum(watchStates).meta({ id: 'WatchState' });
export type WatchState = z.infer<typeof WatchState>;

export const WatchCheck = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    no: z.string(),
    kind: WatchKind,
    state: WatchState,
    category: Category,
    place: PlaceRef,
    unitId: z.uuid(),
    openFrom: z.string().nullable(),
    dueAt: z.string().nullable().describe('等待降雨的尚无到期时间'),
    note: z.string().nullable(),
    photoIds: z.array(z.uuid()),
    checkedAt: z.string().nullable(),
    childOrderId: z.uuid().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'WatchCheck' });
export type WatchCheck = z.infer<typeof WatchCheck>;

export const sweepCheckStates = ['OPEN', 'FOUND', 'NOT_FOUND'] as const;
export const SweepCheckState = z.enum(sweepCheckStates).meta({ id: 'SweepCheckState' });
export type SweepCheckState = z.infer<typeof SweepCheckState>;

/** A place to be checked because it is like one where something was wrong. */
export const SweepPlace = z
  .object({
    estateId: z.uuid(),
    buildingId: z.uuid().nullable().default(null),
    unitId: z.uuid().describe('由谁去查：社区或物业'),
    reason: z.string().trim().min(2).max(300),
  })
  .meta({ id: 'SweepPlace' });
export type SweepPlace = z.infer<typeof SweepPlace>;

export const SweepCheck = z
  .object({
    id: z.uuid(),
    sweepId: z.uuid(),
    category: z.array(z.string()),
    estateId: z.uuid(),
    buildingId: z.uuid().nullable(),
    unitId: z.uuid(),
    reason: z.string(),
    state: SweepCheckState,
    dueAt: z.string(),
    note: z.string().nullable(),
    photoIds: z.array(z.uuid()),
    checkedAt: z.string().nullable(),
    demandNo: z.string().nullable().describe('据此登记的诉求编号'),
    handledOnSpot: z.boolean().describe('发现的问题当场处理好了'),
    patrol: z
      .object({ operation: z.string(), channel: z.literal('PATROL'), category: z.array(z.string()), place: PlaceRef })
      .nullable()
      .describe('发现问题：用这个操作登记一件巡查诉求'),
    version: z.number().int(),
  })
  .meta({ id: 'SweepCheck' });
export type SweepCheck = z.infer<typeof SweepCheck>;

export const SimilarSweep = z
  .object({
    id: z.uuid(),
    category: z.array(z.string()),
    orderId: z.uuid().nullable(),
    incidentId: z.uuid().nullable(),
    checks: z.number().int(),
    found: z.number().int(),
    notFound: z.number().int(),
    openFinds: z.number().int().describe('发现了问题、还没有登记诉求也没有当场处理的'),
    isDone: z.boolean().describe('各处都查过，发现的都已登记诉求或当场处理'),
    openedAt: z.string(),
    doneAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'SimilarSweep' });
export type SimilarSweep = z.infer<typeof SimilarSweep>;

/** Which estates are alike: built within so many years of each other; and how far back orders of the same matter count. */
export const likeness = [
  { from: '2020-01-01', value: { builtWithinYears: 5, historyDays: 365 }, unit: 'years, days', source: 'P' },
] as const;

export const dutyKinds = ['CHECK', 'OUTREACH', 'SHIFT'] as const;
export const DutyKind = z.enum(dutyKinds).meta({ id: 'DutyKind' });
export type DutyKind = z.infer<typeof DutyKind>;

export const dutyStates = ['OPEN', 'DONE', 'MISSED', 'DONE_LATE'] as const;
export const DutyState = z.enum(dutyStates).meta({ id: 'DutyState' });
export type DutyState = z.infer<typeof DutyState>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻应形如 08:30');

/**
 * On which days a duty recurs, in Beijing time. A month's day that a month has not is its last. `onDayOff`: what becomes of a day that is not
 * worked: it stays, is left out, or moves to the next working day; two that meet there are one.
 */
export const DutyRule = z
  .object({
    every: z.enum(['DAY', 'WEEK', 'MONTH']),
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]).describe('每周：1 为周一'),
    monthDays: z.array(z.number().int().min(1).max(31)).max(31).default([]).describe('每月：31 即月末'),
    months: z.array(z.number().int().min(1).max(12)).max(12).optional().describe('每月：只在这些月份，如每季度首月；不写就是每个月'),
    onDayOff: z.enum(['KEEP', 'SKIP', 'NEXT_WORKING_DAY']).default('KEEP'),
    startsAt: clockTime,
    endsAt: clockTime.describe('不晚于开始时刻的，到次日'),
  })
  .meta({ id: 'DutyRule' });
export type DutyRule = z.infer<typeof DutyRule>;

/** Who is on duty from when until when; one shift may be handed on (替班), and who has had it stays to be seen. */
export const DutyTurn = z.object({ accountId: z.string(), from: z.string(), until: z.string() }).meta({ id: 'DutyTurn' });
export type DutyTurn = z.infer<typeof DutyTurn>;

export const DutyPlan = z
  .object({
    id: z.uuid(),
    kind: DutyKind,
    title: z.string(),
    unitId: z.uuid(),
    point: z.string().nullable(),
    rule: DutyRule,
    rota: z.array(z.string()).describe('值班表：账号依次轮值'),
    seat: ChainSeat.nullable().describe('值班席位：当班的人代行超时链的哪个席位；H 为本单位承办人'),
    from: z.string(),
    until: z.string().nullable(),
    isActive: z.boolean(),
    nextOn: z.string().nullable(),
    orderId: z.uuid().nullable().describe('为一件工单而设的，如结案后的定期复查'),
    version: z.number().int(),
  })
  .meta({ id: 'DutyPlan' });
export type DutyPlan = z.infer<typeof DutyPlan>;

export const Duty = z
  .object({
    id: z.uuid(),
    planId: z.uuid(),
    kind: DutyKind,
    title: z.string(),
    unitId: z.uuid(),
    point: z.string().nullable(),
    onDuty: z.string().nullable().describe('当班账号'),
    seat: ChainSeat.nullable().describe('当班的人代行超时链的哪个席位'),
    turns: z.array(DutyTurn).describe('谁从何时到何时当班，含替班'),
    on: z.string(),
    startsAt: z.string(),
    dueAt: z.string(),
    state: DutyState,
    note: z.string().nullable(),
    doneAt: z.string().nullable(),
    orderId: z.uuid().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Duty' });
export type Duty = z.infer<typeof Duty>;

export const RainView = z
  .object({ isOn: z.boolean(), since: z.string().nullable(), until: z.string().nullable(), version: z.number().int() })
  .meta({ id: 'Rain' });
export type RainView = z.infer<typeof RainView>;

const units: Access = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  phone_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const checkers: Access = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  department_handler: 'concerned',
  section_chief: 'street',
};
/** Each unit keeps its own rosters: a firm's manager, a utility's or an office's duty desk. */
const dutyPlanners: Access = {
  section_chief: 'street',
  administrator: 'street',
  community_worker: 'lead',
  firm_manager: 'lead',
  department_handler: 'lead',
};

const one = { id: z.uuid() };
const note = z.string().trim().min(2).max(500);
const photoIds = z.array(z.uuid()).max(9).default([]);
const page = { limit: z.coerce.number().int().min(1).max(200).default(50) };
const told = ['object.not-found', 'work-order.text-private'] as const;

export const watching = {
  sweepCandidates: operation({
    name: 'dispatch.sweep.candidates',
    method: 'GET',
    path: '/api/sweeps/candidates',
    summary: '举一反三：与这件工单或突发事件相像的地点，每处说明为什么',
    access: { ...checkers, phone_desk: 'street' },
    input: z.object({ orderId: z.uuid().optional(), incidentId: z.uuid().optional() }),
    output: z.object({
      places: z.array(
        z.object({
          estateId: z.uuid(),
          buildingId: z.uuid().nullable(),
          name: z.string(),
          unitId: z.uuid().describe('建议由谁去查'),
          reason: z.string(),
          likeness: z.number().int(),
        }),
      ),
    }),
    errors: ['object.not-found'],
  }),
  openSweep: operation({
    name: 'dispatch.sweep.open',
    method: 'POST',
    path: '/api/sweeps',
    summary: '发起举一反三：给每一处地点派一个排查任务',
    access: { section_chief: 'street', phone_desk: 'street' },
    input: z.object({
      id: z.uuid(),
      orderId: z.uuid().optional(),
      incidentId: z.uuid().optional(),
      places: z.array(SweepPlace).min(1).max(300),
    }),
    output: SimilarSweep.extend({ tasks: z.array(SweepCheck) }),
    errors: [...told, 'unit.unknown', 'incident.place-unknown', 'sweep.source-open', 'sweep.place-asked'],
    success: 201,
  }),
  listSweeps: operation({
    name: 'dispatch.sweep.list',
    method: 'GET',
    path: '/api/sweeps',
    summary: '举一反三及其成果',
    access: units,
    input: z.object(page),
    output: z.object({ sweeps: z.array(SimilarSweep) }),
  }),
  getSweep: operation({
    name: 'dispatch.sweep.get',
    method: 'GET',
    path: '/api/sweeps/{id}',
    summary: '一次举一反三与它的排查任务；单位只见自己的任务',
    access: units,
    input: z.object(one),
    output: SimilarSweep.extend({ tasks: z.array(SweepCheck) }),
    errors: ['object.not-found'],
  }),
  recordSweepCheck: operation({
    name: 'dispatch.sweep-check.record',
    method: 'POST',
    path: '/api/sweep-checks/{id}/record',
    summary: '登记排查结果：发现或未发现；发现的可登记巡查诉求',
    access: checkers,
    input: z.object({
      ...{ ...one, found: z.boolean(), note, photoIds, demandNo: z.string().trim().max(40).optional() },
      handledOnSpot: z.boolean().optional().describe('发现的问题当场处理好了，不必登记诉求'),
    }),
    output: SweepCheck,
    errors: [...told, 'check.recorded'],
  }),
  linkSweepDemand: operation({
    name: 'dispatch.sweep-check.link-demand',
    method: 'POST',
    path: '/api/sweep-checks/{id}/demand',
    summary: '补记据此登记的诉求编号',
    access: checkers,
    input: z.object({ ...one, demandNo: z.string().trim().min(2).max(40) }),
    output: SweepCheck,
    errors: [...told, 'check.not-found-there'],
  }),
  listWatchChecks: operation({
    name: 'dispatch.watch-check.list',
    method: 'GET',
    path: '/api/watch-checks',
    summary: '回看任务，先到期的在前',
    access: units,
    input: z.object({ ...page, orderId: z.uuid().optional(), state: WatchState.optional() }),
    output: z.object({ checks: z.array(WatchCheck) }),
  }),
  recordWatchCheck: operation({
    name: 'dispatch.watch-check.record',
    method: 'POST',
    path: '/api/watch-checks/{id}/record',
    summary: '登记回看结果；全部通过即归档，未通过的另立一件关联工单',
    access: checkers,
    input: z.object({ ...one, passed: z.boolean(), note, photoIds }),
    output: WatchCheck,
    errors: [...told, 'check.recorded', 'check.too-early', 'check.complained-about', 'check.own-order', 'image.elsewhere'],
  }),
  getRain: operation({
    name: 'dispatch.rain.get',
    method: 'GET',
    path: '/api/rain',
    summary: '雨季应急是否开启',
    access: units,
    input: z.object({}),
    output: RainView,
  }),
  declareRain: operation({
    name: 'dispatch.rain.declare',
    method: 'POST',
    path: '/api/rain/declare',
    summary: '宣布降雨：排水诉求按雨天时限处置，等雨的回看任务开始计时',
    access: { phone_desk: 'street', section_chief: 'street', street_leader: 'street' },
    input: z.object({}),
    output: RainView,
    errors: ['rain.already'],
  }),
  endRain: operation({
    name: 'dispatch.rain.end',
    method: 'POST',
    path: '/api/rain/end',
    summary: '降雨结束',
    access: { phone_desk: 'street', section_chief: 'street', street_leader: 'street' },
    input: z.object({}),
    output: RainView,
    errors: ['rain.already'],
  }),
  planDuty: operation({
    name: 'dispatch.duty-plan.create',
    method: 'POST',
    path: '/api/duty-plans',
    summary: '建立周期任务：检查、民意接待日、值班表',
    access: dutyPlanners,
    input: z.object({
      ...one,
      kind: DutyKind,
      title: z.string().trim().min(2).max(80),
      unitId: z.uuid(),
      point: z.string().trim().max(120).optional(),
      rule: DutyRule,
      rota: z.array(z.string().min(1).max(80)).max(60).default([]),
      seat: ChainSeat.optional().describe('只用于值班表：当班的人代行的席位；H 以外的席位由管理员安排'),
      from: z.iso.date().optional().describe('缺省为今天'),
      until: z.iso.date().optional(),
      orderId: z.uuid().optional().describe('为哪一件工单；须是本人看得到的'),
    }),
    output: DutyPlan,
    errors: ['object.not-found', 'unit.unknown', 'duty.rule-empty', 'duty.rota-needed', 'access.denied', 'work-order.text-private'],
    success: 201,
  }),
  endDutyPlan: operation({
    name: 'dispatch.duty-plan.end',
    method: 'POST',
    path: '/api/duty-plans/{id}/end',
    summary: '停止一项周期任务；已产生的仍须完成',
    access: dutyPlanners,
    input: z.object(one),
    output: DutyPlan,
    errors: ['object.not-found'],
  }),
  listDutyPlans: operation({
    name: 'dispatch.duty-plan.list',
    method: 'GET',
    path: '/api/duty-plans',
    summary: '周期任务一览',
    access: units,
    input: z.object({ unitId: z.uuid().optional(), orderId: z.uuid().optional() }),
    output: z.object({ plans: z.array(DutyPlan) }),
  }),
  listDuties: operation({
    name: 'dispatch.duty.list',
    method: 'GET',
    path: '/api/duties',
    summary: '到期的周期任务；给出时刻即查当时谁在岗',
    access: units,
    input: z.object({
      ...page,
      unitId: z.uuid().optional(),
      planId: z.uuid().optional(),
      state: DutyState.optional(),
      at: z.iso.datetime({ offset: true }).optional(),
    }),
    output: z.object({ duties: z.array(Duty) }),
  }),
  doDuty: operation({
    name: 'dispatch.duty.done',
    method: 'POST',
    path: '/api/duties/{id}/done',
    summary: '登记完成，附记录；逾期补做的如实记为补做',
    access: checkers,
    input: z.object({ ...one, note }),
    output: Duty,
    errors: [...told, 'check.recorded', 'check.too-early'],
  }),
  relieveDuty: operation({
    name: 'dispatch.duty.relieve',
    method: 'POST',
    path: '/api/duties/{id}/relief',
    summary: '替班：从现在起（尚未开始的，从开始起）由另一个账号当班',
    access: dutyPlanners,
    input: z.object({ ...one, accountId: z.string().min(1).max(80) }),
    output: Duty,
    errors: ['object.not-found', 'duty.no-shift', 'access.denied'],
  }),
};

const clockFired = {
  title: z.string(),
  code: DeadlineCode,
  stage: z.number().int(),
  kind: z.enum(['warning', 'breach', 'after']),
  tell: z.array(z.string()),
  dueAt: z.string(),
  skippedStages: z.number().int(),
  unitId: z.uuid(),
};

export const watchingEvents = {
  sweepOpened: event(
    'dispatch.sweep.opened.v1',
    '举一反三',
    z.object({
      category: z.array(z.string()),
      orderId: z.uuid().nullable(),
      incidentId: z.uuid().nullable(),
      checks: z.number().int(),
      openedAt: z.string(),
    }),
  ),
  sweepCounted: event(
    'dispatch.sweep.counted.v1',
    '举一反三又有一处查清',
    z.object({
      ...{ checks: z.number().int(), found: z.number().int(), notFound: z.number().int(), doneAt: z.string().nullable() },
      openFinds: z.number().int().optional(),
    }),
  ),
  sweepCheckAsked: event(
    'dispatch.sweep-check.asked.v1',
    '派出排查任务',
    z.object({
      sweepId: z.uuid(),
      category: z.array(z.string()),
      estateId: z.uuid(),
      buildingId: z.uuid().nullable(),
      unitId: z.uuid(),
      reason: z.string(),
      dueAt: z.string(),
      askedAt: z.string(),
      ...countedBy,
    }),
  ),
  sweepCheckRecorded: event(
    'dispatch.sweep-check.recorded.v1',
    '排查结果',
    z.object({
      ...{ sweepId: z.uuid(), found: z.boolean(), demandNo: z.string().nullable(), checkedAt: z.string() },
      handledOnSpot: z.boolean().optional(),
    }),
  ),
  sweepDemandLinked: event('dispatch.sweep-check.demand-linked.v1', '补记诉求编号', z.object({ sweepId: z.uuid(), demandNo: z.string() })),
  sweepCheckClockRecounted: event(
    'dispatch.sweep-check.clock-recounted.v1',
    '日历公布后重新计算排查时限',
    z.object({ sweepId: z.uuid(), unitId: z.uuid(), ...recounted }),
  ),
  sweepCheckClockFired: event('dispatch.sweep-check.clock-fired.v1', '排查任务提醒或超时', z.object(clockFired)),
  watchingBegan: event(
    'dispatch.work-order.watching-began.v1',
    '进入回看',
    z.object({
      demandId: z.uuid(),
      state: WorkOrderState,
      checks: z.array(z.object({ id: z.uuid(), kind: WatchKind, dueAt: z.string().nullable() })),
      beganAt: z.string(),
    }),
  ),
  orderArchived: event(
    'dispatch.work-order.archived.v1',
    '回看结束，归档',
    z.object({
      demandId: z.uuid(),
      state: WorkOrderState,
      childOrderId: z.uuid().nullable().describe('回看未通过时另立的工单'),
      archivedAt: z.string(),
    }),
  ),
  orderRainCame: event(
    'dispatch.work-order.rain-came.v1',
    '宣布降雨：未到场的排水工单从此刻起按雨季时限到场',
    z.object({ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), dueAt: z.string(), cameAt: z.string(), ...countedBy }),
  ),
  watchAsked: event(
    'dispatch.watch-check.asked.v1',
    '安排回看',
    z.object({ orderId: z.uuid(), kind: WatchKind, unitId: z.uuid(), dueAt: z.string().nullable(), askedAt: z.string(), ...countedBy }),
  ),
  watchRainCame: event(
    'dispatch.watch-check.rain-came.v1',
    '首场降雨，回看开始计时',
    z.object({ orderId: z.uuid(), dueAt: z.string().nullable(), cameAt: z.string(), ...countedBy }),
  ),
  watchRecorded: event(
    'dispatch.watch-check.recorded.v1',
    '回看结果',
    z.object({ orderId: z.uuid(), kind: WatchKind, passed: z.boolean(), childOrderId: z.uuid().nullable(), checkedAt: z.string() }),
  ),
  watchDropped: event(
    'dispatch.watch-check.dropped.v1',
    '不再需要回看',
    z.object({ orderId: z.uuid(), kind: WatchKind, droppedAt: z.string() }),
  ),
  watchClockRecounted: event(
    'dispatch.watch-check.clock-recounted.v1',
    '日历公布后重新计算回看时限',
    z.object({ orderId: z.uuid(), unitId: z.uuid(), ...recounted }),
  ),
  watchClockFired: event('dispatch.watch-check.clock-fired.v1', '回看提醒或超时', z.object({ ...clockFired, orderId: z.uuid() })),
  rainDeclared: event('dispatch.rain.declared.v1', '宣布降雨', z.object({ declaredAt: z.string() })),
  rainEnded: event('dispatch.rain.ended.v1', '降雨结束', z.object({ endedAt: z.string(), minutes: z.number().int() })),
  dutyPlanned: event(
    'dispatch.duty-plan.created.v1',
    '建立周期任务',
    z.object({
      ...{ kind: DutyKind, title: z.string(), unitId: z.uuid(), rule: DutyRule, from: z.string(), until: z.string().nullable() },
      seat: ChainSeat.nullish(),
      orderId: z.uuid().optional(),
    }),
  ),
  dutyPlanMoved: event(
    'dispatch.duty-plan.generated.v1',
    '产生到期的周期任务',
    z.object({ on: z.array(z.string()), nextOn: z.string().nullable() }),
  ),
  dutyPlanEnded: event('dispatch.duty-plan.ended.v1', '停止周期任务', z.object({ endedAt: z.string() })),
  dutyAsked: event(
    'dispatch.duty.asked.v1',
    '周期任务到期应做',
    z.object({
      planId: z.uuid(),
      kind: DutyKind,
      title: z.string(),
      unitId: z.uuid(),
      on: z.string(),
      startsAt: z.string(),
      dueAt: z.string(),
      seat: ChainSeat.nullish().describe('当班的人代行的席位'),
      turns: z.array(DutyTurn).optional(),
      ...countedBy,
    }),
  ),
  dutyRelieved: event(
    'dispatch.duty.relieved.v1',
    '替班',
    z.object({
      ...{ planId: z.uuid(), unitId: z.uuid(), seat: ChainSeat.nullable(), turns: z.array(DutyTurn) },
      ...{ title: z.string().optional(), dueAt: z.string().optional() },
    }),
  ),
  dutyDone: event('dispatch.duty.done.v1', '周期任务完成', z.object({ planId: z.uuid(), doneAt: z.string(), isLate: z.boolean() })),
  dutyClockFired: event('dispatch.duty.clock-fired.v1', '周期任务提醒或未完成', z.object({ ...clockFired, planId: z.uuid() })),
};
