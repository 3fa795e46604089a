import { z } from 'zod';
import { Channel, DeadlineCode, DemandType, EstateType, Level } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** Whom a directory row sends to: a named unit, the estate's firm, the community of the place. */
export const LeadTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('UNIT'), unitId: z.uuid() }),
  z.object({ kind: z.literal('ESTATE_FIRM'), elseUnitId: z.uuid().describe('无物业小区由它主办，社区协办') }),
  z.object({ kind: z.literal('COMMUNITY') }),
]);
export type LeadTarget = z.infer<typeof LeadTarget>;

/** Who assists by a directory row: a named unit, or whoever it is at the demand's place; nobody where the place has none. */
export const CoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('UNIT'), unitId: z.uuid() }),
  z.object({ kind: z.literal('ESTATE_FIRM') }),
  z.object({ kind: z.literal('COMMUNITY') }),
  z.object({ kind: z.literal('RIGHTS_UNIT') }),
]);
export type CoTarget = z.infer<typeof CoTarget>;

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '请按“11-15”这样的格式填写');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请按“22:00”这样的格式填写');

/** When a row holds, in Beijing time: whole days of validity, a season of every year, hours of every day. Both may run over their end. */
export const RowTimes = z.object({
  from: z.iso.date().optional().describe('自此日起（含）'),
  to: z.iso.date().optional().describe('至此日止（含）'),
  season: z.object({ from: monthDay, to: monthDay }).optional().describe('每年的季节（首尾均含），可跨年：11-15 至 03-15'),
  hours: z.object({ from: clockTime, to: clockTime }).optional().describe('每日的时段（不含末刻），可跨夜：22:00 至 06:00'),
});
export type RowTimes = z.infer<typeof RowTimes>;

/**
 * Duties that a row may add beside those of the order's level (增加时限): the rows of the time-limit table of these codes. What starts with the
 * acceptance, and the handling limit itself, follow from the level alone.
 */
export const addableDuties = [
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'POLICY_ANSWER',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
] as const satisfies readonly DeadlineCode[];

/** One row of the dispatch directory (派单目录). Empty conditions match everything; the most specific row wins. */
export const DirectoryRow = z
  .object({
    id: z.string().min(1).max(40),
    category: z.array(z.string()).max(3).describe('一至三级分类，越深越具体'),
    demandTypes: z.array(DemandType).optional(),
    place: z.object({ kind: z.enum(['POINT', 'BUILDING', 'ESTATE', 'COMMUNITY', 'AREA']), id: z.string() }).optional(),
    estateType: EstateType.optional(),
    level: Level.optional(),
    times: RowTimes.optional(),
    lead: LeadTarget,
    coUnits: z.array(CoTarget).max(10).optional(),
    setLevel: Level.optional(),
    duties: z.array(z.enum(addableDuties)).optional(),
    communityMayLead: z.boolean().default(false),
    source: z.string().max(200),
  })
  .meta({ id: 'DirectoryRow' });
export type DirectoryRow = z.infer<typeof DirectoryRow>;

/** Rules of dispatching that stand in code (domain rules 4.5, steps 5 to 9), as a decision names them beside the ids of directory rows. */
export const codeRules = {
  demandCentre: 'code:demand-centre',
  communityNotLead: 'code:community-not-lead',
  complainedAbout: 'code:complained-about',
  noFirm: 'code:no-firm',
  road: 'code:road-not-handed-over',
  rightsUnit: 'code:rights-unit-assists',
  level: 'code:level-of-row',
  handUp: 'code:hand-up-pilot',
  incident: 'code:incident',
} as const;
export type CodeRule = (typeof codeRules)[keyof typeof codeRules];

/** How sure the category is that a decision rests on, where the text gave it and no person, and by what it was found. */
export const Confidence = z
  .object({
    certainty: z.number().min(0).max(1),
    dictionaryVersion: z.number().int(),
    modelNo: z.number().int().nullable().describe('训练出的模型；还没有训练过为空'),
    words: z.array(z.string()).describe('危险词的名称；不是诉求人的原话'),
  })
  .meta({ id: 'Confidence' });
