import { z } from 'zod';
import { DeadlineCode, DemandType, Level, LevelBasis, OrderRequest, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { Category, PlaceRef, Receipt } from './intake.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';
import { countedBy } from './time-limits.js';

/** Where a word of an explanation comes from: words of danger, the dictionary, the trained model, the register of places. */
export const wordSources = ['DANGER', 'DICTIONARY', 'MODEL', 'REGISTER'] as const;

/** One word that speaks for a part of a suggestion. `weight` is the model's, in log odds; dictionaries and registers have none. */
export const WordOfReason = z
  .object({
    about: z.enum(['CATEGORY', 'LEVEL', 'DEMAND_TYPE', 'PLACE']),
    word: z.string(),
    source: z.enum(wordSources),
    weight: z.number().nullable(),
  })
  .meta({ id: 'WordOfReason' });
export type WordOfReason = z.infer<typeof WordOfReason>;

/** What text alone suggests. A part that is null is left to a person; `message` says so and why. */
export const Suggestion = z
  .object({
    category: Category.nullable(),
    certainty: z.number().min(0).max(1).describe('对分类的把握（已校准）'),
    threshold: z.number().min(0).max(1).describe('低于它就不建议分类，请人工判断'),
    isAbstained: z.boolean(),
    alternatives: z.array(z.object({ category: Category, certainty: z.number() })).describe('其他可能，最有把握的在前'),
    demandType: DemandType.nullable(),
    level: Level.nullable(),
    isEmergency: z.boolean().describe('有危险词，受理即按紧急派单，同时由人确认'),
    place: PlaceRef,
    words: z.array(WordOfReason).describe('由哪些词得出'),
    message: z.string(),
    dictionaryVersion: z.number().int(),
    modelNo: z.number().int().nullable().describe('训练出的模型；还没有训练过为空'),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;

/** Precision and recall of one class on texts of templates the model had not seen. */
export const ClassFigures = z.object({
  category: Category,
  examples: z.number().int(),
  templates: z.number().int().describe('不同的文本模板；只有一个的，无法检验'),
  heldOut: z.number().int(),
  suggested: z.number().int(),
  right: z.number().int(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
});
export type ClassFigures = z.infer<typeof ClassFigures>;

/** How a model did on the held-out part. */
export const ClassifierFigures = z
  .object({
    examples: z.number().int(),
    corrected: z.number().int().describe('其中受理员更正过的'),
    templates: z.number().int().describe('文本模板：只差数字、地名或几个字的算一个'),
    heldOut: z.number().int(),
    accuracy: z.number().describe('不弃权时的正确率'),
    suggested: z.number().int().describe('达到把握、给出建议的'),
    suggestedRight: z.number().int(),
    abstainedShare: z.number(),
    calibrationError: z.number().describe('期望校准误差（十档）'),
    accuracyOfSeenTemplates: z.number().describe('同一模板既训练又检验时的正确率，偏高，仅供对照'),
    withDictionary: z
      .object({ suggested: z.number().int(), right: z.number().int(), abstainedShare: z.number() })
      .describe('词典与模型一起（受理员实际看到的）'),
    classes: z.array(ClassFigures),
  })
  .meta({ id: 'ClassifierFigures' });
export type ClassifierFigures = z.infer<typeof ClassifierFigures>;

export const ClassifierModelView = z
  .object({
    modelNo: z.number().int(),
    isActive: z.boolean(),
    trainedAt: z.string(),
    threshold: z.number(),
    temperature: z.number(),
    vocabulary: z.number().int(),
    figures: ClassifierFigures,
  })
  .meta({ id: 'ClassifierModel' });
export type ClassifierModelView = z.infer<typeof ClassifierModelView>;

/** What is owed besides where people are trapped in a lift (domain rules 4.6, LIFT_TRAPPED): somebody on site within its row's time, and the fire brigade told. */
export const dutiesOfTrapped = ['LIFT_TRAPPED'] as const satisfies readonly DeadlineCode[];

const desk: Access = { phone_desk: 'street', section_chief: 'street', administrator: 'street' };
const checkers: Access = { phone_desk: 'street', section_chief: 'street' };

export const classification = {
  suggest: operation({
    name: 'intake.demand.suggest',
    method: 'POST',
    path: '/api/demands/suggestion',
    summary: '登记前：由文字建议分类、级别、类型和地点，并说明由哪些词得出；不保存',
    // Whoever may hand in a demand for somebody.
    access: { ...desk, community_worker: 'street', firm_handler: 'street', firm_manager: 'street', department_handler: 'street' },
    input: z.object({
      title: z.string().trim().max(120).optional(),
      content: z.string().trim().min(2).max(4000),
      callerName: z.string().trim().max(60).optional(),
      place: PlaceRef.partial().optional(),
    }),
    output: Suggestion,
    isSecret: true,
  }),
  suggestionOf: operation({
    name: 'intake.demand.suggestion',
    method: 'GET',
    path: '/api/demands/{id}/suggestion',
    summary: '研判时：对一件诉求的建议和由哪些词得出',
    access: desk,
    input: z.object({ id: z.uuid() }),
    output: Suggestion,
  }),
  confirmLevel: operation({
    name: 'intake.level.confirm',
    method: 'POST',
    path: '/api/demands/{id}/level/confirm',
    summary: '确认由危险词（或居民自报）定为紧急的诉求；派单不等确认',
    access: checkers,
    input: z.object({ id: z.uuid(), isTrappedInLift: z.boolean().default(false).describe('电梯内有人被困：另计到场时限') }),
    output: Receipt,
    errors: ['demand.level-not-open', 'object.not-found'],
  }),
  lowerLevel: operation({
    name: 'intake.level.lower',
    method: 'POST',
    path: '/api/demands/{id}/level/lower',
    summary: '核实并非紧急：附理由降级；此前紧急时限照走，降级后按新级别计时',
    access: checkers,
    input: z.object({ id: z.uuid(), level: Level.exclude(['E']), reason: z.string().trim().min(2).max(200) }),
    output: Receipt,
    errors: ['demand.level-not-open', 'object.not-found', 'demand.own-complaint'],
  }),
  correctCategory: operation({
    name: 'intake.demand.correct-category',
    method: 'POST',
    path: '/api/demands/{id}/category/correct',
    summary: '更正已派单诉求的分类：另计的时限、网格核实和回看随之改变，作为训练样本；主办单位和级别不变',
    access: checkers,
    input: z.object({ id: z.uuid(), category: Category }),
    output: Receipt,
    errors: ['demand.category-not-open', 'demand.category-same', 'object.not-found', 'demand.own-complaint'],
  }),
  train: operation({
    name: 'intake.classifier.train',
    method: 'POST',
    path: '/api/classifier/models',
    summary: '用本街道已定分类和更正过的诉求训练分类模型，并给出检验结果；默认随即启用',
    access: { administrator: 'street' },
    input: z.object({ activate: z.boolean().default(true) }),
    output: ClassifierModelView,
    errors: ['classifier.too-few'],
    success: 201,
    timeoutMs: 120_000,
  }),
  listModels: operation({
    name: 'intake.classifier.list',
    method: 'GET',
    path: '/api/classifier/models',
    summary: '训练过的分类模型及其检验结果，新的在前',
    access: { section_chief: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({ models: z.array(ClassifierModelView) }),
  }),
  activateModel: operation({
    name: 'intake.classifier.activate',
    method: 'POST',
    path: '/api/classifier/models/{modelNo}/activate',
    summary: '启用某一版分类模型（可启用以前的版本）',
    access: { administrator: 'street' },
    input: z.object({ modelNo: z.coerce.number().int().positive() }),
    output: ClassifierModelView,
    errors: ['classifier.model-unknown'],
  }),
};

const levelRaised = z.object({
  no: z.string(),
  basis: LevelBasis,
  /** Names of the rules of danger that hit, never the person's own words. */
  words: z.array(z.string()),
  orderId: z.uuid().nullable(),
  raisedAt: z.string(),
});

export const classificationEvents = {
  levelRaised: event('intake.level.raised.v1', '危险词或居民自报定为紧急，待人确认（派单不等）', levelRaised),
  levelConfirmed: event(
    'intake.level.confirmed.v1',
    '确认为紧急',
    z.object({
      ...{ no: z.string(), orderId: z.uuid().nullable(), confirmedAt: z.string() },
      duties: z.array(DeadlineCode).optional().describe('所确认的危险另计的时限'),
    }),
  ),
  levelLowered: event(
    'intake.level.lowered.v1',
    '核实并非紧急，降级',
    z.object({ no: z.string(), orderId: z.uuid().nullable(), level: Level, reason: z.string(), loweredAt: z.string() }),
  ),
  orderLevelLowered: event(
    'dispatch.work-order.level-lowered.v1',
    '核实并非紧急，工单按新级别计时',
    z.object({
      demandId: z.uuid(),
      no: z.string().optional(),
      leadUnitId: z.uuid().optional(),
      oldLevel: Level,
      level: Level,
      reason: z.string(),
      /** What clocks there are to change: the unit has not accepted yet, has accepted, or its handling limit no longer runs. */
      phase: z.enum(['DISPATCHED', 'ACCEPTED', 'OVER']),
      isInIncident: z.boolean().optional().describe('属突发事件的一部分：没有自己的任务，不另起单位的时限'),
      isOnSite: z.boolean().optional().describe('单位已附照片到场'),
      dispatchedAt: z.string(),
      oldDueAt: z.string(),
      dueAt: z.string(),
      isCounted: z.literal(true).optional().describe('新时限自派单起按时限表计，日历公布后可重新计算'),
      reworkLimit: DeadlineCode.optional().describe('退回重办的：此后按哪一项时限，自退回起计'),
      sentBackAt: z.string().optional(),
      loweredAt: z.string(),
      ...countedBy,
    }),
  ),
  orderLevelRaised: event(
    'dispatch.work-order.level-raised.v1',
    '现场发现危险或降级有误，工单提级',
    z.object({
      ...{ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), oldLevel: Level, level: Level, reason: z.string() },
      coUnitIds: z.array(z.uuid()),
      category: Category,
      by: z.enum(['UNIT', 'STREET']).describe('主办单位现场报告的，受理员仍须确认'),
      state: WorkOrderState,
      isAccepted: z.boolean(),
      isInIncident: z.boolean().optional(),
      isOnSite: z.boolean().optional().describe('单位已附照片到场'),
      lapsedRequest: OrderRequest.optional().describe('就此不再审的申请'),
      duties: z.array(DeadlineCode).optional().describe('所发现的危险另计的时限'),
      oldDueAt: z.string(),
      dueAt: z.string(),
      raisedAt: z.string(),
      ...countedBy,
    }),
  ),
  orderDangerConfirmed: event(
    'dispatch.work-order.danger-confirmed.v1',
    '确认的危险另计时限',
    z.object({
      ...{ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), coUnitIds: z.array(z.uuid()), category: Category },
      duties: z.array(DeadlineCode),
      isOwed: z.boolean().describe('否：单位已到场、已办结或属突发事件，不另计'),
      by: z.enum(['UNIT', 'STREET']).optional().describe('主办单位现场报告的，或街道说的；没有这一项的由受理员确认'),
      confirmedAt: z.string(),
      ...countedBy,
    }),
  ),
  categoryChanged: event(
    'intake.demand.category-changed.v1',
    '派单之后更正分类',
    z.object({
      ...{ no: z.string(), orderId: z.uuid(), oldCategory: Category, category: Category, title: z.string(), changedAt: z.string() },
      oldDuties: z.array(DeadlineCode).describe('原分类另计的时限'),
      duties: z.array(DeadlineCode).describe('新分类另计的时限'),
    }),
  ),
  orderCategoryCorrected: event(
    'dispatch.work-order.category-corrected.v1',
    '更正分类，另计的时限随之改变',
    z.object({
      ...{ demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid(), oldCategory: Category, category: Category },
      ended: z.array(DeadlineCode).describe('不再计的时限'),
      added: z.array(DeadlineCode).describe('自此刻起计的时限'),
      correctedAt: z.string(),
      ...countedBy,
    }),
  ),
  categoryCorrected: event(
    'intake.demand.category-corrected.v1',
    '研判时更正分类，作为训练样本',
    z.object({ suggested: Category.nullable(), category: Category, modelNo: z.number().int().nullable() }),
  ),
  classifierTrained: event(
    'intake.classifier.trained.v1',
    '训练出一版分类模型',
    z.object({
      modelNo: z.number().int(),
      examples: z.number().int(),
      corrected: z.number().int(),
      accuracy: z.number(),
      abstainedShare: z.number(),
      calibrationError: z.number(),
      threshold: z.number(),
    }),
  ),
  classifierActivated: event(
    'intake.classifier.activated.v1',
    '启用一版分类模型',
    z.object({ modelNo: z.number().int(), before: z.number().int().nullable(), activatedAt: z.string() }),
  ),
};
