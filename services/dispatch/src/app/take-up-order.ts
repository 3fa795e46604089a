import { isOfUnit, supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';

/**
 * A section chief makes a hard order his own (科长领办): he answers for it in person; the lead unit stays the lead, as the regulation has it (art. 14). Not
 * the chief of the unit that is complained about (domain rules 4.5, step 7).
 */
export async function takeUpOrder(tx: DispatchTx, { id }: { id: string }, ctx: Ctx): Promise<void> {
  const order = await lockWithinReach(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  if (isOfUnit(ctx.actor, order.aboutUnitId)) throw new DomainError('work-order.complained-about', {});
  const sectionChief = ctx.actor.accountId;
  if (order.sectionChief !== null && order.sectionChief !== sectionChief) throw new DomainError('work-order.taken-up', {});
  if (order.sectionChief === sectionChief) return;
  tx.save(workOrders, { ...order, sectionChief }, [
    fact(supervisionEvents.takenUp, { demandId: order.demandId, sectionChief, takenUpAt: tx.now.toISOString() }),
  ]);
}
