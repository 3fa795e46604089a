import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { extensionAskedFor } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder, saveOrder } from './save-order.js';

/** The lead asks for more time (延期) before the due time. Nothing moves until somebody has decided. */
export async function askExtension(
  tx: DispatchTx,
  input: { id: string; reason: string; dueOn: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  refuseInDispute(order, labels.orderRequest.EXTENSION);
  const newDueAt = extensionAskedFor(order, input.dueOn, tx.now).toISOString();
  refusePrivate(input.reason);
  const asked = { reason: input.reason, askedAt: tx.now.toISOString(), oldDueAt: order.dueAt.toISOString(), newDueAt };
  const open = { ...asked, outcome: 'OPEN' as const, askedBy: ctx.actor.accountId, decidedAt: null, decidedBy: null, decisionReason: null };
  const change = { openRequest: 'EXTENSION' as const, extensions: [...order.extensions, open] };
  const facts = [fact(clockEvents.extensionAsked, { ...aboutOrder(order), ...asked })];
  return toView(await saveOrder(tx, order, change, facts, await rules.at(tx.streetId, tx.now)));
}
