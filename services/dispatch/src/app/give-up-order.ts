import { supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { saveOrder } from './save-order.js';

/**
 * The chief who has taken an order up gives it back (退回领办), and another may take it up; for one who cannot any more, as after leaving the post, a leader of
 * the street does. A hand-over does not: the chief answers in person, whichever unit leads.
 */
export async function giveUpOrder(
  tx: DispatchTx,
  { id, reason }: { id: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<void> {
  const order = await lockWithinReach(tx, id, ctx);
  const { sectionChief } = order;
  const mayGiveUp = sectionChief === ctx.actor.accountId || ctx.actor.roles.includes('street_leader');
  if (sectionChief === null || !mayGiveUp) throw new DomainError('work-order.not-taken-up', {});
  refusePrivate(reason);
  const given = fact(supervisionEvents.givenUp, {
    ...{ demandId: order.demandId, sectionChief, givenUpAt: tx.now.toISOString() },
    ...(order.isHard && order.isOpen && { isHard: true }),
  });
  const saved = await saveOrder(tx, order, { sectionChief: null }, [given], await rules.at(tx.streetId, tx.now));
  noteBeside(tx, saved, reason);
}
