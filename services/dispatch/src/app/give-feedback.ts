import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { stoppedBy } from '../domain/duties.js';
import { publicTextOf } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';

/** A word to the complainant with something in it (反馈). The first one is also the first contact, and the answer to a question. */
export async function giveFeedback(tx: DispatchTx, input: { id: string; publicText: string }, ctx: Ctx): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'feedback');
  const publicText = publicTextOf(input.publicText);
  const at = tx.now.toISOString();
  const isFirstContact = order.state === 'ACCEPTED';
  tx.stop(order.id, isFirstContact ? [...stoppedBy.feedback, ...stoppedBy.contact] : stoppedBy.feedback);
  return toView(
    tx.save(workOrders, { ...order, state, contactedAt: order.contactedAt ?? tx.now }, [
      ...(isFirstContact ? [fact(dispatchEvents.contacted, { demandId: order.demandId, contactedAt: at })] : []),
      fact(dispatchEvents.fedBack, { demandId: order.demandId, publicText, fedBackAt: at }),
    ]),
  );
}
