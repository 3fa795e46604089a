import { incidentEvents, type AfterCare, type Ctx, type IncidentView, type ToldHow } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { IncidentHomeRow, IncidentRow } from '../db/incidents.schema.js';
import { homesOfBuilding, homesPlace, incidentHomes, incidents, lockIncident, ordersOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { nextIncidentState, type IncidentAction } from '../domain/incident.js';
import { homesMeant, isAskedAfter, isReached } from '../domain/outreach.js';

interface Ticked {
  id: string;
  buildingId: string;
  stairwell?: string | undefined;
  homeIds?: string[] | undefined;
}

/**
 * Households were told (告知到户), those who did not call too: a building, a stairwell or single homes at once. The homes keep how, when and by whom;
 * the fact tells numbers alone. What is said a second time changes nothing.
 */
export async function tellHomes(tx: DispatchTx, input: Ticked & { how: ToldHow }, ctx: Ctx, streets: StreetBook): Promise<IncidentView> {
  const { how } = input;
  const { incident, homes } = await homesTicked(tx, input, ctx, streets, 'reach', ({ told }) => isReached(told));
  const changed = homes.filter(({ told }) => told !== how);
  for (const home of changed) tx.put(incidentHomes, { ...home, told: how, toldAt: tx.now, toldBy: ctx.actor.accountId });
  const reached = incident.reached + changed.reduce((sum, { told }) => sum + Number(isReached(how)) - Number(isReached(told)), 0);
  const told = fact(incidentEvents.incidentHomesTold, { how, changed: changed.length, reached, homes: incident.homes });
  return saved(tx, incident, changed.length === 0 ? null : { change: { reached }, said: told });
}

/** Households were asked, after the end, whether all is well again with them (恢复后回访). */
export async function askAfterHomes(
  tx: DispatchTx,
  input: Ticked & { outcome: AfterCare },
  ctx: Ctx,
  streets: StreetBook,
): Promise<IncidentView> {
  const { outcome } = input;
  const { incident, homes } = await homesTicked(tx, input, ctx, streets, 'askAfter', ({ afterCare }) => isAskedAfter(afterCare));
  const changed = homes.filter(({ afterCare }) => afterCare !== outcome);
  for (const home of changed) {
    tx.put(incidentHomes, { ...home, afterCare: outcome, afterCareAt: tx.now, afterCareBy: ctx.actor.accountId });
  }
  const now = (what: AfterCare) => changed.reduce((sum, { afterCare }) => sum + Number(outcome === what) - Number(afterCare === what), 0);
  const change = { well: incident.well + now('WELL'), notWell: incident.notWell + now('NOT_WELL') };
  const asked = fact(incidentEvents.incidentHomesAskedAfter, {
    ...{ title: incident.title, leadUnitId: incident.leadUnitId },
    ...{ outcome, changed: changed.length, ...change },
  });
  return saved(tx, incident, changed.length === 0 ? null : { change, said: asked });
}

/** The incident, locked, and the homes meant; a community reaches its own buildings alone. */
async function homesTicked(
  tx: DispatchTx,
  ticked: Ticked,
  ctx: Ctx,
  streets: StreetBook,
  action: IncidentAction,
  isDone: (home: IncidentHomeRow) => boolean,
): Promise<{ incident: IncidentRow; homes: IncidentHomeRow[] }> {
  const incident = await lockIncident(tx, ticked.id, ctx);
  nextIncidentState(incident.state, action);
  tx.mustSeeAll(homesPlace(incident.id));
  const affected = (await tx.load(homesOfBuilding, `${incident.id}:${ticked.buildingId}`)) ?? [];
  const street = await streets.at(tx.streetId);
  const communityId = street.estates.get(affected[0]?.estateId ?? '')?.communityId ?? '';
  if (affected.length === 0 || (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(communityId)))
    throw new DomainError('object.not-found', {});
  const { homes, unknown } = homesMeant(affected, ticked, isDone);
  if (unknown.length > 0) throw new DomainError('incident.home-not-affected', { homes: unknown.slice(0, 5).join('、') });
  tx.remember(homesPlace(incident.id), true);
  return { incident, homes };
}

async function saved(
  tx: DispatchTx,
  incident: IncidentRow,
  step: { change: Partial<IncidentRow>; said: ReturnType<typeof fact> } | null,
): Promise<IncidentView> {
  const row = step ? tx.save(incidents, { ...incident, ...step.change }, [step.said]) : incident;
  return toIncidentView(row, (await ordersOf(tx, incident.id)).length);
}
