import { supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder } from './save-order.js';

/**
 * The street, or the community of the place, asks the citizen supervisors (特约监督员) of that community to follow one order: they hear of it, and find it first among
 * those they watch. No state and no clock changes by it. Who asks again says anew what is to be looked at. The fact names no words.
 */
export async function inviteSupervisors(
  tx: DispatchTx,
  { id, about }: { id: string; about: string },
  ctx: Ctx,
): Promise<{ orderId: string; invitedAt: string }> {
  const order = await lockWithinReach(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  const { communityId } = order.place;
  if (communityId === null) throw new DomainError('supervisors.no-community', {});
  refusePrivate(about);
  const invitedAt = tx.now.toISOString();
  tx.save(workOrders, { ...order, supervisorsAskedAt: tx.now, supervisorsAskedFor: about }, [
    fact(supervisionEvents.supervisorsInvited, { ...aboutOrder(order), communityId, invitedAt }),
  ]);
  return { orderId: order.id, invitedAt };
}
