import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseInDispute } from '../domain/dispute.js';
import { escalationCode } from '../domain/duties.js';
import { askedSeat, refuseEscalating } from '../domain/escalation.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * The lead asks the next higher level to study what it cannot do by itself (提级请求, 条例第二十条). It stays the lead and its own clocks run on, so that it may ask for more time besides; who
 * is asked answers under a clock of its own.
 */
export async function askEscalation(
  tx: DispatchTx,
  input: { id: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  refuseInDispute(order, '提级请求');
  refuseEscalating(order, ctx.actor);
  refusePrivate(input.reason);
  const limits = await rules.at(tx.streetId, tx.now);
  const code = escalationCode(order.level);
  const begun = beginClock(limits, code, tx.now);
  if (!begun) throw new DomainError('time-limits.invalid', { faults: `缺少${labels.deadlineCode[code]}` });
  const { units } = await streets.at(tx.streetId);
  const asked = {
    to: askedSeat(units.get(order.leadUnitId)?.kind, ctx.actor.roles),
    askedAt: tx.now.toISOString(),
    dueAt: begun.dueAt.toISOString(),
  };
  const open = {
    ...{ ...asked, outcome: 'OPEN' as const, reason: input.reason, askedBy: ctx.actor.accountId },
    ...{ answeredAt: null, answeredBy: null, answer: null },
  };
  const facts = [fact(clockEvents.escalationAsked, { ...aboutOrder(order), ...asked, level: order.level })];
  return toView(await saveOrder(tx, order, { escalations: [...order.escalations, open] }, facts, limits));
}
