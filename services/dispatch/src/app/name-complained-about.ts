import { dispatchEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockToDecide, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { asIfAnswered, refuseWaiting } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { can, refuseInIncident } from '../domain/work-order-states.js';
import { awayFromComplainedAbout } from './away-from-complained-about.js';
import { saveOrder } from './save-order.js';

/**
 * After the dispatch it comes out which unit is complained about (被投诉单位): it is recorded, and from then on that unit keeps out as if it had been named at
 * receipt (domain rules 4.5, step 7). Where it leads, the unit over it takes over and it assists; null takes back what was named by mistake, and moves
 * nothing. Only somebody else takes back a naming of one's own unit.
 */
export async function nameComplainedAbout(
  tx: DispatchTx,
  { id, unitId, reason }: { id: string; unitId: string | null; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  const street = await streets.at(tx.streetId);
  if (unitId !== null && !street.units.has(unitId)) throw new DomainError('unit.unknown', { unit: unitId });
  refusePrivate(reason);
  if (unitId === order.aboutUnitId) return toView(order);
  // An incident is handled as one, by its own lead; an order about that unit is no part of it.
  if (order.leadUnitId === unitId) refuseInIncident(order);
  const limits = await rules.at(tx.streetId, tx.now);
  const named = { ...order, aboutUnitId: unitId };
  const away = await awayFromComplainedAbout(tx, named, street, limits);
  if (away && can(order.state, 'transfer')) refuseWaiting(asIfAnswered(order), labels.workOrderAction.transfer);
  const told = fact(dispatchEvents.complainedAboutNamed, {
    ...{ demandId: order.demandId, no: order.no, aboutUnitId: unitId },
    ...{ leadUnitId: away?.change.leadUnitId ?? order.leadUnitId, namedAt: tx.now.toISOString() },
    // What is handled goes over by a fact of its own, which tells whom.
    ...(away && away.facts.length === 0 && { coUnitIds: away.change.coUnitIds }),
  });
  const saved = await saveOrder(tx, order, { aboutUnitId: unitId, ...away?.change }, [told, ...(away?.facts ?? [])], limits);
  // Beside the naming, which is the first fact of the step, and not beside the hand-over that may follow.
  noteBeside(tx, { ...saved, version: order.version + 1 }, reason);
  return toView(saved);
}
