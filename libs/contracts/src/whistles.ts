import { z } from 'zod';
import { DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { KeptPhoto, PhotoFile, PlaceRef } from './intake.js';
import { LeadMove } from './legs.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';
import { countedBy, recounted } from './time-limits.js';

/** States of a whistle (吹哨): a community may ask for one; the street sounds it, and closes it with a result. */
export const whistleStates = ['ASKED', 'SOUNDED', 'DECLINED', 'SETTLED'] as const;
export const WhistleState = z.enum(whistleStates).meta({ id: 'WhistleState' });
export type WhistleState = z.infer<typeof WhistleState>;

/** States of one summoned unit's part (报到). What a unit still owes when the order is closed has ended. */
export const summonsStates = ['SUMMONED', 'EXPLAINED', 'REPORTED_IN', 'ON_SITE', 'RESULT_GIVEN', 'EXCUSED', 'LAPSED', 'ENDED'] as const;
export const SummonsState = z.enum(summonsStates).meta({ id: 'SummonsState' });
export type SummonsState = z.infer<typeof SummonsState>;

/** Whether a whistle was rightly blown at a unit, until its leader has decided on the unit's claim. */
export const Propriety = z.enum(['PROPER', 'CLAIMED_IMPROPER', 'IMPROPER']).meta({ id: 'Propriety' });
export type Propriety = z.infer<typeof Propriety>;

const instant = z.iso.datetime({ offset: true });
const text = z.string().trim().min(2).max(500);

export const SiteMeeting = z.object({ at: instant, point: z.string().trim().min(2).max(120) }).meta({ id: 'SiteMeeting' });
export type SiteMeeting = z.infer<typeof SiteMeeting>;

export const SummonsView = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    state: SummonsState,
    summonedAt: z.string(),
    respondDueAt: z.string(),
    resultDueAt: z.string().nullable().describe('反馈结果的时限；较早的吹哨没有'),
    answeredAt: z.string().nullable(),
    isAnsweredInTime: z.boolean().nullable(),
    answer: z.string().nullable(),
    checkedInAt: z.string().nullable(),
    checkInPoint: z.string().nullable(),
    checkInPhotoId: z.uuid().nullable(),
    isPhotoWithWhistle: z.boolean().describe('签到照片存于吹哨单；否则为较早的，存于诉求'),
    result: z.string().nullable(),
    propriety: Propriety,
    improperReason: z.string().nullable(),
    reportedToDistrictAt: z.string().nullable().describe('未报到，已由街道报区（街道办事处条例第四十四条）'),
  })
  .meta({ id: 'Summons' });
export type SummonsView = z.infer<typeof SummonsView>;

/** Why a unit is suggested to be summoned (社会单位资源库, 吹哨): the directory has it do such things there, or it came when a whistle was blown for the like. */
export const partnerGrounds = ['DIRECTORY_CO_UNIT', 'DIRECTORY_LEAD', 'CAME_BEFORE'] as const;
export const PartnerGround = z.enum(partnerGrounds).meta({ id: 'PartnerGround' });
export type PartnerGround = z.infer<typeof PartnerGround>;

export const WhistlePartner = z
  .object({
    unitId: z.uuid(),
    name: z.string(),
    grounds: z.array(PartnerGround),
    times: z.number().int().describe('一年内同类吹哨按召集到场或反馈结果的次数'),
  })
  .meta({ id: 'WhistlePartner' });
export type WhistlePartner = z.infer<typeof WhistlePartner>;

