import { supervisionEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import { assignedTasks } from '../db/assigned-tasks.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { AssignedTaskRow } from '../db/supervision.schema.js';
import { orderBeside } from '../db/work-orders.store.js';

/**
 * The clock of an assigned task has come to a stage: the unit is reminded, at the breach the section chief and the leader are told. What a party has signed
 * at its table has a clock there, with the same due time, that tells them; nobody is reminded twice of one duty. About an emergency's order it does not wait for the morning.
 */
export async function recordFiredTask(tx: DispatchTx, task: AssignedTaskRow, clock: DeadlineRow, fired: FiredStage): Promise<void> {
  const order = task.orderId === null ? undefined : await tx.load(orderBeside, task.orderId);
  tx.save(assignedTasks, task, [
    fact(supervisionEvents.taskClockFired, {
      ...{
        unitId: task.unitId,
        code: clock.code,
        stage: fired.stage,
        kind: fired.kind,
        tell: task.source === 'COMMITMENT' ? [] : fired.tell,
      },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, level: order?.level },
    }),
  ]);
}