export type Confidence = z.infer<typeof Confidence>;

/** Why this unit: the rule that won, the ones it beat, and the sentence a person reads. */
export const Decision = z
  .object({
    directoryVersion: z.number().int(),
    ruleIds: z.array(z.string()).describe('派单目录的行号标识，或平台规则（code: 开头）'),
    reason: z.string(),
    alternatives: z.array(z.object({ ruleId: z.string(), leadUnitId: z.uuid().nullable() })),
    duties: z.array(DeadlineCode).optional().describe('目录行增加的时限'),
    decidedAt: z.string().optional().describe('按此刻判断版本、季节与时段'),
    confidence: Confidence.optional().describe('分类由文字得出的，把握多大；由人选定的没有'),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** What is wrong with a table. An error keeps it from being published; a warning is told and left to the administrator. */
export const findingKinds = [
  'EMPTY',
  'DUPLICATE_ID',
  'CATEGORY_BLANK',
  'UNIT_UNKNOWN',
  'PLACE_UNKNOWN',
  'POINT_BY_HEARSAY',
  'COMMUNITY_NOT_LEAD',
  'TIE',
  'DUTY_UNKNOWN',
  'NEVER_IN_TIME',
  'NEVER_AT_PLACE',
  'SHADOWED',
  'OUTRANKED',
  'EXPIRED',
  'CATEGORY_UNSEEN',
  'GAP',
] as const;
export const Finding = z
  .object({
    kind: z.enum(findingKinds),
    severity: z.enum(['error', 'warning']),
    rows: z.array(z.object({ no: z.number().int(), id: z.string() })),
    text: z.string(),
  })
  .meta({ id: 'DirectoryFinding' });
export type Finding = z.infer<typeof Finding>;

/** One row that differs between two tables, in words. */
export const RowChange = z
  .object({
    change: z.enum(['added', 'removed', 'changed']),
    id: z.string(),
    before: DirectoryRow.nullable(),
    after: DirectoryRow.nullable(),
    text: z.string(),
  })
  .meta({ id: 'DirectoryRowChange' });
export type RowChange = z.infer<typeof RowChange>;

export const versionStates = ['IN_FORCE', 'SCHEDULED', 'PAST', 'WITHDRAWN'] as const;
export const DirectoryVersionView = z
  .object({
    version: z.number().int(),
    state: z.enum(versionStates),
    from: z.string(),
    publishedAt: z.string(),
    publishedBy: z.string(),
    reason: z.string(),
    rows: z.number().int(),
    rowsHash: z.string().describe('整张表的摘要，可与审计链核对'),
    basedOn: z.number().int().nullable(),
    rollsBackTo: z.number().int().nullable(),
    withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'DirectoryVersion' });
export type DirectoryVersionView = z.infer<typeof DirectoryVersionView>;

export const draftStates = ['OPEN', 'PUBLISHED', 'DISCARDED'] as const;
export const DraftView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(draftStates),
    basedOn: z.number().int(),
    rows: z.number().int(),
    publishedAs: z.number().int().nullable(),
    openedBy: z.string(),
    updatedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'DirectoryDraft' });
export type DraftView = z.infer<typeof DraftView>;

/**
 * The pilot of 有事您找我 in force beside a table: of the rows named the demands of its estates go to whoever answers first, and the row says only who
 * assists, at which level, and to whom it goes in the end.
 */
export const PilotOfTable = z
  .object({
    version: z.number().int(),
    from: z.string(),
    estateIds: z.array(z.uuid()),
    channels: z.array(Channel).describe('空表示全部渠道'),
    source: z.string(),
    ruleIds: z.array(z.string()).describe('试点内由首接单位先办的行'),
  })
  .meta({ id: 'DirectoryPilot' });
export type PilotOfTable = z.infer<typeof PilotOfTable>;

