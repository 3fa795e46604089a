import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { ClockView } from './dispatch.js';
import { event } from './event.js';
import { Category, PlaceRef } from './intake.js';
import { operation } from './operation.js';
import { orderReaders, type Access } from './roles.js';
import { countedBy } from './time-limits.js';

/** An incident (突发事件) as it goes: proposed by the system, open, restored, looked back on; or dismissed. */
export const incidentStates = ['PROPOSED', 'OPEN', 'RESTORED', 'REVIEWED', 'DISMISSED'] as const;
export const IncidentState = z.enum(incidentStates).meta({ id: 'IncidentState' });
export type IncidentState = z.infer<typeof IncidentState>;

/** What is done one after the other (处置步骤): find, report, shut off, repair, restore; supplies beside it. */
export const incidentSteps = ['FOUND', 'REPORTED', 'SHUT_OFF', 'REPAIRING', 'RESTORING', 'SUPPLIES', 'OTHER'] as const;
export const IncidentStep = z.enum(incidentSteps).meta({ id: 'IncidentStep' });
export type IncidentStep = z.infer<typeof IncidentStep>;

/** Why a household is called on first (重点户). Sensitive: never in events or logs. */
export const householdKinds = ['ELDERLY_ALONE', 'DISABLED', 'INFANT', 'ILL', 'OTHER'] as const;
export const HouseholdKind = z.enum(householdKinds).meta({ id: 'HouseholdKind' });
export type HouseholdKind = z.infer<typeof HouseholdKind>;

/** How a household of an incident was told (告知方式); NOBODY_IN: somebody tried and found nobody, so it is still to be reached. */
export const toldHows = ['MESSAGE', 'NOTICE', 'PHONE', 'IN_PERSON', 'NOBODY_IN'] as const;
export const ToldHow = z.enum(toldHows).meta({ id: 'ToldHow' });
export type ToldHow = z.infer<typeof ToldHow>;

/** Supplies of an incident (物资): handed out, brought back. */
export const supplyMoves = ['OUT', 'BACK'] as const;
export const SupplyMove = z.enum(supplyMoves).meta({ id: 'SupplyMove' });
export type SupplyMove = z.infer<typeof SupplyMove>;

/** What asking after a household found once all was restored (恢复后回访). */
export const afterCares = ['WELL', 'NOT_WELL', 'NOBODY_IN'] as const;
export const AfterCare = z.enum(afterCares).meta({ id: 'AfterCare' });
export type AfterCare = z.infer<typeof AfterCare>;

/** So many demands of one matter from one estate within the window make the system propose an incident. */
export const incidentProposal = [
  { from: '2020-01-01', value: { demands: 5, windowMinutes: 60 }, unit: 'demands within minutes', source: 'P' },
] as const;

/** A part of what is affected: an estate, a building of it, or one stairwell (楼门) of the building. */
export const ScopePart = z
  .object({ estateId: z.uuid(), buildingId: z.uuid().nullable().default(null), stairwell: z.string().max(20).nullable().default(null) })
  .meta({ id: 'ScopePart' });
export type ScopePart = z.infer<typeof ScopePart>;

/** One to three levels of the category tree; deeper ones are within it. */
const Matter = z.array(z.string().min(1)).min(1).max(3);

