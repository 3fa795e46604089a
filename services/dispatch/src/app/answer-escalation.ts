import { clockEvents, type Ctx, type EscalationAnswer, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { escalationToAnswer } from '../domain/escalation.js';
import { changeLast, refuseOwn } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * Whoever is asked answers (提级请求): takes the matter up, says how it may be done, or says why not. The lead reads it and stays the lead; what more is needed, a hand-over, a whistle,
 * more time, is a step of its own.
 */
export async function answerEscalation(
  tx: DispatchTx,
  input: { id: string; outcome: EscalationAnswer; answer: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  const { askedBy, askedAt, to } = escalationToAnswer(order, ctx.actor);
  refuseOwn(askedBy, ctx.actor.accountId);
  refusePrivate(input.answer);
  const { outcome, answer } = input;
  const answeredAt = tx.now.toISOString();
  const escalations = changeLast(order.escalations, { outcome, answer, answeredAt, answeredBy: ctx.actor.accountId });
  const facts = [fact(clockEvents.escalationAnswered, { ...aboutOrder(order), to, outcome, askedAt, answeredAt })];
  return toView(await saveOrder(tx, order, { escalations }, facts, await rules.at(tx.streetId, tx.now)));
}
