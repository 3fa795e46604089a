import { z } from 'zod';
import { ContactPurpose, FollowedStage } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { orderLeads, type Access } from './roles.js';

/** The four ways of 四方四办: cadres do it, residents are brought along, those with resources join in, renewal takes it at its root. */
export const handlingWays = ['CADRES', 'WITH_RESIDENTS', 'TOGETHER', 'AT_SOURCE'] as const;
export const HandlingWay = z.enum(handlingWays).meta({ id: 'HandlingWay' });
export type HandlingWay = z.infer<typeof HandlingWay>;

/** Where a matter is taken beside its handling (息诉减量, 普法解忧): talks, mediation, counselling, appraisal of the firm, court, procuratorate or police. */
export const referralKinds = ['TALKS', 'MEDIATION', 'COUNSELLING', 'FIRM_APPRAISAL', 'LEGAL_HELP'] as const;
export const ReferralKind = z.enum(referralKinds).meta({ id: 'ReferralKind' });
export type ReferralKind = z.infer<typeof ReferralKind>;

/** What came of it; OPEN while nothing has. */
export const referralStates = ['OPEN', 'SETTLED', 'UNSETTLED', 'DECLINED'] as const;
export const ReferralState = z.enum(referralStates).meta({ id: 'ReferralState' });
export type ReferralState = z.infer<typeof ReferralState>;

/** Who called on the household: who handles it, the community's secretary, a neighbour people trust (常唠宽心话), somebody else. */
export const visitors = ['HANDLER', 'SECRETARY', 'NEIGHBOUR', 'OTHER'] as const;
export const Visitor = z.enum(visitors).meta({ id: 'Visitor' });
export type Visitor = z.infer<typeof Visitor>;

export const visitOutcomes = ['AGREED', 'CALMED', 'UNCHANGED', 'NOBODY_IN'] as const;
export const VisitOutcome = z.enum(visitOutcomes).meta({ id: 'VisitOutcome' });
export type VisitOutcome = z.infer<typeof VisitOutcome>;

/** How often whoever answers for an order calls on its complainant (三上门, S2). What each visit is for the seed does not say. */
export const visitsOwed = [{ from: '2020-01-01', value: 3, unit: 'visits', source: 'S2' }] as const;

const way = HandlingWay.nullable().describe('四方四办的哪一办');
const methods = z.array(z.string().trim().min(2).max(20)).max(5).describe('所用工作法，例如 桥连民声工作法');

export const OrderWays = z
  .object({
    orderId: z.uuid(),
    way,
    methods,
    plan: z.string().nullable().describe('一案一策：疑难件的办理方案'),
    notedAt: z.string().nullable(),
    unitId: z.uuid().nullable().describe('由哪个单位写明'),
  })
  .meta({ id: 'OrderWays' });
export type OrderWays = z.infer<typeof OrderWays>;

export const Referral = z
  .object({
    id: z.uuid(),
    kind: ReferralKind,
    to: z.string().describe('转介给谁'),
    reason: z.string(),
    state: ReferralState,
    outcome: z.string().nullable(),
    madeAt: z.string(),
    endedAt: z.string().nullable(),
    unitId: z.uuid().nullable(),
  })
  .meta({ id: 'Referral' });
export type Referral = z.infer<typeof Referral>;

export const HomeVisit = z
  .object({
    id: z.uuid(),
    by: Visitor,
    purpose: ContactPurpose,
    outcome: VisitOutcome,
    isDispute: z.boolean().describe('邻里等矛盾纠纷'),
    note: z.string().nullable(),
    visitedAt: z.string(),
    unitId: z.uuid().nullable(),
  })
  .meta({ id: 'HomeVisit' });
export type HomeVisit = z.infer<typeof HomeVisit>;

/** One duty of the checklist (三包) of an order: done or not yet. */
export const CareDuty = z
  .object({ duty: z.string(), doneAt: z.string().nullable(), unitId: z.uuid().nullable().describe('由哪个单位登记') })
  .meta({ id: 'CareDuty' });
export type CareDuty = z.infer<typeof CareDuty>;

