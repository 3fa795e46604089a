import { classificationEvents, type Envelope, type PayloadOf } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { situation } from '../db/incidents.store.js';
import { workOrders } from '../db/work-orders.store.js';
import { decidingRow } from '../domain/decide.js';
import { addedDuties, dutiesAtCorrection, inWeather } from '../domain/duties.js';
import { levelToAsk } from '../domain/lowering.js';
import { isBeingWorkedOn, isInIncident } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * The desk has set right what an order is about (domain rules 4.5-1). The duties that hung on the wrong category end, those of the right one, and of the directory's row
 * for it, are counted from now; who leads and the level stay as they are. An order that is closed stays as it was, one that is not here yet is waited for.
 */
export async function correctOrderCategory(
  tx: DispatchTx,
  { payload }: Pick<Envelope<PayloadOf<typeof classificationEvents.categoryChanged>>, 'payload'>,
  rules: RuleBook,
  streets: StreetBook,
): Promise<void> {
  const order = await tx.lock(workOrders, payload.orderId);
  if (!order) throw new DomainError('object.not-found', { orderId: payload.orderId });
  if (!order.isOpen) return;
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  const { isRaining } = (await tx.load(situation, 'now'))!;
  const { category } = payload;
  const rowOf = (of: readonly string[]) =>
    decidingRow(street, { ...order, category: of, level: levelToAsk(order), at: order.dispatchedAt })?.duties ?? [];
  const had = order.decision.duties ?? [];
  const wrong = [...payload.oldDuties, ...rowOf(payload.oldCategory)];
  const right = [...payload.duties, ...rowOf(category)];
  const duties = [...new Set([...had.filter((code) => !wrong.includes(code) || right.includes(code)), ...right])];
  const { ended, added } = dutiesAtCorrection(
    { duties: inWeather(had, payload.oldCategory, isRaining) },
    {
      duties: addedDuties(limits.limits, order, inWeather(duties, category, isRaining)),
      isOwed: isBeingWorkedOn(order.state) && !isInIncident(order),
      isOnSite: order.onSiteAt !== null,
    },
  );
  // A person has said what it is about: how sure the text was says nothing any more.
  const { duties: _, confidence: __, ...decision } = order.decision;
  const change = { category, category1: category[0], title: payload.title };
  const told = fact(classificationEvents.orderCategoryCorrected, {
    ...{ ...aboutOrder(order), oldCategory: payload.oldCategory, category, ended, added, correctedAt: tx.now.toISOString() },
  });
  await saveOrder(tx, order, { ...change, decision: { ...decision, ...(duties.length > 0 && { duties }) } }, [told], limits);
}
