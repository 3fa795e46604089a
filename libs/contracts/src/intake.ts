import { z } from 'zod';
import {
  CallbackCause,
  CallbackState,
  Channel,
  DeadlineCode,
  DemandState,
  DemandType,
  ErasureState,
  FollowedStage,
  Level,
  LevelBasis,
  LevelCheck,
  Satisfaction,
  ScreeningOutcome,
  WorkOrderState,
} from './enums.js';
import { Confidence } from './directory.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { handlerRoles, type Access } from './roles.js';

/** Three levels of the category tree; deeper ones may be open while screening. */
export const Category = z.tuple([z.string(), z.string(), z.string()]).meta({ id: 'Category' });
export type Category = z.infer<typeof Category>;

/** A photo as it is kept: drawn anew, without the place and time of the shot. */
export const KeptPhoto = z.object({ id: z.uuid(), width: z.number().int(), height: z.number().int(), bytes: z.number().int() });
export type KeptPhoto = z.infer<typeof KeptPhoto>;

/** A kept photo to look at. */
export const PhotoFile = z.object({ contentType: z.literal('image/jpeg'), data: z.base64() });

/** Where it is about. `point` is the text people use; ids are filled when the registry knows the place. */
export const PlaceRef = z
  .object({
    communityId: z.uuid().nullable(),
    estateId: z.uuid().nullable(),
    buildingId: z.uuid().nullable(),
    point: z.string().max(120).nullable(),
  })
  .meta({ id: 'PlaceRef' });
export type PlaceRef = z.infer<typeof PlaceRef>;

const matter = {
  demandType: DemandType.optional(),
  category: Category.optional(),
  title: z.string().trim().max(120).optional(),
  content: z.string().trim().min(2).max(4000),
};
const contact = {
  callerName: z.string().trim().max(60).optional(),
  callerPhone: z
    .string()
    .trim()
    .min(5)
    .max(20)
    .regex(/^[+\d][\d\- ]*$/, '电话只能是数字'),
  room: z.string().trim().max(60).optional(),
};

export const ReceiveDemand = z.object({
  id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
  channel: Channel.exclude(['WEB', 'QR']),
  ...matter,
  ...contact,
  callerPhone: contact.callerPhone.optional().describe('巡查可不填；接待与居民群转来的，可只填姓名'),
  level: Level.optional(),
  place: PlaceRef.partial().optional(),
  emergencyLine: z.boolean().optional().describe('已当场转 110、119、120、122，不再派单'),
  /** When the person called or was met; recorded beside, never stops or starts a clock by itself. */
  happenedAt: z.iso.datetime({ offset: true }).optional(),
  earlierDemandId: z.uuid().optional().describe('同一事项结案后又有新情况：此前的诉求'),
  aboutUnitId: z.uuid().optional().describe('投诉所指的单位：此件不由它主办、核实、回访'),
});
/**
 * The answer code (评价码): chosen by the page that hands a demand in, known to the complainant alone. Units know the number and the phone of what they
 * work on, so these two let nobody answer a callback.
 */
const AnswerCode = z
  .string()
  .trim()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, '评价码是提交成功时页面上的八位字母和数字');
export const ReceivePublicDemand = z.object({
  streetId: z.string(),
  id: z.uuid(),
  placeCode: z.string().max(40).optional(),
  ...matter,
  ...contact,
  place: PlaceRef.partial().optional(),
  isEmergency: z.boolean().optional(),
  aboutUnitId: z
    .uuid()
    .optional()
    .describe('投诉所指的单位，可不填：该地点的物业、产权单位或社区之一（intake.complaint-unit.list），此件不由它主办、核实、回访'),
  answerCode: AnswerCode.optional().describe('由提交方选定、只有诉求人知道；凭它在网上答复回访'),
});
/** The complainant of a demand, without an account. */
const caller = { streetId: z.string(), no: z.string().max(40), phoneTail: z.string().regex(/^\d{4}$/) };