export const IncidentView = z
  .object({
    id: z.uuid(),
    state: IncidentState,
    title: z.string(),
    category: z.array(z.string()),
    scope: z.array(ScopePart),
    homes: z.number().int().describe('受影响户数，按房屋名册'),
    reached: z.number().int().describe('已告知户数；其余尚未告知'),
    well: z.number().int().describe('恢复后回访：正常户数'),
    notWell: z.number().int().describe('恢复后回访：仍有问题户数'),
    demands: z.number().int().describe('并入的诉求'),
    leadUnitId: z.uuid(),
    concernedUnitIds: z.array(z.uuid()),
    raisedAt: z.string().describe('提出或发起的时间'),
    openedAt: z.string().nullable(),
    statusNo: z.number().int(),
    statusText: z.string().nullable(),
    statusAt: z.string().nullable(),
    statusDueAt: z.string().nullable().describe('下一次通报最迟时间'),
    restoredAt: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof IncidentView>;

export const CrewShift = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    persons: z.number().int(),
    onAt: z.string(),
    offAt: z.string().nullable(),
    note: z.string().nullable().describe('交接班记录'),
    minutes: z.number().int(),
    personMinutes: z.number().int(),
    relieveBy: z.string().describe('最迟何时由另一班组接替（时限表“班组换班”）'),
    isOverLong: z.boolean().describe('连续在岗超过规定时间：应当由另一班组接替'),
  })
  .meta({ id: 'CrewShift' });
export type CrewShift = z.infer<typeof CrewShift>;

export const IncidentDetail = IncidentView.extend({
  buildings: z.array(z.object({ estateId: z.uuid(), buildingId: z.uuid(), stairwell: z.string(), homes: z.number().int() })),
  statuses: z.array(z.object({ no: z.number().int(), publicText: z.string(), at: z.string(), unitId: z.uuid().nullable() })),
  steps: z.array(z.object({ kind: IncidentStep, note: z.string(), at: z.string(), actor: z.string(), unitId: z.uuid().nullable() })),
  shifts: z.array(CrewShift),
  crewMinutes: z.number().int(),
  personMinutes: z.number().int(),
  households: z.object({ listed: z.number().int(), done: z.number().int() }),
  orders: z.array(z.object({ orderId: z.uuid(), no: z.string(), attachedAt: z.string(), byHand: z.boolean() })),
  review: z.object({ cause: z.string(), lessons: z.string() }).nullable(),
  clocks: z.array(ClockView),
}).meta({ id: 'IncidentDetail' });
export type IncidentDetail = z.infer<typeof IncidentDetail>;

export const Household = z
  .object({
    homeId: z.uuid(),
    kind: HouseholdKind,
    done: z.boolean(),
    note: z.string().nullable(),
    visitedAt: z.string().nullable(),
    unitId: z.uuid().nullable(),
  })
  .meta({ id: 'Household' });
export type Household = z.infer<typeof Household>;

/** What was handed out for an incident and what came back (敲门送暖: electric heaters), by thing and, where it went to a home, by home. */
export const IncidentSupplies = z
  .object({
    items: z.array(z.object({ item: z.string(), out: z.number().int(), back: z.number().int(), stillOut: z.number().int() })),
    moves: z.array(
      z.object({
        id: z.uuid(),
        item: z.string(),
        move: SupplyMove,
        count: z.number().int(),
        homeId: z.uuid().nullable(),
        note: z.string().nullable(),
        at: z.string(),
        unitId: z.uuid().nullable(),
      }),
    ),
  })
  .meta({ id: 'IncidentSupplies' });
export type IncidentSupplies = z.infer<typeof IncidentSupplies>;

/** A household of an incident: told or not, asked after or not. Its people are in the register alone. */
export const OutreachHome = z
  .object({
    homeId: z.uuid(),
    stairwell: z.string(),
    told: ToldHow.nullable(),
    toldAt: z.string().nullable(),
    afterCare: AfterCare.nullable(),
    afterCareAt: z.string().nullable(),
  })
  .meta({ id: 'OutreachHome' });

/** A building of an incident and how far its households have been reached. */
export const OutreachBuilding = z
  .object({
    estateId: z.uuid(),
    buildingId: z.uuid(),
    name: z.string().nullable().describe('名册中的楼名；楼栋没有登记时为空'),
    homes: z.number().int(),
    reached: z.number().int(),
    nobodyIn: z.number().int().describe('去过或打过，没有见到人，仍算未告知'),
    well: z.number().int(),
    notWell: z.number().int(),
  })
  .meta({ id: 'OutreachBuilding' });

