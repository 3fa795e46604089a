import { dispatchEvents, supervisionEvents, watchingEvents, whistleEvents, type DeadlineCode } from '@wufang/contracts';
import { fact, type DeadlineRow } from '@wufang/service';
import { assignedTasks } from '../db/assigned-tasks.store.js';
import { disputeById, disputeRows } from '../db/disputes.store.js';
import type { DispatchTx, FiringOrder } from '../db/schema.js';
import type { AssignedTaskRow, SummonsRow, SupervisionRow, WhistleRow } from '../db/supervision.schema.js';
import { supervisions } from '../db/supervisions.store.js';
import { sweepChecks } from '../db/sweeps.store.js';
import type { SweepCheckRow, WatchCheckRow } from '../db/watching.schema.js';
import { watchChecks } from '../db/watching.store.js';
import { summonses, whistles } from '../db/whistles.store.js';
import { workOrders } from '../db/work-orders.store.js';
import { respondCode } from '../domain/clock-steps.js';
import { escalationCodes, isOrdersLimit } from '../domain/duties.js';
import { openEscalation } from '../domain/escalation.js';
import { changeLast } from '../domain/more-time.js';
import { openFrom } from '../domain/watching.js';
import { followLead } from './follow-lead.js';

/*
 * A provisional clock, which rested on a year without calendar, was counted anew with the calendar that has come since (domain rules 3.9). What each
 * subject keeps of the due time goes with it, by a fact of the subject. A due time that somebody set is none of these.
 */

/** An order's clock: its own due time, that of its objection or of what it asks of the next higher level, and the clocks of its co-units go with it. */
export async function recordRecountedClock(
  tx: DispatchTx,
  { id }: FiringOrder,
  clock: DeadlineRow,
  newDueAt: Date,
  calendarVersion: number,
) {
  const order = (await tx.lock(workOrders, id))!;
  const isOrdersDue = clock.dueAt.getTime() === order.dueAt.getTime() && isOrdersLimit(clock.code);
  const facts = [fact(dispatchEvents.clockRecounted, told(clock, newDueAt, calendarVersion))];
  if (clock.code === 'DISPUTE_DECIDE' && order.openDisputeId !== null) {
    const dispute = await tx.load(disputeById, order.openDisputeId);
    if (dispute) tx.put(disputeRows, { ...dispute, dueAt: newDueAt });
  }
  await followLead(tx, order, order, facts);
  const isAskedsDue = (escalationCodes as readonly string[]).includes(clock.code) && openEscalation(order) !== undefined;
  const escalations = isAskedsDue ? changeLast(order.escalations, { dueAt: newDueAt.toISOString() }) : order.escalations;
  tx.save(workOrders, { ...order, escalations, dueAt: isOrdersDue ? newDueAt : order.dueAt }, facts);
}

export function recordRecountedWhistle(
  tx: DispatchTx,
  whistle: WhistleRow,
  clock: DeadlineRow,
  newDueAt: Date,
  calendarVersion: number,
): void {
  tx.save(whistles, { ...whistle, answerDueAt: newDueAt }, [
    fact(whistleEvents.whistleClockRecounted, { orderId: whistle.orderId, ...told(clock, newDueAt, calendarVersion) }),
  ]);
}

export function recordRecountedSummons(
  tx: DispatchTx,
  summons: SummonsRow,
  clock: DeadlineRow,
  newDueAt: Date,
  calendarVersion: number,
): void {
  const { whistleId, unitId } = summons;
  const respondDueAt = clock.code === respondCode(summons.level) ? newDueAt : summons.respondDueAt;
  const resultDueAt = clock.code === 'WHISTLE_RESULT' ? newDueAt : summons.resultDueAt;
  tx.save(summonses, { ...summons, respondDueAt, resultDueAt }, [
    fact(whistleEvents.summonsClockRecounted, { whistleId, unitId, ...told(clock, newDueAt, calendarVersion) }),
  ]);
}

export function recordRecountedTask(tx: DispatchTx, task: AssignedTaskRow, clock: DeadlineRow, dueAt: Date, calendarVersion: number): void {
  tx.save(assignedTasks, { ...task, dueAt }, [
    fact(supervisionEvents.taskClockRecounted, { unitId: task.unitId, ...told(clock, dueAt, calendarVersion) }),
  ]);
}

export function recordRecountedSupervision(
  tx: DispatchTx,
  row: SupervisionRow,
  clock: DeadlineRow,
  dueAt: Date,
  calendarVersion: number,
): void {
  const { orderId, no, leadUnitId } = row;
  // That of who judges the reply is no time of the lead's.
  tx.save(supervisions, clock.code === 'SUPERVISION' ? { ...row, dueAt } : row, [
    fact(supervisionEvents.supervisionClockRecounted, { orderId, no, leadUnitId, ...told(clock, dueAt, calendarVersion) }),
  ]);
}

export function recordRecountedSweepCheck(
  tx: DispatchTx,
  check: SweepCheckRow,
  clock: DeadlineRow,
  dueAt: Date,
  calendarVersion: number,
): void {
  const { sweepId, unitId } = check;
  tx.save(sweepChecks, { ...check, dueAt }, [
    fact(watchingEvents.sweepCheckClockRecounted, { sweepId, unitId, ...told(clock, dueAt, calendarVersion) }),
  ]);
}

/** The days in which the look counts move with it; at the first rain they have begun already. */
export function recordRecountedWatch(tx: DispatchTx, check: WatchCheckRow, clock: DeadlineRow, dueAt: Date, calendarVersion: number): void {
  const { orderId, unitId, kind } = check;
  tx.save(watchChecks, { ...check, dueAt, openFrom: kind === 'RAIN' ? check.openFrom : openFrom(kind, dueAt, null) }, [
    fact(watchingEvents.watchClockRecounted, { orderId, unitId, ...told(clock, dueAt, calendarVersion) }),
  ]);
}

function told(
  clock: DeadlineRow,
  newDueAt: Date,
  calendarVersion: number,
): { code: DeadlineCode; oldDueAt: string; newDueAt: string; calendarVersion: number } {
  return { code: clock.code, oldDueAt: clock.dueAt.toISOString(), newDueAt: newDueAt.toISOString(), calendarVersion };
}
