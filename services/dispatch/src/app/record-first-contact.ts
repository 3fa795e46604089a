import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { stoppedBy } from '../domain/duties.js';
import { next } from '../domain/work-order-states.js';

/** The unit has spoken with the complainant (条例第十五条); from now on it is handling the order. */
export async function recordFirstContact(
  tx: DispatchTx,
  input: { id: string; note?: string | undefined },
  ctx: Ctx,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'contact');
  tx.stop(order.id, stoppedBy.contact);
  const saved = tx.save(workOrders, { ...order, state, contactedAt: tx.now }, [
    fact(dispatchEvents.contacted, { demandId: order.demandId, contactedAt: tx.now.toISOString() }),
  ]);
  noteBeside(tx, saved, input.note);
  return toView(saved);
}
