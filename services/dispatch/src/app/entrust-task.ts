import { supervisionEvents, type TaskSource } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules } from '@wufang/service';
import { assignedTasks } from '../db/assigned-tasks.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { AssignedTaskRow } from '../db/supervision.schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { taskSteps } from '../domain/clock-steps.js';
import { futureOf } from '../domain/future.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder } from './save-order.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

interface Entrusted {
  source: TaskSource;
  sourceId: string;
  orderId: string | null;
  unitId: string;
  text: string;
  dueAt?: string | undefined;
  /** The account that decided it; null where the system did. */
  entrustedBy: string | null;
}

/**
 * A meeting, or what a party has signed, gives a unit something to do (交办任务): with a due time of its own or the table's, watched by its own clock. The order it
 * is about, if it is about one, is the unit's to read from then on.
 */
export async function entrustTask(tx: DispatchTx, input: Entrusted, rules: ClockRules): Promise<AssignedTaskRow> {
  refusePrivate(input.text);
  const id = tx.newId();
  const entrustedAt = tx.now.toISOString();
  const ownDueAt = input.dueAt === undefined ? null : futureOf(input.dueAt, tx.now, '完成时限').toISOString();
  const [clock] = takeClockSteps(tx, rules, id, taskSteps({ fact: 'asked', at: entrustedAt, ownDueAt }));
  const { source, sourceId, orderId, unitId, text, entrustedBy } = input;
  if (orderId !== null) await showOrder(tx, orderId, { taskId: id, source, unitId });
  return tx.create(
    assignedTasks,
    {
      ...{ id, source, sourceId, orderId, unitId, text, state: 'ENTRUSTED' as const, entrustedAt: tx.now, dueAt: clock!.dueAt },
      ...{ evidence: null, photoIds: [], endedAt: null, entrustedBy },
    },
    [
      fact(supervisionEvents.taskEntrusted, {
        ...{ source, sourceId, orderId, unitId, entrustedAt, dueAt: clock!.dueAt.toISOString(), hasOwnDue: ownDueAt !== null },
        ...countedBy(rules),
      }),
    ],
  );
}

/** Who has to do something about an order sees it, and its log says what for. */
async function showOrder(tx: DispatchTx, orderId: string, task: { taskId: string; source: TaskSource; unitId: string }): Promise<void> {
  const order = await tx.lock(workOrders, orderId);
  if (!order) throw new DomainError('object.not-found', {});
  const concernedUnitIds = [...new Set([...order.concernedUnitIds, task.unitId])];
  tx.save(workOrders, { ...order, concernedUnitIds }, [
    fact(supervisionEvents.orderTaskEntrusted, { ...aboutOrder(order), ...task, entrustedAt: tx.now.toISOString() }),
  ]);
}
