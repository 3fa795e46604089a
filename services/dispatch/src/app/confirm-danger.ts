import {
  classificationEvents,
  dutiesOfTrapped,
  labels,
  type Ctx,
  type DeadlineCode,
  type Envelope,
  type PayloadOf,
  type WorkOrderView,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
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
  if (isBeingWorkedOn(order.state)) await addDanger(tx, order, duties, undefined, rules);
}

/**
 * Somebody who handles an emergency, or the street, finds people trapped in a lift: nobody's level rises, but help is called and somebody has to be there, as where the text had
 * said so. Said twice it is said once; what is no emergency yet is raised with it instead (`raiseLevel`).
 */
export async function tellTrapped(tx: DispatchTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  if (!isBeingWorkedOn(order.state))
    throw new DomainError('work-order.illegal-step', { status: labels.workOrderState[order.state], action: '报告电梯困人' });
  if (order.level !== 'E') throw new DomainError('work-order.not-emergency', { level: labels.level[order.level] });
  const by = ctx.actor.unitIds.includes(order.leadUnitId) ? 'UNIT' : 'STREET';
  return toView(await addDanger(tx, order, dutiesOfTrapped, by, rules));
}

async function addDanger(
  tx: DispatchTx,
  order: WorkOrderRow,
  duties: readonly DeadlineCode[],
  by: 'UNIT' | 'STREET' | undefined,
  rules: RuleBook,
): Promise<WorkOrderRow> {
  const had = order.decision.duties ?? [];
  const found = duties.filter((code) => !had.includes(code));
  if (found.length === 0) return order;
  const confirmed = fact(classificationEvents.orderDangerConfirmed, {
    ...{ ...aboutOrder(order), coUnitIds: order.coUnitIds, category: order.category, duties: found, ...(by && { by }) },
    ...{ isOwed: order.onSiteAt === null && !isInIncident(order), confirmedAt: tx.now.toISOString() },
  });
  const decision = { ...order.decision, duties: [...had, ...found] };
  return saveOrder(tx, order, { decision }, [confirmed], await rules.at(tx.streetId, tx.now));
}