/** What a trial over past demands found: how many would have gone elsewhere, from whom to whom, with order numbers to look at. */
export const DryRun = z
  .object({
    orders: z.number().int(),
    same: z.number().int(),
    elsewhere: z.number().int(),
    levelChanged: z.number().int(),
    piloted: z.object({
      orders: z.number().int().describe('有事您找我试点：由首接单位先办，不论目录如何写，去向不变'),
      units: z.array(z.object({ unitId: z.uuid(), name: z.string(), orders: z.number().int() })).describe('首接单位'),
      ruleIds: z.array(z.string()).describe('试点之外会决定去向的行'),
    }),
    moves: z.array(
      z.object({
        fromUnitId: z.uuid(),
        from: z.string(),
        toUnitId: z.uuid(),
        to: z.string(),
        orders: z.number().int(),
        examples: z.array(z.string()).describe('工单编号，最多 5 件'),
        ruleIds: z.array(z.string()).describe('由哪些行派去'),
      }),
    ),
    units: z.array(z.object({ unitId: z.uuid(), name: z.string(), before: z.number().int(), after: z.number().int() })),
  })
  .meta({ id: 'DirectoryDryRun' });
export type DryRun = z.infer<typeof DryRun>;

/** How a row of one version has done: what it sent, how far that travelled, and who objected. */
export const RuleStatistics = z
  .object({
    directoryVersion: z.number().int(),
    ruleId: z.string(),
    orders: z.number().int(),
    settled: z.number().int().describe('已知该归哪个单位的工单：办结了，或者异议成立、改派、转办过的'),
    settledByFirst: z.number().int(),
    hops: z.object({ mean: z.number(), max: z.number().int() }).nullable().describe('一件已有归属的工单经手几个单位'),
    firstDispatchAccuracy: z.number().nullable().describe('首派准确率：该归首派单位的，占已有归属的'),
    objected: z.number().int(),
    objectionRate: z.number(),
    upheld: z.number().int(),
    rejected: z.number().int(),
    objectionSuccess: z.number().nullable().describe('异议成立率：成立的占已裁定的'),
    endedElsewhere: z.array(z.object({ unitId: z.uuid(), orders: z.number().int() })),
  })
  .meta({ id: 'RuleStatistics' });
export type RuleStatistics = z.infer<typeof RuleStatistics>;

/**
 * First-level categories on the community's own list (社区职责清单), which it may lead, where a table of the directory has no column 社区可主办 that says so (条例第十七条).
 * A street whose list says otherwise writes the column.
 */
export const communityList = {
  from: '2020-01-01',
  value: ['邻里纠纷', '社区治理'],
  unit: 'first-level categories',
  source: 'L1-17, P',
} as const;

/** When statistics suggest another lead: from how many orders on, and from which part of a row's orders (more than one half). */
export const ruleChangeEvidence = {
  from: '2020-01-01',
  value: { orders: 3, part: [1, 2], days: 90 },
  unit: 'orders moved to one unit, part of the orders sent by the row, days looked back unless days are named',
  source: 'P',
} as const;

/** One change of a draft's rows. */
export const DraftEdit = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), row: DirectoryRow, before: z.string().optional().describe('加在此行之前；不填加在末尾') }),
  z.object({ op: z.literal('replace'), row: DirectoryRow }),
  z.object({ op: z.literal('remove'), id: z.string() }),
]);
export type DraftEdit = z.infer<typeof DraftEdit>;

/** A change that the statistics of a row speak for, in words. */
export const RuleSuggestion = z.object({ ruleId: z.string(), text: z.string(), isDrafted: z.boolean() }).meta({ id: 'RuleSuggestion' });
export type RuleSuggestion = z.infer<typeof RuleSuggestion>;

