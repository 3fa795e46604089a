import { z } from 'zod';
import { Category, KeptPhoto, PhotoFile } from './intake.js';
import { WorkOrderView } from './dispatch.js';
import { DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { LivelihoodCode } from './livelihood-codes.js';
import { orderLeads, type Access } from './roles.js';
import { SuggestedCadre } from './rotations.js';
import { countedBy, recounted } from './time-limits.js';

const instant = z.iso.datetime({ offset: true });
const text = z.string().trim().min(2).max(500);
const onOrder = { id: z.uuid() };

/** What a leader asks of a lead (督办), from the order's first letter to its being taken off the list (销号). */
export const supervisionStates = ['OWED', 'REPLIED', 'LIFTED', 'REVOKED'] as const;
export const SupervisionState = z.enum(supervisionStates).meta({ id: 'SupervisionState' });
export type SupervisionState = z.infer<typeof SupervisionState>;

/** A task that a site meeting or a scheduling meeting has given a unit (交办任务). */
export const taskStates = ['ENTRUSTED', 'DELIVERED', 'DROPPED'] as const;
export const TaskState = z.enum(taskStates).meta({ id: 'TaskState' });
export type TaskState = z.infer<typeof TaskState>;

export const meetingStates = ['CONVENED', 'ADJOURNED'] as const;
export const MeetingState = z.enum(meetingStates).meta({ id: 'MeetingState' });
export type MeetingState = z.infer<typeof MeetingState>;

/** Why an order is supervised: by an instruction, by one of the figures of Huairou's practice (W9), or by itself because it was urged so often (P). */
export const supervisionTriggers = ['INSTRUCTION', 'DAY_VOLUME', 'MONTH_RESULT', 'RATE_BELOW_DISTRICT', 'URGED'] as const;
export const SupervisionTrigger = z.enum(supervisionTriggers).meta({ id: 'SupervisionTrigger' });
export type SupervisionTrigger = z.infer<typeof SupervisionTrigger>;

/**
 * When figures call for supervision (督查督办), W9 (怀柔): the day's volume among the city's first ten, the month's result among its last ten, a
 * rate below the district's mean. An order urged so often (催办) is supervised by itself, and again after as many more (P). The latest row of a trigger that
 * is in force on a day counts.
 */
export const supervisionRules = [
  { trigger: 'INSTRUCTION', from: '2020-01-01', value: null, unit: 'leader instruction', source: 'W9' },
  { trigger: 'DAY_VOLUME', from: '2020-01-01', value: 10, unit: 'first places in the city', source: 'W9' },
  { trigger: 'MONTH_RESULT', from: '2020-01-01', value: 10, unit: 'last places in the city', source: 'W9' },
  { trigger: 'RATE_BELOW_DISTRICT', from: '2020-01-01', value: 0, unit: 'points below the district mean', source: 'W9' },
  { trigger: 'URGED', from: '2020-01-01', value: 3, unit: 'urgings of one order', source: 'P' },
] as const satisfies readonly { trigger: SupervisionTrigger; from: string; value: number | null; unit: string; source: string }[];

/** Lists for leaders, each over its window: day from noon to noon and the natural day, week, assessment month, natural month. */
export const leaderListKinds = ['DAY_NOON', 'DAY', 'WEEK', 'ASSESSMENT_MONTH', 'MONTH'] as const;
export const LeaderListKind = z.enum(leaderListKinds).meta({ id: 'LeaderListKind' });
export type LeaderListKind = z.infer<typeof LeaderListKind>;

/** How long after the end of its window a list is made, so that what was still being written is in it; and how many orders each part names. */
export const leaderListDelay = { from: '2020-01-01', value: 5, unit: 'minutes', source: 'P' } as const;
export const leaderListNamed = { from: '2020-01-01', value: 100, unit: 'orders', source: 'P' } as const;
/** A due time is near when it comes within a day of the list (P). */
export const leaderListSoon = { from: '2020-01-01', value: 24, unit: 'hours', source: 'P' } as const;

export const SupervisionView = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    no: z.string(),
    leadUnitId: z.uuid(),
    state: SupervisionState,
    trigger: SupervisionTrigger,
    demand: z.string().describe('督办要求'),
    issuedBy: z.string(),
    issuedAt: z.string(),
    dueAt: z.string(),
    reply: z.string().nullable(),
    repliedAt: z.string().nullable(),
    isRepliedInTime: z.boolean().nullable(),
    endedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Supervision' });
export type SupervisionView = z.infer<typeof SupervisionView>;

/** Where a task comes from: a whistle's site meeting, a scheduling meeting, or what a party has signed at its table (承诺事项). */
export const taskSources = ['WHISTLE', 'MEETING', 'COMMITMENT'] as const;
export const TaskSource = z.enum(taskSources).meta({ id: 'TaskSource' });
export type TaskSource = z.infer<typeof TaskSource>;

export const AssignedTaskView = z
  .object({
    id: z.uuid(),
    source: TaskSource,
    sourceId: z.uuid(),
    orderId: z.uuid().nullable(),
    unitId: z.uuid(),
    text: z.string(),
    state: TaskState,
    entrustedAt: z.string(),
    dueAt: z.string(),
    isOverdue: z.boolean(),
    evidence: z.string().nullable(),
    photoIds: z.array(z.uuid()),
    endedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'AssignedTask' });
export type AssignedTaskView = z.infer<typeof AssignedTaskView>;

/** How an order stands by its handling limit: past it, or past a warning of it. */
export const AgendaColour = z.enum(['RED', 'YELLOW']).meta({ id: 'AgendaColour' });
export type AgendaColour = z.infer<typeof AgendaColour>;

export const AgendaItem = z
  .object({
    orderId: z.uuid(),
    no: z.string(),
    colour: AgendaColour,
    category: Category,
    level: Level,
    leadUnitId: z.uuid(),
    dueAt: z.string(),
    isProblemOrder: z.boolean(),
    isPlanned: z.boolean().optional().describe('台账已登记措施；较早的议程没有这一项'),
  })
  .meta({ id: 'AgendaItem' });
export type AgendaItem = z.infer<typeof AgendaItem>;

/** What a meeting is about (包片): orders that one of these units leads or whose place is in one of these communities. */
export const MeetingScope = z.object({ unitIds: z.array(z.uuid()), communityIds: z.array(z.uuid()) }).meta({ id: 'MeetingScope' });
export type MeetingScope = z.infer<typeof MeetingScope>;

export const SchedulingMeetingView = z
  .object({
    id: z.uuid(),
    state: MeetingState,
    drawnAt: z.string(),
    red: z.number().int(),
    yellow: z.number().int(),
    agenda: z.array(AgendaItem),
    scope: MeetingScope.nullable().describe('包片；为空：全部工单'),
    isCut: z.boolean().describe('超时和已预警的多于议程所能列'),
    unplanned: z.number().int().nullable().describe('已联系诉求人、台账还没有措施的；较早的会议没有统计'),
    followedTaskIds: z.array(z.uuid()).describe('以前会议交办、此刻尚未完成的任务'),
    taskIds: z.array(z.uuid()),
    adjournedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'SchedulingMeeting' });
export type SchedulingMeetingView = z.infer<typeof SchedulingMeetingView>;

/** One order in a list: no title, no place finer than its community. */
export const ListedOrder = z
  .object({ orderId: z.uuid(), no: z.string(), category: Category, level: Level, leadUnitId: z.uuid(), dueAt: z.string() })
  .meta({ id: 'ListedOrder' });
export type ListedOrder = z.infer<typeof ListedOrder>;

const counts = { received: z.number().int(), closed: z.number().int(), overdue: z.number().int(), dueSoon: z.number().int() };
const more = {
  problem: z.number().int(),
  supervised: z.number().int(),
  unplanned: z.number().int().optional().describe('已联系诉求人、台账还没有措施的；较早的报表没有统计'),
};
export const LeaderListContents = z
  .object({
    total: z.object({ ...counts, ...more }),
    byUnit: z.array(z.object({ unitId: z.uuid(), ...counts, ...more })),
    overdue: z.array(ListedOrder),
    dueSoon: z.array(ListedOrder),
    problem: z.array(ListedOrder),
    untaken: z.array(ListedOrder).optional().describe('问题工单和疑难工单中尚无科长领办的'),
    supervised: z.array(ListedOrder),
    unplanned: z.array(ListedOrder).optional(),
  })
  .meta({ id: 'LeaderListContents' });
export type LeaderListContents = z.infer<typeof LeaderListContents>;

const listHead = { id: z.uuid(), kind: LeaderListKind, from: z.string(), to: z.string(), madeAt: z.string() };

export const ClaimBoardEntry = z
  .object({
    orderId: z.uuid(),
    no: z.string(),
    category: Category,
    level: Level,
    communityId: z.uuid().nullable(),
    leadUnitId: z.uuid(),
    reworks: z.number().int(),
    isProblemOrder: z.boolean().describe('问题工单；否则是由人列为疑难的'),
    dueAt: z.string(),
    claimedByUnitId: z.uuid().nullable(),
    claimedAt: z.string().nullable(),
  })
  .meta({ id: 'ClaimBoardEntry' });
export type ClaimBoardEntry = z.infer<typeof ClaimBoardEntry>;

/** Who does what on an order (一核多元): one leads, a section chief takes the hard one, leaders supervise, communities and others assist. */
export const OrderHands = z
  .object({
    orderId: z.uuid(),
    leadUnitId: z.uuid(),
    sectionChief: z.string().nullable(),
    supervisors: z.array(z.string()),
    inCharge: z.string().nullable().describe('包片领导的账号：先看主办单位归谁，再看地点所在社区归谁'),
    code: LivelihoodCode,
    suggested: SuggestedCadre.nullable().describe('按轮转表今日轮到的干部，只是建议；没有的、已结的为空'),
    assistingCommunityIds: z.array(z.uuid()),
    coUnitIds: z.array(z.uuid()),
    claimedByUnitId: z.uuid().nullable(),
    whistledUnitIds: z.array(z.uuid()),
    urges: z.number().int(),
  })
  .meta({ id: 'OrderHands' });
export type OrderHands = z.infer<typeof OrderHands>;

export const SupervisorComment = z
  .object({ id: z.uuid(), orderId: z.uuid(), by: z.string(), text: z.string(), photoIds: z.array(z.uuid()), at: z.string() })
  .meta({ id: 'SupervisorComment' });
export type SupervisorComment = z.infer<typeof SupervisorComment>;

/** An order as a citizen supervisor sees it: its course and what the public was told; nothing about the person, the home or the unit's notes. */
export const WatchedOrder = z
  .object({
    id: z.uuid(),
    no: z.string(),
    state: WorkOrderState,
    category: Category,
    level: Level,
    communityId: z.uuid().nullable(),
    leadUnitId: z.uuid(),
    receivedAt: z.string(),
    dueAt: z.string(),
    isOverdue: z.boolean(),
    invitation: z.object({ at: z.string(), about: z.string() }).nullable().describe('街道或社区请特约监督员看这一件，看什么'),
  })
  .meta({ id: 'WatchedOrder' });
export type WatchedOrder = z.infer<typeof WatchedOrder>;

const chiefs: Access = { section_chief: 'street', street_leader: 'street' };
const unitReaders: Access = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const streetReaders: Access = { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' };
const board: Access = { ...streetReaders, community_worker: 'street', department_handler: 'street' };
const page = { limit: z.coerce.number().int().min(1).max(200).default(50) };

export const supervision = {
  superviseOrder: operation({
    name: 'dispatch.supervision.issue',
    method: 'POST',
    path: '/api/work-orders/{id}/supervisions',
    summary: '督办：另立时限，由主办单位回复；工单自身时限不变',
    access: chiefs,
    input: z.object({
      ...onOrder,
      trigger: SupervisionTrigger.exclude(['URGED']).default('INSTRUCTION'),
      demand: text,
      dueAt: instant.optional(),
    }),
    output: SupervisionView,
    errors: ['object.not-found', 'work-order.not-open', 'work-order.own-complaint', 'due.past', 'work-order.text-private'],
    success: 201,
  }),
  listSupervisions: operation({
    name: 'dispatch.supervision.list',
    method: 'GET',
    path: '/api/supervisions',
    summary: '督办单，先到期的在前；单位只见自己主办的',
    access: unitReaders,
    input: z.object({ state: SupervisionState.optional(), orderId: z.uuid().optional(), ...page }),
    output: z.object({ supervisions: z.array(SupervisionView) }),
  }),
  replyToSupervision: operation({
    name: 'dispatch.supervision.reply',
    method: 'POST',
    path: '/api/supervisions/{id}/reply',
    summary: '主办单位回复督办',
    access: orderLeads,
    input: z.object({ ...onOrder, reply: text }),
    output: SupervisionView,
    errors: ['object.not-found', 'supervision.illegal-step', 'work-order.text-private'],
  }),
  liftSupervision: operation({
    name: 'dispatch.supervision.lift',
    method: 'POST',
    path: '/api/supervisions/{id}/lift',
    summary: '督办销号',
    access: chiefs,
    input: z.object(onOrder),
    output: SupervisionView,
    errors: ['object.not-found', 'supervision.illegal-step', 'work-order.own-unit', 'work-order.own-complaint'],
  }),
  sendBackSupervision: operation({
    name: 'dispatch.supervision.send-back',
    method: 'POST',
    path: '/api/supervisions/{id}/send-back',
    summary: '回复不合要求，退回重新回复，另定时限',
    access: chiefs,
    input: z.object({ ...onOrder, demand: text, dueAt: instant.optional() }),
    output: SupervisionView,
    errors: [
      'object.not-found',
      'supervision.illegal-step',
      'work-order.own-unit',
      'work-order.own-complaint',
      'due.past',
      'work-order.text-private',
    ],
  }),
  revokeSupervision: operation({
    name: 'dispatch.supervision.revoke',
    method: 'POST',
    path: '/api/supervisions/{id}/revoke',
    summary: '撤销督办',
    access: { street_leader: 'street' },
    input: z.object({ ...onOrder, reason: text }),
    output: SupervisionView,
    errors: ['object.not-found', 'supervision.illegal-step', 'work-order.own-complaint', 'work-order.text-private'],
  }),
  weighTriggers: operation({
    name: 'dispatch.supervision.weigh-triggers',
    method: 'GET',
    path: '/api/supervision-triggers',
    summary: '按全市、全区数据看是否应当督办',
    access: chiefs,
    input: z.object({
      on: z.iso.date(),
      dayVolumeRank: z.coerce.number().int().min(1).optional().describe('当日诉求量全市排名'),
      monthResultRank: z.coerce.number().int().min(1).optional().describe('当月成绩全市排名'),
      streetsInCity: z.coerce.number().int().min(1).optional(),
      resolutionRate: z.coerce.number().min(0).max(100).optional(),
      districtResolutionRate: z.coerce.number().min(0).max(100).optional(),
      satisfactionRate: z.coerce.number().min(0).max(100).optional(),
      districtSatisfactionRate: z.coerce.number().min(0).max(100).optional(),
    }),
    output: z.object({ met: z.array(z.object({ trigger: SupervisionTrigger, reason: z.string(), source: z.string() })) }),
  }),
  urge: operation({
    name: 'dispatch.work-order.urge',
    method: 'POST',
    path: '/api/work-orders/{id}/urge',
    summary: '催办：立即提醒下一级，不改变工单的时限；一再催办的自动列入督办',
    access: { phone_desk: 'street', callback_desk: 'street', ...chiefs },
    input: z.object({ ...onOrder, by: z.enum(['COMPLAINANT', 'STREET']) }),
    output: z.object({
      orderId: z.uuid(),
      urges: z.number().int(),
      told: z.array(z.string()),
      supervisedUntil: z.string().nullable().describe('就此列入督办的，回复时限'),
    }),
    errors: ['object.not-found', 'work-order.not-open'],
  }),
  markHard: operation({
    name: 'dispatch.work-order.mark-hard',
    method: 'POST',
    path: '/api/work-orders/{id}/hard',
    summary: '列为疑难工单：须由科长在时限内领办，没有科长领办的不能办结；撤销由街道领导',
    access: { phone_desk: 'street', ...chiefs },
    input: z.object({ ...onOrder, isHard: z.boolean().default(true), reason: text }),
    output: WorkOrderView,
    errors: ['object.not-found', 'access.denied', 'work-order.not-open', 'work-order.own-complaint', 'work-order.text-private'],
  }),
  takeUp: operation({
    name: 'dispatch.work-order.take-up',
    method: 'POST',
    path: '/api/work-orders/{id}/take-up',
    summary: '科长领办：本人负责此件，主办单位不变',
    access: { section_chief: 'street' },
    input: z.object(onOrder),
    output: OrderHands,
    errors: ['object.not-found', 'work-order.not-open', 'work-order.taken-up', 'work-order.complained-about'],
  }),
  giveUp: operation({
    name: 'dispatch.work-order.give-up',
    method: 'POST',
    path: '/api/work-orders/{id}/give-up',
    summary: '退回领办：领办的科长，或街道领导代为退回，写明理由；此后可由另一位科长领办',
    access: { section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, reason: text }),
    output: OrderHands,
    errors: ['object.not-found', 'work-order.text-private', 'work-order.not-taken-up'],
  }),
  getHands: operation({
    name: 'dispatch.work-order.hands',
    method: 'GET',
    path: '/api/work-orders/{id}/hands',
    summary: '一核多元：谁主办、谁领办、谁督办、谁协办',
    access: unitReaders,
    input: z.object(onOrder),
    output: OrderHands,
  }),
  listClaimBoard: operation({
    name: 'dispatch.claim.board',
    method: 'GET',
    path: '/api/claim-board',
    summary: '揭榜：待认领和已认领的问题工单和疑难工单',
    access: board,
    input: z.object({ unclaimed: z.stringbool().optional(), ...page }),
    output: z.object({ entries: z.array(ClaimBoardEntry) }),
  }),
  claimOrder: operation({
    name: 'dispatch.claim.make',
    method: 'POST',
    path: '/api/claim-board/{id}/claim',
    summary: '认领一件问题工单或疑难工单；只有一个单位能认领',
    access: { section_chief: 'street', department_handler: 'street', community_worker: 'street' },
    input: z.object({ ...onOrder, unitId: z.uuid(), plan: text.describe('打算怎么办') }),
    output: ClaimBoardEntry,
    errors: ['object.not-found', 'claim.taken', 'claim.not-hard', 'work-order.complained-about', 'work-order.text-private'],
  }),
  withdrawClaim: operation({
    name: 'dispatch.claim.withdraw',
    method: 'POST',
    path: '/api/claim-board/{id}/withdraw',
    summary: '退回认领，并说明理由',
    access: { section_chief: 'street', department_handler: 'street', community_worker: 'street' },
    input: z.object({ ...onOrder, unitId: z.uuid(), reason: text }),
    output: ClaimBoardEntry,
    errors: ['object.not-found', 'claim.not-holder', 'work-order.text-private'],
  }),
  drawMeeting: operation({
    name: 'dispatch.scheduling-meeting.draw',
    method: 'POST',
    path: '/api/scheduling-meetings',
    summary: '召开调度会：此刻超时（红）和已预警（黄）的工单，以及未完成的会议任务',
    access: chiefs,
    input: z.object({
      unitId: z.uuid().optional().describe('只看一个单位主办的'),
      unitIds: z.array(z.uuid()).max(100).optional().describe('包片：这些单位主办的'),
      communityIds: z.array(z.uuid()).max(100).optional().describe('包片：地点在这些社区的；与单位任一相符即在内'),
    }),
    output: SchedulingMeetingView,
    errors: ['unit.unknown'],
    success: 201,
  }),
  listMeetings: operation({
    name: 'dispatch.scheduling-meeting.list',
    method: 'GET',
    path: '/api/scheduling-meetings',
    summary: '调度会，新的在前',
    access: streetReaders,
    input: z.object(page),
    output: z.object({ meetings: z.array(SchedulingMeetingView) }),
  }),
  getMeeting: operation({
    name: 'dispatch.scheduling-meeting.get',
    method: 'GET',
    path: '/api/scheduling-meetings/{id}',
    summary: '一次调度会的议程与任务',
    access: streetReaders,
    input: z.object(onOrder),
    output: SchedulingMeetingView.extend({ tasks: z.array(AssignedTaskView), followedTasks: z.array(AssignedTaskView) }),
  }),
  decideAtMeeting: operation({
    name: 'dispatch.scheduling-meeting.decide',
    method: 'POST',
    path: '/api/scheduling-meetings/{id}/decisions',
    summary: '调度会决定：交办给单位，限时完成并附依据',
    access: chiefs,
    input: z.object({
      ...onOrder,
      orderId: z.uuid().optional().describe('议程中的一件'),
      unitId: z.uuid(),
      text,
      dueAt: instant.optional(),
    }),
    output: AssignedTaskView,
    errors: ['object.not-found', 'meeting.ended', 'meeting.not-on-agenda', 'unit.unknown', 'due.past', 'work-order.text-private'],
    success: 201,
  }),
  adjournMeeting: operation({
    name: 'dispatch.scheduling-meeting.adjourn',
    method: 'POST',
    path: '/api/scheduling-meetings/{id}/adjourn',
    summary: '调度会结束',
    access: chiefs,
    input: z.object(onOrder),
    output: SchedulingMeetingView,
    errors: ['object.not-found', 'meeting.ended'],
  }),
  listTasks: operation({
    name: 'dispatch.assigned-task.list',
    method: 'GET',
    path: '/api/assigned-tasks',
    summary: '会议、吹哨和五方决议交办的任务，先到期的在前；单位只见自己的',
    access: { ...unitReaders, owners_body_rep: 'concerned' },
    input: z.object({ state: TaskState.optional(), sourceId: z.uuid().optional(), unitId: z.uuid().optional(), ...page }),
    output: z.object({ tasks: z.array(AssignedTaskView) }),
  }),
  deliverTask: operation({
    name: 'dispatch.assigned-task.deliver',
    method: 'POST',
    path: '/api/assigned-tasks/{id}/deliver',
    summary: '完成交办任务：依据与照片',
    access: { ...orderLeads, rights_unit_rep: 'lead', owners_body_rep: 'lead' },
    input: z.object({ ...onOrder, evidence: z.string().trim().min(2).max(1000), photoIds: z.array(z.uuid()).max(9).default([]) }),
    output: AssignedTaskView,
    errors: ['object.not-found', 'task.illegal-step', 'work-order.evidence-needed', 'work-order.text-private', 'image.elsewhere'],
  }),
  dropTask: operation({
    name: 'dispatch.assigned-task.drop',
    method: 'POST',
    path: '/api/assigned-tasks/{id}/drop',
    summary: '取消交办任务，并说明理由',
    access: chiefs,
    input: z.object({ ...onOrder, reason: text }),
    output: AssignedTaskView,
    errors: ['object.not-found', 'task.illegal-step', 'work-order.text-private'],
  }),
  listLeaderLists: operation({
    name: 'dispatch.leader-list.list',
    method: 'GET',
    path: '/api/leader-lists',
    summary: '系统编制的日报、周报、月报，新的在前',
    access: streetReaders,
    input: z.object({ kind: LeaderListKind.optional(), ...page }),
    output: z.object({ lists: z.array(z.object(listHead)) }),
  }),
  getLeaderList: operation({
    name: 'dispatch.leader-list.get',
    method: 'GET',
    path: '/api/leader-lists/{id}',
    summary: '一份日报、周报或月报，照编制时的样子',
    access: streetReaders,
    input: z.object(onOrder),
    output: z.object({ ...listHead, contents: LeaderListContents }),
  }),
  inviteSupervisors: operation({
    name: 'dispatch.work-order.invite-supervisors',
    method: 'POST',
    path: '/api/work-orders/{id}/supervisor-invitation',
    summary: '请所属社区的特约监督员跟进这一件；再请一次即以新的为准，不改变状态和时限',
    access: { community_worker: 'concerned', inspector: 'street', ...chiefs },
    input: z.object({ ...onOrder, about: text.describe('请监督员看什么，不写个人信息') }),
    output: z.object({ orderId: z.uuid(), invitedAt: z.string() }),
    errors: ['object.not-found', 'work-order.not-open', 'work-order.text-private', 'supervisors.no-community'],
  }),
  listWatched: operation({
    name: 'dispatch.watched-order.list',
    method: 'GET',
    path: '/api/watched-orders',
    summary: '特约监督员：本社区的工单，不含个人信息',
    access: { citizen_supervisor: 'concerned' },
    input: z.object({ open: z.stringbool().optional(), ...page }),
    output: z.object({ orders: z.array(WatchedOrder) }),
  }),
  getWatched: operation({
    name: 'dispatch.watched-order.get',
    method: 'GET',
    path: '/api/watched-orders/{id}',
    summary: '特约监督员：一件工单的公开经过与监督意见',
    access: { citizen_supervisor: 'concerned' },
    input: z.object(onOrder),
    output: WatchedOrder.extend({
      told: z.array(z.object({ at: z.string(), publicText: z.string() })),
      comments: z.array(SupervisorComment),
    }),
  }),
  commentOnOrder: operation({
    name: 'dispatch.watched-order.comment',
    method: 'POST',
    path: '/api/watched-orders/{id}/comments',
    summary: '特约监督员写意见、附照片；不改变状态和时限',
    access: { citizen_supervisor: 'concerned' },
    input: z.object({ ...onOrder, text, photoIds: z.array(z.uuid()).max(9).default([]) }),
    output: SupervisorComment,
    errors: ['object.not-found', 'image.not-kept', 'work-order.text-private'],
    success: 201,
  }),
  addSupervisorPhoto: operation({
    name: 'dispatch.watched-order.add-photo',
    method: 'POST',
    path: '/api/watched-orders/{id}/photos',
    summary: '特约监督员存入照片，写意见时引用；重新编码并去除位置信息，同一张只存一次',
    access: { citizen_supervisor: 'concerned' },
    input: z.object({ ...onOrder, fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: ['object.not-found', 'image.unreadable', 'image.too-many'],
    success: 201,
    upload: true,
  }),
  getSupervisorPhoto: operation({
    name: 'dispatch.watched-order.get-photo',
    method: 'GET',
    path: '/api/work-orders/{id}/supervisor-photos/{photoId}',
    summary: '查看特约监督员意见所附的照片（base64 JPEG）',
    access: { ...unitReaders, citizen_supervisor: 'concerned' },
    input: z.object({ ...onOrder, photoId: z.uuid() }),
    output: PhotoFile,
    errors: ['object.not-found'],
  }),
  listComments: operation({
    name: 'dispatch.watched-order.comments',
    method: 'GET',
    path: '/api/work-orders/{id}/supervisor-comments',
    summary: '特约监督员的意见',
    access: { ...unitReaders, citizen_supervisor: 'concerned' },
    input: z.object(onOrder),
    output: z.object({ comments: z.array(SupervisorComment) }),
  }),
};

const clock = z.object({
  code: DeadlineCode,
  stage: z.number().int(),
  kind: z.enum(['warning', 'breach', 'after']),
  tell: z.array(z.string()),
  dueAt: z.string(),
  skippedStages: z.number().int(),
});
const ofOrder = { orderId: z.uuid(), no: z.string(), leadUnitId: z.uuid() };

export const supervisionEvents = {
  supervisionIssued: event(
    'dispatch.supervision.issued.v1',
    '督办',
    z.object({
      ...ofOrder,
      trigger: SupervisionTrigger,
      issuedAt: z.string(),
      dueAt: z.string(),
      hasOwnDue: z.boolean(),
      ...countedBy,
    }),
  ),
  supervisionReplied: event(
    'dispatch.supervision.replied.v1',
    '督办已回复',
    z.object({
      ...{ ...ofOrder, issuedBy: z.string().optional().describe('发出督办的账号'), repliedAt: z.string(), isInTime: z.boolean() },
      judgeDueAt: z.string().optional().describe('审核回复的时限'),
      ...countedBy,
    }),
  ),
  supervisionSentBack: event(
    'dispatch.supervision.sent-back.v1',
    '督办回复退回',
    z.object({ ...ofOrder, sentBackAt: z.string(), dueAt: z.string(), hasOwnDue: z.boolean(), ...countedBy }),
  ),
  supervisionHandedOver: event(
    'dispatch.supervision.handed-over.v1',
    '主办单位更换，督办由新的主办单位回复，时限不变',
    z.object({
      ...ofOrder,
      fromUnitId: z.uuid(),
      state: SupervisionState,
      dueAt: z.string(),
      level: Level,
      handedOverAt: z.string(),
    }),
  ),
  supervisionLifted: event('dispatch.supervision.lifted.v1', '督办销号', z.object({ ...ofOrder, liftedAt: z.string() })),
  supervisionRevoked: event(
    'dispatch.supervision.revoked.v1',
    '督办撤销',
    z.object({ ...ofOrder, revokedAt: z.string(), because: z.literal('ORDER_CLOSED').optional().describe('随工单结案，由系统撤销') }),
  ),
  supervisionClockRecounted: event(
    'dispatch.supervision.clock-recounted.v1',
    '日历公布后重新计算督办时限',
    z.object({ ...ofOrder, ...recounted }),
  ),
  supervisionClockFired: event(
    'dispatch.supervision.clock-fired.v1',
    '督办时限提醒或超时',
    clock.extend({
      ...{ ...ofOrder, level: Level.optional().describe('工单的级别') },
      inChargeId: z.string().optional().describe('该通知分管或包片领导的：归哪位领导'),
    }),
  ),
  taskEntrusted: event(
    'dispatch.assigned-task.entrusted.v1',
    '交办任务',
    z.object({
      source: TaskSource,
      sourceId: z.uuid(),
      orderId: z.uuid().nullable(),
      unitId: z.uuid(),
      entrustedAt: z.string(),
      dueAt: z.string(),
      hasOwnDue: z.boolean(),
      ...countedBy,
    }),
  ),
  orderTaskEntrusted: event(
    'dispatch.work-order.task-entrusted.v1',
    '就此件交办任务，承办单位可查看工单',
    z.object({
      ...{ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid() },
      ...{ taskId: z.uuid(), source: TaskSource, unitId: z.uuid(), entrustedAt: z.string() },
    }),
  ),
  taskDelivered: event(
    'dispatch.assigned-task.delivered.v1',
    '交办任务完成',
    z.object({
      ...{ unitId: z.uuid(), deliveredAt: z.string(), isInTime: z.boolean() },
      entrustedBy: z.string().optional().describe('交办的账号；由系统交办的没有'),
      orderId: z.uuid().optional().describe('为一件工单交办的'),
      leadUnitId: z.uuid().optional().describe('该工单的主办单位'),
    }),
  ),
  taskDropped: event('dispatch.assigned-task.dropped.v1', '交办任务取消', z.object({ unitId: z.uuid(), droppedAt: z.string() })),
  taskClockRecounted: event(
    'dispatch.assigned-task.clock-recounted.v1',
    '日历公布后重新计算交办任务时限',
    z.object({ unitId: z.uuid(), ...recounted }),
  ),
  taskClockFired: event(
    'dispatch.assigned-task.clock-fired.v1',
    '交办任务提醒或超时',
    clock.extend({ unitId: z.uuid(), level: Level.optional().describe('所涉工单的级别') }),
  ),
  meetingDrawn: event(
    'dispatch.scheduling-meeting.drawn.v1',
    '调度会议程',
    z.object({
      red: z.array(z.uuid()),
      yellow: z.array(z.uuid()),
      scope: MeetingScope.optional(),
      followedTaskIds: z.array(z.uuid()),
      drawnAt: z.string(),
    }),
  ),
  meetingDecided: event(
    'dispatch.scheduling-meeting.decided.v1',
    '调度会决定',
    z.object({ taskId: z.uuid(), orderId: z.uuid().nullable(), unitId: z.uuid(), decidedAt: z.string() }),
  ),
  meetingAdjourned: event('dispatch.scheduling-meeting.adjourned.v1', '调度会结束', z.object({ adjournedAt: z.string() })),
  listScheduled: event(
    'dispatch.leader-list-schedule.scheduled.v1',
    '下一份报表的时间',
    z.object({ kind: LeaderListKind, from: z.string(), to: z.string(), makeAt: z.string() }),
  ),
  listMade: event(
    'dispatch.leader-list.made.v1',
    '报表已编制',
    z.object({ kind: LeaderListKind, from: z.string(), to: z.string(), madeAt: z.string(), total: LeaderListContents.shape.total }),
  ),
  urged: event(
    'dispatch.work-order.urged.v1',
    '催办',
    z.object({
      demandId: z.uuid(),
      no: z.string(),
      leadUnitId: z.uuid(),
      by: z.enum(['COMPLAINANT', 'STREET']),
      urges: z.number().int(),
      tell: z.array(z.string()).describe('下一级，提前告知'),
      dueAt: z.string(),
      urgedAt: z.string(),
    }),
  ),
  takenUp: event(
    'dispatch.work-order.taken-up.v1',
    '科长领办',
    z.object({
      ...{ demandId: z.uuid(), sectionChief: z.string().describe('领办账号'), takenUpAt: z.string() },
      ...{ no: z.string().optional(), leadUnitId: z.uuid().optional() },
    }),
  ),
  hardMarked: event(
    'dispatch.work-order.hard-marked.v1',
    '列为疑难工单，须由科长领办',
    z.object({
      ...{ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), level: Level, reason: z.string() },
      by: z.enum(['PERSON', 'PROBLEM_ORDER']).describe('由人列入，或因成为问题工单'),
      isTakenUp: z.boolean().describe('已有科长领办'),
      markedAt: z.string(),
      takeUpDueAt: z.string().optional().describe('应当有科长领办的时间'),
      ...countedBy,
    }),
  ),
  hardUnmarked: event(
    'dispatch.work-order.hard-unmarked.v1',
    '不再列为疑难工单',
    z.object({ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), reason: z.string(), unmarkedAt: z.string() }),
  ),
  givenUp: event(
    'dispatch.work-order.given-up.v1',
    '退回领办',
    z.object({
      ...{ demandId: z.uuid(), sectionChief: z.string().describe('原领办账号'), givenUpAt: z.string() },
      isHard: z.literal(true).optional().describe('疑难工单：领办时限从此重新起算'),
      ...countedBy,
    }),
  ),
  claimed: event(
    'dispatch.work-order.claimed.v1',
    '认领问题工单或疑难工单',
    z.object({ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), unitId: z.uuid(), claimedAt: z.string() }),
  ),
  claimWithdrawn: event(
    'dispatch.work-order.claim-withdrawn.v1',
    '退回认领',
    z.object({ demandId: z.uuid(), no: z.string().optional(), leadUnitId: z.uuid().optional(), unitId: z.uuid(), withdrawnAt: z.string() }),
  ),
  supervisorPhotoKept: event(
    'dispatch.work-order.supervisor-photo-kept.v1',
    '特约监督员存入照片',
    z.object({ demandId: z.uuid(), photoId: z.uuid(), keptAt: z.string() }),
  ),
  supervisorsInvited: event(
    'dispatch.work-order.supervisors-invited.v1',
    '请特约监督员跟进一件工单',
    z.object({ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), communityId: z.uuid(), invitedAt: z.string() }),
  ),
  commented: event(
    'dispatch.work-order.commented.v1',
    '特约监督员意见',
    z.object({
      ...{ demandId: z.uuid(), commentId: z.uuid(), photos: z.number().int(), commentedAt: z.string() },
      ...{ no: z.string().optional(), leadUnitId: z.uuid().optional() },
    }),
  ),
};