export const WhistleView = z
  .object({
    id: z.uuid(),
    state: WhistleState,
    orderId: z.uuid().nullable(),
    place: PlaceRef,
    level: Level,
    reason: z.string(),
    whistlingUnitId: z.uuid(),
    summonedUnitIds: z.array(z.uuid()).describe('请求吹哨时可以尚未写明'),
    meeting: SiteMeeting.nullable(),
    minutes: z.string().nullable(),
    result: z.string().nullable(),
    askedAt: z.string().nullable(),
    answerDueAt: z.string().nullable().describe('街道应当答复是否吹哨的时间；未请求的和较早的没有'),
    soundedAt: z.string().nullable(),
    settledAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Whistle' });
export type WhistleView = z.infer<typeof WhistleView>;

/** Both sides measured (双考核, regulation art. 33), counted by summons. */
export const WhistleScore = z
  .object({
    unitId: z.uuid(),
    issued: z.number().int().describe('吹哨：发出的召集'),
    proper: z.number().int().describe('其中未被认定为不当的'),
    summoned: z.number().int().describe('报到：收到的召集，不含被认定不当的'),
    answeredInTime: z.number().int(),
    reportedIn: z.number().int().describe('按时应答并有结果'),
  })
  .meta({ id: 'WhistleScore' });
export type WhistleScore = z.infer<typeof WhistleScore>;

const street: Access = { section_chief: 'street', street_leader: 'street' };
const summoned: Access = {
  community_worker: 'lead',
  firm_handler: 'lead',
  firm_manager: 'lead',
  rights_unit_rep: 'lead',
  department_handler: 'lead',
  section_chief: 'lead',
};
const readers: Access = {
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

const matter = {
  orderId: z.uuid().optional(),
  place: PlaceRef.optional().describe('不针对某件工单时写明地点'),
  level: Level.optional().describe('针对工单时从工单'),
  reason: text,
  unitIds: z.array(z.uuid()).min(1).max(20).describe('被召集的单位'),
  meeting: SiteMeeting.optional().describe('现场会商的时间地点'),
};
const onWhistle = { id: z.uuid() };
/** A unit answers for itself: it says which of the units its account acts for. */
const asUnit = { ...onWhistle, unitId: z.uuid() };
const illegal = ['whistle.illegal-step', 'summons.illegal-step', 'object.not-found'] as const;
const whole = WhistleView.extend({ summonses: z.array(SummonsView) });

export const whistles = {
  soundWhistle: operation({
    name: 'dispatch.whistle.sound',
    method: 'POST',
    path: '/api/whistles',
    summary: '吹哨：为一件工单或一个地点召集单位，各单位按时限表报到、反馈结果',
    access: street,
    input: z.object(matter),
    output: whole,
    errors: ['object.not-found', 'unit.unknown', 'whistle.matter-needed', 'due.past', 'work-order.not-open', 'work-order.text-private'],
    success: 201,
  }),
  askWhistle: operation({
    name: 'dispatch.whistle.ask',
    method: 'POST',
    path: '/api/whistles/requests',
    summary: '社区请街道吹哨；街道按时限答复：吹哨，或说明理由不吹',
    access: { community_worker: 'concerned' },
    input: z.object(matter),
    output: whole,
    errors: ['object.not-found', 'unit.unknown', 'whistle.matter-needed', 'due.past', 'work-order.not-open', 'work-order.text-private'],
    success: 201,
  }),
  suggestPartners: operation({
    name: 'dispatch.whistle.suggest-partners',
    method: 'GET',
    path: '/api/work-orders/{id}/whistle-partners',
    summary: '为一件工单吹哨时建议召集的单位：派单目录对同类事项、此地点写明的单位，和一年内同类吹哨来过的单位；主办、协办和已召集的不列',
    access: { ...street, community_worker: 'concerned' },
    input: z.object(onWhistle),
    output: z.object({ partners: z.array(WhistlePartner) }),
    errors: ['object.not-found'],
  }),
  soundAsked: operation({
    name: 'dispatch.whistle.sound-asked',
    method: 'POST',
    path: '/api/whistles/{id}/sound',
    summary: '应社区请求吹哨',
    access: street,
    input: z.object({ ...onWhistle, unitIds: matter.unitIds.optional(), meeting: matter.meeting }),
    output: whole,
    errors: [...illegal, 'unit.unknown', 'due.past', 'work-order.not-open', 'whistle.units-needed'],
  }),
  declineAsked: operation({
    name: 'dispatch.whistle.decline',
    method: 'POST',
    path: '/api/whistles/{id}/decline',
    summary: '不吹哨，并说明理由；请求召集的单位和主办单位的人不能决定',
    access: street,
    input: z.object({ ...onWhistle, reason: text }),
    output: whole,
    errors: [...illegal, 'work-order.text-private', 'whistle.own-unit', 'work-order.own-unit'],
  }),
  listWhistles: operation({
    name: 'dispatch.whistle.list',
    method: 'GET',
    path: '/api/whistles',
    summary: '吹哨单，新的在前；单位只见召集自己的',
    access: readers,
    input: z.object({
      state: WhistleState.optional(),
      orderId: z.uuid().optional(),
      claimed: z.stringbool().optional().describe('是否有被召集单位认为不当、等待认定'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: z.uuid().optional().describe('上一页最后一条的 id'),
    }),
    output: z.object({ whistles: z.array(WhistleView) }),
  }),
  getWhistle: operation({
    name: 'dispatch.whistle.get',
    method: 'GET',
    path: '/api/whistles/{id}',
    summary: '一次吹哨与各单位报到；单位只见自己的报到',
    access: readers,
    input: z.object(onWhistle),
    output: whole,
  }),
  reportIn: operation({
    name: 'dispatch.whistle.report-in',
    method: 'POST',
    path: '/api/whistles/{id}/report-in',
    summary: '报到',
    access: summoned,
    input: z.object({ ...asUnit, answer: text.optional().describe('何人何时到场') }),
    output: SummonsView,
    errors: [...illegal, 'work-order.text-private'],
  }),
  explainAbsence: operation({
    name: 'dispatch.whistle.explain',
    method: 'POST',
    path: '/api/whistles/{id}/explain',
    summary: '说明不能到场的原因；仍须反馈结果',
    access: summoned,
    input: z.object({ ...asUnit, answer: text }),
    output: SummonsView,
    errors: [...illegal, 'work-order.text-private'],
  }),
  checkInOnSite: operation({
    name: 'dispatch.whistle.check-in',
    method: 'POST',
    path: '/api/whistles/{id}/check-in',
    summary: '现场签到：地点与照片',
    access: summoned,
    input: z.object({ ...asUnit, point: z.string().trim().min(2).max(120), photoId: z.uuid() }),
    output: SummonsView,
    errors: [...illegal, 'image.not-kept', 'work-order.text-private'],
  }),
  addWhistlePhoto: operation({
    name: 'dispatch.whistle.add-photo',
    method: 'POST',
    path: '/api/whistles/{id}/photos',
    summary: '被召集单位存入现场照片，签到时引用；重新编码并去除位置信息，同一张只存一次',
    access: summoned,
    input: z.object({ ...asUnit, fileName: z.string(), file: z.base64() }),
    output: KeptPhoto,
    errors: [...illegal, 'image.unreadable', 'image.too-many'],
    success: 201,
    upload: true,
  }),
  getWhistlePhoto: operation({
    name: 'dispatch.whistle.get-photo',
    method: 'GET',
    path: '/api/whistles/{id}/photos/{photoId}',
    summary: '查看吹哨单的现场照片（base64 JPEG）；单位只见自己的',
    access: readers,
    input: z.object({ ...onWhistle, photoId: z.uuid() }),
    output: PhotoFile,
    errors: ['object.not-found'],
  }),
  giveWhistleResult: operation({
    name: 'dispatch.whistle.give-result',
    method: 'POST',
    path: '/api/whistles/{id}/unit-result',
    summary: '被召集单位反馈结果',
    access: summoned,
    input: z.object({ ...asUnit, result: text }),
    output: SummonsView,
    errors: [...illegal, 'work-order.text-private'],
  }),
  claimImproper: operation({
    name: 'dispatch.whistle.claim-improper',
    method: 'POST',
    path: '/api/whistles/{id}/improper',
    summary: '被召集单位认为此哨不当；认定之前仍须报到',
    access: summoned,
    input: z.object({ ...asUnit, reason: text }),
    output: SummonsView,
    errors: [...illegal, 'work-order.text-private'],
  }),
  judgeImproper: operation({
    name: 'dispatch.whistle.judge-improper',
    method: 'POST',
    path: '/api/whistles/{id}/improper/judgement',
    summary: '街道领导认定是否不当',
    access: { street_leader: 'street' },
    input: z.object({ ...asUnit, isImproper: z.boolean(), reason: text }),
    output: SummonsView,
    errors: [...illegal, 'work-order.text-private'],
  }),
  recordMinutes: operation({
    name: 'dispatch.whistle.record-minutes',
    method: 'POST',
    path: '/api/whistles/{id}/minutes',
    summary: '现场会商纪要，以及交办给各单位的任务',
    access: street,
    input: z.object({
      ...onWhistle,
      minutes: z.string().trim().min(5).max(5000),
      tasks: z
        .array(z.object({ unitId: z.uuid(), text, dueAt: instant.optional() }))
        .max(50)
        .default([]),
    }),
    output: whole,
    errors: [...illegal, 'unit.unknown', 'due.past', 'work-order.text-private'],
  }),
  settleWhistle: operation({
    name: 'dispatch.whistle.settle',
    method: 'POST',
    path: '/api/whistles/{id}/settle',
    summary: '办结吹哨：写明结果；任务须先完成或取消；被召集单位的人不能办结',
    access: street,
    input: z.object({ ...onWhistle, result: text }),
    output: whole,
    errors: [...illegal, 'whistle.tasks-open', 'work-order.text-private', 'whistle.own-unit'],
  }),
  whistleScores: operation({
    name: 'dispatch.whistle.scores',
    method: 'GET',
    path: '/api/whistle-scores',
    summary: '双考核：各单位吹哨质量与报到情况',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({ from: z.iso.date(), to: z.iso.date().describe('含当日'), unitId: z.uuid().optional() }),
    output: z.object({ scores: z.array(WhistleScore) }),
  }),
};

const about = { whistleId: z.uuid(), unitId: z.uuid() };
/** Who is told of a unit's part: the person who blew the whistle. A fact from before that was remembered names nobody. */
const toldTo = { soundedBy: z.string().optional() };
/** The order a whistle is blown for, as its lead is told of it. */
const ofOrder = { no: z.string().optional(), leadUnitId: z.uuid().optional() };

export const whistleEvents = {
  orderWhistled: event(
    'dispatch.work-order.whistled.v1',
    '为此件吹哨',
    z.object({ ...ofOrder, demandId: z.uuid(), whistleId: z.uuid(), unitIds: z.array(z.uuid()), whistledAt: z.string() }),
  ),
  orderJoined: event(
    'dispatch.work-order.joined.v1',
    '吹哨未办结，转入协同办理',
    z.object({ demandId: z.uuid(), whistleIds: z.array(z.uuid()), state: WorkOrderState, joinedAt: z.string() }),
  ),
  orderWhistleSettled: event(
    'dispatch.work-order.whistle-settled.v1',
    '为此件吹的哨已办结',
    z.object({
      ...ofOrder,
      demandId: z.uuid(),
      whistleId: z.uuid(),
      openWhistles: z.number().int().describe('尚未办结的吹哨'),
      state: WorkOrderState,
      settledAt: z.string(),
    }),
  ),
  whistleAsked: event(
    'dispatch.whistle.asked.v1',
    '请求街道吹哨：社区提出，或有事您找我逐级上交',
    z.object({
      ...{ orderId: z.uuid().nullable(), askingUnitId: z.uuid(), unitIds: z.array(z.uuid()), level: Level, askedAt: z.string() },
      by: z.enum(['COMMUNITY', 'HAND_UP']).optional().describe('没有这一项的由社区提出'),
      answerDueAt: z.string().optional().describe('街道应当答复的时间；没有这一项的不计'),
      ...countedBy,
    }),
  ),
  whistleClockRecounted: event(
    'dispatch.whistle.clock-recounted.v1',
    '日历公布后重新计算答复吹哨请求的时限',
    z.object({ orderId: z.uuid().nullable(), ...recounted }),
  ),
  whistleLevelFollowed: event(
    'dispatch.whistle.level-followed.v1',
    '请求吹哨的工单提级或降级，答复时限随之改变',
    z.object({
      ...{ orderId: z.uuid(), oldLevel: Level, level: Level, at: z.string() },
      startsAt: z.string().optional().describe('答复时限自何时起按新的级别计；没有这一项的不变'),
      ownDueAt: z.string().optional().describe('提级不推迟答复：仍是原来的时限'),
      answerDueAt: z.string().optional().describe('街道应当答复的时间'),
      ...countedBy,
    }),
  ),
  whistleClockFired: event(
    'dispatch.whistle.clock-fired.v1',
    '答复吹哨请求的时限提醒或超时',
    z.object({
      ...{ orderId: z.uuid().nullable(), level: Level, code: DeadlineCode, stage: z.number().int() },
      kind: z.enum(['warning', 'breach', 'after']),
      ...{ tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
  whistleSounded: event(
    'dispatch.whistle.sounded.v1',
    '吹哨',
    z.object({
      orderId: z.uuid().nullable(),
      place: PlaceRef,
      level: Level,
      whistlingUnitId: z.uuid(),
      isAsked: z.literal(true).optional().describe('应请求吹的'),
      summons: z.array(z.object({ id: z.uuid(), unitId: z.uuid() })),
      meetingAt: z.string().nullable(),
      soundedAt: z.string(),
    }),
  ),
  whistleDeclined: event(
    'dispatch.whistle.declined.v1',
    '不吹哨',
    z.object({
      ...{ askingUnitId: z.uuid(), declinedAt: z.string() },
      because: z.literal('ORDER_CLOSED').optional().describe('工单已结案，不必再吹'),
    }),
  ),
  minutesRecorded: event(
    'dispatch.whistle.minutes-recorded.v1',
    '会商纪要',
    z.object({ taskIds: z.array(z.uuid()), recordedAt: z.string() }),
  ),
  whistleSettled: event(
    'dispatch.whistle.settled.v1',
    '吹哨办结',
    z.object({
      ...{ orderId: z.uuid().nullable(), whistlingUnitId: z.uuid(), settledAt: z.string() },
      because: z.literal('ORDER_CLOSED').optional().describe('工单已结案，随之办结'),
    }),
  ),
  summoned: event(
    'dispatch.summons.summoned.v1',
    '召集单位',
    z.object({
      ...about,
      orderId: z.uuid().nullable(),
      whistlingUnitId: z.uuid(),
      level: Level,
      summonedAt: z.string(),
      respondDueAt: z.string(),
      resultDueAt: z.string().optional().describe('反馈结果的时限；没有这一项的不计'),
      meetingAt: z.string().nullable(),
      ...countedBy,
    }),
  ),
  summonsLevelFollowed: event(
    'dispatch.summons.level-followed.v1',
    '吹哨所为的工单提级或降级，报到时限随之改变',
    z.object({
      ...{ ...about, oldLevel: Level, level: Level, at: z.string() },
      startsAt: z.string().optional().describe('报到时限自何时起按新的级别计；没有这一项的不变'),
      ownDueAt: z.string().optional().describe('提级不推迟报到：仍是原来的时限'),
      respondDueAt: z.string(),
      ...countedBy,
    }),
  ),
  summonsFollowed: event(
    'dispatch.summons.clock-followed.v1',
    '反馈结果的时限随主办单位的变动',
    z.object({
      ...about,
      because: LeadMove,
      leadDueBefore: z.string(),
      leadDueAt: z.string(),
      promisedDueAt: z.string().optional().describe('暂停期间主办单位的时限'),
      oldDueAt: z.string(),
      dueAt: z.string(),
      until: z.string().nullable(),
      followedAt: z.string(),
    }),
  ),
  reportedIn: event('dispatch.summons.reported-in.v1', '报到', z.object({ ...about, ...toldTo, at: z.string(), isInTime: z.boolean() })),
  explained: event('dispatch.summons.explained.v1', '说明原因', z.object({ ...about, ...toldTo, at: z.string(), isInTime: z.boolean() })),
  summonsCheckedIn: event(
    'dispatch.summons.checked-in.v1',
    '现场签到',
    z.object({ ...about, ...toldTo, point: z.string(), at: z.string(), isInTime: z.boolean().describe('以此报到的，是否按时') }),
  ),
  summonsPhotoKept: event('dispatch.summons.photo-kept.v1', '存入现场照片', z.object({ ...about, photoId: z.uuid() })),
  resultGiven: event(
    'dispatch.summons.result-given.v1',
    '反馈结果',
    z.object({ ...about, ...toldTo, at: z.string(), owing: z.number().int().optional().describe('还有几个单位没有反馈') }),
  ),
  improperClaimed: event('dispatch.summons.improper-claimed.v1', '认为不当哨', z.object({ ...about, ...toldTo, at: z.string() })),
  improperJudged: event(
    'dispatch.summons.improper-judged.v1',
    '认定是否不当哨',
    z.object({ ...about, ...toldTo, isImproper: z.boolean(), at: z.string(), owing: z.number().int().optional() }),
  ),
  summonsEnded: event(
    'dispatch.summons.ended.v1',
    '工单已结案，单位不再欠吹哨的结果',
    z.object({ ...about, because: z.literal('ORDER_CLOSED'), at: z.string() }),
  ),
  summonsLapsed: event('dispatch.summons.lapsed.v1', '吹哨办结时仍无结果', z.object({ ...about, at: z.string() })),
  reportedToDistrict: event(
    'dispatch.summons.reported-to-district.v1',
    '单位未报到，街道报区督办（街道办事处条例第四十四条）',
    z.object({ ...about, code: DeadlineCode, dueAt: z.string(), at: z.string() }),
  ),
  summonsClockRecounted: event(
    'dispatch.summons.clock-recounted.v1',
    '日历公布后重新计算报到、反馈结果的时限',
    z.object({ ...about, ...recounted }),
  ),
  summonsClockFired: event(
    'dispatch.summons.clock-fired.v1',
    '报到、反馈结果的时限提醒或超时',
    z.object({
      ...about,
      ...toldTo,
      level: Level.optional(),
      code: DeadlineCode,
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
      inChargeId: z.string().optional().describe('该通知分管或包片领导的：归哪位领导'),
    }),
  ),
};
