import { incidentEvents, type Category, type PlaceRef } from '@wufang/contracts';
import { fact, type ClockRules } from '@wufang/service';
import { alikeOrders, incidents, type Alike } from '../db/incidents.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetPage } from '../db/street-book.js';
import { incidentClockSteps } from '../domain/incident-clocks.js';
import { isIncidentInTheMaking, proposalKeyOf } from '../domain/incident.js';
import { blankIncident, placesOf } from './open-incident.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/**
 * Counts an order that is part of no incident; so many alike within the window, and the system proposes one (P). The desk decides, within INCIDENT_CONFIRM; until then every
 * demand goes to its unit as always. One that nobody has decided within the window of demands is proposed again by later ones, for these.
 */
export async function countTowardsIncident(
  tx: DispatchTx,
  street: StreetPage,
  order: { id: string; category: Category; place: PlaceRef; leadUnitId: string },
  limits: ClockRules,
): Promise<void> {
  const key = proposalKeyOf(order);
  const estate = street.estates.get(order.place.estateId ?? '');
  if (key === null || !estate) return;
  const place = `alike:${key}`;
  const stored = await tx.load(alikeOrders, key);
  await tx.hold(place);
  const before = tx.recall<Alike>(place) ?? stored ?? { orderIds: [], isLive: false, staleId: null };
  if (before.isLive) return;
  const orderIds = [...new Set([...before.orderIds, order.id])];
  const isProposed = isIncidentInTheMaking(orderIds.length);
  tx.remember(place, { ...before, orderIds, isLive: isProposed });
  if (!isProposed) return;
  const stale = before.staleId === null ? undefined : await tx.lock(incidents, before.staleId);
  if (stale?.state === 'OPEN') return;
  const scope = [{ estateId: estate.id, buildingId: null, stairwell: null }];
  const { affected: _, ...places } = await placesOf(tx, street, order.leadUnitId, scope);
  const title = `${street.nameOf(estate.id)}${order.category.at(-1)}`;
  const { category, leadUnitId } = order;
  const { estateIds, communityIds, homes } = places;
  const again = stale?.state === 'PROPOSED' ? stale : undefined;
  const id = again?.id ?? tx.newId();
  takeClockSteps(tx, limits, id, incidentClockSteps({ fact: 'proposed', at: tx.now }));
  const proposed = fact(incidentEvents.incidentProposed, {
    ...{ title, category, leadUnitId, demands: orderIds.length, proposedAt: tx.now.toISOString() },
    ...{ scope, estateIds, communityIds, homes },
    ...countedBy(limits),
  });
  if (again) tx.save(incidents, { ...again, ...places, title, category, leadUnitId, raisedAt: tx.now }, [proposed]);
  else {
    const row = {
      ...blankIncident,
      ...places,
      id,
      state: 'PROPOSED' as const,
      proposalKey: key,
      title,
      category,
      leadUnitId,
      raisedAt: tx.now,
    };
    tx.create(incidents, row, [proposed]);
  }
}
