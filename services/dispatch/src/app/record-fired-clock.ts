import { dispatchEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { handlingCodes } from '../domain/duties.js';

/**
 * A clock has reached a stage: who is to be told is a fact, whether or not anybody has accepted the order. At the end of the handling limit the
 * callback is due (条例第二十三条); the state of the order stays.
 */
export function recordFiredClock(tx: DispatchTx, order: WorkOrderRow, clock: DeadlineRow, fired: FiredStage): void {
  const dueAt = clock.dueAt.toISOString();
  // After an outage a later stage may speak for the breach that it passed over.
  const isDue =
    handlingCodes.includes(clock.code) && clock.stages.slice(clock.stage, fired.stage + 1).some(({ kind }) => kind === 'breach');
  tx.save(workOrders, order, [
    fact(dispatchEvents.clockFired, {
      orderId: order.id,
      code: clock.code,
      stage: fired.stage,
      kind: fired.kind,
      tell: fired.tell,
      dueAt,
      skippedStages: fired.skipped,
      leadUnitId: order.leadUnitId,
      no: order.no,
    }),
    ...(isDue ? [fact(dispatchEvents.dueReached, { demandId: order.demandId, leadUnitId: order.leadUnitId, dueAt })] : []),
  ]);
}

/** A provisional clock was counted anew with the calendar that has come since; the order's own due time goes with it. */
export function recordRecountedClock(
  tx: DispatchTx,
  order: WorkOrderRow,
  clock: DeadlineRow,
  newDueAt: Date,
  calendarVersion: number,
): void {
  const isOrdersDue = clock.dueAt.getTime() === order.dueAt.getTime() && (handlingCodes.includes(clock.code) || clock.code === 'REWORK');
  tx.save(workOrders, { ...order, dueAt: isOrdersDue ? newDueAt : order.dueAt }, [
    fact(dispatchEvents.clockRecounted, {
      code: clock.code,
      oldDueAt: clock.dueAt.toISOString(),
      newDueAt: newDueAt.toISOString(),
      calendarVersion,
    }),
  ]);
}