const desk: Access = { phone_desk: 'street', section_chief: 'street' };
const lead: Access = {
  ...desk,
  community_worker: 'lead',
  firm_handler: 'lead',
  firm_manager: 'lead',
  department_handler: 'lead',
};
const onSite: Access = {
  ...desk,
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  department_handler: 'concerned',
};
/** Who cares for single households: the community of the place, and the section that answers for them. No firm sees the list. */
const carers: Access = { community_worker: 'concerned', section_chief: 'street' };

/** Who tells households that did not call: the community at the door, the desk by telephone. */
const tellers: Access = { ...carers, phone_desk: 'street' };

const publicText = z.string().trim().min(5, '请写给居民看的话，至少 5 个字').max(2000);
const one = { id: z.uuid() };
const oneBuilding = {
  ...one,
  buildingId: z.uuid(),
  stairwell: z.string().max(20).optional().describe('只登记这一个楼门'),
  homeIds: z.array(z.uuid()).min(1).max(2000).optional().describe('只登记这几户；不写就是还没登记的全部'),
};
const step = ['object.not-found', 'incident.illegal-step'] as const;
const told = ['work-order.text-needed', 'work-order.text-private'] as const;
const scope = z.array(ScopePart).min(1).max(300);
const title = z.string().trim().min(4).max(80);

