import { incidentEvents, type Ctx, type IncidentView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { IncidentRow } from '../db/incidents.schema.js';
import { incidents, lockIncident, ordersOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { crewMinutes, minuteOf, minutesOf, type Shift } from '../domain/crew.js';
import { nextIncidentState } from '../domain/incident.js';
import { refusePrivate } from '../domain/public-text.js';
import { relieveCrew, watchCrew } from './watch-crews.js';

interface Crew {
  unitId: string;
  persons: number;
}

/** A crew is on site (班组到岗). */
export async function startShift(
  tx: DispatchTx,
  input: { id: string; shiftId: string } & Crew,
  ctx: Ctx,
  streets: StreetBook,
  rules: RuleBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'crew');
  if (incident.shifts.some(({ id }) => id === input.shiftId)) return viewOf(tx, incident);
  await mayBring(tx, input.unitId, ctx, streets);
  const { shiftId, unitId, persons } = input;
  const onAt = minuteOf(tx.now).toISOString();
  const came = fact(incidentEvents.incidentCrewCame, { shiftId, unitId, persons, onAt });
  const shift = { id: shiftId, unitId, persons, onAt, offAt: null, note: null };
  return save(tx, incident, [...incident.shifts, watchCrew(tx, incident.id, shift, await rules.at(tx.streetId, tx.now))], [came]);
}

/** One crew hands over to the next (交接班), which begins in the minute in which the first ends; what has to be known is written down. */
export async function handOver(
  tx: DispatchTx,
  input: { id: string; shiftId: string; nextShiftId: string; note: string } & Crew,
  ctx: Ctx,
  streets: StreetBook,
  rules: RuleBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'crew');
  if (incident.shifts.some(({ id }) => id === input.nextShiftId)) return viewOf(tx, incident);
  const shift = running(incident, input.shiftId, ctx);
  await mayBring(tx, input.unitId, ctx, streets, shift.unitId);
  refusePrivate(input.note);
  const { shiftId, nextShiftId, unitId, persons, note } = input;
  const at = minuteOf(tx.now).toISOString();
  const ended = { ...shift, offAt: at, note };
  const handed = fact(incidentEvents.incidentCrewHandedOver, {
    ...{ shiftId, minutes: minutesOf(ended, tx.now), nextShiftId, unitId, persons, at },
  });
  const shifts = incident.shifts.map((one) => (one.id === shiftId ? ended : one));
  await relieveCrew(tx, shift, 'HANDED_OVER');
  const next = { id: nextShiftId, unitId, persons, onAt: at, offAt: null, note: null };
  return save(tx, incident, [...shifts, watchCrew(tx, incident.id, next, await rules.at(tx.streetId, tx.now))], [handed]);
}

/** A crew leaves. */
export async function endShift(
  tx: DispatchTx,
  input: { id: string; shiftId: string; note?: string | undefined },
  ctx: Ctx,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'crew');
  const shift = running(incident, input.shiftId, ctx);
  if (input.note) refusePrivate(input.note);
  const ended = { ...shift, offAt: minuteOf(tx.now).toISOString(), note: input.note ?? null };
  await relieveCrew(tx, shift, 'LEFT');
  const left = fact(incidentEvents.incidentCrewLeft, { shiftId: shift.id, minutes: minutesOf(ended, tx.now), offAt: ended.offAt });
  return save(
    tx,
    incident,
    incident.shifts.map((one) => (one.id === shift.id ? ended : one)),
    [left],
  );
}

/** Looking back (复盘), once every crew has left: why it came, what is to be done better. */
export async function reviewIncident(
  tx: DispatchTx,
  input: { id: string; cause: string; lessons: string },
  ctx: Ctx,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'review');
  const { cause, lessons } = input;
  for (const text of [cause, lessons]) refusePrivate(text);
  if (incident.shifts.some(({ offAt }) => offAt === null)) throw new DomainError('incident.crew-on-site', {});
  const { personMinutes } = crewMinutes(incident.shifts, tx.now);
  const reviewed = fact(incidentEvents.incidentReviewed, { reviewedAt: tx.now.toISOString(), personMinutes });
  const saved = tx.save(incidents, { ...incident, state, reviewedAt: tx.now, review: { cause, lessons } }, [reviewed]);
  return viewOf(tx, saved);
}

/** A unit brings its own people; who reaches the street, anybody's. The next crew may be another unit's when one hands over. */
async function mayBring(tx: DispatchTx, unitId: string, ctx: Ctx, streets: StreetBook, handingOver?: string): Promise<void> {
  const street = await streets.at(tx.streetId);
  if (!street.units.has(unitId)) throw new DomainError('unit.unknown', { unit: unitId });
  const own = ctx.actor.unitIds.includes(unitId) || (handingOver !== undefined && ctx.actor.unitIds.includes(handingOver));
  if (ctx.scope !== 'street' && !own) throw new DomainError('object.not-found', {});
}

function running(incident: IncidentRow, shiftId: string, ctx: Ctx): Shift {
  const shift = incident.shifts.find(({ id, offAt }) => id === shiftId && offAt === null);
  if (!shift || (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(shift.unitId))) throw new DomainError('object.not-found', {});
  return shift;
}

function save(tx: DispatchTx, incident: IncidentRow, shifts: Shift[], facts: Fact[]): Promise<IncidentView> {
  return viewOf(tx, tx.save(incidents, { ...incident, shifts }, facts));
}

async function viewOf(tx: DispatchTx, incident: IncidentRow): Promise<IncidentView> {
  return toIncidentView(incident, (await ordersOf(tx, incident.id)).length);
}
