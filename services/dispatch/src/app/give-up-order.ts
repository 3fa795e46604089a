import { supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside, workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';

/**
 * The chief who has taken an order up gives it back (退回领办), and another may take it up; for one who cannot any more, as after leaving the post, a leader of
 * the street does. A hand-over does not: the chief answers in person, whichever unit leads.
 */
export async function giveUpOrder(tx: DispatchTx, { id, reason }: { id: string; reason: string }, ctx: Ctx): Promise<void> {
  const order = await lockWithinReach(tx, id, ctx);
  const { sectionChief } = order;
  const mayGiveUp = sectionChief === ctx.actor.accountId || ctx.actor.roles.includes('street_leader');
  if (sectionChief === null || !mayGiveUp) throw new DomainError('work-order.not-taken-up', {});
  refusePrivate(reason);
  const saved = tx.save(workOrders, { ...order, sectionChief: null }, [
    fact(supervisionEvents.givenUp, { demandId: order.demandId, sectionChief, givenUpAt: tx.now.toISOString() }),
  ]);
  noteBeside(tx, saved, reason);
}
