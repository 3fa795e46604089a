import { dispatchEvents, type ContactPurpose, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockForWords } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { publicTextOf } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { notePlan, type Plan } from './note-measure.js';
import { forPurpose } from './record-first-contact.js';
import { saveOrder } from './save-order.js';

/**
 * A word to the complainant with something in it (反馈). The first one is also the first contact, and the answer to a question. The first answerer of 有事您找我 says
 * how it stands as long as anybody has the order, whoever leads by then; what the lead owes the complainant it owes all the same.
 */
export async function giveFeedback(
  tx: DispatchTx,
  input: Plan & { id: string; publicText: string; purpose?: ContactPurpose | undefined },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockForWords(tx, input.id, ctx);
  const byContact = !ctx.actor.unitIds.includes(order.leadUnitId);
  const state = byContact && order.isOpen ? order.state : next(order.state, 'feedback');
  const publicText = publicTextOf(input.publicText);
  const at = tx.now.toISOString();
  const isFirstContact = !byContact && order.state === 'ACCEPTED';
  const facts = [
    ...(isFirstContact ? [fact(dispatchEvents.contacted, { demandId: order.demandId, contactedAt: at })] : []),
    fact(dispatchEvents.fedBack, {
      ...{ demandId: order.demandId, publicText, fedBackAt: at, state, ...forPurpose(input) },
      ...(byContact && { byContact }),
    }),
  ];
  const change = byContact ? {} : { state, contactedAt: order.contactedAt ?? tx.now };
  const saved = await saveOrder(tx, order, change, facts, await rules.at(tx.streetId, tx.now));
  return toView(byContact ? saved : notePlan(tx, saved, input, ctx));
}
