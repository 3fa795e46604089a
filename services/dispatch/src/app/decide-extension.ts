import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { changeLast, refuseEarlierDue, refuseOwn, refusePastDue } from '../domain/more-time.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { aboutOrder, saveOrder } from './save-order.js';

export interface Decision {
  id: string;
  granted: boolean;
  reason: string;
  publicText?: string | undefined;
}

/**
 * A reviewer grants or refuses more time (条例第十五条): granted, the complainant is told, the unit's due time moves and the old one stays to be seen. The
 * citizen's own clock does not move. What was not granted before the due time cannot be granted after it.
 */
export async function decideExtension(tx: DispatchTx, input: Decision, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  const asked = order.extensions.at(-1);
  if (order.openRequest !== 'EXTENSION' || !asked)
    throw new DomainError('work-order.no-request', { request: labels.orderRequest.EXTENSION });
  refuseOwn(asked.askedBy, ctx.actor.accountId);
  refuseOwnUnit(order, ctx.actor, '审核延期');
  refusePrivate(input.reason);
  const at = tx.now.toISOString();
  const decided = { decidedAt: at, decidedBy: ctx.actor.accountId, decisionReason: input.reason };
  const limits = await rules.at(tx.streetId, tx.now);
  const about = { ...aboutOrder(order), reason: input.reason };
  if (!input.granted) {
    const change = { openRequest: null, extensions: changeLast(order.extensions, { ...decided, outcome: 'REFUSED' as const }) };
    const facts = [fact(clockEvents.extensionRefused, { ...about, dueAt: order.dueAt.toISOString(), refusedAt: at })];
    return toView(await saveOrder(tx, order, change, facts, limits));
  }
  refusePastDue(order, tx.now);
  refuseEarlierDue(order, new Date(asked.newDueAt));
  const publicText = publicTextOf(input.publicText ?? '');
  const change = {
    openRequest: null,
    extensions: changeLast(order.extensions, { ...decided, outcome: 'GRANTED' as const }),
    firstDueAt: order.firstDueAt ?? order.dueAt,
    dueAt: new Date(asked.newDueAt),
  };
  const facts = [
    fact(clockEvents.extensionGranted, {
      ...{ ...about, publicText, oldDueAt: order.dueAt.toISOString(), dueAt: asked.newDueAt, grantedAt: at, level: order.level },
    }),
  ];
  return toView(await saveOrder(tx, order, change, facts, limits));
}
