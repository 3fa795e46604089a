import { clockEvents, labels, type Ctx, type SuspensionGround, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { refuseSuspending, refuseUrgent, reviewAskedFor } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { refuseInIncident } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

interface Asked {
  id: string;
  ground: SuspensionGround;
  reason: string;
  reviewOn: string;
}

/** The lead asks to put off what cannot be solved now (挂账), for an objective reason and with a date on which it is looked at again. */
export async function askSuspension(tx: DispatchTx, input: Asked, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  refuseInIncident(order);
  refuseInDispute(order, labels.workOrderAction.suspend);
  refuseSuspending(order);
  refuseUrgent(order, labels.workOrderAction.suspend);
  reviewAskedFor(input.reviewOn, tx.now);
  refusePrivate(input.reason);
  const { ground, reason, reviewOn } = input;
  const asked = { ground, reason, reviewOn, askedAt: tx.now.toISOString() };
  const undecided = { decidedAt: null, decidedBy: null, decisionReason: null, endedAt: null };
  const suspensions = [...order.suspensions, { ...asked, ...undecided, outcome: 'OPEN' as const, askedBy: ctx.actor.accountId }];
  const facts = [fact(clockEvents.suspensionAsked, { ...aboutOrder(order), ...asked })];
  const change = { openRequest: 'SUSPENSION' as const, suspensions };
  return toView(await saveOrder(tx, order, change, facts, await rules.at(tx.streetId, tx.now)));
}
