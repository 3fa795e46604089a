import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { seatRefusals } from './issues.js';
import { documentRefusals, inForm, PrintedDocument, printTimeoutMs } from './documents.js';
import { operation } from './operation.js';
import { FenAmount, seatActors, SeatKind, tableReaders } from './tables.js';
import { homeKey } from './cost-plans.js';
import { toldOwners } from './home-bindings.js';
import { WatchState } from './watching.js';

/** How far the works (施工) of a signed issue are, up to the end of their warranty. */
export const worksStates = ['WAITING', 'UNDER_WAY', 'FINISHED', 'RECTIFYING', 'ACCEPTED', 'SETTLED', 'WARRANTY', 'ENDED'] as const;
export const WorksState = z.enum(worksStates).meta({ id: 'WorksState' });
export type WorksState = z.infer<typeof WorksState>;

/** What an entry of the works diary (施工日志) says. */
export const diaryKinds = ['STARTED', 'PROGRESS', 'STAGE_BEGUN', 'STAGE_REACHED', 'CHANGED', 'FINISHED', 'ACCEPTED', 'FAILED'] as const;
export const DiaryKind = z.enum(diaryKinds).meta({ id: 'DiaryKind' });
export type DiaryKind = z.infer<typeof DiaryKind>;

/** Who has to have signed an acceptance for it to count (验收签字). */
export const acceptanceSigners = {
  from: '2020-01-01',
  value: { signers: 3, residents: 1 },
  unit: 'signers, of them residents',
  source: 'P (domain rules 4.7)',
} as const;

/** How long the retention (质保金) is kept back from the acceptance on. */
export const retentionPeriod = { from: '2017-07-01', value: 1, unit: 'years', source: '建质〔2017〕138号, K' } as const;

const text = z.string().trim().min(2).max(500);
const name = z.string().trim().min(1).max(100);
const reason = z.string().trim().min(5, '请写明理由，至少 5 个字').max(500);
const photos = z.array(z.uuid()).max(20);
const signed = z.string().describe('以分为单位的十进制文本；减少、应退为负');

/** A stage of the works (施工阶段). */
export const WorksStage = z
  .object({
    ...{ no: z.number().int(), name: z.string(), begunAt: z.string().nullable(), reachedAt: z.string().nullable() },
    plannedDays: z.number().int().optional().describe('计划用几天；没有写的没有'),
  })
  .meta({ id: 'WorksStage' });
export type WorksStage = z.infer<typeof WorksStage>;

const CostLine = z.strictObject({ name, amountFen: FenAmount });
/** A change of cost while the works run, within the tolerance (变更签证): recorded with its reason and who bears it. */
export const WorksChange = z
  .object({
    id: z.uuid(),
    items: z.array(CostLine).describe('变更后的各项金额'),
    byFen: signed.describe('比此前增减'),
    totalFen: z.string(),
    reason: z.string(),
    borneBy: SeatKind.nullable().describe('由哪一席位自愿承担；空为结算时按原分摊规则'),
    seat: SeatKind,
    at: z.string(),
    isBackToTable: z.boolean().describe('超出幅度或改变范围，回到议事桌'),
  })
  .meta({ id: 'WorksChange' });
export type WorksChange = z.infer<typeof WorksChange>;

/** Who checks the works (质量监督团), and what. */
export const QualityTeam = z
  .object({
    residents: z.array(z.string()).describe('居民代表：各是一户，写房屋编号，由该户的居民账号签字'),
    seats: z.array(SeatKind),
    items: z.array(z.object({ no: z.number().int(), text: z.string() })),
  })
  .meta({ id: 'QualityTeam' });
export type QualityTeam = z.infer<typeof QualityTeam>;

const Mark = z.strictObject({ no: z.number().int().min(1), isPassed: z.boolean(), note: z.string().trim().max(200).optional() });
/** What one member of the team found. */
export const WorksCheck = z
  .object({ by: z.string().describe('席位，或居民代表的序号'), isResident: z.boolean(), marks: z.array(Mark), at: z.string() })
  .meta({ id: 'WorksCheck' });
export type WorksCheck = z.infer<typeof WorksCheck>;

