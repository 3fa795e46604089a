import { z } from 'zod';
import { ClockView } from './dispatch.js';
import { DeadlineCode, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { Category, KeptPhoto, PhotoFile, PlaceRef } from './intake.js';
import { operation } from './operation.js';
import { orderReaders, type Access } from './roles.js';
import { countedBy } from './time-limits.js';
import { Duty } from './watching.js';

/** Campaigns (专项行动): an inspection (安全隐患大排查), treatment of a cluster (集中专项治理), a joint operation of several units (联合执法). */
export const campaignKinds = ['INSPECTION', 'TREATMENT', 'JOINT_OPERATION'] as const;
export const CampaignKind = z.enum(campaignKinds).meta({ id: 'CampaignKind' });
export type CampaignKind = z.infer<typeof CampaignKind>;

export const campaignStates = ['OPEN', 'CLOSED'] as const;
export const CampaignState = z.enum(campaignStates).meta({ id: 'CampaignState' });
export type CampaignState = z.infer<typeof CampaignState>;

/** What became of a finding: nothing yet, settled by the units on the spot or later, or a demand of its own since. */
export const findingStates = ['OPEN', 'SETTLED', 'DEMANDED'] as const;
export const FindingState = z.enum(findingStates).meta({ id: 'FindingState' });
export type FindingState = z.infer<typeof FindingState>;

/** The ladder of enforcement (处理、整改、暂扣、立案; S2). A record of what the officers did; the system decides none of it. */
export const enforcementSteps = ['DEALT_WITH', 'PUT_RIGHT', 'HELD', 'CASE_OPENED'] as const;
export const EnforcementStep = z.enum(enforcementSteps).meta({ id: 'EnforcementStep' });
export type EnforcementStep = z.infer<typeof EnforcementStep>;

/**
 * What is looked at where a campaign names nothing else. The eight items (八项) of a joint operation are those of 五里店; what an inspection looks at no
 * source lists; a treatment looks at what its plan says, and whether it came back.
 */
export const campaignChecklists = [
  {
    from: '2020-01-01',
    value: {
      INSPECTION: ['消防通道', '电动自行车充电', '用电安全', '燃气安全', '电梯', '高空坠物', '房屋结构', '有限空间', '其他隐患'],
      TREATMENT: ['问题是否消除', '是否又出现', '源头措施是否落实'],
      JOINT_OPERATION: ['机动车违停', '街面环境', '背街小巷', '燃气安全', '堆放杂物', '电动车治理', '店外经营', '无证无照经营'],
    },
    unit: 'items',
    source: 'S2; P',
  },
] as const satisfies readonly { from: string; value: Record<CampaignKind, readonly string[]>; unit: string; source: string }[];

/** How long a campaign may be planned for. */
export const campaignDays = [{ from: '2020-01-01', value: 366, unit: 'days', source: 'P' }] as const;

export const FindingStep = z
  .object({ step: EnforcementStep.nullable(), note: z.string(), at: z.string(), unitId: z.uuid().nullable() })
  .meta({ id: 'FindingStep' });
export type FindingStep = z.infer<typeof FindingStep>;

export const CampaignFinding = z
  .object({
    id: z.uuid(),
    state: FindingState,
    place: PlaceRef,
    item: z.string(),
    note: z.string(),
    photoIds: z.array(z.uuid()),
    unitId: z.uuid().nullable().describe('由哪个单位查到'),
    foundAt: z.string(),
    steps: z.array(FindingStep).describe('处置与执法措施，只作记录'),
    demandId: z.uuid().nullable(),
    order: z
      .object({ id: z.uuid(), no: z.string(), state: WorkOrderState })
      .nullable()
      .describe('据此派出的工单；诉求中心还没有派单的为空'),
  })
  .meta({ id: 'CampaignFinding' });
export type CampaignFinding = z.infer<typeof CampaignFinding>;

const counts = {
  found: z.number().int(),
  open: z.number().int().describe('尚未处置'),
  settled: z.number().int().describe('已整改'),
  demanded: z.number().int().describe('已转为诉求'),
};

export const CampaignView = z
  .object({
    id: z.uuid(),
    kind: CampaignKind,
    state: CampaignState,
    title: z.string(),
    leadUnitId: z.uuid(),
    unitIds: z.array(z.uuid()).describe('参加的单位，含牵头单位'),
    places: z.array(PlaceRef).describe('范围；空表示全街道'),
    items: z.array(z.string()).describe('检查清单'),
    startOn: z.string(),
    endOn: z.string().describe('至此日止（含）'),
    clusterId: z.uuid().nullable().describe('由哪个聚集诉求而起'),
    ...counts,
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Campaign' });
export type CampaignView = z.infer<typeof CampaignView>;

export const CampaignDetail = CampaignView.extend({
  plan: z.string().nullable(),
  summary: z.string().nullable().describe('总结，收尾时填写'),
  demandsClosed: z.number().int().describe('转为诉求的，已结案'),
  demandsSolved: z.number().int().describe('转为诉求的，诉求已解决'),
  orders: z
    .array(z.object({ id: z.uuid(), no: z.string(), title: z.string(), state: WorkOrderState }))
    .describe('专项治理的来源工单；不在本单位范围内的不列'),
  findings: z.array(CampaignFinding),
  shifts: z.array(Duty).describe('值守的班次，先到的在前'),
  clocks: z.array(ClockView),
}).meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

/** One shift of the roster (两班倒的一班): every day of the campaign from one hour to another, the people by turns. */
export const CampaignShift = z
  .object({
    planId: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
    unitId: z.uuid(),
    name: z.string().trim().min(1).max(20).describe('例如 早班'),
    startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻应形如 08:30'),
    endsAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻应形如 08:30')
      .describe('不晚于开始时刻的，到次日'),
    rota: z.array(z.string().min(1).max(80)).max(60).default([]).describe('轮值的账号，依次轮换'),
  })
  .meta({ id: 'CampaignShift' });
export type CampaignShift = z.infer<typeof CampaignShift>;

/** Chiefs and leaders of the street; a community or an office for what it leads itself. */
const openers: Access = { section_chief: 'street', street_leader: 'street', community_worker: 'lead', department_handler: 'lead' };
const takingPart: Access = {
  section_chief: 'street',
  community_worker: 'concerned',
  department_handler: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
};

const one = { id: z.uuid() };
const onFinding = { ...one, findingId: z.uuid() };
const note = z.string().trim().min(2).max(500);
const refusals = ['object.not-found', 'campaign.closed', 'work-order.text-private'] as const;

export const campaigns = {
  listCampaigns: operation({
    name: 'dispatch.campaign.list',
    method: 'GET',
    path: '/api/campaigns',
    summary: '专项行动一览，新的在前；附今日施行的检查清单',
    access: orderReaders,
    input: z.object({
      kind: CampaignKind.optional(),
      state: CampaignState.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      campaigns: z.array(CampaignView),
      checklists: z.array(z.object({ kind: CampaignKind, items: z.array(z.string()), source: z.string() })),
    }),
  }),
  getCampaign: operation({
    name: 'dispatch.campaign.get',
    method: 'GET',
    path: '/api/campaigns/{id}',
    summary: '一次专项行动：范围、清单、班次、查到的问题与结果、时限',
    access: orderReaders,
    input: z.object(one),
    output: CampaignDetail,
    errors: ['object.not-found'],
  }),
  openCampaign: operation({
    name: 'dispatch.campaign.open',
    method: 'POST',
    path: '/api/campaigns',
    summary: '发起专项行动：大排查、聚集诉求的专项治理、联合执法；马上通知各参加单位',
    access: openers,
    input: z.object({
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      kind: CampaignKind,
      title: z.string().trim().min(4).max(80),
      leadUnitId: z.uuid(),
      unitIds: z.array(z.uuid()).max(60).default([]),
      places: z.array(PlaceRef).max(300).default([]),
      items: z.array(z.string().trim().min(2).max(40)).max(60).optional().describe('不写就用今日施行的清单'),
      startOn: z.iso.date().optional().describe('缺省为今天'),
      endOn: z.iso.date(),
      plan: z.string().trim().min(5).max(2000).optional(),
      clusterId: z.uuid().optional(),
      orderIds: z.array(z.uuid()).max(500).default([]),
    }),
    output: CampaignView,
    errors: ['object.not-found', 'unit.unknown', 'incident.place-unknown', 'campaign.dates', 'work-order.text-private'],
    success: 201,
  }),
  setRoster: operation({
    name: 'dispatch.campaign.roster',
    method: 'POST',
    path: '/api/campaigns/{id}/roster',
    summary: '排班（两班倒）：每班一项值班，到专项行动结束为止；替班和登记同其他值班',
    access: openers,
    input: z.object({ ...one, shifts: z.array(CampaignShift).min(1).max(6) }),
    output: CampaignView,
    errors: [...refusals, 'unit.unknown', 'campaign.unit-not-in'],
  }),
  addPhoto: operation({
    name: 'dispatch.campaign-finding.add-photo',
    method: 'POST',
    path: '/api/campaigns/{id}/findings/{findingId}/photos',
    summary: '为正在登记的问题添加照片；重新编码并去除位置信息',
    access: takingPart,
    input: z.object({ ...onFinding, fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: ['object.not-found', 'campaign.closed', 'image.unreadable', 'image.too-many', 'request.too-many'],
    success: 201,
    upload: true,
  }),
  getPhoto: operation({
    name: 'dispatch.campaign-finding.get-photo',
    method: 'GET',
    path: '/api/campaigns/{id}/findings/{findingId}/photos/{photoId}',
    summary: '查看照片（base64 JPEG）',
    access: orderReaders,
    input: z.object({ ...onFinding, photoId: z.uuid() }),
    output: PhotoFile,
    errors: ['object.not-found'],
  }),
  recordFinding: operation({
    name: 'dispatch.campaign-finding.record',
    method: 'POST',
    path: '/api/campaigns/{id}/findings',
    summary: '登记查到的问题：地点、清单上的哪一项、情况、照片；当场处置的一并记下',
    access: takingPart,
    input: z.object({
      ...onFinding,
      place: PlaceRef,
      item: z.string().max(40),
      note,
      photoIds: z.array(z.uuid()).max(9).default([]),
      step: EnforcementStep.optional(),
      isSettled: z.boolean().default(false).describe('当场已整改'),
    }),
    output: CampaignView,
    errors: [...refusals, 'campaign.item-unknown', 'campaign.place-outside', 'incident.place-unknown', 'image.not-kept'],
    success: 201,
  }),
  noteFinding: operation({
    name: 'dispatch.campaign-finding.note',
    method: 'POST',
    path: '/api/campaigns/{id}/findings/{findingId}/notes',
    summary: '登记处置：执法措施（处理、整改、暂扣、立案，只作记录），是否已整改',
    access: takingPart,
    input: z.object({ ...onFinding, note, step: EnforcementStep.optional(), isSettled: z.boolean().default(false) }),
    output: CampaignView,
    errors: [...refusals, 'campaign.finding-done'],
  }),
  demandFinding: operation({
    name: 'dispatch.campaign-finding.demand',
    method: 'POST',
    path: '/api/campaigns/{id}/findings/{findingId}/demand',
    summary: '转为诉求（来源：巡查发现）：经诉求中心受理派单，一个问题只转一次，结果计入专项行动',
    access: takingPart,
    input: z.object({
      ...onFinding,
      publicText: z.string().trim().min(5).max(1000).describe('写给承办单位的话；请勿写姓名、电话'),
      category: Category.optional().describe('不写的由诉求中心研判'),
    }),
    output: CampaignView,
    errors: [...refusals, 'work-order.text-needed', 'campaign.finding-done'],
  }),
  extendCampaign: operation({
    name: 'dispatch.campaign.extend',
    method: 'POST',
    path: '/api/campaigns/{id}/extend',
    summary: '延长专项行动：街道领导批准，写明理由；排好的班次随之延长，原结束日期留痕',
    access: { street_leader: 'street' },
    input: z.object({
      ...one,
      endOn: z.iso.date().describe('延长至此日止（含）'),
      reason: z.string().trim().min(5, '请写明理由，至少 5 个字').max(300),
    }),
    output: CampaignView,
    errors: [...refusals, 'campaign.dates', 'campaign.not-later'],
  }),
  closeCampaign: operation({
    name: 'dispatch.campaign.close',
    method: 'POST',
    path: '/api/campaigns/{id}/close',
    summary: '收尾：写总结；查到的问题须都已整改或转为诉求',
    access: openers,
    input: z.object({ ...one, summary: z.string().trim().min(10, '请写总结，至少 10 个字').max(2000) }),
    output: CampaignView,
    errors: [...refusals, 'campaign.findings-open'],
  }),
};

const ofFinding = { findingId: z.uuid(), item: z.string(), state: FindingState, unitId: z.uuid().nullable() };

/** Facts of a campaign; what is typed about a finding stays out of them, but for the words that were written to become a demand. */
export const campaignEvents = {
  campaignOpened: event(
    'dispatch.campaign.opened.v1',
    '发起专项行动',
    z.object({
      kind: CampaignKind,
      title: z.string(),
      leadUnitId: z.uuid(),
      unitIds: z.array(z.uuid()),
      items: z.array(z.string()),
      clusterId: z.uuid().nullable(),
      orderIds: z.array(z.uuid()),
      startOn: z.string(),
      endOn: z.string(),
      dueAt: z.string(),
      openedAt: z.string(),
      ...countedBy,
    }),
  ),
  campaignExtended: event(
    'dispatch.campaign.extended.v1',
    '专项行动延长',
    z.object({
      title: z.string(),
      unitIds: z.array(z.uuid()),
      oldEndOn: z.string(),
      endOn: z.string(),
      reason: z.string(),
      approvedBy: z.string(),
      dueAt: z.string(),
      extendedAt: z.string(),
      ...countedBy,
    }),
  ),
  campaignRostered: event(
    'dispatch.campaign.rostered.v1',
    '专项行动排班',
    z.object({ planIds: z.array(z.uuid()), rosteredAt: z.string() }),
  ),
  findingPhotoKept: event('dispatch.campaign.photo-kept.v1', '问题照片', z.object({ findingId: z.uuid(), photoId: z.uuid() })),
  findingRecorded: event(
    'dispatch.campaign.finding-recorded.v1',
    '查到问题',
    z.object({ ...ofFinding, place: PlaceRef.omit({ point: true }), photos: z.number().int(), foundAt: z.string() }),
  ),
  findingNoted: event(
    'dispatch.campaign.finding-noted.v1',
    '登记处置',
    z.object({ ...ofFinding, step: EnforcementStep.nullable(), notedAt: z.string() }),
  ),
  findingDemanded: event(
    'dispatch.campaign.finding-demanded.v1',
    '查到的问题转为诉求',
    z.object({
      ...ofFinding,
      demandId: z.uuid(),
      title: z.string(),
      publicText: z.string(),
      category: Category.nullable(),
      place: PlaceRef,
      demandedAt: z.string(),
    }),
  ),
  campaignClosed: event('dispatch.campaign.closed.v1', '专项行动收尾', z.object({ kind: CampaignKind, ...counts, closedAt: z.string() })),
  campaignClockFired: event(
    'dispatch.campaign.clock-fired.v1',
    '专项行动到期提醒或超期',
    z.object({
      title: z.string(),
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      unitId: z.uuid(),
    }),
  ),
};
