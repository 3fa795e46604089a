import { classificationEvents, type Envelope, type PayloadOf } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { isBeingWorkedOn, isInIncident } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * Who looked at an emergency says that it is of a kind that owes more than its level does: people are trapped in a lift (domain rules 4.6, LIFT_TRAPPED). What the order
 * does not have yet is counted from now, unless somebody of the unit is on site already; that help must be called is told all the same.
 */
export async function confirmDanger(
  tx: DispatchTx,
  { payload }: Pick<Envelope<PayloadOf<typeof classificationEvents.levelConfirmed>>, 'payload'>,
  rules: RuleBook,
): Promise<void> {
  const { orderId, duties = [] } = payload;
  if (orderId === null || duties.length === 0) return;
  const order = await tx.lock(workOrders, orderId);
  if (!order) throw new DomainError('object.not-found', { orderId });
  const had = order.decision.duties ?? [];
  const found = duties.filter((code) => !had.includes(code));
  if (found.length === 0 || !isBeingWorkedOn(order.state)) return;
  const confirmed = fact(classificationEvents.orderDangerConfirmed, {
    ...{ ...aboutOrder(order), coUnitIds: order.coUnitIds, category: order.category, duties: found },
    ...{ isOwed: order.onSiteAt === null && !isInIncident(order), confirmedAt: tx.now.toISOString() },
  });
  const decision = { ...order.decision, duties: [...had, ...found] };
  await saveOrder(tx, order, { decision }, [confirmed], await rules.at(tx.streetId, tx.now));
}
