import { dispatchEvents, type WorkOrderState } from '@wufang/contracts';
import { beginClock } from '@wufang/kernel';
import { fact, type ClockRules, type Fact } from '@wufang/service';
import type { WorkOrderRow } from '../db/schema.js';
import { isProblemOrder } from '../domain/callback-answer.js';

/** What sending an order back for rework (重办) changes, and the fact of it: the third makes a problem order, a look at the place is owed anew once done. What was part of an incident is a job of its own again. */
export function sendBack(
  order: WorkOrderRow,
  state: WorkOrderState,
  { because, reason }: { because: 'CALLBACK' | 'GRID_CHECK'; reason: string },
  at: Date,
  limits: ClockRules,
): { change: Partial<WorkOrderRow>; fact: Fact } {
  const reworks = order.reworks + 1;
  const isProblem = order.isProblemOrder || isProblemOrder(reworks);
  const dueAt = beginClock(limits, 'REWORK', at)?.dueAt ?? order.dueAt;
  return {
    change: {
      ...{ state, reworks, isProblemOrder: isProblem, completedAt: null, dueAt, gridCheck: null },
      beforeIncident: order.beforeIncident && { ...order.beforeIncident, endedAt: at.toISOString() },
    },
    fact: fact(dispatchEvents.reworked, {
      ...{ demandId: order.demandId, leadUnitId: order.leadUnitId, reworks, isProblemOrder: isProblem, reason, because },
      dueAt: dueAt.toISOString(),
    }),
  };
}
