import { incidentEvents, type Ctx, type IncidentView, type SupplyMove } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { IncidentSupplyRow } from '../db/incidents.schema.js';
import { affectedHome, incidents, incidentSteps, incidentSupplies, lockIncident, ordersOf, suppliesOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { nextIncidentState } from '../domain/incident.js';
import { refusePrivate } from '../domain/public-text.js';
import { canComeBack } from '../domain/supplies.js';

interface Move {
  id: string;
  moveId: string;
  item: string;
  move: SupplyMove;
  count: number;
  homeId?: string | undefined;
  note?: string | undefined;
}

/**
 * Supplies are handed out for an incident, or come back (敲门送暖). No more comes back than is out; a home must be affected, and of a worker's own
 * community. The same move sent twice counts once. The fact names the thing and the number, never the home.
 */
export async function moveSupplies(tx: DispatchTx, input: Move, ctx: Ctx, streets: StreetBook): Promise<void> {
  const incident = await lockIncident(tx, input.id, ctx);
  nextIncidentState(incident.state, 'supply');
  const { moveId, item, move, count, homeId = null, note = null } = input;
  for (const words of [item, note]) if (words) refusePrivate(words);
  if (homeId !== null) {
    const home = await tx.load(affectedHome, `${incident.id}:${homeId}`);
    const communityId = (await streets.at(tx.streetId)).estates.get(home?.estateId ?? '')?.communityId ?? '';
    const isMine = ctx.scope === 'street' || ctx.actor.unitIds.includes(communityId);
    if (!home || !isMine) throw new DomainError('incident.home-not-affected', { homes: homeId });
  }
  const place = `supplies of ${incident.id}`;
  const before = tx.recall<Omit<IncidentSupplyRow, 'streetId'>[]>(place) ?? (await tx.load(suppliesOf, incident.id)) ?? [];
  if (before.some(({ id }) => id === moveId)) return;
  if (move === 'BACK') {
    const out = canComeBack(before, { item, homeId });
    if (count > out) throw new DomainError('incident.supplies-short', { item, out });
  }
  const unitId = ctx.actor.unitIds[0] ?? null;
  const moved = { incidentId: incident.id, id: moveId, item, move, count, homeId, note, at: tx.now, unitId };
  tx.insert(incidentSupplies, moved);
  tx.remember(place, [...before, moved]);
  tx.save(incidents, incident, [fact(incidentEvents.incidentSuppliesMoved, { item, move, count, movedAt: tx.now.toISOString() })]);
}

/** A unit is called to the place at once (一键呼叫): it is told now, sees the incident from now on, and the log says who called it to what. */
export async function callOut(
  tx: DispatchTx,
  input: { id: string; unitId: string; what: string },
  ctx: Ctx,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'callOut');
  const { unitId, what } = input;
  const unit = (await streets.at(tx.streetId)).units.get(unitId);
  if (!unit) throw new DomainError('unit.unknown', { unit: unitId });
  refusePrivate(what);
  const no = incident.steps + 1;
  tx.insert(incidentSteps, {
    ...{ incidentId: incident.id, no, kind: 'OTHER' as const, note: `呼叫${unit.name}到场：${what}`, at: tx.now },
    ...{ accountId: ctx.actor.accountId, unitId: ctx.actor.unitIds[0] ?? null },
  });
  const { title, leadUnitId } = incident;
  const concernedUnitIds = [...new Set([...incident.concernedUnitIds, unitId])];
  const saved = tx.save(incidents, { ...incident, state, steps: no, concernedUnitIds }, [
    fact(incidentEvents.incidentUnitCalledOut, { title, unitId, leadUnitId, what, calledAt: tx.now.toISOString() }),
  ]);
  return toIncidentView(saved, (await ordersOf(tx, incident.id)).length);
}