export const incidents = {
  listIncidents: operation({
    name: 'dispatch.incident.list',
    method: 'GET',
    path: '/api/incidents',
    summary: '突发事件列表，新的在前',
    access: orderReaders,
    input: z.object({ state: IncidentState.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ incidents: z.array(IncidentView) }),
  }),
  getIncident: operation({
    name: 'dispatch.incident.get',
    method: 'GET',
    path: '/api/incidents/{id}',
    summary: '一起突发事件：范围、通报、步骤、班组工时、并入的诉求、时钟',
    access: orderReaders,
    input: z.object(one),
    output: IncidentDetail,
    errors: ['object.not-found'],
  }),
  listHomes: operation({
    name: 'dispatch.incident.homes',
    method: 'GET',
    path: '/api/incidents/{id}/homes',
    summary: '受影响的房屋（只有编号和楼门，户主在名册里）',
    access: orderReaders,
    input: z.object({
      ...one,
      limit: z.coerce.number().int().min(1).max(2000).default(500),
      after: z.uuid().optional().describe('上一页最后一户的 homeId'),
    }),
    output: z.object({
      homes: z.array(z.object({ homeId: z.uuid(), estateId: z.uuid(), buildingId: z.uuid(), stairwell: z.string() })),
    }),
    errors: ['object.not-found'],
  }),
  openIncident: operation({
    name: 'dispatch.incident.open',
    method: 'POST',
    path: '/api/incidents',
    summary: '发起突发事件：范围内的房屋按名册清点，此后同一地点、同一事项的诉求自动并入',
    access: desk,
    input: z.object({
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      title,
      category: Matter,
      scope,
      leadUnitId: z.uuid(),
      publicText: publicText.describe('第一次通报'),
    }),
    output: IncidentView,
    errors: [...told, 'unit.unknown', 'incident.place-unknown', 'work-order.community-not-lead'],
    success: 201,
  }),
  confirmIncident: operation({
    name: 'dispatch.incident.confirm',
    method: 'POST',
    path: '/api/incidents/{id}/confirm',
    summary: '确认系统提出的突发事件，可改名称、范围与牵头单位',
    access: desk,
    input: z.object({
      ...one,
      title: title.optional(),
      category: Matter.optional(),
      scope: scope.optional(),
      leadUnitId: z.uuid().optional(),
      publicText,
    }),
    output: IncidentView,
    errors: [...step, ...told, 'unit.unknown', 'incident.place-unknown', 'work-order.community-not-lead'],
  }),
  dismissIncident: operation({
    name: 'dispatch.incident.dismiss',
    method: 'POST',
    path: '/api/incidents/{id}/dismiss',
    summary: '不是突发事件：不采纳系统的提议，或撤销已发起的，写明理由；撤销时并入的工单各自单独派单',
    access: desk,
    input: z.object({ ...one, reason: z.string().trim().min(2).max(300) }),
    output: IncidentView,
    errors: [...step, ...told, 'incident.crew-on-site'],
  }),
  changeLead: operation({
    name: 'dispatch.incident.change-lead',
    method: 'POST',
    path: '/api/incidents/{id}/lead',
    summary: '更换突发事件的牵头单位，写明理由；并入的工单随之由新的牵头单位处置，它不能主办的单独派单',
    access: desk,
    input: z.object({ ...one, leadUnitId: z.uuid(), reason: z.string().trim().min(2).max(300) }),
    output: IncidentView,
    errors: [...step, 'unit.unknown', 'work-order.same-unit', 'work-order.community-not-lead', 'work-order.text-private'],
  }),
  widenIncident: operation({
    name: 'dispatch.incident.widen',
    method: 'POST',
    path: '/api/incidents/{id}/widen',
    summary: '扩大影响范围，新增房屋计入',
    access: desk,
    input: z.object({ ...one, scope }),
    output: IncidentView,
    errors: [...step, 'incident.place-unknown'],
  }),
  listCandidates: operation({
    name: 'dispatch.incident.candidates',
    method: 'GET',
    path: '/api/incidents/{id}/candidates',
    summary: '可以并入的在办工单：地点和事项在范围内的，以及地点不够具体、要人判断的',
    access: desk,
    input: z.object(one),
    output: z.object({
      orders: z.array(
        z.object({ orderId: z.uuid(), no: z.string(), title: z.string(), place: PlaceRef, receivedAt: z.string(), isCertain: z.boolean() }),
      ),
    }),
    errors: ['object.not-found'],
  }),
  attachOrders: operation({
    name: 'dispatch.incident.attach',
    method: 'POST',
    path: '/api/incidents/{id}/orders',
    summary: '把已在办的工单并入突发事件；逐件给出结果',
    access: desk,
    input: z.object({ ...one, orderIds: z.array(z.uuid()).min(1).max(200) }),
    output: z.object({ results: z.array(z.object({ orderId: z.uuid(), attached: z.boolean(), code: z.string().nullable() })) }),
    errors: step,
  }),
  detachOrder: operation({
    name: 'dispatch.incident.detach',
    method: 'POST',
    path: '/api/incidents/{id}/orders/{orderId}/detach',
    summary: '撤销并入：工单按派单目录照常派给单位，诉求人的时钟不变',
    access: desk,
    input: z.object({ ...one, orderId: z.uuid(), reason: z.string().trim().min(2).max(300) }),
    output: IncidentView,
    errors: [...step, 'work-order.text-private'],
  }),
  tellStatus: operation({
    name: 'dispatch.incident.status',
    method: 'POST',
    path: '/api/incidents/{id}/status',
    summary: '通报进展，告知每一位已并入的诉求人；下一次通报重新计时',
    access: lead,
    input: z.object({ ...one, publicText }),
    output: IncidentView,
    errors: [...step, ...told],
  }),
  logStep: operation({
    name: 'dispatch.incident.step',
    method: 'POST',
    path: '/api/incidents/{id}/steps',
    summary: '登记一个处置步骤（谁、做了什么、何时）',
    access: onSite,
    input: z.object({ ...one, kind: IncidentStep, note: z.string().trim().min(2).max(500) }),
    output: IncidentView,
    errors: [...step, 'work-order.text-private'],
  }),
  startShift: operation({
    name: 'dispatch.incident.shift-start',
    method: 'POST',
    path: '/api/incidents/{id}/shifts',
    summary: '抢修班组到岗',
    access: onSite,
    input: z.object({ ...one, shiftId: z.uuid(), unitId: z.uuid(), persons: z.number().int().min(1).max(500) }),
    output: IncidentView,
    errors: [...step, 'unit.unknown'],
  }),
  handOver: operation({
    name: 'dispatch.incident.hand-over',
    method: 'POST',
    path: '/api/incidents/{id}/shifts/{shiftId}/hand-over',
    summary: '交接班：下一班同一分钟接上，交接事项必填',
    access: onSite,
    input: z.object({
      ...one,
      shiftId: z.uuid(),
      nextShiftId: z.uuid(),
      unitId: z.uuid(),
      persons: z.number().int().min(1).max(500),
      note: z.string().trim().min(2).max(500),
    }),
    output: IncidentView,
    errors: [...step, 'unit.unknown', 'work-order.text-private'],
  }),
  endShift: operation({
    name: 'dispatch.incident.shift-end',
    method: 'POST',
    path: '/api/incidents/{id}/shifts/{shiftId}/end',
    summary: '班组撤离，工时精确到分钟',
    access: onSite,
    input: z.object({ ...one, shiftId: z.uuid(), note: z.string().trim().max(500).optional() }),
    output: IncidentView,
    errors: [...step, 'work-order.text-private'],
  }),
  listHouseholds: operation({
    name: 'dispatch.incident.households',
    method: 'GET',
    path: '/api/incidents/{id}/households',
    summary: '重点户上门清单；未上门的在前',
    access: { ...carers, street_leader: 'street' },
    input: z.object(one),
    output: z.object({ households: z.array(Household) }),
    errors: ['object.not-found'],
  }),
  addHouseholds: operation({
    name: 'dispatch.incident.add-households',
    method: 'POST',
    path: '/api/incidents/{id}/households',
    summary: '列入重点户（只记房屋编号与类别；姓名、电话留在名册）',
    access: carers,
    input: z.object({
      ...one,
      households: z
        .array(z.object({ homeId: z.uuid(), kind: HouseholdKind }))
        .min(1)
        .max(500),
    }),
    output: IncidentView,
    errors: [...step, 'incident.home-not-affected'],
  }),
  visitHousehold: operation({
    name: 'dispatch.incident.visit-household',
    method: 'POST',
    path: '/api/incidents/{id}/households/{homeId}/visit',
    summary: '登记上门结果',
    access: carers,
    input: z.object({ ...one, homeId: z.uuid(), done: z.boolean(), note: z.string().trim().max(300).optional() }),
    output: IncidentView,
    errors: [...step, 'work-order.text-private'],
  }),
  listSupplies: operation({
    name: 'dispatch.incident.supplies',
    method: 'GET',
    path: '/api/incidents/{id}/supplies',
    summary: '物资：领用、归还与尚未归还',
    access: { ...carers, street_leader: 'street', inspector: 'street' },
    input: z.object(one),
    output: IncidentSupplies,
    errors: ['object.not-found'],
  }),
  moveSupplies: operation({
    name: 'dispatch.incident.move-supplies',
    method: 'POST',
    path: '/api/incidents/{id}/supplies',
    summary: '登记物资领用或归还，例如给空巢老人送电暖气；归还不多于领用',
    access: carers,
    input: z.object({
      ...one,
      moveId: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      item: z.string().trim().min(1).max(40),
      move: SupplyMove,
      count: z.number().int().min(1).max(10_000),
      homeId: z.uuid().optional().describe('送到哪一户；须在影响范围内'),
      note: z.string().trim().max(300).optional(),
    }),
    output: IncidentSupplies,
    errors: [...step, 'incident.home-not-affected', 'incident.supplies-short', 'work-order.text-private'],
    success: 201,
  }),
  callOut: operation({
    name: 'dispatch.incident.call-out',
    method: 'POST',
    path: '/api/incidents/{id}/call-outs',
    summary: '一键呼叫：请一个单位立即到场，马上通知它，并让它看到这起突发事件；再叫同一单位，只再通知一次',
    access: { ...desk, ...lead },
    input: z.object({ ...one, unitId: z.uuid(), what: z.string().trim().min(2).max(200).describe('请它来做什么') }),
    output: IncidentView,
    errors: [...step, 'unit.unknown', 'work-order.text-private'],
  }),
  listOutreach: operation({
    name: 'dispatch.incident.outreach',
    method: 'GET',
    path: '/api/incidents/{id}/outreach',
    summary: '告知到户：逐栋已告知、未告知与恢复后回访的户数；指明楼栋时逐户列出，未告知的在前',
    access: { ...tellers, street_leader: 'street' },
    input: z.object({ ...one, buildingId: z.uuid().optional() }),
    output: z.object({ buildings: z.array(OutreachBuilding), homes: z.array(OutreachHome) }),
    errors: ['object.not-found'],
  }),
  tellHomes: operation({
    name: 'dispatch.incident.tell-homes',
    method: 'POST',
    path: '/api/incidents/{id}/buildings/{buildingId}/told',
    summary: '登记告知到户：一栋（或一个楼门）里还没告知的全部，或写明的几户；登记错了，对那几户再登记一次',
    access: tellers,
    input: z.object({ ...oneBuilding, how: ToldHow }),
    output: IncidentView,
    errors: [...step, 'incident.home-not-affected'],
  }),
  askAfterHomes: operation({
    name: 'dispatch.incident.after-care',
    method: 'POST',
    path: '/api/incidents/{id}/buildings/{buildingId}/after-care',
    summary: '登记恢复后回访：一栋（或一个楼门）里还没回访到的全部，或写明的几户',
    access: tellers,
    input: z.object({ ...oneBuilding, outcome: AfterCare }),
    output: IncidentView,
    errors: [...step, 'incident.home-not-affected'],
  }),
  printNotice: operation({
    name: 'dispatch.incident.notice',
    method: 'GET',
    path: '/api/incidents/{id}/buildings/{buildingId}/notice',
    summary: '张贴用告知书：一栋一页，印最近一次通报或恢复告知；打开即可打印（HTML）',
    access: orderReaders,
    input: z.object({ ...one, buildingId: z.uuid() }),
    output: z.object({ fileName: z.string(), file: z.base64() }),
    errors: ['object.not-found', 'incident.nothing-told'],
  }),
  restore: operation({
    name: 'dispatch.incident.restore',
    method: 'POST',
    path: '/api/incidents/{id}/restore',
    summary: '恢复正常：停止通报时钟，并入的诉求一并办结待回访，向全部受影响户发出恢复告知',
    access: lead,
    input: z.object({ ...one, publicText: publicText.describe('恢复告知，含后续注意事项') }),
    output: IncidentView,
    errors: [...step, ...told],
  }),
  review: operation({
    name: 'dispatch.incident.review',
    method: 'POST',
    path: '/api/incidents/{id}/review',
    summary: '复盘：原因与改进；班组须已全部撤离',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...one, cause: z.string().trim().min(2).max(500), lessons: z.string().trim().min(2).max(1000) }),
    output: IncidentView,
    errors: [...step, 'incident.crew-on-site', 'work-order.text-private'],
  }),
};

