import { z } from 'zod';
import { WorkOrderView } from './dispatch.js';
import { event } from './event.js';
import { issueOutcomes } from './issues.js';
import { operation } from './operation.js';
import { countedBy } from './time-limits.js';

const publicText = z.string().trim().min(5, '请写给诉求人看的话，至少 5 个字').max(2000);

export const deliberating = {
  deliberateOrder: operation({
    name: 'dispatch.work-order.deliberate',
    method: 'POST',
    path: '/api/work-orders/{id}/deliberation',
    summary: '提请五方共议：科长或社区把单个单位解决不了的工单提到小区议事桌；原办理时限照常显示，按时限报告进展',
    access: { community_worker: 'concerned', section_chief: 'street' },
    input: z.object({
      id: z.uuid(),
      problem: z.string().trim().min(10, '请写清问题，至少 10 个字').max(2000),
      publicText,
    }),
    output: WorkOrderView,
    errors: [
      'object.not-found',
      'work-order.illegal-step',
      'work-order.text-needed',
      'work-order.text-private',
      'work-order.estate-needed',
      'work-order.in-dispute',
      'work-order.urgent-first',
    ],
  }),
};

const about = { demandId: z.uuid(), no: z.string(), leadUnitId: z.uuid() };

export const deliberatingEvents = {
  deliberationAsked: event(
    'dispatch.work-order.deliberation-asked.v1',
    '提请五方共议',
    z.object({
      ...about,
      estateId: z.uuid(),
      buildingId: z.uuid().nullable(),
      title: z.string(),
      problem: z.string(),
      publicText: z.string(),
      dueAt: z.string(),
      askedAt: z.string(),
      ...countedBy,
    }),
  ),
  deliberationEnded: event(
    'dispatch.work-order.deliberation-ended.v1',
    '五方共议结束，继续办理',
    z.object({
      ...about,
      issueId: z.uuid(),
      outcome: z.enum(issueOutcomes),
      endedAt: z.string(),
      limitMetAt: z.string().optional().describe('就此在时限之内'),
    }),
  ),
  /** What the table had given back rests on a decision that counts for nothing any more; the order stays where it is. */
  decisionAnnulled: event(
    'dispatch.work-order.decision-annulled.v1',
    '所依据的业主决定被撤销',
    z.object({ ...about, voteId: z.uuid(), title: z.string(), annulledAt: z.string() }),
  ),
};