/** When works that were accepted are looked at again (回看): after thirty days, at the first rain, and in the first heating. */
export const worksLookKinds = ['T30', 'RAIN', 'HEATING'] as const;
export const WorksLookKind = z.enum(worksLookKinds).meta({ id: 'WorksLookKind' });
export type WorksLookKind = z.infer<typeof WorksLookKind>;
export const worksLooks = {
  from: '2020-01-01',
  value: worksLookKinds,
  unit: 'looks',
  source: 'S1, S2, P (domain rules 4.7)',
} as const;

/** The day on which the heating is turned on in a year (供暖季). */
export const heatingSeason = { from: '2010-01-01', value: { begins: '11-15' }, unit: 'month-day', source: 'K (domain rules 2.2)' } as const;

/** One look at accepted works. A failed one is followed by another of its kind, once what was found is mended. */
export const WorksLook = z
  .object({
    ...{ kind: WorksLookKind, state: WatchState, dueAt: z.string().nullable().describe('等待降雨的尚无到期时间') },
    ...{ note: z.string().nullable(), photoIds: z.array(z.uuid()), seat: SeatKind.nullable(), at: z.string().nullable() },
  })
  .meta({ id: 'WorksLook' });
export type WorksLook = z.infer<typeof WorksLook>;

/** What one payer pays in the end (结算). */
export const SettledPayer = z
  .object({
    ...{ payer: z.string(), payerName: z.string(), seat: SeatKind.nullable() },
    ...{ plannedFen: z.string(), finalFen: z.string(), differenceFen: signed },
    ...{ borneFen: signed.describe('其中自愿承担的变更'), paidFen: signed, retainedFen: z.string().describe('质保期满后支付') },
    declaredFen: z.string().optional().describe('声明自愿承担的变更，与按实际增加额计入的不同时才有'),
    balanceFen: signed.describe('应补为正，应退为负'),
  })
  .meta({ id: 'SettledPayer' });
export type SettledPayer = z.infer<typeof SettledPayer>;

export const WorksSettlement = z
  .object({
    items: z.array(
      z.object({
        ...{ name: z.string(), plannedFen: z.string(), finalFen: z.string(), documentIds: z.array(z.uuid()) },
        duty: z.string().optional().describe('属谁的自身责任：由其自行承担，不分摊，也不在各出资方里'),
      }),
    ),
    ...{ plannedFen: z.string(), finalFen: z.string() },
    payers: z.array(SettledPayer),
    lines: z.array(z.string()).describe('结算说明，逐行写出算法'),
    settledAt: z.string(),
  })
  .meta({ id: 'WorksSettlement' });
export type WorksSettlement = z.infer<typeof WorksSettlement>;

/** What a settlement means for one home (本户结算): what was signed, what it comes to, the difference, and the arithmetic of its own share alone. */
export const HomeSettlement = z
  .object({
    ...{ worksId: z.uuid(), planId: z.uuid(), title: z.string(), homeLabel: z.string() },
    ...{ plannedFen: z.string(), finalFen: z.string(), differenceFen: signed.describe('应补为正，应退为负') },
    ...{ lines: z.array(z.string()).describe('本户结算说明，逐行写出算式'), settledAt: z.string() },
  })
  .meta({ id: 'HomeSettlement' });
export type HomeSettlement = z.infer<typeof HomeSettlement>;

export const WorksView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    resolutionId: z.uuid(),
    tableId: z.uuid(),
    estateId: z.uuid(),
    title: z.string(),
    state: WorksState,
    stages: z.array(WorksStage),
    changes: z.array(WorksChange),
    team: QualityTeam.nullable(),
    checks: z.array(WorksCheck),
    acceptanceNo: z.number().int().describe('第几次验收'),
    failedItems: z.array(z.number().int()),
    rectifyDueAt: z.string().nullable(),
    acceptedAt: z.string().nullable(),
    settlement: WorksSettlement.nullable(),
    settlementPosting: z.object({ where: z.string(), postedAt: z.string() }).nullable().optional().describe('结算连同票据张贴在何处、何时'),
    retentionEndsAt: z.string().nullable(),
    releasedAt: z.string().nullable(),
    looks: z.array(WorksLook).describe('验收合格后的回看'),
    version: z.number().int(),
  })
  .meta({ id: 'Works' });
