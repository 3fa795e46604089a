import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, startClock, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { dutiesAtAccept, stoppedBy } from '../domain/duties.js';
import { next } from '../domain/work-order-states.js';

/** The lead takes an order on (签收), or takes on a rework; after the first acceptance the first contact is owed. */
export async function acceptOrder(tx: DispatchTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, id, ctx);
  const state = next(order.state, 'accept');
  tx.stop(id, stoppedBy.accept);
  if (order.contactedAt === null && state === 'ACCEPTED') {
    const limits = await rules.at(tx.streetId, tx.now);
    for (const code of dutiesAtAccept(limits.limits, order)) tx.arm(startClock(limits, code, id, tx.now)!);
  }
  return toView(
    tx.save(workOrders, { ...order, state }, [
      fact(dispatchEvents.accepted, { demandId: order.demandId, leadUnitId: order.leadUnitId, acceptedAt: tx.now.toISOString() }),
    ]),
  );
}