/** Which duties (三包三上门的三包) whoever answers for an order has, from a day on. No source spells them out, so the street writes them. */
export const DutyChecklist = z
  .object({
    from: z.iso.date().describe('自此日起收到的诉求'),
    duties: z.array(z.string().trim().min(2).max(40)).max(12).describe('空表示不设责任清单'),
    source: z.string().trim().min(2).max(200).describe('依据，例如本街道的办法'),
  })
  .meta({ id: 'DutyChecklist' });
export type DutyChecklist = z.infer<typeof DutyChecklist>;

/** A complainant who is ready to help the community think (智囊团); who it is the vault of intake knows. */
export const Adviser = z
  .object({
    orderId: z.uuid(),
    demandId: z.uuid(),
    no: z.string(),
    category1: z.string(),
    communityId: z.uuid().nullable(),
    joinedAt: z.string(),
  })
  .meta({ id: 'Adviser' });
export type Adviser = z.infer<typeof Adviser>;

/** What is done for the person beside the matter; notes of visits stay with those who handle it. */
export const OrderCare = z
  .object({
    orderId: z.uuid(),
    referrals: z.array(Referral),
    visits: z.array(HomeVisit),
    visitsMade: z.number().int().describe('见到人的上门次数'),
    visitsOwed: z.number().int().describe('三上门'),
    duties: z.array(CareDuty).describe('三包：责任清单，没有发布的为空'),
    invitedAt: z.string().nullable().describe('邀请诉求人跟办的时间'),
    isAdviser: z.boolean().describe('诉求人同意加入社区智囊团'),
  })
  .meta({ id: 'OrderCare' });
export type OrderCare = z.infer<typeof OrderCare>;

const counted = { orders: z.number().int(), closed: z.number().int(), solved: z.number().int() };
const carers = {
  ...orderLeads,
  community_worker: 'concerned',
  section_chief: 'street',
  street_leader: 'street',
} as const satisfies Access;
const readers: Access = { ...carers, inspector: 'street', administrator: 'street' };
const text = z.string().trim().min(2).max(500);
const onOrder = { id: z.uuid() };
const refusals = ['object.not-found', 'work-order.own-complaint', 'work-order.not-open', 'work-order.text-private'] as const;

