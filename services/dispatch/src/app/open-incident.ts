import { incidentEvents, incidents as operations, type Ctx, type IncidentView, type ScopePart } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { IncidentRow } from '../db/incidents.schema.js';
import { homesOfEstate, homesPlace, incidentHomes, incidents, lockIncident, ordersOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { leadRefusal, type Street } from '../domain/decide.js';
import { incidentClockSteps } from '../domain/incident-clocks.js';
import { homesWithin, nextIncidentState, type AffectedHome } from '../domain/incident.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { attachEarlier } from './attach-order.js';
import { carryHouseholds } from './call-on-households.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

type Where = Pick<IncidentRow, 'scope' | 'estateIds' | 'communityIds' | 'homes' | 'concernedUnitIds'>;

/** What a scope means by the register as it is now: its homes, its communities, and who is concerned. */
export async function placesOf(
  tx: DispatchTx,
  street: Street,
  leadUnitId: string,
  scope: readonly ScopePart[],
): Promise<Where & { affected: AffectedHome[] }> {
  const estateIds = [...new Set(scope.map(({ estateId }) => estateId))];
  const estates = estateIds.map((id) => street.estates.get(id));
  const unknown = estateIds.filter((_, i) => !estates[i]);
  if (unknown.length > 0) throw new DomainError('incident.place-unknown', { place: unknown.join('、') });
  const register = (await Promise.all(estateIds.map((id) => tx.load(homesOfEstate, id)))).flatMap((homes) => homes ?? []);
  const { homes: affected, missing } = homesWithin(scope, register);
  if (missing.length > 0) {
    const place = missing.map(({ buildingId, stairwell }) => `${buildingId}${stairwell ? ` ${stairwell}` : ''}`).join('、');
    throw new DomainError('incident.place-unknown', { place });
  }
  const communityIds = [...new Set(estates.map((estate) => estate!.communityId))];
  return {
    scope: [...scope],
    estateIds,
    communityIds,
    homes: affected.length,
    concernedUnitIds: [...new Set([leadUnitId, ...communityIds, ...unitsOfEstates(street, estateIds)])],
    affected,
  };
}

/** The firms and the property-rights units of its estates, beside its lead: who hears what becomes of an incident (domain rules 1.1, row 8). */
export function unitsConcerned(street: Street, { leadUnitId, estateIds }: Pick<IncidentRow, 'leadUnitId' | 'estateIds'>): string[] {
  return unitsOfEstates(street, estateIds).filter((id) => id !== leadUnitId);
}

/** The firms and the property-rights units of estates (domain rules 1.1, row 8: copied to 产权单位 at once). */
function unitsOfEstates(street: Street, estateIds: readonly string[]): string[] {
  const units = estateIds.flatMap((id) => {
    const { firmId = null, rightsUnitId = null } = street.estates.get(id) ?? {};
    return [firmId, rightsUnitId];
  });
  return [...new Set(units.filter((id) => id !== null))];
}

function writeHomes(tx: DispatchTx, incidentId: string, homes: readonly AffectedHome[]): void {
  // What was done about a home that is counted already stays: columns that are not given are not touched.
  for (const home of homes) tx.put(incidentHomes, { incidentId, ...home });
  tx.remember(homesPlace(incidentId), true);
}

/**
 * The desk or a section chief opens an incident (突发事件): the homes in its scope are counted by the register as it is now, and stay counted so. Demands
 * of the place and matter become part of it, those that just came and those to come, and a status is owed every hour.
 */
export async function openIncident(
  tx: DispatchTx,
  input: z.output<typeof operations.openIncident.input>,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const known = await tx.lock(incidents, input.id);
  if (known) return toIncidentView(known, (await ordersOf(tx, known.id)).length);
  const street = await streets.fresh(tx.streetId);
  refuseIncidentLead(street, input.leadUnitId, input, tx.now);
  refusePrivate(input.title);
  const { affected, ...places } = await placesOf(tx, street, input.leadUnitId, input.scope);
  const { id, title, category, leadUnitId } = input;
  const opened = await asOpened(tx, id, input.publicText, rules);
  const households = await carryHouseholds(tx, { id, estateIds: places.estateIds, households: 0 }, affected);
  const row = { ...blankIncident, id, title, category, leadUnitId, ...places, ...opened.change, households, raisedAt: tx.now };
  const incident = tx.create(incidents, row, [openedFact(row, street, opened.limits), ...listedFacts(0, households)]);
  writeHomes(tx, incident.id, affected);
  return toIncidentView(incident, await attachEarlier(tx, incident, street, opened.limits));
}

/** What the system proposed is one: the desk may put right what it is called, where it is, what it is about and who leads. */
export async function confirmIncident(
  tx: DispatchTx,
  input: z.output<typeof operations.confirmIncident.input>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const proposed = await lockIncident(tx, input.id, ctx);
  nextIncidentState(proposed.state, 'confirm');
  const street = await streets.fresh(tx.streetId);
  const { title = proposed.title, category = proposed.category, leadUnitId = proposed.leadUnitId, scope = proposed.scope } = input;
  refuseIncidentLead(street, leadUnitId, { category, scope }, tx.now);
  refusePrivate(title);
  const { affected, ...places } = await placesOf(tx, street, leadUnitId, scope);
  const opened = await asOpened(tx, proposed.id, input.publicText, rules);
  const households = await carryHouseholds(tx, { ...proposed, ...places }, affected);
  const row = { ...proposed, title, category, leadUnitId, ...places, ...opened.change, households };
  const incident = tx.save(incidents, row, [openedFact(row, street, opened.limits), ...listedFacts(proposed.households, households)]);
  writeHomes(tx, incident.id, affected);
  return toIncidentView(incident, await attachEarlier(tx, incident, street, opened.limits));
}

/** A community leads no incident whose matter is off its list (条例第十七条): none of its demands could be part of it. Asked by its first place, as an emergency. */
export function refuseIncidentLead(
  street: Street,
  leadUnitId: string,
  { category, scope }: Pick<IncidentRow, 'category' | 'scope'>,
  at: Date,
): void {
  if (!street.units.has(leadUnitId)) throw new DomainError('unit.unknown', { unit: leadUnitId });
  const { estateId = null, buildingId = null } = scope[0] ?? {};
  const place = { communityId: null, estateId, buildingId, point: null };
  const refused = leadRefusal(street, leadUnitId, { category, demandType: 'HELP', level: 'E', place, at });
  if (refused) throw new DomainError(refused, {});
}

/** More is affected than was thought: homes are added, none is taken out. */
export async function widenIncident(
  tx: DispatchTx,
  input: { id: string; scope: ScopePart[] },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'widen');
  const street = await streets.fresh(tx.streetId);
  const parts = new Map([...incident.scope, ...input.scope].map((part) => [`${part.estateId}/${part.buildingId}/${part.stairwell}`, part]));
  const { affected, ...places } = await placesOf(tx, street, incident.leadUnitId, [...parts.values()]);
  const { scope, estateIds, communityIds, homes } = places;
  const widened = fact(incidentEvents.incidentWidened, {
    ...{ scope, estateIds, communityIds, homes, widenedAt: tx.now.toISOString() },
    ...{ title: incident.title, ...(incident.statusText !== null && { publicText: incident.statusText }) },
    newCommunityIds: communityIds.filter((id) => !incident.communityIds.includes(id)),
    newUnitIds: unitsOfEstates(street, estateIds).filter((id) => !incident.concernedUnitIds.includes(id)),
  });
  // Who was called to it goes on with it.
  const concernedUnitIds = [...new Set([...incident.concernedUnitIds, ...places.concernedUnitIds])];
  const carried = await carryHouseholds(tx, { ...incident, ...places }, affected);
  const next = { ...incident, ...places, concernedUnitIds, state, households: carried };
  const saved = tx.save(incidents, next, [widened, ...listedFacts(incident.households, carried)]);
  writeHomes(tx, incident.id, affected);
  const orders = await ordersOf(tx, incident.id);
  return toIncidentView(saved, orders.length + (await attachEarlier(tx, saved, street, await rules.at(tx.streetId, tx.now))));
}