export type WorksView = z.infer<typeof WorksView>;

export const DiaryEntry = z
  .object({
    ...{ id: z.uuid(), kind: DiaryKind, stageNo: z.number().int().nullable(), text: z.string(), photoIds: z.array(z.uuid()) },
    ...{ seat: SeatKind.nullable(), at: z.string() },
  })
  .meta({ id: 'DiaryEntry' });
export type DiaryEntry = z.infer<typeof DiaryEntry>;

/** A duty that somebody is held to (应办事项). */
export const OpenDuty = z
  .object({
    kind: z.enum(['COMMITMENT', 'INSTALMENT', 'RETENTION', 'SIGN', 'RECTIFY', 'CHECK', 'LOOK', 'TOP_UP', 'SETTLE', 'POST_SETTLEMENT']),
    id: z.uuid().describe('承诺、分期、决议、施工或资金余额的编号'),
    issueId: z.uuid().nullable().describe('续筹维修资金不属于哪一件议题'),
    ...{ tableId: z.uuid(), estateId: z.uuid(), title: z.string() },
    ...{ seat: SeatKind.nullable(), unitId: z.uuid(), text: z.string(), amountFen: z.string().nullable() },
    dueAt: z.string().nullable(),
    isLate: z.boolean(),
  })
  .meta({ id: 'OpenDuty' });
export type OpenDuty = z.infer<typeof OpenDuty>;

const onWorks = { id: z.uuid() };
const refusals = [...seatRefusals, 'works.illegal-step', 'issue.file-unknown', 'issue.text-private'] as const;

