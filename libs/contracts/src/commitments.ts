import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import { SeatKind, tableReaders } from './tables.js';

/** A party's promise (承诺事项) after the signing: still to be kept, kept and shown, let off by the street, or not in the resolution that took the place of its own. */
export const commitmentStates = ['OPEN', 'KEPT', 'LET_OFF', 'SUPERSEDED'] as const;
export const CommitmentState = z.enum(commitmentStates).meta({ id: 'CommitmentState' });
export type CommitmentState = z.infer<typeof CommitmentState>;

export const CommitmentView = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    resolutionId: z.uuid(),
    tableId: z.uuid(),
    estateId: z.uuid(),
    no: z.number().int().describe('决议中的序号'),
    title: z.string().describe('议题'),
    seat: SeatKind,
    unitId: z.uuid(),
    text: z.string(),
    evidence: z.string().describe('完成时须提交什么'),
    state: CommitmentState,
    dueAt: z.string(),
    isLate: z.boolean().describe('逾期未完成，或逾期后才完成'),
    taskId: z.uuid().nullable().describe('交办任务；完成时在该任务中提交证明'),
    endedAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Commitment' });
export type CommitmentView = z.infer<typeof CommitmentView>;

export const commitments = {
  getCommitment: operation({
    name: 'deliberation.commitment.get',
    method: 'GET',
    path: '/api/commitments/{id}',
    summary: '一项承诺：谁、做什么、何时完成、提交什么、交办任务',
    access: tableReaders,
    input: z.object({ id: z.uuid() }),
    output: CommitmentView,
    errors: ['object.not-found'],
  }),
  listCommitments: operation({
    name: 'deliberation.commitment.list',
    method: 'GET',
    path: '/api/commitments',
    summary: '各议事桌的承诺事项，先到期的在前；可只看本单位的、某件议题的、未完成的',
    access: tableReaders,
    input: z.object({
      issueId: z.uuid().optional(),
      unitId: z.uuid().optional(),
      state: CommitmentState.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ commitments: z.array(CommitmentView) }),
  }),
};

const about = {
  ...{ issueId: z.uuid(), resolutionId: z.uuid(), tableId: z.uuid(), estateId: z.uuid(), no: z.number().int() },
  ...{ seat: SeatKind, unitId: z.uuid() },
};

export const commitmentEvents = {
  /** For dispatch: a task of this unit, with this due time and this to show for it. */
  made: event(
    'deliberation.commitment.made.v1',
    '签署后的承诺事项',
    z.object({ ...about, title: z.string(), text: z.string(), evidence: z.string(), dueAt: z.string() }),
  ),
  entrusted: event('deliberation.commitment.entrusted.v1', '承诺事项已交办', z.object({ ...about, taskId: z.uuid() })),
  kept: event(
    'deliberation.commitment.kept.v1',
    '承诺事项完成',
    z.object({
      ...about,
      deliveredAt: z.string(),
      isInTime: z.boolean(),
      withdrawsLate: z.boolean().describe('按时完成，但已先记为逾期：该逾期撤销'),
    }),
  ),
  letOff: event('deliberation.commitment.let-off.v1', '街道取消承诺事项的交办', z.object({ ...about, withdrawsLate: z.boolean() })),
  /** The next resolution says the same promise again: it goes on, as one, with its task and its clock. */
  carried: event('deliberation.commitment.carried.v1', '承诺事项写入后一版决议，继续有效', z.object(about)),
  /** For dispatch, which takes its task back. Late it stays, if it was. */
  superseded: event('deliberation.commitment.superseded.v1', '后一版决议不再有的承诺事项', z.object(about)),
  /** For scoring, once a commitment: a point is lost. */
  late: event('deliberation.commitment.late.v1', '承诺事项逾期', z.object({ ...about, reason: z.string(), dueAt: z.string() })),
  clockFired: event(
    'deliberation.commitment.clock-fired.v1',
    '承诺事项的时限到了一个环节',
    z.object({
      ...about,
      code: z.string(),
      stage: z.number().int(),
      kind: z.enum(['warning', 'breach', 'after']),
      tell: z.array(z.string()),
      dueAt: z.string(),
      skippedStages: z.number().int(),
    }),
  ),
};
