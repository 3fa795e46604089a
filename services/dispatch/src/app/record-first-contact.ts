import { dispatchEvents, type ContactPurpose, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { next } from '../domain/work-order-states.js';
import { notePlan, type Plan } from './note-measure.js';
import { saveOrder } from './save-order.js';

/** What the word was for, where it was said. */
export const forPurpose = ({ purpose }: { purpose?: ContactPurpose | undefined }) => (purpose === undefined ? {} : { purpose });

/** The unit has spoken with the complainant (条例第十五条) and says what it will do; from now on it is handling the order. */
export async function recordFirstContact(
  tx: DispatchTx,
  input: Plan & { id: string; note?: string | undefined; purpose?: ContactPurpose | undefined },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'contact');
  const facts = [fact(dispatchEvents.contacted, { demandId: order.demandId, contactedAt: tx.now.toISOString(), ...forPurpose(input) })];
  const saved = await saveOrder(tx, order, { state, contactedAt: tx.now }, facts, await rules.at(tx.streetId, tx.now));
  noteBeside(tx, saved, input.note);
  return toView(notePlan(tx, saved, input, ctx));
}
