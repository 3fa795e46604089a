import { incidentEvents, type Ctx, type IncidentView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { incidents, lockIncident } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { incidentClockSteps } from '../domain/incident-clocks.js';
import { nextIncidentState } from '../domain/incident.js';
import { refusePrivate } from '../domain/public-text.js';
import { lockHandled } from './attach-order.js';
import { detachOne } from './detach-order.js';
import { takeClockSteps } from './take-clock-steps.js';

/**
 * It is none: what the system proposed is not taken up, or what was opened is called off (撤销), once every crew has left. Each order that is part of it goes to its own
 * unit again. Demands counted so far do not count towards another proposal.
 */
export async function dismissIncident(
  tx: DispatchTx,
  input: { id: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'dismiss');
  refusePrivate(input.reason);
  if (incident.shifts.some(({ offAt }) => offAt === null)) throw new DomainError('incident.crew-on-site', {});
  const wasOpen = incident.state === 'OPEN';
  const orders = wasOpen ? await lockHandled(tx, incident.id) : [];
  const [street, limits] = [await streets.at(tx.streetId), await rules.at(tx.streetId, tx.now)];
  takeClockSteps(tx, limits, incident.id, incidentClockSteps({ fact: 'dismissed' }));
  for (const order of orders) await detachOne(tx, incident, order, street, limits);
  const { title, homes, concernedUnitIds: unitIds } = incident;
  const dismissed = fact(incidentEvents.incidentDismissed, {
    dismissedAt: tx.now.toISOString(),
    ...(wasOpen && { calledOff: { title, unitIds, homes, demands: orders.length } }),
  });
  const review = { cause: input.reason, lessons: '' };
  return toIncidentView(tx.save(incidents, { ...incident, state, statusDueAt: null, review }, [dismissed]), 0);
}
