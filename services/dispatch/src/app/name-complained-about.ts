import { codeRules, dispatchEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockToDecide, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { concernedByPlace, decidingRow, unitOver, type Street } from '../domain/decide.js';
import { refuseWaiting } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { can, next } from '../domain/work-order-states.js';
import { saveOrder } from './save-order.js';
import { transferredFact, underLead } from './transfer-order.js';

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
  if (order.incidentId !== null && order.leadUnitId === unitId) throw new DomainError('work-order.in-incident', {});
  const limits = await rules.at(tx.streetId, tx.now);
  const named = { ...order, aboutUnitId: unitId };
  const away = await awayFromComplainedAbout(tx, named, street, limits);
  if (away && can(order.state, 'transfer')) refuseWaiting(order, labels.workOrderAction.transfer);
  const told = fact(dispatchEvents.complainedAboutNamed, {
    ...{ demandId: order.demandId, no: order.no, aboutUnitId: unitId },
    ...{ leadUnitId: away?.change.leadUnitId ?? order.leadUnitId, namedAt: tx.now.toISOString() },
  });
  const saved = await saveOrder(tx, order, { aboutUnitId: unitId, ...away?.change }, [told, ...(away?.facts ?? [])], limits);
  noteBeside(tx, saved, reason);
  return toView(saved);
}

/**
 * An order that the unit complained about leads, as the unit over it takes it over; undefined where there is nothing to take over. What is handled goes to
 * its new lead as any order that is handed over, with the time that is left. What rests (挂账, 五方共议) stays at rest under the new lead. What is done waits
 * for its callback as the work of who has done it, and goes over when it is sent back; in a dispute the arbiter gives it to another unit.
 */
export async function awayFromComplainedAbout(
  tx: DispatchTx,
  order: WorkOrderRow,
  street: Street,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow> & { leadUnitId: string }; facts: Fact[] } | undefined> {
  const about = order.aboutUnitId === order.leadUnitId ? street.units.get(order.leadUnitId) : undefined;
  if (!about || order.openDisputeId !== null) return undefined;
  const isHandled = can(order.state, 'transfer');
  if (!isHandled && order.state !== 'SUSPENDED' && order.state !== 'DELIBERATING') return undefined;
  const lead = unitOver(street, about, decidingRow(street, { ...order, level: order.givenLevel, at: tx.now }));
  if (lead.id === about.id) return undefined;
  const coUnitIds = [about.id, ...order.coUnitIds.filter((id) => id !== lead.id && id !== about.id)];
  const moved = await underLead(tx, order, { lead, coUnitIds, byPlace: concernedByPlace(street, order.place) }, limits);
  const reason = `此件投诉的正是${about.name}，应当回避，改由${lead.name}主办、${about.name}协办`;
  const decision = { ...order.decision, ruleIds: [codeRules.complainedAbout], reason: `${reason}。`, alternatives: [] };
  if (!isHandled) return { change: { ...moved, decision }, facts: [] };
  const change = { ...moved, decision, state: next(order.state, 'transfer'), contactedAt: null };
  return { change, facts: [transferredFact(order, moved, reason, tx.now)] };
}
