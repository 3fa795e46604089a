import { clockEvents, type AskedTransfer, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { concernedAnew, concernedByPlace } from '../domain/decide.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder, saveOrder } from './save-order.js';
import { handOver, receiverOf } from './transfer-order.js';

/** The unit an order is meant for takes it over (接收转办), with the time that is left: from now on it leads. */
export async function acceptTransfer(
  tx: DispatchTx,
  { id }: { id: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const { order, asked } = await lockAsked(tx, id, ctx);
  const street = await streets.at(tx.streetId);
  const lead = receiverOf(order, asked.toUnitId, street, tx.now);
  const { reason, askedBy, publicText } = asked;
  return handOver(tx, order, { lead, street, reason, askedBy, publicText }, await rules.at(tx.streetId, tx.now));
}

/**
 * The unit does not take the order over (不接收), and says why; or a leader of the street ends the asking for it, who alone may hand it over all the same. The lead has
 * been the lead throughout.
 */
export async function declineTransfer(
  tx: DispatchTx,
  input: { id: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const { order, asked } = await lockAsked(tx, input.id, ctx);
  refusePrivate(input.reason);
  const { toUnitId, askedBy } = asked;
  const by = ctx.actor.unitIds.includes(toUnitId) ? ('UNIT' as const) : ('LEADER' as const);
  const declined = fact(clockEvents.transferDeclined, {
    ...{ ...aboutOrder(order), toUnitId, reason: input.reason, askedBy, by, declinedAt: tx.now.toISOString() },
  });
  const street = await streets.at(tx.streetId);
  const change = {
    ...{ openRequest: null, askedTransfer: null },
    concernedUnitIds: concernedAnew(order, [order.leadUnitId, ...order.coUnitIds, ...concernedByPlace(street, order.place)]),
  };
  return toView(await saveOrder(tx, order, change, [declined], await rules.at(tx.streetId, tx.now)));
}

/** An order that somebody of the unit it is meant for, or a leader, answers about; to anybody else nothing is asked here. */
async function lockAsked(tx: DispatchTx, id: string, ctx: Ctx): Promise<{ order: WorkOrderRow; asked: AskedTransfer }> {
  const order = await lockToDecide(tx, id, ctx);
  const { askedTransfer: asked } = order;
  const mayAnswer = asked !== null && (ctx.actor.unitIds.includes(asked.toUnitId) || ctx.actor.roles.includes('street_leader'));
  if (!mayAnswer) throw new DomainError('object.not-found', {});
  return { order, asked };
}
