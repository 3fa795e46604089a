import { clockEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError, pauseClock, resumeClock } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { isOrdersLimit } from '../domain/duties.js';
import { changeLast, openPause } from '../domain/more-time.js';
import { aboutOrder, saveOrder } from './save-order.js';

/** What the unit waited for has come: its clock goes on, and the due time lies as much later. */
export async function endPause(tx: DispatchTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, id, ctx);
  const limits = await rules.at(tx.streetId, tx.now);
  const { change, facts } = await endOfPause(tx, order, 'PERSON', limits);
  return toView(await saveOrder(tx, order, change, facts, limits));
}

/** The order after a pause, and the fact that it is over. */
export async function endOfPause(
  tx: DispatchTx,
  order: WorkOrderRow,
  by: 'PERSON' | 'RUN_OUT' | 'REFUSED' | 'RAISED',
  rules: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] }> {
  const pause = openPause(order);
  if (!pause) throw new DomainError('work-order.not-paused', {});
  const now = order.updatedAt > tx.now ? order.updatedAt : tx.now;
  // After an outage it is found late: it was over all the same when its time was up.
  const until = new Date(pause.until);
  // What was not to stand still gives nothing back.
  const at = by === 'REFUSED' ? new Date(pause.from) : until < now ? until : now;
  const { before, after: dueAt } = await dueAfterPause(tx, order, at, at, rules);
  const endedAt = at.toISOString();
  return {
    change: {
      pauses: changeLast(order.pauses, { to: endedAt }),
      dueAt,
      // A pause within a day gives nothing; then nothing has moved.
      ...(dueAt.getTime() === order.firstDueAt?.getTime() && { firstDueAt: null }),
    },
    facts: [
      fact(clockEvents.pauseEnded, {
        ...{ ...aboutOrder(order), kind: pause.kind, by, startedAt: pause.from, endedAt },
        ...{ oldDueAt: before.toISOString(), dueAt: dueAt.toISOString() },
      }),
    ],
  };
}

/** The due time of an order that stands still from one instant, or from before, and goes on at another: as it was when it stopped, and as it is after. */
export async function dueAfterPause(
  tx: DispatchTx,
  order: WorkOrderRow,
  from: Date,
  to: Date,
  rules: ClockRules,
): Promise<{ before: Date; after: Date }> {
  const clock = (await tx.runningClocks(order.id)).find(({ code }) => isOrdersLimit(code));
  if (!clock) return { before: order.dueAt, after: order.dueAt };
  const standing = clock.state === 'paused' ? clock : { ...clock, ...pauseClock(clock, from) };
  return { before: clock.dueAt, after: resumeClock(standing, to, rules).dueAt ?? order.dueAt };
}
