import { codeRules, incidentEvents, type Ctx, type IncidentView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { IncidentRow } from '../db/incidents.schema.js';
import { lockIncident, noteOrder, ordersOf, situation } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { workOrders } from '../db/work-orders.store.js';
import { concernedAnew, instead, type Street } from '../domain/decide.js';
import { nextIncidentState } from '../domain/incident.js';
import { levelToAsk } from '../domain/lowering.js';
import { refusePrivate } from '../domain/public-text.js';
import { isInIncident, next } from '../domain/work-order-states.js';
import { relayLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';

/** The desk finds that an order is no part of an incident after all; see `detachOne`. */
export async function detachOrder(
  tx: DispatchTx,
  input: { id: string; orderId: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'detach');
  refusePrivate(input.reason);
  const order = await tx.lock(workOrders, input.orderId);
  if (order?.incidentId !== incident.id || !isInIncident(order)) throw new DomainError('object.not-found', {});
  await detachOne(tx, incident, order, await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now));
  return toIncidentView(incident, (await ordersOf(tx, incident.id)).length);
}

/**
 * Undoes that an order is part of an incident: it is dispatched as it would have been, with the unit's clocks from now on. The citizen's clock and the
 * handling limit have run on all the time. Order and incident are locked.
 */
export async function detachOne(
  tx: DispatchTx,
  incident: IncidentRow,
  order: WorkOrderRow,
  street: Street,
  limits: ClockRules,
): Promise<void> {
  const before = order.beforeIncident;
  if (!before) throw new DomainError('object.not-found', {});
  const state = next(order.state, 'detach');
  // Meanwhile the unit that led it may have been named as the one complained about.
  const over = instead(street, {
    ...order,
    leadUnitId: before.leadUnitId,
    coUnitIds: before.coUnitIds,
    level: levelToAsk(order),
    at: tx.now,
  });
  const { leadUnitId, coUnitIds } = over ?? before;
  const decision = over
    ? { ...before.decision, ruleIds: [codeRules.complainedAbout], reason: `${over.reason}。`, alternatives: [] }
    : before.decision;
  const { isRaining } = (await tx.load(situation, 'now'))!;
  const facts = [
    fact(incidentEvents.orderDetached, {
      ...{ demandId: order.demandId, incidentId: incident.id, leadUnitId, coUnitIds },
      ...{ duties: before.decision.duties ?? [], category: order.category, isRaining },
      dueAt: order.dueAt.toISOString(),
      detachedAt: tx.now.toISOString(),
    }),
  ];
  const openLegIds = await relayLegs(tx, order, { ...order, leadUnitId }, coUnitIds, limits);
  const change = {
    ...{ leadUnitId, coUnitIds, decision, openLegIds, state, incidentId: null, beforeIncident: null },
    concernedUnitIds: concernedAnew(order, [leadUnitId, ...coUnitIds, ...before.concernedUnitIds]),
    ...{ dispatchedAt: tx.now, contactedAt: null, onSiteAt: null },
  };
  await saveOrder(tx, order, change, facts, limits);
  noteOrder(tx, incident.id, 'removed', order.id);
}
