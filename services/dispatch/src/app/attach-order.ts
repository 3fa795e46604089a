import { codeRules, dispatchEvents, incidentEvents, incidents as operations, isOfUnit, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { IncidentRow } from '../db/incidents.schema.js';
import { earlierKey, earlierOrders, incidents, lockIncident, noteOrder, ordersOf } from '../db/incidents.store.js';
import { lockOpenLegs } from '../db/legs.store.js';
import type { BeforeIncident, DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { workOrders } from '../db/work-orders.store.js';
import { leadRefusal, type Street } from '../domain/decide.js';
import { matchIncident, nextIncidentState, proposalWindowMs } from '../domain/incident.js';
import { levelToAsk } from '../domain/lowering.js';
import { isInIncident, next } from '../domain/work-order-states.js';
import { endLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';

/** What an order becomes as part of an incident: it is being handled, by whoever leads the incident. */
export function asPartOf(
  incident: IncidentRow,
  order: Pick<WorkOrderRow, 'leadUnitId' | 'coUnitIds' | 'concernedUnitIds' | 'decision'>,
  by: { at: Date; byHand: boolean },
): Pick<WorkOrderRow, 'incidentId' | 'beforeIncident' | 'leadUnitId' | 'coUnitIds' | 'concernedUnitIds' | 'decision'> {
  const before: BeforeIncident = {
    leadUnitId: order.leadUnitId,
    coUnitIds: order.coUnitIds,
    concernedUnitIds: order.concernedUnitIds,
    decision: order.decision,
    attachedAt: by.at.toISOString(),
    byHand: by.byHand,
  };
  return {
    incidentId: incident.id,
    beforeIncident: before,
    leadUnitId: incident.leadUnitId,
    coUnitIds: [],
    concernedUnitIds: [...new Set([incident.leadUnitId, ...incident.concernedUnitIds, ...order.concernedUnitIds])],
    decision: {
      ...order.decision,
      ruleIds: [codeRules.incident],
      reason: `地点与事项属于突发事件“${incident.title}”，由其牵头单位统一处置，不另派任务。`,
      alternatives: [],
    },
  };
}

/** The facts of being attached: part of the incident, and the latest status told at once. */
export function attachedFacts(
  incident: IncidentRow,
  demandId: string,
  { byHand, at }: { byHand: boolean; at: Date },
  from: { no?: string; fromUnitId?: string; fromCoUnitIds?: string[] } = {},
) {
  const publicText = incident.statusText!;
  return [
    fact(incidentEvents.orderAttached, {
      ...{ demandId, incidentId: incident.id, leadUnitId: incident.leadUnitId, ...from, byHand, publicText, attachedAt: at.toISOString() },
    }),
    fact(dispatchEvents.fedBack, { demandId, publicText, fedBackAt: at.toISOString() }),
  ];
}

/**
 * The desk makes open orders part of an incident, each by itself: what is about another matter, has gone too far or is part of one already stays as it
 * is, and says why; so does what is about the unit that leads the incident, or the caller's own, or off the list of a community that leads (domain rules 4.5, step 7). What was
 * handled jointly is let go by its co-units; a whistle that was blown for it runs on by itself.
 */
export async function attachOrders(
  tx: DispatchTx,
  input: z.output<typeof operations.attachOrders.input>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<z.output<typeof operations.attachOrders.output>> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'attach');
  const street = await streets.at(tx.streetId);
  const limits = await rules.at(tx.streetId, tx.now);
  const results = [];
  for (const orderId of new Set(input.orderIds)) {
    const order = await tx.lock(workOrders, orderId);
    const code = isOfUnit(ctx.actor, order?.aboutUnitId) ? 'work-order.own-complaint' : refusalOf(street, incident, order, tx.now);
    if (order && code === null) await attachOne(tx, incident, order, true, limits);
    results.push({ orderId, attached: code === null, code });
  }
  return { results };
}

/**
 * What was told before the incident was opened, or before it was known how far it reaches, becomes part of it by itself as what is told later does (domain
 * rules 4.5, step 4): open orders of the matter and for certain of the place, received since the window in which demands propose an incident. Older ones, and
 * those that may be of the place, are for a person to judge; so is what cannot be attached.
 * Answers how many came along.
 */
export async function attachEarlier(tx: DispatchTx, incident: IncidentRow, street: Street, limits: ClockRules): Promise<number> {
  const since = new Date(incident.raisedAt.getTime() - proposalWindowMs);
  const earlier = (await tx.load(earlierOrders, earlierKey(incident, since))) ?? [];
  const within = earlier.filter((order) => matchIncident(incident, order) === 'inside');
  const orders = await Promise.all(within.map(({ id }) => tx.lock(workOrders, id)));
  let attached = 0;
  for (const order of orders) {
    if (!order?.isOpen || refusalOf(street, incident, order, tx.now) !== null) continue;
    await attachOne(tx, incident, order, false, limits);
    attached += 1;
  }
  return attached;
}

/** An open order becomes part of the incident. What its co-units still owed ends. */
async function attachOne(tx: DispatchTx, incident: IncidentRow, order: WorkOrderRow, byHand: boolean, limits: ClockRules): Promise<void> {
  const fromCoUnitIds = (await lockOpenLegs(tx, order)).map(({ unitId }) => unitId);
  await endLegs(tx, order);
  const by = { byHand, at: tx.now };
  const change = { state: next(order.state, 'attach'), openLegIds: [], contactedAt: order.contactedAt ?? tx.now };
  const facts = attachedFacts(incident, order.demandId, by, { no: order.no, fromUnitId: order.leadUnitId, fromCoUnitIds });
  await saveOrder(tx, order, { ...asPartOf(incident, order, by), ...change }, facts, limits);
  noteOrder(tx, incident.id, 'added', order.id);
}

function refusalOf(street: Street, incident: IncidentRow, order: WorkOrderRow | undefined, at: Date): string | null {
  if (!order) return 'object.not-found';
  if (isInIncident(order)) return 'work-order.in-incident';
  // Whose it is has to be decided first.
  if (order.openDisputeId !== null) return 'work-order.in-dispute';
  try {
    next(order.state, 'attach');
    return leadRefusal(street, incident.leadUnitId, { ...order, level: levelToAsk(order), at });
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The orders of an incident that still wait for its end, locked; in one look. */
export async function lockHandled(tx: DispatchTx, incidentId: string): Promise<WorkOrderRow[]> {
  const ids = await ordersOf(tx, incidentId);
  const rows = await Promise.all(ids.map((id) => tx.lock(workOrders, id)));
  return rows.filter((order) => order?.state === 'HANDLING' && isInIncident(order)) as WorkOrderRow[];
}

/** The open incident with this id, held until the end of the command, so that it is not restored meanwhile. */
export async function holdOpen(tx: DispatchTx, id: string): Promise<IncidentRow | undefined> {
  const incident = await tx.lock(incidents, id);
  return incident?.state === 'OPEN' ? incident : undefined;
}
