import { commitmentEvents, type Envelope, type PayloadOf, type supervisionEvents } from '@wufang/contracts';
import { formatBeijing } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import { commitmentOfTask, commitments } from '../db/commitments.store.js';
import type { CommitmentRow } from '../db/commitments.schema.js';
import type { DeliberationTx } from '../db/schema.js';
import { aboutCommitment } from './make-commitments.js';

/** Dispatch has made a task of a promise. */
export async function noteTask(
  tx: DeliberationTx,
  { aggregateId: taskId, payload: { source, sourceId } }: Envelope<PayloadOf<typeof supervisionEvents.taskEntrusted>>,
): Promise<void> {
  if (source !== 'COMMITMENT') return;
  const row = await tx.lock(commitments, sourceId);
  if (!row || row.taskId !== null) return;
  // A later resolution may have dropped the promise before its task was heard of: dispatch is told again, and takes the task back.
  const isDropped = row.state === 'SUPERSEDED';
  tx.save(commitments, { ...row, taskId }, [
    fact(commitmentEvents.entrusted, { ...aboutCommitment(row), taskId }),
    ...(isDropped ? [fact(commitmentEvents.superseded, aboutCommitment(row))] : []),
  ]);
  tx.remember(`commitment of task ${taskId}`, row.id);
}

/**
 * The task of a promise has ended: delivered with its evidence, or dropped by the street (null). When it was delivered decides about late, not when
 * this was heard: a promise kept in time whose clock fired before the news came is late no more.
 */
export async function endCommitment(tx: DeliberationTx, taskId: string, deliveredAt: Date | null): Promise<void> {
  const id = tx.recall<string>(`commitment of task ${taskId}`) ?? (await tx.load(commitmentOfTask, taskId));
  const row = id === undefined ? undefined : await tx.lock(commitments, id);
  if (row?.state !== 'OPEN') return;
  tx.stop(row.id, ['COMMITMENT_DUE']);
  const about = aboutCommitment(row);
  const endedAt = deliveredAt ?? tx.now;
  const isInTime = endedAt <= row.dueAt;
  const withdrawsLate = isInTime && row.lateAt !== null;
  const lateAt = isInTime ? null : (row.lateAt ?? (deliveredAt && row.dueAt));
  const isNewlyLate = lateAt !== null && row.lateAt === null;
  tx.save(commitments, { ...row, state: deliveredAt ? ('KEPT' as const) : ('LET_OFF' as const), lateAt, endedAt }, [
    ...(isNewlyLate ? [lateFact(row)] : []),
    deliveredAt
      ? fact(commitmentEvents.kept, { ...about, deliveredAt: deliveredAt.toISOString(), isInTime, withdrawsLate })
      : fact(commitmentEvents.letOff, { ...about, withdrawsLate }),
  ]);
}

/** The clock of a promise has come to a stage: its party is reminded; at the breach it is late, once, and street, leader and secretary hear of it. */
export function recordFiredCommitment(tx: DeliberationTx, row: CommitmentRow, { code, dueAt }: DeadlineRow, fired: FiredStage): void {
  if (row.state !== 'OPEN') return;
  const { stage, kind, tell, skipped } = fired;
  const isNewlyLate = kind === 'breach' && row.lateAt === null;
  tx.save(commitments, isNewlyLate ? { ...row, lateAt: row.dueAt } : row, [
    fact(commitmentEvents.clockFired, {
      ...{ ...aboutCommitment(row), code, stage, kind, tell, dueAt: dueAt.toISOString(), skippedStages: skipped },
    }),
    ...(isNewlyLate ? [lateFact(row)] : []),
  ]);
}

function lateFact(row: CommitmentRow) {
  const reason = `承诺事项第 ${row.no} 项应于 ${formatBeijing(row.dueAt)} 前完成，逾期`;
  return fact(commitmentEvents.late, { ...aboutCommitment(row), reason, dueAt: row.dueAt.toISOString() });
}
