import { supervisionEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refusePrivate } from '../domain/public-text.js';
import { isBeingWorkedOn } from '../domain/work-order-states.js';
import { aboutOrder, hardFact, saveOrder } from './save-order.js';

/**
 * An order is hard (疑难): a section chief has to lead it in person, within TAKE_UP, and it is not done before one does (domain rules part 1, row 14). That it is
 * none after all only a leader says. Said twice it changes nothing.
 */
export async function markHard(
  tx: DispatchTx,
  { id, isHard, reason }: { id: string; isHard: boolean; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  if (!isHard && !ctx.actor.roles.includes('street_leader')) throw new DomainError('access.denied', {});
  if (!isBeingWorkedOn(order.state)) throw new DomainError('work-order.not-open', {});
  refusePrivate(reason);
  if (order.isHard === isHard) return toView(order);
  const limits = await rules.at(tx.streetId, tx.now);
  const marked = isHard
    ? hardFact(order, 'PERSON', reason, tx.now, limits)
    : fact(supervisionEvents.hardUnmarked, { ...aboutOrder(order), reason, unmarkedAt: tx.now.toISOString() });
  const saved = await saveOrder(tx, order, { isHard }, [marked], limits);
  noteBeside(tx, saved, reason);
  return toView(saved);
}
