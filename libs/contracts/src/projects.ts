import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { PlaceRef } from './intake.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/**
 * States of a project of the people's-livelihood pool (民生项目池): on the problem list, on the task list with a budget, put to the street,
 * approved with an amount and a source (or declined), under way, done and accepted.
 */
export const projectStates = [
  'PROBLEM',
  'TASKED',
  'SUBMITTED',
  'APPROVED',
  'DECLINED',
  'UNDER_WAY',
  'DONE',
  'ACCEPTED',
  'WITHDRAWN',
] as const;
export const ProjectState = z.enum(projectStates).meta({ id: 'ProjectState' });
export type ProjectState = z.infer<typeof ProjectState>;

/** What a project does for residents (六南社区: 宜居 58, 安全 9). */
export const projectTypes = ['LIVEABLE', 'SAFE'] as const;
export const ProjectType = z.enum(projectTypes).meta({ id: 'ProjectType' });
export type ProjectType = z.infer<typeof ProjectType>;

/** Zones of the five-zone linkage (五区联动). */
export const projectZones = ['BUSINESS', 'STREET_BLOCK', 'COMMUNITY', 'CAMPUS', 'INDUSTRIAL_PARK'] as const;
export const ProjectZone = z.enum(projectZones).meta({ id: 'ProjectZone' });
export type ProjectZone = z.infer<typeof ProjectZone>;

/** Where a project comes from. */
export const projectOrigins = ['ORDER', 'CLUSTER', 'ISSUE', 'OFFICE_DAY', 'COURTYARD', 'MONTHLY', 'SEASONAL'] as const;
export const ProjectOrigin = z.enum(projectOrigins).meta({ id: 'ProjectOrigin' });
export type ProjectOrigin = z.infer<typeof ProjectOrigin>;

const text = z.string().trim().min(2).max(1_000);
const Fen = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, '金额是以分为单位的正整数文本，例如 "1234567" 即 ¥12,345.67')
  .describe('以分为单位的十进制文本');

export const ProjectTask = z.object({ what: text, unitId: z.uuid(), dueOn: z.iso.date() }).meta({ id: 'ProjectTask' });
export type ProjectTask = z.infer<typeof ProjectTask>;

/** That a task is done: on which day, shown by which photos, and when its unit said so. */
export const ProjectTaskDone = z
  .object({ on: z.iso.date(), photoIds: z.array(z.uuid()), note: z.string().nullable(), at: z.string() })
  .meta({ id: 'ProjectTaskDone' });
export type ProjectTaskDone = z.infer<typeof ProjectTaskDone>;

export const ProjectTaskView = ProjectTask.extend({
  done: ProjectTaskDone.nullable().describe('责任单位登记的完成情况；空为还没有登记'),
}).meta({ id: 'ProjectTaskView' });
export type ProjectTaskView = z.infer<typeof ProjectTaskView>;

/** What the street gives a project (给路径、给资金、给力量). */
export const ProjectSupport = z
  .object({ path: text.nullable(), money: text.nullable(), people: text.nullable() })
  .meta({ id: 'ProjectSupport' });
export type ProjectSupport = z.infer<typeof ProjectSupport>;

export const ProjectApproval = z
  .object({
    amountFen: z.string(),
    budgetSource: z.string(),
    document: z.string(),
    approvedAt: z.string(),
    programYear: z.number().int().nullable(),
    programNo: z.number().int().nullable().describe('在本年度微民生项目库中的序号；撤回的序号不再给别的项目'),
  })
  .meta({ id: 'ProjectApproval' });
export type ProjectApproval = z.infer<typeof ProjectApproval>;

