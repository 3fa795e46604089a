import { incidentEvents, type Ctx, type IncidentView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { IncidentRow } from '../db/incidents.schema.js';
import { incidents, incidentSteps, lockIncident, ordersOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { leadRefusal } from '../domain/decide.js';
import { nextIncidentState } from '../domain/incident.js';
import { levelToAsk } from '../domain/lowering.js';
import { refusePrivate } from '../domain/public-text.js';
import { lockHandled } from './attach-order.js';
import { detachOne } from './detach-order.js';
import { refuseIncidentLead } from './open-incident.js';
import { saveOrder } from './save-order.js';

/**
 * Another unit leads an open incident (接替牵头): it owes the next status by the hour that runs, and every order that is part of it is handled by it from now on. An order
 * that it may not lead (what is complained about, a community off its list) goes to its own unit. Who led goes on seeing it: its crew may still be there.
 */
export async function changeIncidentLead(
  tx: DispatchTx,
  input: { id: string; leadUnitId: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'changeLead');
  const { leadUnitId, reason } = input;
  if (leadUnitId === incident.leadUnitId) throw new DomainError('work-order.same-unit', {});
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  refuseIncidentLead(street, leadUnitId, incident, tx.now);
  refusePrivate(reason);
  const no = incident.steps + 1;
  const note = `牵头单位由${street.nameOf(incident.leadUnitId)}改为${street.nameOf(leadUnitId)}：${reason}`;
  const by = { accountId: ctx.actor.accountId, unitId: ctx.actor.unitIds[0] ?? null };
  tx.insert(incidentSteps, { incidentId: incident.id, no, kind: 'OTHER', note, at: tx.now, ...by });
  const concernedUnitIds = [...new Set([leadUnitId, ...incident.concernedUnitIds])];
  const { title, homes, leadUnitId: fromUnitId } = incident;
  const changed = fact(incidentEvents.incidentLeadChanged, { title, homes, fromUnitId, leadUnitId, changedAt: tx.now.toISOString() });
  const saved = tx.save(incidents, { ...incident, state, leadUnitId, concernedUnitIds, steps: no }, [changed]);
  for (const order of await lockHandled(tx, incident.id)) {
    const refused = leadRefusal(street, leadUnitId, { ...order, level: levelToAsk(order), at: tx.now });
    if (refused === null) await follow(tx, saved, order, limits);
    else await detachOne(tx, saved, order, street, limits);
  }
  return toIncidentView(saved, (await ordersOf(tx, incident.id)).length);
}

async function follow(tx: DispatchTx, incident: IncidentRow, order: WorkOrderRow, limits: ClockRules): Promise<void> {
  const { leadUnitId } = incident;
  const told = fact(incidentEvents.orderLeadChanged, {
    ...{ demandId: order.demandId, incidentId: incident.id, fromUnitId: order.leadUnitId, leadUnitId, changedAt: tx.now.toISOString() },
  });
  await saveOrder(tx, order, { leadUnitId, concernedUnitIds: [...new Set([leadUnitId, ...order.concernedUnitIds])] }, [told], limits);
}