const listedFacts = (before: number, households: number): Fact[] =>
  households > before ? [fact(incidentEvents.incidentHouseholdsListed, { households })] : [];

/** An incident before anything has happened in it. */
export const blankIncident = {
  proposalKey: null,
  openedAt: null,
  statusNo: 0,
  statusText: null,
  statusAt: null,
  statusDueAt: null,
  restoredAt: null,
  reviewedAt: null,
  steps: 0,
  shifts: [],
  households: 0,
  householdsDone: 0,
  reached: 0,
  well: 0,
  notWell: 0,
  review: null,
} satisfies Partial<IncidentRow>;

async function asOpened(tx: DispatchTx, id: string, text: string, rules: RuleBook) {
  const statusText = publicTextOf(text);
  const limits = await rules.at(tx.streetId, tx.now);
  const [clock] = takeClockSteps(tx, limits, id, incidentClockSteps({ fact: 'opened', at: tx.now }));
  const change = { state: 'OPEN' as const, openedAt: tx.now, statusNo: 1, statusText, statusAt: tx.now, statusDueAt: clock!.dueAt };
  return { change, limits };
}

function openedFact(row: Omit<IncidentRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt'>, street: Street, limits: ClockRules): Fact {
  const { title, category, leadUnitId, scope, estateIds, communityIds, homes } = row;
  return fact(incidentEvents.incidentOpened, {
    ...{ title, category, leadUnitId, scope, estateIds, communityIds, homes },
    publicText: row.statusText!,
    openedAt: row.openedAt!.toISOString(),
    unitIds: unitsConcerned(street, row),
    ...countedBy(limits),
  });
}