const administrators: Access = { administrator: 'street' };
const readers: Access = {
  phone_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const planners: Access = { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' };

const onDraft = { id: z.uuid() };
const reason = z.string().trim().min(2, '请写明理由').max(300);
const start = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .optional()
  .describe('何时起施行：日期（当日零时）或时刻；不填即刻施行');
const days = { from: z.iso.date().optional(), to: z.iso.date().optional() };
const published = z.object({ version: z.number().int(), rows: z.number().int(), from: z.string() });
const publishing = ['directory.invalid', 'directory.from-past', 'directory.later-version-waits'] as const;
const TableFormat = z.enum(['csv', 'xlsx']);
const tableFile = z.object({ fileName: z.string(), file: z.base64() });

/** Operations on the dispatch directory; they stand among those of dispatch, which answers them. */
export const directory = {
  getDirectory: operation({
    name: 'dispatch.directory.get',
    method: 'GET',
    path: '/api/directory',
    summary: '现行派单目录，或指定的一版',
    access: readers,
    input: z.object({ version: z.coerce.number().int().positive().optional() }),
    output: z.object({
      version: z.number().int(),
      from: z.string().nullable(),
      rows: z.array(DirectoryRow),
      pilot: PilotOfTable.nullable().describe('现行的有事您找我试点；没有则为空'),
    }),
    errors: ['object.not-found'],
  }),
  listDirectoryVersions: operation({
    name: 'dispatch.directory.versions',
    method: 'GET',
    path: '/api/directory/versions',
    summary: '派单目录的各版：谁、何时、为何发布，何时起施行',
    access: readers,
    input: z.object({}),
    output: z.object({ versions: z.array(DirectoryVersionView) }),
  }),
  diffDirectory: operation({
    name: 'dispatch.directory.diff',
    method: 'GET',
    path: '/api/directory/diff',
    summary: '两版派单目录逐行比较',
    access: readers,
    input: z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) }),
    output: z.object({ changes: z.array(RowChange) }),
    errors: ['object.not-found'],
  }),
  exportDirectory: operation({
    name: 'dispatch.directory.export',
    method: 'GET',
    path: '/api/directory/export',
    summary: '把一版派单目录导出为表格',
    access: readers,
    input: z.object({ version: z.coerce.number().int().positive().optional(), format: TableFormat.default('xlsx') }),
    output: tableFile,
    errors: ['object.not-found'],
  }),
  publishDirectory: operation({
    name: 'dispatch.directory.publish',
    method: 'PUT',
    path: '/api/directory',
    summary: '发布整张派单目录；有歧义或有无效行的目录不能发布',
    access: administrators,
    input: z.object({
      rows: z.array(DirectoryRow).min(1).max(10_000),
      from: start,
      reason: reason.default('整张发布'),
    }),
    output: published,
    errors: publishing,
  }),
  publishDirectoryCsv: operation({
    name: 'dispatch.directory.publish-csv',
    method: 'POST',
    path: '/api/directory/csv',
    summary: '以表格（CSV 或 .xlsx）发布派单目录',
    access: administrators,
    input: z.object({ fileName: z.string(), file: z.base64(), from: start, reason: reason.default('以表格发布') }),
    output: published,
    errors: [...publishing, 'unit.unknown', 'file.unreadable', 'file.old-excel'],
    upload: true,
  }),
  rollBackDirectory: operation({
    name: 'dispatch.directory.roll-back',
    method: 'POST',
    path: '/api/directory/roll-back',
    summary: '退回：把较早一版的各行作为新的一版发布',
    access: administrators,
    input: z.object({ version: z.number().int().positive(), from: start, reason }),
    output: published,
    errors: [...publishing, 'object.not-found'],
  }),
  withdrawDirectory: operation({
    name: 'dispatch.directory.withdraw',
    method: 'POST',
    path: '/api/directory/versions/{version}/withdraw',
    summary: '撤回尚未施行的一版',
    access: administrators,
    input: z.object({ version: z.coerce.number().int().positive(), reason }),
    output: z.object({ version: z.number().int() }),
    errors: ['object.not-found', 'directory.not-scheduled'],
  }),
  dryRunDirectory: operation({
    name: 'dispatch.directory.dry-run',
    method: 'POST',
    path: '/api/directory/dry-run',
    summary: '用现行目录重派已有工单，与当时去向比较；不改变任何工单',
    access: { section_chief: 'street', administrator: 'street' },
    input: z.object(days),
    output: DryRun,
    timeoutMs: 60_000,
  }),
  openDraft: operation({
    name: 'dispatch.directory-draft.open',
    method: 'POST',
    path: '/api/directory/drafts',
    summary: '从现行（或指定）一版起草派单目录',
    access: administrators,
    input: z.object({ id: z.uuid(), title: z.string().trim().min(2).max(80), basedOn: z.number().int().positive().optional() }),
    output: DraftView,
    errors: ['object.not-found', 'directory.draft-exists'],
    success: 201,
  }),
  listDrafts: operation({
    name: 'dispatch.directory-draft.list',
    method: 'GET',
    path: '/api/directory/drafts',
    summary: '派单目录草稿',
    access: planners,
    input: z.object({ state: z.enum(draftStates).optional() }),
    output: z.object({ drafts: z.array(DraftView) }),
  }),
  getDraft: operation({
    name: 'dispatch.directory-draft.get',
    method: 'GET',
    path: '/api/directory/drafts/{id}',
    summary: '一份草稿、它的各行，以及与所依据一版的逐行比较',
    access: planners,
    input: z.object(onDraft),
    output: z.object({
      draft: DraftView,
      rows: z.array(DirectoryRow),
      changes: z.array(RowChange),
      pilot: PilotOfTable.nullable().describe('现行的有事您找我试点；没有则为空'),
    }),
    errors: ['object.not-found'],
  }),
  editDraft: operation({
    name: 'dispatch.directory-draft.edit',
    method: 'POST',
    path: '/api/directory/drafts/{id}/edits',
    summary: '在草稿里加行、换行、删行；一处不成，全部不改',
    access: administrators,
    input: z.object({
      ...onDraft,
      edits: z.array(DraftEdit).min(1).max(500),
    }),
    output: DraftView,
    errors: ['object.not-found', 'directory.draft-closed', 'directory.edit-impossible'],
  }),
  importDraft: operation({
    name: 'dispatch.directory-draft.import',
    method: 'POST',
    path: '/api/directory/drafts/{id}/table',
    summary: '用表格（CSV 或 .xlsx）换掉草稿的各行',
    access: administrators,
    input: z.object({ ...onDraft, fileName: z.string(), file: z.base64() }),
    output: DraftView,
    errors: ['object.not-found', 'directory.draft-closed', 'directory.invalid', 'unit.unknown', 'file.unreadable', 'file.old-excel'],
    upload: true,
  }),
  exportDraft: operation({
    name: 'dispatch.directory-draft.export',
    method: 'GET',
    path: '/api/directory/drafts/{id}/table',
    summary: '把草稿导出为表格',
    access: planners,
    input: z.object({ ...onDraft, format: TableFormat.default('xlsx') }),
    output: tableFile,
    errors: ['object.not-found'],
  }),
  checkDraft: operation({
    name: 'dispatch.directory-draft.check',
    method: 'GET',
    path: '/api/directory/drafts/{id}/check',
    summary: '检查草稿：无法区分的行、被遮住的行、永远轮不到的行、没有规则的分类',
    access: planners,
    input: z.object(onDraft),
    output: z.object({ mayBePublished: z.boolean(), findings: z.array(Finding) }),
    errors: ['object.not-found'],
    timeoutMs: 60_000,
  }),
  dryRunDraft: operation({
    name: 'dispatch.directory-draft.dry-run',
    method: 'POST',
    path: '/api/directory/drafts/{id}/dry-run',
    summary: '用草稿重派已有工单：哪些会派往别处；不改变任何工单',
    access: planners,
    input: z.object({
      ...onDraft,
      ...days,
      against: z.enum(['SENT', 'BASE']).default('BASE').describe('与当时去向比较，或与所依据一版比较'),
      asIfInForce: z.boolean().default(false).describe('各行不论何日起施行都当作已经施行（季节、时段照看；已过期的行不算）'),
    }),
    output: DryRun,
    errors: ['object.not-found'],
    timeoutMs: 60_000,
  }),
  rebaseDraft: operation({
    name: 'dispatch.directory-draft.rebase',
    method: 'POST',
    path: '/api/directory/drafts/{id}/rebase',
    summary: '把草稿的改动移到最新一版上',
    access: administrators,
    input: z.object(onDraft),
    output: DraftView,
    errors: ['object.not-found', 'directory.draft-closed', 'directory.edit-impossible'],
  }),
  discardDraft: operation({
    name: 'dispatch.directory-draft.discard',
    method: 'POST',
    path: '/api/directory/drafts/{id}/discard',
    summary: '弃用草稿',
    access: administrators,
    input: z.object({ ...onDraft, reason }),
    output: DraftView,
    errors: ['object.not-found', 'directory.draft-closed'],
  }),
  publishDraft: operation({
    name: 'dispatch.directory-draft.publish',
    method: 'POST',
    path: '/api/directory/drafts/{id}/publish',
    summary: '发布草稿，即刻或自某日起施行；届时自动生效',
    access: administrators,
    input: z.object({ ...onDraft, from: start, reason }),
    output: published,
    errors: [...publishing, 'object.not-found', 'directory.draft-closed', 'directory.draft-outdated'],
  }),
  ruleStatistics: operation({
    name: 'dispatch.directory.statistics',
    method: 'GET',
    path: '/api/directory/statistics',
    summary: '派单目录各行各版的派出、经手、首派准确率、异议率与异议成立率',
    access: planners,
    input: z.object({ ...days, version: z.coerce.number().int().positive().optional(), ruleId: z.string().optional() }),
    output: z.object({ rules: z.array(RuleStatistics) }),
    timeoutMs: 60_000,
  }),
  draftFromStatistics: operation({
    name: 'dispatch.directory-draft.suggest',
    method: 'POST',
    path: '/api/directory/suggestions',
    summary: '依统计起草：工单多经异议改派到别处的行，建议改由那里主办，并说明理由',
    access: administrators,
    input: z.object({ id: z.uuid(), ...days }),
    output: z.object({
      draft: DraftView.nullable().describe('没有可建议的改动时为空'),
      suggestions: z.array(RuleSuggestion),
    }),
    errors: ['directory.draft-exists'],
    timeoutMs: 60_000,
  }),
};

