import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { next } from '../domain/work-order-states.js';
import { saveOrder } from './save-order.js';

/** The lead takes an order on (签收), or takes on a rework; after the first acceptance the first contact is owed. */
export async function acceptOrder(tx: DispatchTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, id, ctx);
  const state = next(order.state, 'accept');
  const { demandId, leadUnitId } = order;
  const facts = [fact(dispatchEvents.accepted, { demandId, leadUnitId, acceptedAt: tx.now.toISOString() })];
  return toView(await saveOrder(tx, order, { state, passedTo: 1 }, facts, await rules.at(tx.streetId, tx.now)));
}
