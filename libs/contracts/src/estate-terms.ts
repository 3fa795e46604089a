import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { SeatKind, streetSeat, tableReaders } from './tables.js';
import { countedBy } from './time-limits.js';

/**
 * What an estate has for a time (任期台账): the term of its owners' committee, from the application for a first assembly on; that of its property management
 * committee; its property contract; an emergency service of the street.
 */
export const estateTermKinds = ['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE', 'PROPERTY_CONTRACT', 'EMERGENCY_SERVICE'] as const;
export const EstateTermKind = z.enum(estateTermKinds).meta({ id: 'EstateTermKind' });
export type EstateTermKind = z.infer<typeof EstateTermKind>;

export const estateTermStates = ['APPLIED', 'PREPARING', 'ELECTED', 'FORMED', 'RUNNING', 'FILED', 'ENDED'] as const;
export const EstateTermState = z.enum(estateTermStates).meta({ id: 'EstateTermState' });
export type EstateTermState = z.infer<typeof EstateTermState>;

/** What has to be so for an application to form an assembly: the delivered part, and who asks, by heads or by area; a developer may ask alone. */
export const assemblyApplication = {
  from: '2020-05-01',
  value: { delivered: { num: 50, den: 100 }, owners: { num: 5, den: 100 }, area: { num: 5, den: 100 } },
  unit: 'of the area, of the owners',
  source: 'L2-30',
} as const;
/** At least which part of a preparing group (筹备组) and of a property management committee (物管会) are owners' representatives. */
export const ownerRepsShare = {
  from: '2020-05-01',
  value: { PREPARING_GROUP: { num: 1, den: 2 }, PROPERTY_MGMT_COMMITTEE: { num: 1, den: 2 } },
  unit: 'of the members',
  source: 'L2-31, L2-54',
} as const;
/** How long a committee's term may be at most. */
export const committeeTermYears = {
  from: '2020-05-01',
  value: { OWNERS_COMMITTEE: 5, PROPERTY_MGMT_COMMITTEE: 3 },
  unit: 'years',
  source: 'L2-41, L2-58',
} as const;
/** How often an owners' assembly and an owners' committee meet at least, and how long before its end a committee reports that its term runs out. */
export const committeeMonths = {
  from: '2020-05-01',
  value: { assembly: 12, meeting: 2, report: 6 },
  unit: 'months',
  source: 'L2-35, L2-45, L2-49',
} as const;
/** How long before its end the owners decide on a property contract, and how long an emergency service may be at most. */
export const serviceMonths = { from: '2020-05-01', value: { decide: 6, emergency: 6 }, unit: 'months', source: 'L2-75, L2-77' } as const;
/** How long before the end a firm that does not go on says so, and before the end of a contract that went on by itself whoever ends it. */
export const contractNoticeDays = {
  from: '2020-05-01',
  value: { refusal: 90, extended: 60 },
  unit: 'days',
  source: 'L2-75, L2-76',
} as const;

const paper = {
  on: z.iso.date().describe('发生的日期'),
  document: z.string().trim().min(2).max(200).describe('文件名称、文号'),
  fileId: z.uuid().nullable().default(null).describe('扫描件编号，先存入后引用'),
};
const heads = z.number().int().min(1).max(999);
const until = z.iso.date().describe('任期或合同届满日');
const area = z.number().int().min(0).max(100_000_000_000).describe('以 0.01 平方米为单位的整数');
const step = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.object({ kind: z.literal(kind), ...paper, ...shape });

const enter = { members: heads, ownerReps: heads, beganOn: z.iso.date(), until };
const elect = { members: heads, until };

/** Steps that open a term. */
const firstSteps = [
  step('APPLY', {
    ...{ deliveredHundredths: area, totalHundredths: area, owners: z.number().int().min(1).max(1_000_000) },
    ...{ applicants: z.number().int().min(0).max(1_000_000), applicantsHundredths: area, byDeveloper: z.boolean().default(false) },
  }),
  step('ELECT', elect),
  step('FORM', { members: heads, ownerReps: heads, isChairedByCommunity: z.boolean(), until }),
  step('ENTER', { body: EstateTermKind.extract(['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE']), ...enter }),
  step('SIGN', { until }),
  step('START_SERVICE', { until }),
] as const;
/** Steps of a term that is open. */
const laterSteps = [
  step('CHECK', { isMet: z.boolean() }),
  step('PREPARE', { members: heads, ownerReps: heads }),
  step('POST_LIST', {}),
  step('POST_MATERIALS', { assemblyOn: z.iso.date().describe('首次业主大会会议日期') }),
  step('HAND_IN', {}),
  step('FILE', {}),
  step('CHANGE', { members: heads, ownerReps: heads }),
  step('FILE_CHANGE', {}),
  step('ASSEMBLE', {}),
  step('MEET', {}),
  step('REPORT_END', {}),
  step('FORM_GROUP', {}),
  step('DECIDE', { isRenewed: z.boolean() }),
  step('REFUSE', {}),
  step('END', { isRenewed: z.boolean().default(false), noticedOn: z.iso.date().nullable().default(null) }),
  step('HAND_OVER', {}),
] as const;

/** The step with which a term comes onto the register. */
export const FirstTermStep = z.discriminatedUnion('kind', [...firstSteps]).meta({ id: 'FirstTermStep' });
export type FirstTermStep = z.infer<typeof FirstTermStep>;
/** A step of a term that is on the register. */
export const LaterTermStep = z.discriminatedUnion('kind', [firstSteps[1], ...laterSteps]).meta({ id: 'LaterTermStep' });
export type LaterTermStep = z.infer<typeof LaterTermStep>;
export type TermStep = FirstTermStep | LaterTermStep;
export type TermStepKind = TermStep['kind'];