const draftFact = { draftId: z.uuid() };
const draftRows = { rows: z.number().int(), rowsHash: z.string() };

export const directoryEvents = {
  directoryPublished: event(
    'dispatch.directory.published.v1',
    '派单目录发布',
    z.object({
      directoryVersion: z.number().int(),
      rows: z.number().int(),
      rowsHash: z.string().optional(),
      /** What the rows are about, each once; the category tree must keep it. */
      categories: z.array(z.array(z.string())).optional(),
      from: z.string().optional(),
      reason: z.string().optional(),
      basedOn: z.number().int().nullable().optional(),
      rollsBackTo: z.number().int().nullable().optional(),
      draftId: z.uuid().nullable().optional(),
    }),
  ),
  directoryWithdrawn: event(
    'dispatch.directory.withdrawn.v1',
    '撤回尚未施行的派单目录',
    z.object({ directoryVersion: z.number().int(), reason: z.string() }),
  ),
  draftOpened: event(
    'dispatch.directory-draft.opened.v1',
    '起草派单目录',
    z.object({ ...draftFact, basedOn: z.number().int(), ...draftRows }),
  ),
  draftEdited: event(
    'dispatch.directory-draft.edited.v1',
    '修改派单目录草稿',
    z.object({
      ...draftFact,
      ...draftRows,
      basedOn: z.number().int(),
      added: z.array(z.string()),
      replaced: z.array(z.string()),
      removed: z.array(z.string()),
    }),
  ),
  draftPublished: event(
    'dispatch.directory-draft.published.v1',
    '派单目录草稿已发布',
    z.object({ ...draftFact, directoryVersion: z.number().int() }),
  ),
  draftDiscarded: event('dispatch.directory-draft.discarded.v1', '弃用派单目录草稿', z.object({ ...draftFact, reason: z.string() })),
};
