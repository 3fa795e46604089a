import { z } from 'zod';
import { dispatch } from './dispatch.js';
import { DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { Category } from './intake.js';
import { operation, type Operation } from './operation.js';
import type { Access } from './roles.js';
import { supervision } from './supervision.js';

/** How an order stands by its handling limit: past it, past a warning of it, or neither. */
export const LedgerColour = z.enum(['RED', 'YELLOW', 'GREEN']).meta({ id: 'LedgerColour' });

/** What a ledger shows; everything that is given must fit. */
export const LedgerFilter = z
  .object({
    state: WorkOrderState.optional(),
    unitId: z.uuid().optional().describe('主办单位'),
    communityId: z.uuid().optional(),
    area: z.string().max(20).optional().describe('片区，按今日施行的划分'),
    level: Level.optional(),
    category1: z.string().max(40).optional().describe('一级分类'),
    overdue: z.stringbool().optional(),
    problem: z.stringbool().optional().describe('问题工单'),
    unplanned: z.stringbool().optional().describe('还没有措施的'),
    dueBefore: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'LedgerFilter' });
export type LedgerFilter = z.output<typeof LedgerFilter>;

/** One line of the ledger (台账): what is owed next, what is being done, by whom, until when. */
export const LedgerEntry = z
  .object({
    orderId: z.uuid(),
    no: z.string(),
    state: WorkOrderState,
    level: Level,
    category: Category,
    title: z.string(),
    communityId: z.uuid().nullable(),
    leadUnitId: z.uuid(),
    receivedAt: z.string(),
    dueAt: z.string(),
    colour: LedgerColour,
    next: z.object({ code: DeadlineCode.nullable(), dueAt: z.string() }).describe('下一个到期的时限'),
    isProblemOrder: z.boolean(),
    measure: z.string().nullable().describe('措施'),
    personAccountId: z.string().nullable().describe('责任人'),
    plannedAt: z.string().nullable().describe('计划完成时间'),
    photosUnseen: z.number().int().describe('办理各步引用了、但本系统还没有收到的照片'),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const SavedView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter: z.record(z.string(), z.string()),
    isShared: z.boolean(),
    isMine: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

/** What became of each order of a bulk action. */
export const BulkResult = z
  .object({
    id: z.uuid(),
    done: z.boolean(),
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;

const readers: Access = {
  community_worker: 'concerned',
  firm_handler: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  department_handler: 'concerned',
  phone_desk: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const lead: Access = {
  community_worker: 'lead',
  firm_handler: 'lead',
  firm_manager: 'lead',
  department_handler: 'lead',
  section_chief: 'street',
};
/** Views are kept for oneself; only those who see the whole street share theirs. */
const own: Access = Object.fromEntries(Object.keys(readers).map((role) => [role, 'own']));

/** The same step for many orders: each stands by itself, with the rights and refusals of the single one. */
function many<S extends z.ZodRawShape>(of: Operation<z.ZodObject<S>>, verb: string, summary: string) {
  const { id: _, ...rest } = of.input.shape as S & { id: z.ZodType };
  return operation({
    name: `${of.name}-many`,
    method: 'POST',
    path: `/api/work-orders/many/${verb}`,
    summary,
    access: of.access,
    input: z.object({ ids: z.array(z.uuid()).min(1).max(200), ...(rest as Omit<S, 'id'>) }),
    output: z.object({ results: z.array(BulkResult) }),
    timeoutMs: 30_000,
  });
}

const noteMeasure = operation({
  name: 'dispatch.ledger.note',
  method: 'POST',
  path: '/api/work-orders/{id}/measure',
  summary: '台账：措施、责任人、计划完成时间；不改变任何时限',
  access: lead,
  input: z.object({
    id: z.uuid(),
    measure: z.string().trim().min(2, '请写明措施').max(500),
    personAccountId: z.uuid().optional().describe('不填就是本人'),
    plannedAt: z.iso.datetime({ offset: true }),
  }),
  output: LedgerEntry,
  errors: ['object.not-found', 'work-order.not-open', 'due.past', 'work-order.text-private'],
});

export const ledger = {
  listLedger: operation({
    name: 'dispatch.ledger.list',
    method: 'GET',
    path: '/api/ledger',
    summary: '台账：未结工单，下一个到期的在前；单位只见与己有关的',
    access: readers,
    input: LedgerFilter.extend({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().optional().describe('上一页最后一条的 next.dueAt,orderId'),
    }),
    output: z.object({ entries: z.array(LedgerEntry), asOf: z.string() }),
  }),
  exportLedger: operation({
    name: 'dispatch.ledger.export',
    method: 'GET',
    path: '/api/ledger/export',
    summary: '导出台账（.xlsx，最多 5000 件）：每件的措施、责任人、时限；文字就是文字',
    access: readers,
    input: LedgerFilter,
    output: z.object({ fileName: z.string(), file: z.base64(), rows: z.number().int(), isCut: z.boolean() }),
    timeoutMs: 30_000,
    namesPeople: true,
  }),
  noteMeasure,
  listSavedViews: operation({
    name: 'dispatch.saved-view.list',
    method: 'GET',
    path: '/api/ledger/views',
    summary: '自己的和共享的台账视图',
    access: own,
    input: z.object({}),
    output: z.object({ views: z.array(SavedView) }),
  }),
  saveView: operation({
    name: 'dispatch.saved-view.save',
    method: 'PUT',
    path: '/api/ledger/views/{id}',
    summary: '保存台账视图；共享给全街道只限街道人员',
    access: own,
    input: z.object({
      id: z.uuid(),
      name: z.string().trim().min(1).max(40),
      filter: LedgerFilter,
      isShared: z.boolean().default(false),
    }),
    output: SavedView,
    errors: ['object.not-found', 'access.denied'],
  }),
  removeView: operation({
    name: 'dispatch.saved-view.remove',
    method: 'DELETE',
    path: '/api/ledger/views/{id}',
    summary: '删除自己的台账视图',
    access: own,
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
    errors: ['object.not-found'],
  }),
  acceptMany: many(dispatch.accept, 'accept', '批量签收'),
  feedbackMany: many(dispatch.giveFeedback, 'feedback', '批量反馈同一段话'),
  assignMany: many(dispatch.assign, 'assign', '批量指派'),
  urgeMany: many(supervision.urge, 'urge', '批量催办'),
  noteMeasureMany: many(noteMeasure, 'measure', '批量登记措施'),
};

export const ledgerEvents = {
  noted: event(
    'dispatch.ledger.noted.v1',
    '台账登记措施',
    z.object({ demandId: z.uuid(), personAccountId: z.string(), plannedAt: z.string() }),
  ),
  viewSaved: event('dispatch.saved-view.saved.v1', '保存台账视图', z.object({ isShared: z.boolean() })),
  viewRemoved: event('dispatch.saved-view.removed.v1', '删除台账视图', z.object({ removedAt: z.string() })),
};