const place = {
  scope: z.array(ScopePart),
  estateIds: z.array(z.uuid()),
  communityIds: z.array(z.uuid()),
  homes: z.number().int(),
};

/** One crew's time on site, by the crew's own clock. */
const onCrew = { incidentId: z.uuid(), shiftId: z.uuid(), unitId: z.uuid() };

export const incidentEvents = {
  incidentProposed: event(
    'dispatch.incident.proposed.v1',
    '同一地点同一事项诉求集中，系统提议突发事件',
    z.object({
      title: z.string(),
      category: z.array(z.string()),
      leadUnitId: z.uuid(),
      demands: z.number().int(),
      proposedAt: z.string(),
      ...place,
      ...countedBy,
    }),
  ),
  incidentOpened: event(
    'dispatch.incident.opened.v1',
    '突发事件，第一次通报',
    z.object({
      title: z.string(),
      category: z.array(z.string()),
      leadUnitId: z.uuid(),
      publicText: z.string(),
      openedAt: z.string(),
      unitIds: z.array(z.uuid()).optional().describe('涉及小区的物业和产权单位'),
      ...place,
      ...countedBy,
    }),
  ),
  incidentDismissed: event(
    'dispatch.incident.dismissed.v1',
    '不作为突发事件',
    z.object({
      dismissedAt: z.string(),
      calledOff: z
        .object({
          title: z.string(),
          unitIds: z.array(z.uuid()).describe('牵头单位、社区、物业和呼叫过的单位'),
          demands: z.number().int().describe('就此单独派单的工单'),
          homes: z.number().int(),
        })
        .optional()
        .describe('已发起的撤销'),
    }),
  ),
  incidentLeadChanged: event(
    'dispatch.incident.lead-changed.v1',
    '更换突发事件的牵头单位',
    z.object({ title: z.string(), fromUnitId: z.uuid(), leadUnitId: z.uuid(), homes: z.number().int(), changedAt: z.string() }),
  ),
  incidentWidened: event(
    'dispatch.incident.widened.v1',
    '突发事件扩大范围',
    z.object({
      ...place,
      title: z.string().optional(),
      publicText: z.string().optional().describe('最近一次通报'),
      newCommunityIds: z.array(z.uuid()).optional().describe('此前不受影响的社区'),
      newUnitIds: z.array(z.uuid()).optional().describe('此前不涉及的物业和产权单位'),
      widenedAt: z.string(),
    }),
  ),
  incidentStatusTold: event(
    'dispatch.incident.status-told.v1',
    '突发事件通报',
    z.object({
      no: z.number().int(),
      publicText: z.string(),
      toldAt: z.string(),
      demands: z.number().int(),
      homes: z.number().int(),
      communityIds: z.array(z.uuid()),
      unitIds: z.array(z.uuid()).optional().describe('涉及小区的物业和产权单位'),
      ...countedBy,
    }),
  ),
  incidentStepLogged: event(
    'dispatch.incident.step-logged.v1',
    '处置步骤',
    z.object({ kind: IncidentStep, no: z.number().int(), at: z.string() }),
  ),
  incidentCrewCame: event(
    'dispatch.incident.crew-came.v1',
    '班组到岗',
    z.object({ shiftId: z.uuid(), unitId: z.uuid(), persons: z.number().int(), onAt: z.string() }),
  ),
  incidentCrewHandedOver: event(
    'dispatch.incident.crew-handed-over.v1',
    '交接班',
    z.object({
      shiftId: z.uuid(),
      minutes: z.number().int(),
      nextShiftId: z.uuid(),
      unitId: z.uuid(),
      persons: z.number().int(),
      at: z.string(),
    }),
  ),
  incidentCrewLeft: event(
    'dispatch.incident.crew-left.v1',
    '班组撤离',
    z.object({ shiftId: z.uuid(), minutes: z.number().int(), offAt: z.string() }),
  ),
  crewWatched: event(
    'dispatch.crew.watched.v1',
    '班组连续在岗开始计时',
    z.object({ ...onCrew, onAt: z.string(), dueAt: z.string(), ...countedBy }),
  ),
  crewRelieved: event(
    'dispatch.crew.relieved.v1',
    '班组已交接或撤离，不再计时',
    z.object({ ...onCrew, how: z.enum(['HANDED_OVER', 'LEFT']), at: z.string() }),
  ),
  crewClockFired: event(
    'dispatch.crew.clock-fired.v1',
    '班组换班的时限提醒或超时',
    z.object({
      ...onCrew,
      leadUnitId: z.uuid().describe('突发事件的牵头单位'),
      title: z.string(),
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      inChargeId: z.string().optional().describe('该通知分管或包片领导的：归哪位领导'),
    }),
  ),
  incidentHouseholdsListed: event(
    'dispatch.incident.households-listed.v1',
    '列入重点户（只有数量）',
    z.object({ households: z.number().int() }),
  ),
  incidentHouseholdVisited: event(
    'dispatch.incident.household-visited.v1',
    '重点户上门（只有数量）',
    z.object({ done: z.number().int(), households: z.number().int() }),
  ),
  incidentSuppliesMoved: event(
    'dispatch.incident.supplies-moved.v1',
    '物资领用或归还',
    z.object({ item: z.string(), move: SupplyMove, count: z.number().int(), movedAt: z.string() }),
  ),
  incidentUnitCalledOut: event(
    'dispatch.incident.unit-called-out.v1',
    '一键呼叫单位到场',
    z.object({ title: z.string(), unitId: z.uuid(), leadUnitId: z.uuid(), what: z.string(), calledAt: z.string() }),
  ),
  incidentHomesTold: event(
    'dispatch.incident.homes-told.v1',
    '登记告知到户（只有数量）',
    z.object({ how: ToldHow, changed: z.number().int(), reached: z.number().int(), homes: z.number().int() }),
  ),
  incidentHomesAskedAfter: event(
    'dispatch.incident.homes-asked-after.v1',
    '登记恢复后回访（只有数量）',
    z.object({
      ...{ title: z.string(), leadUnitId: z.uuid() },
      ...{ outcome: AfterCare, changed: z.number().int(), well: z.number().int(), notWell: z.number().int() },
    }),
  ),
  incidentRestored: event(
    'dispatch.incident.restored.v1',
    '恢复正常，向全部受影响户告知',
    z.object({
      publicText: z.string(),
      restoredAt: z.string(),
      minutes: z.number().int().describe('自发起至恢复'),
      demands: z.number().int(),
      homes: z.number().int(),
      estateIds: z.array(z.uuid()),
      communityIds: z.array(z.uuid()),
      unitIds: z.array(z.uuid()).optional().describe('涉及小区的物业和产权单位'),
    }),
  ),
  incidentReviewed: event(
    'dispatch.incident.reviewed.v1',
    '突发事件复盘',
    z.object({ reviewedAt: z.string(), personMinutes: z.number().int() }),
  ),
  incidentClockFired: event(
    'dispatch.incident.clock-fired.v1',
    '突发事件通报逾时',
    z.object({
      title: z.string(),
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      leadUnitId: z.uuid(),
    }),
  ),
  orderAttached: event(
    'dispatch.work-order.attached.v1',
    '并入突发事件，不另派任务',
    z.object({
      demandId: z.uuid(),
      incidentId: z.uuid(),
      leadUnitId: z.uuid(),
      no: z.string().optional(),
      fromUnitId: z.uuid().optional().describe('原主办单位；派单时即并入的没有'),
      fromCoUnitIds: z.array(z.uuid()).optional().describe('尚未反馈结果的原协办单位'),
      byHand: z.boolean(),
      publicText: z.string().describe('最近一次通报'),
      attachedAt: z.string(),
    }),
  ),
  orderLeadChanged: event(
    'dispatch.work-order.incident-lead-changed.v1',
    '所在突发事件更换牵头单位',
    z.object({ demandId: z.uuid(), incidentId: z.uuid(), fromUnitId: z.uuid(), leadUnitId: z.uuid(), changedAt: z.string() }),
  ),
  orderDetached: event(
    'dispatch.work-order.detached.v1',
    '撤销并入，照常派单',
    z.object({
      demandId: z.uuid(),
      incidentId: z.uuid(),
      leadUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()),
      duties: z.array(DeadlineCode).describe('目录行另加的时限'),
      category: Category.optional(),
      isRaining: z.boolean().optional().describe('撤销并入时在下雨'),
      dueAt: z.string(),
      detachedAt: z.string(),
      ...countedBy,
    }),
  ),
};
