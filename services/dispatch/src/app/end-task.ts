import { labels, supervisionEvents, type AssignedTaskView, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { assignedTasks, taskOfCommitment } from '../db/assigned-tasks.store.js';
import { taskView } from '../db/assigned-tasks.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { AssignedTaskRow } from '../db/supervision.schema.js';
import { orderBeside, workOrders } from '../db/work-orders.store.js';
import { taskSteps } from '../domain/clock-steps.js';
import { evidenceOf, refusePrivate } from '../domain/public-text.js';
import { nextOfTask } from '../domain/task-states.js';
import { namePhotos } from './name-photos.js';
import { takeClockSteps } from './take-clock-steps.js';

/** The unit has done its task, and shows it. */
export async function deliverTask(
  tx: DispatchTx,
  input: { id: string; evidence: string; photoIds: string[] },
  ctx: Ctx,
): Promise<AssignedTaskView> {
  const task = await lockTask(tx, input.id, ctx);
  const state = nextOfTask(task.state, 'deliver');
  refusePrivate(input.evidence);
  const evidence = evidenceOf(input.evidence, input.photoIds);
  const photographed = task.orderId === null || input.photoIds.length === 0 ? undefined : await tx.lock(workOrders, task.orderId);
  if (photographed) await namePhotos(tx, photographed, input.photoIds);
  takeClockSteps(tx, null, task.id, taskSteps({ fact: 'ended' }));
  const order = task.orderId === null ? undefined : (photographed ?? (await tx.load(orderBeside, task.orderId)));
  const saved = tx.save(assignedTasks, { ...task, state, evidence, photoIds: input.photoIds, endedAt: tx.now }, [
    fact(supervisionEvents.taskDelivered, {
      ...{ unitId: task.unitId, deliveredAt: tx.now.toISOString(), isInTime: tx.now <= task.dueAt },
      ...(task.entrustedBy !== null && { entrustedBy: task.entrustedBy }),
      ...(task.orderId !== null && { orderId: task.orderId, leadUnitId: order?.leadUnitId }),
    }),
  ]);
  return taskView(saved, tx.now);
}

/** The street takes a task back, and says why. */
export async function dropTask(tx: DispatchTx, input: { id: string; reason: string }, ctx: Ctx): Promise<AssignedTaskView> {
  const task = await lockTask(tx, input.id, ctx);
  refusePrivate(input.reason);
  return taskView(dropped(tx, task, input.reason), tx.now);
}

/** A promise has ended with its resolution: its task is taken back, unless it is over already. */
export async function dropTaskOf(tx: DispatchTx, commitmentId: string, reason: string): Promise<void> {
  const id = tx.recall<string>(placeOfTask(commitmentId)) ?? (await tx.load(taskOfCommitment, commitmentId));
  const task = id === undefined ? undefined : await tx.lock(assignedTasks, id);
  if (task?.state === 'ENTRUSTED') dropped(tx, task, reason);
}

/** Where a task made in this same transaction is found. */
export const placeOfTask = (commitmentId: string) => `task of commitment ${commitmentId}`;

function dropped(tx: DispatchTx, task: AssignedTaskRow, reason: string): AssignedTaskRow {
  const state = nextOfTask(task.state, 'drop');
  takeClockSteps(tx, null, task.id, taskSteps({ fact: 'ended' }));
  return tx.save(assignedTasks, { ...task, state, evidence: `${labels.taskState.DROPPED}：${reason}`, endedAt: tx.now }, [
    fact(supervisionEvents.taskDropped, { unitId: task.unitId, droppedAt: tx.now.toISOString() }),
  ]);
}

async function lockTask(tx: DispatchTx, id: string, ctx: Ctx): Promise<AssignedTaskRow> {
  const task = await tx.lock(assignedTasks, id);
  if (!task || (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(task.unitId))) throw new DomainError('object.not-found', {});
  return task;
}
