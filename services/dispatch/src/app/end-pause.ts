import { clockEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError, resumeClock } from '@wufang/kernel';
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
  by: 'PERSON' | 'RUN_OUT',
  rules: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] }> {
  const pause = openPause(order);
  if (!pause) throw new DomainError('work-order.not-paused', {});
  const at = order.updatedAt > tx.now ? order.updatedAt : tx.now;
  const standing = (await tx.runningClocks(order.id)).find(({ code, state }) => state === 'paused' && isOrdersLimit(code));
  const dueAt = (standing && resumeClock(standing, at, rules).dueAt) ?? order.dueAt;
  const endedAt = at.toISOString();
  return {
    change: {
      pauses: changeLast(order.pauses, { to: endedAt }),
      ...(dueAt > order.dueAt && { dueAt, firstDueAt: order.firstDueAt ?? order.dueAt }),
    },
    facts: [
      fact(clockEvents.pauseEnded, {
        ...{ ...aboutOrder(order), kind: pause.kind, by, startedAt: pause.from, endedAt, dueAt: dueAt.toISOString() },
      }),
    ],
  };
}
