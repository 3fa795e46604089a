import { supervisionEvents, type Ctx, type SupervisorComment } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { supervisorComments } from '../db/supervisions.store.js';
import { lockWatched, workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { refuseNotKept } from './keep-photo.js';
import { aboutOrder } from './save-order.js';

/**
 * A citizen supervisor (特约监督员) writes what he has seen of an order in his community, with photos. It stands beside the order: no state and no clock
 * changes by it.
 */
export async function commentOnOrder(
  tx: DispatchTx,
  input: { id: string; text: string; photoIds: string[] },
  ctx: Ctx,
): Promise<SupervisorComment> {
  const order = await lockWatched(tx, input.id, ctx);
  refusePrivate(input.text);
  await refuseNotKept(tx, { subjectId: order.id, by: ctx.actor.accountId }, input.photoIds);
  const comment = { id: tx.newId(), orderId: order.id, by: ctx.actor.accountId, text: input.text, photoIds: input.photoIds, at: tx.now };
  tx.save(workOrders, order, [
    fact(supervisionEvents.commented, {
      ...{ ...aboutOrder(order), commentId: comment.id, photos: input.photoIds.length, commentedAt: tx.now.toISOString() },
    }),
  ]);
  tx.insert(supervisorComments, comment);
  return { ...comment, at: tx.now.toISOString() };
}