export const works = {
  listWorks: operation({
    name: 'deliberation.works.list',
    method: 'GET',
    path: '/api/works',
    summary: '签署后的施工：各桌、某件议题的',
    access: tableReaders,
    input: z.object({ issueId: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ works: z.array(WorksView) }),
  }),
  getWorks: operation({
    name: 'deliberation.works.get',
    method: 'GET',
    path: '/api/works/{id}',
    summary: '一项施工及其日志：阶段、变更、验收、结算、质保',
    access: tableReaders,
    input: z.object(onWorks),
    output: z.object({ works: WorksView, diary: z.array(DiaryEntry) }),
    errors: ['object.not-found'],
  }),
  listPublicWorks: operation({
    name: 'deliberation.works.board',
    method: 'GET',
    path: '/api/public/{streetId}/works',
    summary: '施工进展公示，不用登录：做到哪一阶段、最近进展、验收结果',
    access: 'public',
    input: z.object({ streetId: z.string(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.object({
      works: z.array(
        z.object({
          ...{ id: z.uuid(), title: z.string(), state: WorksState, stages: z.array(WorksStage), finalFen: z.string().nullable() },
          latest: z.array(z.object({ kind: DiaryKind, text: z.string(), at: z.string() })),
        }),
      ),
    }),
  }),
  startWorks: operation({
    name: 'deliberation.works.start',
    method: 'POST',
    path: '/api/works/{id}/start',
    summary: '牵头方开工：列出施工阶段，第一阶段随即开始',
    access: seatActors,
    input: z.object({
      ...{ ...onWorks, stages: z.array(name).min(1).max(20), text, photoIds: photos.default([]) },
      plannedDays: z
        .array(z.number().int().min(1).max(1_000))
        .max(20)
        .default([])
        .describe('各阶段计划用几天，与阶段一一对应；不列即没有计划'),
    }),
    output: WorksView,
    errors: [...refusals, 'works.unpaid', 'works.planned-days'],
  }),
  noteProgress: operation({
    name: 'deliberation.works.note',
    method: 'POST',
    path: '/api/works/{id}/diary',
    summary: '记施工日志，附照片：牵头方或社区',
    access: seatActors,
    input: z.object({ ...onWorks, entryId: z.uuid(), text, photoIds: photos.default([]) }),
    output: WorksView,
    errors: refusals,
    success: 201,
  }),
  beginStage: operation({
    name: 'deliberation.works.begin-stage',
    method: 'POST',
    path: '/api/works/{id}/stages/{no}/begin',
    summary: '开始下一阶段；有逾期未付的分期时暂缓，社区写明理由可以继续',
    access: seatActors,
    input: z.object({ ...onWorks, no: z.coerce.number().int().min(1), goOnReason: reason.optional() }),
    output: WorksView,
    errors: [...refusals, 'works.unpaid', 'works.stage-order'],
  }),
  reachStage: operation({
    name: 'deliberation.works.reach-stage',
    method: 'POST',
    path: '/api/works/{id}/stages/{no}/reach',
    summary: '完成一个阶段，附照片',
    access: seatActors,
    input: z.object({ ...onWorks, no: z.coerce.number().int().min(1), text, photoIds: photos.min(1) }),
    output: WorksView,
    errors: [...refusals, 'works.stage-order'],
  }),
  changeWorks: operation({
    name: 'deliberation.works.change',
    method: 'POST',
    path: '/api/works/{id}/changes',
    summary: '工程变更：不超过幅度的登记理由和由谁承担；超过幅度或改变范围的回到议事桌重新议定',
    access: seatActors,
    input: z.object({
      ...{ ...onWorks, changeId: z.uuid(), items: z.array(CostLine).min(1).max(200), isScopeChange: z.boolean().default(false) },
      ...{ reason, borneBy: SeatKind.nullable().default(null).describe('由本方自愿承担时填本方席位') },
    }),
    output: WorksView,
    errors: [
      ...refusals,
      'works.item-unknown',
      'works.bearer',
      'works.bearer-unfit',
      'works.change-lead-only',
      'works.duty-borne',
      'issue.illegal-step',
    ],
    success: 201,
  }),
  nameTeam: operation({
    name: 'deliberation.works.team',
    method: 'PUT',
    path: '/api/works/{id}/team',
    summary: '社区组成质量监督团并列出检查项：成员人数不少于规定，其中有居民代表（本小区的房屋编号），每个出资席位都要邀请；验收中可以换人',
    access: seatActors,
    input: z.object({
      ...{ ...onWorks, residents: z.array(z.string().min(1).max(80)).max(10), seats: z.array(SeatKind).max(5) },
      items: z.array(text).min(1).max(30),
    }),
    output: WorksView,
    errors: [...refusals, 'works.team', 'works.team-home'],
  }),
  finishWorks: operation({
    name: 'deliberation.works.finish',
    method: 'POST',
    path: '/api/works/{id}/finish',
    summary: '牵头方报完工（或整改完成），转入验收：各阶段都已完成，日志有照片',
    access: seatActors,
    input: z.object({ ...onWorks, text, photoIds: photos.min(1) }),
    output: WorksView,
    errors: [...refusals, 'works.stages-open', 'works.team', 'issue.illegal-step'],
  }),
  checkWorks: operation({
    name: 'deliberation.works.check',
    method: 'POST',
    path: '/api/works/{id}/checks',
    summary: '质量监督团成员逐项检查并签字；居民代表用登记了该户房屋的账号',
    access: { ...seatActors, resident: 'own' },
    input: z.object({ ...onWorks, marks: z.array(Mark).min(1).max(30) }),
    output: z.object({ id: z.uuid(), items: QualityTeam.shape.items, check: WorksCheck }),
    errors: [...refusals, 'works.marks'],
  }),
  listToCheck: operation({
    name: 'deliberation.works.to-check',
    method: 'GET',
    path: '/api/my/works-to-check',
    summary: '本户是质量监督团居民代表的工程：检查项、本户上次怎样填的；待验收的可以签字',
    access: { resident: 'own' },
    input: z.object({}),
    output: z.object({
      works: z.array(
        z.object({
          ...{ id: z.uuid(), title: z.string(), state: WorksState, items: QualityTeam.shape.items, check: WorksCheck.nullable() },
        }),
      ),
    }),
  }),
  concludeAcceptance: operation({
    name: 'deliberation.works.accept',
    method: 'POST',
    path: '/api/works/{id}/acceptance',
    summary: '社区汇总验收：签字不足不能汇总；有不合格项的限期整改后再验',
    access: seatActors,
    input: z.object(onWorks),
    output: WorksView,
    errors: [...refusals, 'works.signers-missing', 'issue.illegal-step'],
  }),
  settleWorks: operation({
    name: 'deliberation.works.settle',
    method: 'POST',
    path: '/api/works/{id}/settlement',
    summary: '结算：方案的每一项都附最终票据，按结算金额重新套用分摊规则，各出资方补缴或退款，精确到分；超出幅度的回到议事桌',
    access: seatActors,
    input: z.object({
      ...onWorks,
      items: z.array(CostLine.extend({ documentIds: z.array(z.uuid()).min(1).max(20) })).max(200),
    }),
    output: WorksView,
    errors: [...refusals, 'works.item-unknown', 'works.items-missing', 'issue.illegal-step'],
  }),
  postSettlement: operation({
    name: 'deliberation.works.post-settlement',
    method: 'POST',
    path: '/api/works/{id}/settlement-posting',
    summary: '牵头方或社区登记结算已连同票据张贴：在何处；有补缴或退款的业主随即得到通知',
    access: seatActors,
    input: z.object({ ...onWorks, where: z.string().trim().min(2).max(120).describe('张贴地点') }),
    output: WorksView,
    errors: [...refusals, 'works.not-settled', 'works.posted-already'],
  }),
  lookAgain: operation({
    name: 'deliberation.works.look',
    method: 'POST',
    path: '/api/works/{id}/looks/{kind}',
    summary: '回看：验收合格后到期、首场雨时、首个供暖季各再看一次；牵头方不看自己的工程；不合格的限期整改后再看',
    access: seatActors,
    input: z.object({ ...onWorks, kind: WorksLookKind, isPassed: z.boolean(), note: text, photoIds: photos.min(1) }),
    output: WorksView,
    errors: [...refusals, 'works.look-none', 'check.too-early'],
  }),
  printSettlement: operation({
    name: 'deliberation.works.print-settlement',
    method: 'POST',
    path: '/api/works/{id}/settlement-document',
    summary: '结算书：各项费用与票据、各出资方应补应退、逐户差额；门牌随请求提供，不留存',
    access: tableReaders,
    input: z.object({
      ...{ ...onWorks, ...inForm },
      labels: z.record(z.uuid(), name.max(60)).optional().describe('房屋编号对应的门牌；不填即“某号楼某单元第几户”'),
    }),
    output: PrintedDocument,
    errors: [...documentRefusals, 'works.not-settled'],
    timeoutMs: printTimeoutMs,
    isSecret: true,
  }),
  trackHomeSettlement: operation({
    name: 'deliberation.home-settlement.track',
    method: 'POST',
    path: '/api/public/{streetId}/home-settlements',
    summary: '业主凭编号和查询码看本户的结算：签约、结算、应补或应退，逐行列出算式',
    access: 'public',
    input: z.object({ streetId: z.string(), ...homeKey }),
    output: HomeSettlement,
    errors: ['home-share.not-found', 'works.not-settled'],
  }),
  getOwnSettlements: operation({
    name: 'deliberation.home-settlement.get',
    method: 'GET',
    path: '/api/my/home-shares/{planId}/settlement',
    summary: '绑定到本账号的房屋在一版方案中的结算；他人的房屋查无此项',
    access: { resident: 'own' },
    input: z.object({ planId: z.uuid() }),
    output: z.object({ settlements: z.array(HomeSettlement) }),
    errors: ['object.not-found', 'works.not-settled'],
  }),
  listDuties: operation({
    name: 'deliberation.duty.list',
    method: 'GET',
    path: '/api/works/duties',
    summary:
      '谁还应当做什么：各桌未完成的承诺、未付清的分期与质保金、待签的决议、整改、待验收、待结算、待张贴的结算、须续筹的维修资金，先到期的在前；可只看本单位',
    access: tableReaders,
    input: z.object({ unitId: z.uuid().optional(), tableId: z.uuid().optional() }),
    output: z.object({ duties: z.array(OpenDuty), lateCount: z.number().int() }),
  }),
};

const about = { issueId: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), title: z.string(), unitIds: z.array(z.uuid()) };
const noted = { ...about, entryId: z.uuid(), seat: SeatKind, stageNo: z.number().int().nullable(), photos: z.number().int() };

export const worksEvents = {
  made: event('deliberation.works.made.v1', '签署后的施工', z.object({ ...about, resolutionId: z.uuid() })),
  resumed: event('deliberation.works.resumed.v1', '新一版决议签署，施工继续', z.object({ ...about, resolutionId: z.uuid() })),
  changeDropped: event(
    'deliberation.works.change-dropped.v1',
    '变更没有议成，按原决议继续施工',
    z.object({ ...about, reason: z.string() }),
  ),
  started: event('deliberation.works.started.v1', '开工', z.object({ ...noted, stages: z.array(z.string()) })),
  noted: event('deliberation.works.noted.v1', '施工日志', z.object(noted)),
  stageBegun: event(
    'deliberation.works.stage-begun.v1',
    '一个施工阶段开始',
    z.object({ ...noted, goOnReason: z.string().nullable().describe('有逾期未付的分期而继续的理由') }),
  ),
  stageReached: event('deliberation.works.stage-reached.v1', '一个施工阶段完成', z.object(noted)),
  changed: event('deliberation.works.changed.v1', '工程变更', z.object({ ...about, change: WorksChange })),
  teamNamed: event('deliberation.works.team-named.v1', '组成质量监督团', z.object({ ...about, team: QualityTeam })),
  finished: event('deliberation.works.finished.v1', '报完工，待验收', z.object({ ...noted, acceptanceNo: z.number().int() })),
  checked: event('deliberation.works.checked.v1', '质量监督团一名成员已检查', z.object({ ...about, check: WorksCheck })),
  accepted: event(
    'deliberation.works.accepted.v1',
    '验收合格',
    z.object({ ...about, acceptanceNo: z.number().int(), acceptedAt: z.string() }),
  ),
  failed: event(
    'deliberation.works.acceptance-failed.v1',
    '验收有不合格项，限期整改',
    z.object({ ...about, acceptanceNo: z.number().int(), failedItems: z.array(z.number().int()), leadUnitId: z.uuid(), dueAt: z.string() }),
  ),
  looksAsked: event('deliberation.works.looks-asked.v1', '验收合格，此后回看', z.object({ ...about, looks: z.array(WorksLook) })),
  rainCame: event('deliberation.works.rain-came.v1', '首场雨，须回看', z.object({ ...about, dueAt: z.string() })),
  heatingCame: event('deliberation.works.heating-came.v1', '首次供暖，须回看', z.object({ ...about, dueAt: z.string() })),
  looked: event('deliberation.works.looked.v1', '回看结果', z.object({ ...about, look: WorksLook })),
  lookFailed: event(
    'deliberation.works.look-failed.v1',
    '回看不合格，限期整改后再看',
    z.object({ ...about, kind: WorksLookKind, leadUnitId: z.uuid(), dueAt: z.string() }),
  ),
  settlementRefused: event(
    'deliberation.works.settlement-refused.v1',
    '最终费用超出幅度，回到议事桌',
    z.object({ ...about, plannedFen: z.string(), finalFen: z.string() }),
  ),
  settled: event('deliberation.works.settled.v1', '结算', z.object({ ...about, settlement: WorksSettlement })),
  settlementPosted: event(
    'deliberation.works.settlement-posted.v1',
    '结算连同票据已张贴',
    z.object({ ...about, where: z.string(), postedAt: z.string() }),
  ),
  /** Owners hear that the settlement hangs and where their own stands, in parts. */
  settlementTold: event(
    'deliberation.works.settlement-told.v1',
    '告知业主结算已张贴（分批；只有编号）',
    z.object({ issueId: z.uuid(), estateId: z.uuid(), title: z.string(), where: z.string(), ...toldOwners }),
  ),
  warranted: event('deliberation.works.warranted.v1', '款项结清，进入质保期', z.object({ ...about, retentionEndsAt: z.string() })),
  released: event('deliberation.works.released.v1', '质保期满，质保金应当支付', z.object({ ...about, releasedAt: z.string() })),
  ended: event('deliberation.works.ended.v1', '全部结清归档', z.object({ ...about, endedAt: z.string() })),
  clockFired: event(
    'deliberation.works.clock-fired.v1',
    '整改或质保期的时限到了一个环节',
    z.object({
      ...{ ...about, unitId: z.uuid(), code: DeadlineCode, stage: z.number().int(), kind: z.enum(['warning', 'breach', 'after']) },
      ...{ tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};
