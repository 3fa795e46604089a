import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { meetsLimit } from '../domain/duties.js';
import { publicTextOf } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { saveOrder } from './save-order.js';

/** How far it is (阶段性进展); the next report is owed a full period from now. It is a word to the complainant with something in it, as an emergency owes them. No other clock moves; the limit of a utility's work is met (`meetsLimit`). */
export async function reportProgress(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'progress');
  const publicText = publicTextOf(input.publicText);
  const met = meetsLimit('report', order, tx.now) && { limitMetAt: tx.now };
  const progressedAt = tx.now.toISOString();
  const progressed = {
    demandId: order.demandId,
    publicText,
    progressedAt,
    isFeedback: true as const,
    ...(met && { limitMetAt: progressedAt }),
  };
  const facts = [fact(dispatchEvents.progressed, progressed)];
  return toView(await saveOrder(tx, order, { state, ...met }, facts, await rules.at(tx.streetId, tx.now)));
}
