import { isOfUnit, supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * A section chief makes a hard order his own (科长领办): he answers for it in person; the lead unit stays the lead, as the regulation has it (art. 14). What is marked as hard waits for it (TAKE_UP). Not
 * the chief of the unit that is complained about (domain rules 4.5, step 7).
 */
export async function takeUpOrder(tx: DispatchTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<void> {
  const order = await lockWithinReach(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  if (isOfUnit(ctx.actor, order.aboutUnitId)) throw new DomainError('work-order.complained-about', {});
  const sectionChief = ctx.actor.accountId;
  if (order.sectionChief !== null && order.sectionChief !== sectionChief) throw new DomainError('work-order.taken-up', {});
  if (order.sectionChief === sectionChief) return;
  const taken = fact(supervisionEvents.takenUp, { ...aboutOrder(order), sectionChief, takenUpAt: tx.now.toISOString() });
  await saveOrder(tx, order, { sectionChief }, [taken], await rules.at(tx.streetId, tx.now));
}
