import { incidentEvents, type Ctx, type HouseholdKind, type IncidentView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { IncidentRow } from '../db/incidents.schema.js';
import {
  affectedHome,
  householdsOfEstate,
  incidentHouseholds,
  incidents,
  listedHousehold,
  lockIncident,
  ordersOf,
} from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { nextIncidentState, type AffectedHome } from '../domain/incident.js';
import { refusePrivate } from '../domain/public-text.js';

/**
 * Homes of people who cannot wait (重点户), from the community's list: a home's number and why, no name. Only homes that are affected, and of a
 * worker's own community. Listed twice is once.
 */
export async function addHouseholds(
  tx: DispatchTx,
  input: { id: string; households: { homeId: string; kind: HouseholdKind }[] },
  ctx: Ctx,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'list');
  const kinds = new Map(input.households.map(({ homeId, kind }) => [homeId, kind]));
  const street = await streets.at(tx.streetId);
  const keys = [...kinds.keys()].map((homeId) => `${incident.id}:${homeId}`);
  const homes = await Promise.all(keys.map((key) => tx.load(affectedHome, key)));
  const isMine = (estateId: string) =>
    ctx.scope === 'street' || ctx.actor.unitIds.includes(street.estates.get(estateId)?.communityId ?? '');
  const foreign = [...kinds.keys()].filter((_, i) => !homes[i] || !isMine(homes[i].estateId));
  if (foreign.length > 0) throw new DomainError('incident.home-not-affected', { homes: foreign.slice(0, 5).join('、') });
  const known = await Promise.all(keys.map((key) => tx.load(listedHousehold, key)));
  let households = incident.households;
  [...kinds].forEach(([homeId, kind], i) => {
    if (known[i] || tx.recall(`listed:${keys[i]}`)) return;
    tx.remember(`listed:${keys[i]}`, kind);
    households += 1;
    tx.put(incidentHouseholds, { incidentId: incident.id, homeId, kind, done: false, note: null, visitedAt: null, unitId: null });
  });
  const demands = (await ordersOf(tx, incident.id)).length;
  if (households === incident.households) return toIncidentView(incident, demands);
  const listed = fact(incidentEvents.incidentHouseholdsListed, { households });
  return toIncidentView(tx.save(incidents, { ...incident, households }, [listed]), demands);
}

/**
 * Households that a community keeps a list of, or, where it keeps none, that were on that of an earlier incident, are on the new one, not called on yet (重点户; row 105): nobody
 * writes them down at three in the morning. Only homes that are affected. Answers how many are on the list now.
 */
export async function carryHouseholds(
  tx: DispatchTx,
  { id, estateIds, households }: Pick<IncidentRow, 'id' | 'estateIds' | 'households'>,
  affected: readonly AffectedHome[],
): Promise<number> {
  const homes = new Set(affected.map(({ homeId }) => homeId));
  const earlier = (await Promise.all(estateIds.map((estateId) => tx.load(householdsOfEstate, estateId)))).flatMap((found) => found ?? []);
  const known = await Promise.all(earlier.map(({ homeId }) => tx.load(listedHousehold, `${id}:${homeId}`)));
  let count = households;
  earlier.forEach(({ homeId, kind }, i) => {
    const key = `listed:${id}:${homeId}`;
    if (!homes.has(homeId) || known[i] || tx.recall(key)) return;
    tx.remember(key, kind);
    count += 1;
    tx.put(incidentHouseholds, { incidentId: id, homeId, kind, done: false, note: null, visitedAt: null, unitId: null });
  });
  return count;
}

/** Somebody was there: seen to, or to be called on again. */
export async function visitHousehold(
  tx: DispatchTx,
  input: { id: string; homeId: string; done: boolean; note?: string | undefined },
  ctx: Ctx,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'visit');
  if (input.note) refusePrivate(input.note);
  const key = `${incident.id}:${input.homeId}`;
  const [home, before] = await Promise.all([tx.load(affectedHome, key), tx.load(listedHousehold, key)]);
  const street = await streets.at(tx.streetId);
  const isMine = ctx.scope === 'street' || ctx.actor.unitIds.includes(street.estates.get(home?.estateId ?? '')?.communityId ?? '');
  const kind = before?.kind ?? tx.recall<HouseholdKind>(`listed:${key}`);
  if (!kind || !isMine) throw new DomainError('object.not-found', {});
  const wasDone = tx.recall<boolean>(`visited:${key}`) ?? before?.done ?? false;
  tx.remember(`visited:${key}`, input.done);
  const { homeId, done, note } = input;
  tx.put(incidentHouseholds, {
    ...{ incidentId: incident.id, homeId, kind, done, note: note ?? null, visitedAt: tx.now, unitId: ctx.actor.unitIds[0] ?? null },
  });
  const householdsDone = incident.householdsDone + Number(done) - Number(wasDone);
  const visited = fact(incidentEvents.incidentHouseholdVisited, { done: householdsDone, households: incident.households });
  return toIncidentView(tx.save(incidents, { ...incident, householdsDone }, [visited]), (await ordersOf(tx, incident.id)).length);
}
