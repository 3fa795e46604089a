import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { changeLast, refuseOwn, reviewAskedFor } from '../domain/more-time.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import type { Decision } from './decide-extension.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * A leader puts a matter off or refuses to (挂账). Put off, the complainant is told why and until when; the handling limit and the reports to the
 * complainant run on, since domain rules 4.6 let nothing but two kinds of pause hold them.
 */
export async function decideSuspension(tx: DispatchTx, input: Decision, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  const asked = order.suspensions.at(-1);
  if (order.openRequest !== 'SUSPENSION' || !asked)
    throw new DomainError('work-order.no-request', { request: labels.orderRequest.SUSPENSION });
  refuseOwn(asked.askedBy, ctx.actor.accountId);
  refusePrivate(input.reason);
  const at = tx.now.toISOString();
  const decided = { decidedAt: at, decidedBy: ctx.actor.accountId, decisionReason: input.reason };
  const limits = await rules.at(tx.streetId, tx.now);
  const about = { ...aboutOrder(order), reason: input.reason };
  if (!input.granted) {
    const change = { openRequest: null, suspensions: changeLast(order.suspensions, { ...decided, outcome: 'REFUSED' as const }) };
    return toView(await saveOrder(tx, order, change, [fact(clockEvents.suspensionRefused, { ...about, refusedAt: at })], limits));
  }
  refuseInIncident(order);
  refuseInDispute(order, labels.workOrderAction.suspend);
  const state = next(order.state, 'suspend');
  const { ground, reviewOn } = asked;
  const reviewAt = reviewAskedFor(reviewOn, tx.now).toISOString();
  const publicText = publicTextOf(input.publicText ?? '');
  const suspensions = changeLast(order.suspensions, { ...decided, outcome: 'GRANTED' as const });
  const facts = [fact(clockEvents.suspensionGranted, { ...about, ground, publicText, reviewOn, reviewAt, grantedAt: at })];
  return toView(await saveOrder(tx, order, { state, openRequest: null, suspensions }, facts, limits));
}
