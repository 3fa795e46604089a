import { clockEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { changeLast } from '../domain/more-time.js';
import { publicTextOf } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

/** The reason is gone: the lead handles the matter again. */
export async function endSuspension(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const { change, facts } = endOfSuspension(order, 'LEAD', publicTextOf(input.publicText), tx.now);
  return toView(await saveOrder(tx, order, change, facts, await rules.at(tx.streetId, tx.now)));
}

/** The order after a suspension, and the fact that it is over. */
export function endOfSuspension(
  order: WorkOrderRow,
  by: 'LEAD' | 'REVIEW_DATE' | 'RAISED',
  publicText: string,
  now: Date,
): { change: Partial<WorkOrderRow>; facts: Fact[] } {
  const endedAt = now.toISOString();
  return {
    change: { state: next(order.state, 'resume'), suspensions: changeLast(order.suspensions, { endedAt }) },
    facts: [fact(clockEvents.suspensionEnded, { ...aboutOrder(order), by, publicText, endedAt })],
  };
}