/** When a step was recorded, and whose time it was too late for. */
const record = { recordedAt: z.string(), late: z.array(DeadlineCode).describe('此步办理时已超过的期限') };
export const RecordedTermStep = z
  .object({ step: z.discriminatedUnion('kind', [...firstSteps, ...laterSteps]), ...record })
  .meta({ id: 'RecordedTermStep' });
export type RecordedTermStep = z.infer<typeof RecordedTermStep>;

/** Something that somebody owes about a term, and until when. */
export const TermDuty = z
  .object({ code: DeadlineCode, seat: SeatKind.describe('由哪一方办'), startedAt: z.string(), dueAt: z.string(), isLate: z.boolean() })
  .meta({ id: 'TermDuty' });
export type TermDuty = z.infer<typeof TermDuty>;

export const EstateTermView = z
  .object({
    ...{ id: z.uuid(), estateId: z.uuid(), communityId: z.uuid(), tableId: z.uuid(), kind: EstateTermKind, state: EstateTermState },
    members: z.number().int().nullable(),
    ownerReps: z.number().int().nullable(),
    beganOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    duties: z.array(TermDuty).describe('还要办的，最急的在前'),
    steps: z.array(RecordedTermStep),
    version: z.number().int(),
  })
  .meta({ id: 'EstateTerm' });
export type EstateTermView = z.infer<typeof EstateTermView>;

/** The street, and communities for their own estates; what only the street does only the street records. */
const recorders = { ...streetSeat, community_worker: 'concerned' } as const;
const refusals = [
  'object.not-found',
  'estate-term.illegal-step',
  'estate-term.unlawful',
  'estate-term.street-only',
  'time.future',
  'issue.file-unknown',
  'issue.text-private',
] as const;

export const estateTerms = {
  registerTerm: operation({
    name: 'deliberation.estate-term.register',
    method: 'POST',
    path: '/api/estate-terms',
    summary:
      '登记一个小区的任期：申请成立业主大会、换届选举、组建物管会、补录已有的业委会或物管会、签订物业服务合同、启动应急物业服务；不合规定的不予登记并说明依据',
    access: recorders,
    input: z.object({ id: z.uuid(), estateId: z.uuid(), step: FirstTermStep }),
    output: EstateTermView,
    errors: refusals,
    success: 201,
  }),
  recordTermStep: operation({
    name: 'deliberation.estate-term.record-step',
    method: 'POST',
    path: '/api/estate-terms/{id}/steps',
    summary: '登记任期中的一步：核查、筹备、公告、选举、备案、变更、例会、届满报告、换届小组、续聘决定、交接等，附日期和文件',
    access: recorders,
    input: z.object({ id: z.uuid(), step: LaterTermStep }),
    output: EstateTermView,
    errors: refusals,
  }),
  addTermFile: operation({
    name: 'deliberation.estate-term.add-file',
    method: 'POST',
    path: '/api/estate-terms/{id}/files',
    summary: '为一个任期存入文件的扫描件（JPEG、PNG 或 PDF，至多 5 MB），加密保存；登记时以编号引用，登记前也可先存',
    access: recorders,
    input: z.object({ id: z.uuid(), fileName: z.string().max(200), file: z.base64() }),
    output: z.object({ id: z.uuid() }),
    errors: ['object.not-found', 'issue.file-unreadable'],
    success: 201,
    upload: true,
  }),
  getTermFile: operation({
    name: 'deliberation.estate-term.file',
    method: 'GET',
    path: '/api/estate-terms/{id}/files/{fileId}',
    summary: '查看任期台账的一件扫描件',
    access: tableReaders,
    input: z.object({ id: z.uuid(), fileId: z.uuid() }),
    output: z.object({ type: z.string(), file: z.string() }),
    errors: ['object.not-found'],
  }),
  listTerms: operation({
    name: 'deliberation.estate-term.list',
    method: 'GET',
    path: '/api/estate-terms',
    summary: '各小区业主组织和物业合同的任期：届满日、下一件要办的事和期限，最急的在前',
    access: tableReaders,
    input: z.object({ estateId: z.uuid().optional(), ended: z.stringbool().default(false).describe('连同已结束的') }),
    output: z.object({ terms: z.array(EstateTermView.omit({ steps: true })) }),
  }),
  getTerm: operation({
    name: 'deliberation.estate-term.get',
    method: 'GET',
    path: '/api/estate-terms/{id}',
    summary: '一个任期：每一步的日期和文件、还要办的事',
    access: tableReaders,
    input: z.object({ id: z.uuid() }),
    output: EstateTermView,
    errors: ['object.not-found'],
  }),
};

const about = { estateId: z.uuid(), communityId: z.uuid(), tableId: z.uuid(), estate: z.string(), termKind: EstateTermKind };
const told = { ...about, state: EstateTermState, recorded: RecordedTermStep, ...countedBy };

export const estateTermEvents = {
  termRegistered: event('deliberation.estate-term.registered.v1', '小区的任期列入台账', z.object(told)),
  termStepRecorded: event(
    'deliberation.estate-term.step-recorded.v1',
    '任期台账登记一步',
    z.object({ ...told, settled: z.array(DeadlineCode).describe('因此办结的期限') }),
  ),
  termClockFired: event(
    'deliberation.estate-term.clock-fired.v1',
    '任期台账的期限将到、已到或超时',
    z.object({
      ...{ ...about, code: DeadlineCode, unitId: z.uuid(), stage: z.number().int(), kind: z.enum(['warning', 'breach', 'after']) },
      ...{ tell: z.array(z.string()), dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
};