/** What the person who hands in a demand is told. */
export const Receipt = z
  .object({
    id: z.uuid(),
    no: z.string(),
    state: DemandState,
    level: Level,
    receivedAt: z.string(),
    orderId: z.uuid().nullable(),
    message: z.string(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

export const DemandView = z
  .object({
    id: z.uuid(),
    no: z.string(),
    state: DemandState,
    channel: Channel,
    demandType: DemandType.nullable(),
    category: Category.nullable(),
    level: Level,
    levelBasis: LevelBasis.nullable().describe('紧急级别由谁、由什么定的'),
    levelCheck: LevelCheck.nullable().describe('危险词或居民自报的紧急级别，人是否已确认'),
    dangerWords: z.array(z.string()),
    title: z.string(),
    content: z.string().nullable().describe('只给承办与受理人员'),
    place: PlaceRef,
    callerName: z.string().nullable().describe('按身份脱敏'),
    callerPhone: z.string().nullable().describe('按身份脱敏'),
    room: z.string().nullable().describe('按身份脱敏'),
    erasure: ErasureState.nullable().describe('个人信息限制处理或已删除'),
    receivedAt: z.string(),
    screening: ScreeningOutcome.nullable(),
    orderId: z.uuid().nullable(),
    orderState: WorkOrderState.nullable(),
    leadUnitId: z.uuid().nullable(),
    dueAt: z.string().nullable(),
    linkedTo: z.uuid().nullable(),
    earlierDemandId: z.uuid().nullable().describe('结案后又有新情况的，此前的诉求'),
    aboutUnitId: z.uuid().nullable().describe('投诉所指的单位'),
    attachments: z.array(KeptPhoto),
  })
  .meta({ id: 'Demand' });
export type DemandView = z.infer<typeof DemandView>;

export const CallbackView = z
  .object({
    id: z.uuid(),
    demandId: z.uuid(),
    orderId: z.uuid(),
    no: z.string(),
    title: z.string(),
    state: CallbackState,
    cause: CallbackCause,
    openedAt: z.string(),
    attempts: z.number().int(),
    contacted: z.boolean().nullable(),
    solved: z.boolean().nullable(),
    satisfaction: Satisfaction.nullable(),
    recordedAt: z.string().nullable(),
    callerName: z.string().nullable(),
    callerPhone: z.string().nullable(),
  })
  .meta({ id: 'Callback' });
export type CallbackView = z.infer<typeof CallbackView>;

export const ImportResult = z
  .object({
    importId: z.uuid(),
    rows: z.number().int(),
    accepted: z.number().int(),
    known: z.number().int(),
    parked: z.number().int(),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof ImportResult>;

/** An import that was run, and how many of its parked rows still wait. */
export const PastImport = ImportResult.extend({
  fileName: z.string(),
  profile: z.string(),
  at: z.string(),
  accountId: z.string(),
  waiting: z.number().int().describe('待更正的行中，此刻仍未更正的'),
}).meta({ id: 'PastImport' });
export type PastImport = z.infer<typeof PastImport>;

export const ParkedRow = z
  .object({
    id: z.uuid(),
    importId: z.uuid(),
    sheetRow: z.number().int(),
    reasons: z.array(z.string()),
    cells: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ParkedRow' });
export type ParkedRow = z.infer<typeof ParkedRow>;

/** How the columns of one kind of export are read: data, so that another export needs no code. */
export const MappingProfile = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.literal('Asia/Shanghai'),
    columns: z.record(z.string(), z.array(z.string())).describe('字段 → 表头写法'),
    required: z.array(z.string()),
    unknownPlace: z.array(z.string()),
    doneStates: z.array(z.string()),
  })
  .meta({ id: 'MappingProfile' });
export type MappingProfile = z.infer<typeof MappingProfile>;

const desk: Access = { phone_desk: 'street', section_chief: 'street', administrator: 'street' };
const handlers = Object.fromEntries(handlerRoles.map((role) => [role, 'concerned'])) as Access & object;
const readers: Access = {
  ...handlers,
  rights_unit_rep: 'concerned',
  phone_desk: 'street',
  callback_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};

export const intake = {
  receiveDemand: operation({
    name: 'intake.demand.receive',
    method: 'POST',
    path: '/api/demands',
    summary: '登记一件诉求（热线、电话、接待、巡查、群消息）',
    access: {
      phone_desk: 'street',
      community_worker: 'street',
      firm_handler: 'street',
      firm_manager: 'street',
      department_handler: 'street',
      section_chief: 'street',
      administrator: 'street',
    },
    input: ReceiveDemand,
    output: Receipt,
    errors: ['demand.incomplete', 'object.not-found', 'demand.still-open', 'category.unknown', 'unit.unknown'],
    success: 201,
  }),
  receivePublicDemand: operation({
    name: 'intake.demand.receive-public',
    method: 'POST',
    path: '/api/public/{streetId}/demands',
    summary: '居民网页或扫码提交诉求；扫码时地点自动填好',
    access: 'public',
    input: ReceivePublicDemand,
    output: Receipt,
    errors: ['street.unknown', 'place.unknown', 'demand.incomplete', 'demand.unit-elsewhere'],
    success: 201,
  }),
  listComplaintUnits: operation({
    name: 'intake.complaint-unit.list',
    method: 'GET',
    path: '/api/public/{streetId}/complaint-units',
    summary: '居民投诉时可以指明的单位：只有该地点的物业、产权单位和社区的名称；认不出地点时为空',
    access: 'public',
    input: z.object({
      streetId: z.string(),
      placeCode: z.string().max(40).optional().describe('扫码的点位'),
      point: z.string().trim().max(120).optional().describe('手工填写的地点'),
    }),
    output: z.object({ units: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
    errors: ['street.unknown', 'place.unknown'],
  }),
  attachPhoto: operation({
    name: 'intake.attachment.add',
    method: 'POST',
    path: '/api/public/{streetId}/demands/{id}/photos',
    summary: '为刚提交的诉求添加照片；重新编码并去除位置信息',
    access: 'public',
    input: z.object({ streetId: z.string(), id: z.uuid(), fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: ['image.unreadable', 'image.too-many', 'object.not-found', 'request.too-many'],
    success: 201,
    upload: true,
  }),
  attachSitePhoto: operation({
    name: 'intake.attachment.add-on-site',
    method: 'POST',
    path: '/api/demands/{id}/photos',
    summary: '承办单位的现场照片：到场、办结的依据；重新编码并去除位置信息，同一张只存一次',
    access: handlers,
    input: z.object({ id: z.uuid(), fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: ['image.unreadable', 'image.too-many', 'object.not-found', 'request.too-many'],
    success: 201,
    upload: true,
  }),
  getPhoto: operation({
    name: 'intake.attachment.get',
    method: 'GET',
    path: '/api/demands/{id}/photos/{photoId}',
    summary: '查看照片（base64 JPEG）',
    access: readers,
    input: z.object({ id: z.uuid(), photoId: z.uuid() }),
    output: PhotoFile,
  }),
  listDemands: operation({
    name: 'intake.demand.list',
    method: 'GET',
    path: '/api/demands',
    summary: '诉求列表，新的在前，或先到的在前',
    access: readers,
    input: z.object({
      state: DemandState.optional(),
      levelCheck: LevelCheck.optional().describe('OPEN：待确认的紧急级别'),
      no: z.string().max(40).optional(),
      text: z.string().max(60).optional(),
      first: z.enum(['NEWEST', 'OLDEST']).default('NEWEST').describe('等人处理的，先到的在前'),
      before: z.string().optional().describe('上一页最后一条的 id'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ demands: z.array(DemandView.omit({ content: true, attachments: true })) }),
  }),
  getDemand: operation({
    name: 'intake.demand.get',
    method: 'GET',
    path: '/api/demands/{id}',
    summary: '一件诉求的全部（个人信息按身份脱敏）',
    access: readers,
    input: z.object({ id: z.uuid() }),
    output: DemandView,
  }),
  revealComplainant: operation({
    name: 'intake.complainant.reveal',
    method: 'POST',
    path: '/api/demands/{id}/complainant',
    summary: '查看来电人明文信息；写明用途，留痕',
    access: { ...handlers, phone_desk: 'street', callback_desk: 'street', section_chief: 'street' },
    input: z.object({ id: z.uuid(), purpose: z.string().trim().min(2).max(200) }),
    output: z.object({ callerName: z.string().nullable(), callerPhone: z.string().nullable(), room: z.string().nullable() }),
    errors: ['object.not-found', 'demand.own-complaint'],
    isSecret: true,
  }),
  screenDemand: operation({
    name: 'intake.demand.screen',
    method: 'POST',
    path: '/api/demands/{id}/screening',
    summary: '研判：正常派单，或六种特殊情形之一（附告知内容）',
    access: desk,
    input: z.object({
      id: z.uuid(),
      outcome: ScreeningOutcome,
      message: z.string().trim().max(1000).optional(),
      demandType: DemandType.optional(),
      category: Category.optional(),
      level: Level.optional(),
      place: PlaceRef.partial().optional(),
      aboutUnitId: z.uuid().nullable().optional().describe('投诉所指的单位；写 null 即撤销居民误填的'),
    }),
    output: Receipt,
    errors: ['demand.illegal-step', 'demand.incomplete', 'category.unknown', 'unit.unknown', 'demand.own-complaint'],
  }),
  answerDemand: operation({
    name: 'intake.demand.answer',
    method: 'POST',
    path: '/api/demands/{id}/answer',
    summary: '直接答复咨询',
    access: desk,
    input: z.object({
      id: z.uuid(),
      answer: z.string().trim().min(2).max(2000),
      demandType: DemandType.optional().describe('还没有定类型的，可同时定为咨询'),
    }),
    output: Receipt,
    errors: ['demand.illegal-step', 'demand.answer-inquiry-only', 'demand.own-complaint'],
  }),
  linkDemand: operation({
    name: 'intake.demand.link',
    method: 'POST',
    path: '/api/demands/{id}/link',
    summary: '并到同一事项的诉求；每位来电人仍各自回访',
    access: desk,
    input: z.object({ id: z.uuid(), to: z.uuid(), message: z.string().trim().min(2).max(1000) }),
    output: Receipt,
    errors: ['demand.illegal-step', 'demand.link-self', 'demand.own-complaint'],
  }),
  duplicateCandidates: operation({
    name: 'intake.demand.duplicates',
    method: 'GET',
    path: '/api/demands/{id}/duplicates',
    summary: '可能重复的诉求及理由',
    access: desk,
    input: z.object({ id: z.uuid() }),
    output: z.object({
      candidates: z.array(
        z.object({
          id: z.uuid(),
          no: z.string(),
          title: z.string(),
          receivedAt: z.string(),
          reasons: z.array(z.enum(['SAME_PLACE_CATEGORY_OPEN', 'SAME_CALLER_MATTER_30_DAYS'])),
        }),
      ),
    }),
  }),
  track: operation({
    name: 'intake.demand.track',
    method: 'POST',
    path: '/api/public/{streetId}/track',
    summary: '居民凭编号和手机号后四位查询进展',
    access: 'public',
    input: z.object(caller),
    output: z.object({
      no: z.string(),
      state: z.string(),
      stateText: z.string(),
      dueAt: z.string().nullable(),
      isOverdue: z.boolean(),
      handledBy: z.string().nullable(),
      contactUnit: z.string().nullable().describe('有事您找我：首接单位，始终是您的联系人'),
      canAnswer: z.boolean().describe('正等您评价，凭评价码可在网上答复；没有评价码的由街道打电话回访'),
      timeline: z.array(z.object({ at: z.string(), text: z.string() })),
      invitedAt: z.string().nullable().describe('承办单位或社区邀请您跟办的时间；没有邀请的为空'),
      stages: z.array(z.object({ at: z.string(), stage: FollowedStage, text: z.string() })).describe('您跟办的各步：研究、实施、反馈'),
    }),
    errors: ['tracking.not-found'],
  }),
  tellNewFacts: operation({
    name: 'intake.demand.tell-new-facts',
    method: 'POST',
    path: '/api/public/{streetId}/new-facts',
    summary: '已结案的事项又有新情况：居民凭编号和手机号后四位说明，成为一件新诉求，注明此前的编号',
    access: 'public',
    input: z.object({
      ...caller,
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      content: z.string().trim().min(8, '请写清新情况，至少 8 个字').max(4000),
      answerCode: AnswerCode.optional().describe('由提交方选定、只有诉求人知道；凭它在网上答复回访'),
    }),
    output: Receipt,
    errors: ['tracking.not-found', 'demand.still-open', 'demand.nothing-new', 'demand.too-long-ago'],
    success: 201,
  }),
  answerCallback: operation({
    name: 'intake.callback.answer',
    method: 'POST',
    path: '/api/public/{streetId}/callback-answers',
    summary: '诉求人凭编号、手机号后四位和评价码答复回访：是否联系、是否解决、是否满意；与电话回访同样算数',
    access: 'public',
    input: z.object({
      ...caller,
      id: z.uuid().describe('由提交方选定；同一编号提交两次只算一次'),
      answerCode: AnswerCode,
      contacted: z.boolean().describe('承办单位是否联系过您'),
      solved: z.boolean(),
      satisfaction: Satisfaction,
      remark: z.string().trim().max(500).optional(),
    }),
    output: z.object({ no: z.string(), message: z.string() }),
    errors: ['tracking.not-found', 'callback.wrong-code', 'callback.nothing-to-answer'],
    success: 201,
  }),
  importOrders: operation({
    name: 'intake.import.run',
    method: 'POST',
    path: '/api/imports',
    summary: '导入热线工单明细（.xlsx、GB18030 或 UTF-8 CSV）',
    access: { phone_desk: 'street', section_chief: 'street', administrator: 'street' },
    input: z.object({ fileName: z.string(), file: z.base64(), profile: z.string().default('beijing-12345') }),
    output: ImportResult,
    errors: ['file.unreadable', 'file.old-excel', 'file.no-header', 'profile.unknown'],
    upload: true,
    timeoutMs: 120_000,
  }),
  listImports: operation({
    name: 'intake.import.list',
    method: 'GET',
    path: '/api/imports',
    summary: '做过的导入，新的在前；接收、已有、待更正之和等于行数',
    access: desk,
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ imports: z.array(PastImport) }),
  }),
  listParkedRows: operation({
    name: 'intake.import.parked',
    method: 'GET',
    path: '/api/imports/parked',
    summary: '待更正的行和原因',
    access: { phone_desk: 'street', section_chief: 'street', administrator: 'street' },
    input: z.object({ importId: z.uuid().optional() }),
    output: z.object({ rows: z.array(ParkedRow) }),
  }),
  retryParkedRow: operation({
    name: 'intake.import.retry',
    method: 'POST',
    path: '/api/imports/parked/{id}',
    summary: '更正一行并重新导入',
    access: { phone_desk: 'street', section_chief: 'street', administrator: 'street' },
    input: z.object({ id: z.uuid(), cells: z.record(z.string(), z.string()) }),
    output: z.object({ outcome: z.enum(['accepted', 'known', 'parked']), reasons: z.array(z.string()) }),
    errors: ['import.row-not-parked', 'profile.unknown'],
  }),
  putMappingProfile: operation({
    name: 'intake.mapping-profile.put',
    method: 'PUT',
    path: '/api/mapping-profiles/{id}',
    summary: '登记一种导出表的列对应关系',
    access: { administrator: 'street' },
    input: MappingProfile,
    output: MappingProfile,
  }),
  listCallbacks: operation({
    name: 'intake.callback.list',
    method: 'GET',
    path: '/api/callbacks',
    summary: '回访任务，先到期的在前',
    access: { callback_desk: 'street', section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({
      state: CallbackState.optional(),
      orderId: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ callbacks: z.array(CallbackView) }),
  }),
  recordAttempt: operation({
    name: 'intake.callback.attempt',
    method: 'POST',
    path: '/api/callbacks/{id}/attempts',
    summary: '登记一次未接通；在不同半天满规定次数后记为未联系上',
    access: { callback_desk: 'street' },
    input: z.object({ id: z.uuid(), note: z.string().trim().max(200).optional() }),
    output: CallbackView,
    errors: ['callback.illegal-step', 'callback.own-order'],
  }),
  recordCallback: operation({
    name: 'intake.callback.record',
    method: 'POST',
    path: '/api/callbacks/{id}/answer',
    summary: '登记诉求人的回答：是否联系、是否解决、是否满意',
    access: { callback_desk: 'street' },
    input: z.object({
      id: z.uuid(),
      contacted: z.boolean().describe('承办单位是否联系过诉求人'),
      solved: z.boolean(),
      satisfaction: Satisfaction,
      remark: z.string().trim().max(500).optional(),
      orderRework: z.boolean().optional().describe('已解决但不满意时，回访员可附理由要求重办'),
      reworkReason: z.string().trim().max(200).optional(),
    }),
    output: CallbackView,
    errors: ['callback.illegal-step', 'callback.own-order', 'callback.rework-not-allowed'],
  }),
};

const demandFacts = z.object({
  no: z.string(),
  channel: Channel,
  demandType: DemandType.nullable(),
  category: Category.nullable(),
  level: Level,
  place: PlaceRef,
  receivedAt: z.string(),
  earlierDemandId: z.uuid().nullish(),
  aboutUnitId: z.uuid().nullish().describe('投诉所指的单位'),
});

export const callbackAnswer = z.object({
  callbackId: z.uuid(),
  demandId: z.uuid(),
  orderId: z.uuid(),
  /** A callback is valid when the complainant was reached and answered; only valid ones count in rates. */
  valid: z.boolean(),
  contacted: z.boolean().nullable(),
  solved: z.boolean().nullable(),
  satisfaction: Satisfaction.nullable(),
  orderRework: z.boolean(),
  reason: z.string().nullable(),
  answeredAt: z.string(),
  answeredBy: z.enum(['DESK', 'COMPLAINANT']).optional().describe('回访员登记，或诉求人自己在网上答复；导入的不写'),
});

const recounted = z.object({ code: z.string(), oldDueAt: z.string(), newDueAt: z.string(), calendarVersion: z.number().int() });

export const intakeEvents = {
  demandReceived: event('intake.demand.received.v1', '收到诉求', demandFacts),
  demandForwarded: event(
    'intake.demand.forwarded.v1',
    '研判为正常，转派单',
    demandFacts.extend({
      demandType: DemandType,
      category: Category,
      orderId: z.uuid(),
      title: z.string(),
      forwardedAt: z.string(),
      /** Duties that the category itself adds, by the tree in force then. */
      categoryDuties: z.array(DeadlineCode).optional(),
      confidence: Confidence.optional().describe('分类由文字得出的，把握多大'),
    }),
  ),
  demandAnswered: event('intake.demand.answered.v1', '直接答复', z.object({ answeredAt: z.string() })),
  demandRedirected: event('intake.demand.redirected.v1', '转告其他渠道', z.object({ outcome: ScreeningOutcome, redirectedAt: z.string() })),
  demandLinked: event('intake.demand.linked.v1', '并单', z.object({ to: z.uuid(), orderId: z.uuid().nullable(), linkedAt: z.string() })),
  demandImported: event(
    'intake.demand.imported.v1',
    '历史工单导入；带办结与回访',
    demandFacts.extend({
      demandType: DemandType,
      category: Category,
      orderId: z.uuid(),
      title: z.string(),
      leadUnitId: z.uuid().nullable(),
      dueAt: z.string(),
      completedAt: z.string().nullable(),
      callback: callbackAnswer.nullable(),
    }),
  ),
  photosListed: event('intake.demand.photos-listed.v1', '补报升级之前收到的照片', z.object({ photoIds: z.array(z.uuid()) })),
  photoAdded: event('intake.demand.photo-added.v1', '添加照片', z.object({ photoId: z.uuid() })),
  complainantRevealed: event('intake.demand.complainant-revealed.v1', '查看来电人明文', z.object({ purpose: z.string() })),
  demandClockFired: event(
    'intake.demand.clock-fired.v1',
    '受理环节时限提醒或超时',
    z.object({ code: z.string(), stage: z.number().int(), kind: z.string(), tell: z.array(z.string()), dueAt: z.string() }),
  ),
  demandClockRecounted: event('intake.demand.clock-recounted.v1', '日历公布后重新计算受理环节暂定时限', recounted),
  callbackClockRecounted: event('intake.callback.clock-recounted.v1', '日历公布后重新计算回访暂定时限', recounted),
  callbackOpened: event(
    'intake.callback.opened.v1',
    '回访任务产生',
    z.object({ demandId: z.uuid(), orderId: z.uuid(), cause: CallbackCause }),
  ),
  callbackAttempted: event(
    'intake.callback.attempted.v1',
    '一次未接通',
    z.object({ orderId: z.uuid(), attempts: z.number().int(), at: z.string() }),
  ),
  callbackWithdrawn: event(
    'intake.callback.withdrawn.v1',
    '办结后又退回重办，回访撤回',
    z.object({ demandId: z.uuid(), orderId: z.uuid(), withdrawnAt: z.string() }),
  ),
  callbackRecorded: event('intake.callback.recorded.v1', '回访结果', callbackAnswer),
  /** History for the callback's own record; the answer counts through `demandImported`, not through this. */
  callbackImported: event('intake.callback.imported.v1', '历史回访随工单导入', callbackAnswer),
  callbackClockFired: event(
    'intake.callback.clock-fired.v1',
    '回访时限提醒或超时',
    z.object({
      orderId: z.uuid(),
      code: z.string(),
      stage: z.number().int(),
      kind: z.string(),
      tell: z.array(z.string()),
      dueAt: z.string(),
    }),
  ),
};