export const ProjectView = z
  .object({
    id: z.uuid(),
    state: ProjectState,
    title: z.string(),
    problem: z.string(),
    type: ProjectType,
    zone: ProjectZone.nullable(),
    origin: ProjectOrigin,
    originIds: z.array(z.uuid()),
    place: PlaceRef,
    communityId: z.uuid(),
    month: z.string().nullable().describe('“主动治理”每月一项所属的月份'),
    tasks: z.array(ProjectTaskView),
    budgetFen: z.string().nullable(),
    support: ProjectSupport,
    approval: ProjectApproval.nullable(),
    reason: z.string().nullable().describe('不予批复或撤回的原因'),
    beforePhotoIds: z.array(z.uuid()),
    afterPhotoIds: z.array(z.uuid()),
    result: z.string().nullable(),
    acceptedBy: z.array(z.string()).describe('参加验收的居民代表与单位'),
    proposedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Project' });
export type ProjectView = z.infer<typeof ProjectView>;

export const ProgramView = z
  .object({ year: z.number().int(), quota: z.number().int(), taken: z.number().int(), source: z.string() })
  .meta({ id: 'ProjectProgram' });
export type ProgramView = z.infer<typeof ProgramView>;

/** One community's monthly project of active governance (每月主动治理项目). */
export const MonthlySlot = z
  .object({ communityId: z.uuid(), month: z.string(), projectId: z.uuid().nullable(), dueAt: z.string(), isMissed: z.boolean() })
  .meta({ id: 'MonthlySlot' });
export type MonthlySlot = z.infer<typeof MonthlySlot>;

const proposers: Access = { community_worker: 'concerned', section_chief: 'street', street_leader: 'street' };
const street: Access = { section_chief: 'street', street_leader: 'street' };
const doers: Access = {
  community_worker: 'concerned',
  department_handler: 'concerned',
  firm_manager: 'concerned',
  section_chief: 'street',
};
/** Whose units may have a task. */
const taskDoers: Access = { ...doers, rights_unit_rep: 'concerned', owners_body_rep: 'concerned' };
const readers: Access = {
  ...taskDoers,
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const illegal = ['project.illegal-step', 'object.not-found'] as const;
const byId = { id: z.uuid() };

export const projects = {
  proposeProject: operation({
    name: 'deliberation.project.propose',
    method: 'POST',
    path: '/api/projects',
    summary: '把一件或一类问题列入民生项目池的问题清单；注明月份即为社区当月的“主动治理”项目',
    access: proposers,
    input: z.object({
      id: z.uuid(),
      title: z.string().trim().min(2).max(100),
      problem: text,
      type: ProjectType,
      zone: ProjectZone.optional(),
      origin: ProjectOrigin,
      originIds: z.array(z.uuid()).max(200).default([]),
      place: PlaceRef,
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
      beforePhotoIds: z.array(z.uuid()).max(20).default([]),
    }),
    output: ProjectView,
    errors: ['object.not-found', 'project.community-needed', 'project.month-taken', 'project.month-closed', 'issue.text-private'],
    success: 201,
  }),
  taskProject: operation({
    name: 'deliberation.project.task',
    method: 'POST',
    path: '/api/projects/{id}/tasks',
    summary: '转为任务清单：任务、责任单位、期限和预算；写明需要街道给的路径、资金、力量',
    access: proposers,
    input: z.object({ ...byId, tasks: z.array(ProjectTask).min(1).max(50), budgetFen: Fen, support: ProjectSupport }),
    output: ProjectView,
    errors: [...illegal, 'unit.unknown', 'due.past', 'issue.text-private'],
  }),
  submitProject: operation({
    name: 'deliberation.project.submit',
    method: 'POST',
    path: '/api/projects/{id}/submit',
    summary: '报街道诉求处置中心批复',
    access: proposers,
    input: z.object(byId),
    output: ProjectView,
    errors: [...illegal],
  }),
  approveProject: operation({
    name: 'deliberation.project.approve',
    method: 'POST',
    path: '/api/projects/{id}/approve',
    summary: '街道批复：金额、资金来源（机动经费等）、文号；可列入当年微民生项目库，名额满了不再列入',
    access: { street_leader: 'street' },
    input: z.object({
      ...byId,
      amountFen: Fen,
      budgetSource: z.string().trim().min(2).max(100),
      document: z.string().trim().min(2).max(100),
      programYear: z.number().int().min(2022).max(2100).optional(),
    }),
    output: ProjectView,
    errors: [...illegal, 'project.program-full', 'project.over-budget'],
  }),
  declineProject: operation({
    name: 'deliberation.project.decline',
    method: 'POST',
    path: '/api/projects/{id}/decline',
    summary: '街道不予批复，说明原因',
    access: { street_leader: 'street' },
    input: z.object({ ...byId, reason: text }),
    output: ProjectView,
    errors: [...illegal, 'issue.text-private'],
  }),
  beginProject: operation({
    name: 'deliberation.project.begin',
    method: 'POST',
    path: '/api/projects/{id}/begin',
    summary: '开工；任务交各责任单位办理',
    access: proposers,
    input: z.object(byId),
    output: ProjectView,
    errors: [...illegal],
  }),
  finishTask: operation({
    name: 'deliberation.project.finish-task',
    method: 'POST',
    path: '/api/projects/{id}/tasks/{no}/finish',
    summary: '责任单位逐项登记任务完成：哪一天完成，附照片；同一天到期的任务都完成后，该日的时限停止',
    access: taskDoers,
    input: z.object({
      ...byId,
      no: z.coerce.number().int().min(1).max(50).describe('任务清单中的第几项'),
      doneOn: z.iso.date().describe('完成的日期，不晚于今天'),
      photoIds: z.array(z.uuid()).min(1).max(20).describe('为这个项目存入的照片'),
      note: text.optional(),
    }),
    output: ProjectView,
    errors: [
      ...illegal,
      'project.task-unknown',
      'project.task-not-yours',
      'project.task-done',
      'project.photo-unknown',
      'time.future',
      'issue.text-private',
    ],
  }),
  finishProject: operation({
    name: 'deliberation.project.finish',
    method: 'POST',
    path: '/api/projects/{id}/finish',
    summary: '完工：说明结果，附改造后照片',
    access: doers,
    input: z.object({ ...byId, result: text, afterPhotoIds: z.array(z.uuid()).min(1).max(20) }),
    output: ProjectView,
    errors: [...illegal, 'issue.text-private'],
  }),
  acceptProject: operation({
    name: 'deliberation.project.accept',
    method: 'POST',
    path: '/api/projects/{id}/accept',
    summary: '居民代表参加的验收',
    access: proposers,
    input: z.object({ ...byId, by: z.array(z.string().trim().min(2).max(60)).min(1).max(20).describe('职务或身份，不写姓名电话') }),
    output: ProjectView,
    errors: [...illegal, 'issue.text-private'],
  }),
  addPhoto: operation({
    name: 'deliberation.project.add-photo',
    method: 'POST',
    path: '/api/projects/{id}/photos',
    summary:
      '为一个项目存入改造前、任务完成时或改造后的照片（JPEG 或 PNG，至多 5 MB），加密保存；列入项目、登记任务完成和报完工时以编号引用，列入前也可先存',
    access: { ...taskDoers, street_leader: 'street' },
    input: z.object({ ...byId, fileName: z.string().max(200), file: z.base64() }),
    output: z.object({ id: z.uuid() }),
    errors: ['object.not-found', 'issue.file-unreadable'],
    success: 201,
    upload: true,
  }),
  getPhoto: operation({
    name: 'deliberation.project.photo',
    method: 'GET',
    path: '/api/projects/{id}/photos/{photoId}',
    summary: '查看项目的一张照片',
    access: readers,
    input: z.object({ ...byId, photoId: z.uuid() }),
    output: z.object({ type: z.string(), file: z.string() }),
    errors: ['object.not-found'],
  }),
  withdrawProject: operation({
    name: 'deliberation.project.withdraw',
    method: 'POST',
    path: '/api/projects/{id}/withdraw',
    summary: '撤回，说明原因；当月“主动治理”项目须另定，微民生项目库的名额退还',
    access: proposers,
    input: z.object({ ...byId, reason: text }),
    output: ProjectView,
    errors: [...illegal, 'issue.text-private', 'project.spoken-for'],
  }),
  getProject: operation({
    name: 'deliberation.project.get',
    method: 'GET',
    path: '/api/projects/{id}',
    summary: '一个项目',
    access: readers,
    input: z.object(byId),
    output: ProjectView,
    errors: ['object.not-found'],
  }),
  listProjects: operation({
    name: 'deliberation.project.list',
    method: 'GET',
    path: '/api/projects',
    summary: '项目池看板：按状态、社区、类型，新的在前',
    access: readers,
    input: z.object({
      state: ProjectState.optional(),
      communityId: z.uuid().optional(),
      type: ProjectType.optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      projects: z.array(ProjectView),
      counts: z.array(z.object({ state: ProjectState, type: ProjectType, projects: z.number().int() })),
    }),
  }),
  getProgram: operation({
    name: 'deliberation.project-program.get',
    method: 'GET',
    path: '/api/project-programs/{year}',
    summary: '某年微民生项目库：名额与已列入的项目数',
    access: readers,
    input: z.object({ year: z.coerce.number().int().min(2022).max(2100) }),
    output: ProgramView,
  }),
  listMonthlySlots: operation({
    name: 'deliberation.monthly-slot.list',
    method: 'GET',
    path: '/api/monthly-projects',
    summary: '各社区某月“主动治理”项目是否已定',
    access: { ...street, community_worker: 'concerned', inspector: 'street', administrator: 'street' },
    input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: z.object({ slots: z.array(MonthlySlot) }),
  }),
};

const told = { communityId: z.uuid(), title: z.string() };
export const projectEvents = {
  projectProposed: event(
    'deliberation.project.proposed.v1',
    '项目列入问题清单',
    z.object({ ...told, origin: ProjectOrigin, originIds: z.array(z.uuid()), month: z.string().nullable() }),
  ),
  projectTasked: event(
    'deliberation.project.tasked.v1',
    '项目转为任务清单',
    z.object({ ...told, budgetFen: z.string(), unitIds: z.array(z.uuid()) }),
  ),
  projectSubmitted: event('deliberation.project.submitted.v1', '项目报街道批复', z.object({ ...told, budgetFen: z.string() })),
  projectApproved: event('deliberation.project.approved.v1', '街道批复项目', ProjectApproval.extend(told)),
  projectDeclined: event('deliberation.project.declined.v1', '街道不予批复项目', z.object(told)),
  projectBegun: event(
    'deliberation.project.begun.v1',
    '项目开工，任务交责任单位',
    z.object({ ...told, tasks: z.array(ProjectTask), begunAt: z.string() }),
  ),
  /** A project waits for the street, or a task of it is due. */
  projectClockFired: event(
    'deliberation.project.clock-fired.v1',
    '项目待批复或任务到期的提醒或超时',
    z.object({
      ...{ ...told, code: DeadlineCode, unitIds: z.array(z.uuid()), tasks: z.array(z.string()).describe('到期的任务') },
      ...{ stage: z.number().int(), kind: z.enum(['warning', 'breach', 'after']), tell: z.array(z.string()) },
      ...{ dueAt: z.string(), skippedStages: z.number().int() },
    }),
  ),
  projectTaskFinished: event(
    'deliberation.project.task-finished.v1',
    '责任单位登记项目的一项任务完成',
    z.object({
      ...{ ...told, no: z.number().int(), what: z.string(), unitId: z.uuid(), doneOn: z.iso.date(), photoIds: z.array(z.uuid()) },
      ...{ open: z.number().int().describe('还没有完成的任务'), endsDay: z.boolean().describe('这一天到期的任务都已完成，时限停止') },
    }),
  ),
  projectFinished: event('deliberation.project.finished.v1', '项目完工', z.object(told)),
  projectAccepted: event('deliberation.project.accepted.v1', '项目通过验收', z.object(told)),
  projectWithdrawn: event('deliberation.project.withdrawn.v1', '项目撤回', z.object(told)),
  programSlotTaken: event(
    'deliberation.project-program.slot-taken.v1',
    '微民生项目库列入一项',
    z.object({ year: z.number(), taken: z.number(), no: z.number().optional().describe('序号；早先的事件没有') }),
  ),
  programSlotReleased: event(
    'deliberation.project-program.slot-released.v1',
    '列入的项目撤回，名额退还',
    z.object({ year: z.number(), taken: z.number(), projectId: z.uuid() }),
  ),
  slotOpened: event(
    'deliberation.monthly-slot.opened.v1',
    '社区当月“主动治理”项目待定',
    z.object({ communityId: z.uuid(), month: z.string(), dueAt: z.string() }),
  ),
  slotFilled: event(
    'deliberation.monthly-slot.filled.v1',
    '社区当月“主动治理”项目已定',
    z.object({ communityId: z.uuid(), month: z.string(), projectId: z.uuid() }),
  ),
  slotReleased: event(
    'deliberation.monthly-slot.released.v1',
    '社区当月“主动治理”项目撤回，须另定一项',
    z.object({ communityId: z.uuid(), month: z.string(), projectId: z.uuid(), dueAt: z.string() }),
  ),
  slotClockFired: event(
    'deliberation.monthly-slot.clock-fired.v1',
    '社区当月还没有“主动治理”项目',
    z.object({
      communityId: z.uuid(),
      month: z.string(),
      stage: z.number(),
      kind: z.string(),
      tell: z.array(z.string()),
      dueAt: z.string(),
    }),
  ),
};
