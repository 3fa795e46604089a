import { z } from 'zod';
import { DeadlineCode, Level, WorkOrderState } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';
import { countedBy } from './time-limits.js';

/** Why a unit says that an order is not its own (派单异议). */
export const disputeReasons = ['NOT_OUR_DUTY', 'WRONG_PLACE', 'OTHER_UNIT_IN_CHARGE', 'BEYOND_POWERS', 'DUPLICATE', 'OTHER'] as const;
export const DisputeReason = z.enum(disputeReasons).meta({ id: 'DisputeReason' });
export type DisputeReason = z.infer<typeof DisputeReason>;

/** How often the unit that leads an order may have its objections to it rejected before it may raise no more (P, 条例第十二条). */
export const rejectedObjections = [{ from: '2020-01-01', value: 2, unit: 'objections', source: 'P, L1-12-3' }] as const;

export const disputeStates = ['OPEN', 'UPHELD', 'REJECTED'] as const;
export const DisputeState = z.enum(disputeStates).meta({ id: 'DisputeState' });
export type DisputeState = z.infer<typeof DisputeState>;

export const DisputeView = z
  .object({
    id: z.uuid(),
    orderId: z.uuid(),
    no: z.string(),
    level: Level,
    state: DisputeState,
    leadUnitId: z.uuid().describe('提出异议的单位'),
    ruleIds: z.array(z.string()).describe('当时派单所依据的规则'),
    directoryVersion: z.number().int(),
    reason: DisputeReason,
    text: z.string(),
    photoIds: z.array(z.uuid()),
    isBeside: z.boolean().describe('紧急工单先办后议：工单不停办，异议另行审核'),
    raisedAt: z.string(),
    dueAt: z.string().describe('应当审核完毕的时间'),
    decidedAt: z.string().nullable(),
    toUnitId: z.uuid().nullable().describe('审核后的主办单位'),
    decisionText: z.string().nullable(),
  })
  .meta({ id: 'Dispute' });
export type DisputeView = z.infer<typeof DisputeView>;

const arbiters: Access = { phone_desk: 'street', section_chief: 'street', street_leader: 'street' };
const onOrder = { id: z.uuid() };
const onDispute = { ...onOrder, disputeId: z.uuid() };
const words = z.string().trim().min(5, '请写明理由，至少 5 个字').max(1000);

export const disputes = {
  raiseDispute: operation({
    name: 'dispatch.dispute.raise',
    method: 'POST',
    path: '/api/work-orders/{id}/disputes',
    summary: '主办单位对派单提出异议；紧急工单先办后议',
    access: {
      community_worker: 'lead',
      firm_handler: 'lead',
      firm_manager: 'lead',
      department_handler: 'lead',
      section_chief: 'lead',
    },
    input: z.object({
      ...onOrder,
      reason: DisputeReason.exclude(['DUPLICATE']),
      text: words,
      photoIds: z.array(z.uuid()).max(9).default([]),
    }),
    output: DisputeView,
    errors: [
      'object.not-found',
      'work-order.illegal-step',
      'work-order.text-private',
      'image.elsewhere',
      'dispute.window-lost',
      'dispute.already-open',
      'dispute.same-grounds',
      'dispute.often-rejected',
      'hand-up.no-refusal',
    ],
    success: 201,
  }),
  upholdDispute: operation({
    name: 'dispatch.dispute.uphold',
    method: 'POST',
    path: '/api/work-orders/{id}/disputes/{disputeId}/uphold',
    summary: '支持异议：改派给新的主办单位，单位的时钟重新开始，诉求人的时钟不变',
    access: arbiters,
    input: z.object({
      ...onDispute,
      leadUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()).max(10).optional().describe('缺省沿用原协办单位'),
      text: words,
    }),
    output: DisputeView,
    errors: [
      'object.not-found',
      'dispute.already-decided',
      'dispute.own-unit',
      'dispute.same-unit',
      'unit.unknown',
      'work-order.community-not-lead',
      'work-order.complained-about',
      'work-order.own-complaint',
      'work-order.text-private',
    ],
  }),
  rejectDispute: operation({
    name: 'dispatch.dispute.reject',
    method: 'POST',
    path: '/api/work-orders/{id}/disputes/{disputeId}/reject',
    summary: '驳回异议：主办单位不变，已用去的时间不退',
    access: arbiters,
    input: z.object({ ...onDispute, text: words }),
    output: DisputeView,
    errors: [
      'object.not-found',
      'dispute.already-decided',
      'dispute.own-unit',
      'work-order.complained-about',
      'work-order.own-complaint',
      'work-order.text-private',
    ],
  }),
  listDisputes: operation({
    name: 'dispatch.dispute.list',
    method: 'GET',
    path: '/api/disputes',
    summary: '派单异议，先到审核期限的在前；单位只见自己提出的',
    access: {
      community_worker: 'lead',
      firm_handler: 'lead',
      firm_manager: 'lead',
      department_handler: 'lead',
      phone_desk: 'street',
      section_chief: 'street',
      street_leader: 'street',
      inspector: 'street',
      administrator: 'street',
    },
    input: z.object({
      state: DisputeState.default('OPEN'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().optional().describe('上一页最后一条的 dueAt,id'),
    }),
    output: z.object({ disputes: z.array(DisputeView.extend({ isOverdue: z.boolean() })) }),
  }),
};

const dispute = { disputeId: z.uuid(), demandId: z.uuid(), no: z.string() };
const ruled = { ruleIds: z.array(z.string()), directoryVersion: z.number().int(), reason: DisputeReason };

/** Facts of the work order the dispute is about. */
export const disputeEvents = {
  disputeRaised: event(
    'dispatch.dispute.raised.v1',
    '提出派单异议',
    z.object({
      ...dispute,
      ...ruled,
      leadUnitId: z.uuid(),
      level: Level,
      isBeside: z.boolean(),
      raisedAt: z.string(),
      dueAt: z.string(),
      ...countedBy,
    }),
  ),
  disputeUpheld: event(
    'dispatch.dispute.upheld.v1',
    '派单异议成立，改派',
    z.object({
      ...dispute,
      ...ruled,
      fromUnitId: z.uuid(),
      toUnitId: z.uuid(),
      coUnitIds: z.array(z.uuid()),
      movesOrder: z.boolean().describe('否：工单不重新派出；已办结的只记明应由谁办'),
      isAtRest: z.literal(true).optional().describe('工单挂账或在共议：状态不变，就此由新的单位主办'),
      raisedAt: z.string(),
      upheldAt: z.string(),
      dueAt: z.string().describe('工单现在的办理时限'),
      isProblemOrder: z.literal(true).optional().describe('就此成为问题工单：几经转手，尚无单位签收'),
      limit: DeadlineCode.optional().describe('重办的，按哪一项时限计；不写的为重办时限'),
      ...countedBy,
    }),
  ),
  disputeRejected: event(
    'dispatch.dispute.rejected.v1',
    '派单异议不成立',
    z.object({ ...dispute, ...ruled, leadUnitId: z.uuid(), state: WorkOrderState, raisedAt: z.string(), rejectedAt: z.string() }),
  ),
};