export const orderCare = {
  noteWays: operation({
    name: 'dispatch.work-order.note-ways',
    method: 'POST',
    path: '/api/work-orders/{id}/ways',
    summary: '写明怎么办：四方四办的哪一办、所用工作法、疑难件的一案一策；不改变任何时限',
    access: { ...orderLeads, section_chief: 'street', street_leader: 'street' },
    input: z.object({ ...onOrder, way, methods: methods.default([]), plan: z.string().trim().min(5).max(1000).optional() }),
    output: OrderWays,
    errors: refusals,
  }),
  getWays: operation({
    name: 'dispatch.work-order.ways',
    method: 'GET',
    path: '/api/work-orders/{id}/ways',
    summary: '这件工单怎么办：四方四办、工作法、一案一策',
    access: {
      ...readers,
      firm_handler: 'concerned',
      firm_manager: 'concerned',
      department_handler: 'concerned',
      rights_unit_rep: 'concerned',
    },
    input: z.object(onOrder),
    output: OrderWays,
    errors: ['object.not-found'],
  }),
  reportWays: operation({
    name: 'dispatch.ways.report',
    method: 'GET',
    path: '/api/ways-report',
    summary: '按四方四办和工作法统计：一段日子里收到的工单各用了哪一办、办结和解决多少',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({ from: z.iso.date(), to: z.iso.date().describe('至此日止（含）') }),
    output: z.object({
      byWay: z.array(z.object({ way: HandlingWay, ...counted })),
      byMethod: z.array(z.object({ method: z.string(), ...counted })),
      notNoted: z.number().int().describe('没有写明的工单'),
    }),
  }),
  getCare: operation({
    name: 'dispatch.work-order.care',
    method: 'GET',
    path: '/api/work-orders/{id}/care',
    summary: '转介与上门：转介给谁、结果如何，上门几次、为了什么',
    access: readers,
    input: z.object(onOrder),
    output: OrderCare,
    errors: ['object.not-found'],
  }),
  refer: operation({
    name: 'dispatch.referral.make',
    method: 'POST',
    path: '/api/work-orders/{id}/referrals',
    summary: '转介：协商、矛盾调解、心理咨询、物业考评、普法解忧；主办单位与时限不变',
    access: carers,
    input: z.object({ ...onOrder, referralId: z.uuid(), kind: ReferralKind, to: text.max(80), reason: text }),
    output: OrderCare,
    errors: refusals,
    success: 201,
  }),
  endReferral: operation({
    name: 'dispatch.referral.end',
    method: 'POST',
    path: '/api/work-orders/{id}/referrals/{referralId}/end',
    summary: '登记转介的结果',
    access: carers,
    input: z.object({ ...onOrder, referralId: z.uuid(), state: ReferralState.exclude(['OPEN']), outcome: text }),
    output: OrderCare,
    errors: ['object.not-found', 'work-order.own-complaint', 'referral.ended', 'work-order.text-private'],
  }),
  recordVisit: operation({
    name: 'dispatch.visit.record',
    method: 'POST',
    path: '/api/work-orders/{id}/visits',
    summary: '登记一次上门：谁去的、为了什么、结果如何；经过只给办理的人看',
    access: carers,
    input: z.object({
      ...onOrder,
      visitId: z.uuid(),
      by: Visitor,
      purpose: ContactPurpose,
      outcome: VisitOutcome,
      isDispute: z.boolean().default(false),
      note: text.optional(),
    }),
    output: OrderCare,
    errors: ['object.not-found', 'work-order.own-complaint', 'work-order.text-private'],
    success: 201,
  }),
  tickDuty: operation({
    name: 'dispatch.work-order.tick-duty',
    method: 'POST',
    path: '/api/work-orders/{id}/duties',
    summary: '责任清单（三包）：登记一项已落实',
    access: carers,
    input: z.object({ ...onOrder, duty: z.string().max(40) }),
    output: OrderCare,
    errors: ['object.not-found', 'work-order.own-complaint', 'work-order.duty-unknown'],
  }),
  inviteComplainant: operation({
    name: 'dispatch.work-order.invite-complainant',
    method: 'POST',
    path: '/api/work-orders/{id}/invitation',
    summary: '邀请诉求人跟办：此后研究、实施、反馈各步，诉求人凭编号查询都看得到；不改变任何时限',
    access: carers,
    input: z.object(onOrder),
    output: OrderCare,
    errors: refusals.filter((code) => code !== 'work-order.text-private'),
  }),
  tellStage: operation({
    name: 'dispatch.work-order.tell-stage',
    method: 'POST',
    path: '/api/work-orders/{id}/stages',
    summary: '告诉跟办的诉求人一步：研究、实施、反馈',
    access: carers,
    input: z.object({ ...onOrder, stage: FollowedStage, publicText: z.string().trim().min(5, '请写给诉求人看的话，至少 5 个字').max(500) }),
    output: OrderCare,
    errors: [...refusals, 'work-order.text-needed', 'work-order.not-invited'],
  }),
  joinAdvisers: operation({
    name: 'dispatch.work-order.join-advisers',
    method: 'POST',
    path: '/api/work-orders/{id}/adviser',
    summary: '诉求人本人同意加入社区智囊团，或者退出；跟办过的才可以',
    access: carers,
    input: z.object({ ...onOrder, isAdviser: z.boolean() }),
    output: OrderCare,
    errors: ['object.not-found', 'work-order.own-complaint', 'work-order.not-invited'],
  }),
  listAdvisers: operation({
    name: 'dispatch.adviser.list',
    method: 'GET',
    path: '/api/advisers',
    summary: '社区智囊团：同意加入的诉求人的诉求编号，新的在前；联系方式在诉求页按用途查看',
    access: { community_worker: 'concerned', section_chief: 'street', street_leader: 'street' },
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    output: z.object({ advisers: z.array(Adviser) }),
  }),
  listChecklists: operation({
    name: 'dispatch.duty-checklist.list',
    method: 'GET',
    path: '/api/duty-checklists',
    summary: '责任清单（三包）：各次发布，哪次施行',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({
      lists: z.array(DutyChecklist.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishChecklist: operation({
    name: 'dispatch.duty-checklist.publish',
    method: 'PUT',
    path: '/api/duty-checklists',
    summary: '发布责任清单（三包），自某日起收到的诉求适用；每次写全',
    access: { administrator: 'street' },
    input: DutyChecklist,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['work-order.text-private'],
  }),
  makeNotice: operation({
    name: 'dispatch.work-order.notice',
    method: 'POST',
    path: '/api/work-orders/{id}/notice',
    summary: '张贴用告知单：核实的情况、由谁处理、最迟何时办好；打开即可打印（HTML），经过里留一笔',
    access: { ...carers, phone_desk: 'street' },
    input: z.object({ ...onOrder, publicText: z.string().trim().min(5, '请写给居民看的话，至少 5 个字').max(500) }),
    output: z.object({ fileName: z.string(), file: z.base64() }),
    errors: [...refusals, 'work-order.text-needed'],
  }),
  tellStory: operation({
    name: 'dispatch.work-order.story',
    method: 'GET',
    path: '/api/work-orders/{id}/story',
    summary: '办理纪实初稿：由经过自动写成，写明每个节点的时刻与用时；不含个人信息',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object(onOrder),
    output: z.object({ title: z.string(), text: z.string() }),
    errors: ['object.not-found'],
  }),
};

const ofOrder = { demandId: z.uuid() };
export const orderCareEvents = {
  waysNoted: event(
    'dispatch.work-order.ways-noted.v1',
    '写明怎么办',
    z.object({ ...ofOrder, way: HandlingWay.nullable(), methods: z.array(z.string()), hasPlan: z.boolean(), notedAt: z.string() }),
  ),
  noticeMade: event(
    'dispatch.work-order.notice-made.v1',
    '打印告知单',
    z.object({ ...ofOrder, publicText: z.string(), buildingId: z.uuid().nullable(), doneBy: z.string().nullable(), madeAt: z.string() }),
  ),
  referred: event(
    'dispatch.work-order.referred.v1',
    '转介',
    z.object({ ...ofOrder, referralId: z.uuid(), kind: ReferralKind, referredAt: z.string() }),
  ),
  referralEnded: event(
    'dispatch.work-order.referral-ended.v1',
    '转介有结果',
    z.object({ ...ofOrder, referralId: z.uuid(), kind: ReferralKind, state: ReferralState, endedAt: z.string() }),
  ),
  visited: event(
    'dispatch.work-order.visited.v1',
    '上门',
    z.object({ ...ofOrder, by: Visitor, purpose: ContactPurpose, outcome: VisitOutcome, isDispute: z.boolean(), visitedAt: z.string() }),
  ),
  dutyTicked: event(
    'dispatch.work-order.duty-ticked.v1',
    '责任清单一项落实',
    z.object({ ...ofOrder, duty: z.string(), tickedAt: z.string() }),
  ),
  complainantInvited: event(
    'dispatch.work-order.complainant-invited.v1',
    '邀请诉求人跟办',
    z.object({ ...ofOrder, invitedAt: z.string() }),
  ),
  stageTold: event(
    'dispatch.work-order.stage-told.v1',
    '告诉诉求人一步（研究、实施、反馈）',
    z.object({ ...ofOrder, stage: FollowedStage, publicText: z.string(), toldAt: z.string() }),
  ),
  adviserJoined: event(
    'dispatch.work-order.adviser-joined.v1',
    '诉求人加入或退出智囊团',
    z.object({ ...ofOrder, isAdviser: z.boolean(), saidAt: z.string() }),
  ),
  checklistPublished: event(
    'dispatch.duty-checklist.published.v1',
    '责任清单发布',
    z.object({ listVersion: z.number().int(), from: z.string(), duties: z.array(z.string()) }),
  ),
};

/**
 * What a community may repair at once (社区快修, 东铁匠营): small matters in a building, by category path. Which they are the seed does not list.
 */
export const quickFixCategories = [
  {
    from: '2020-01-01',
    value: [
      ['物业管理', '房屋维修'],
      ['物业管理', '公共设施'],
    ],
    unit: 'categories',
    source: 'S1; P',
  },
] as const;
