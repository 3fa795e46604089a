import { dispatchEvents, incidentEvents, type Ctx, type IncidentStep, type IncidentView } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { IncidentRow } from '../db/incidents.schema.js';
import { incidents, incidentSteps, lockIncident, ordersOf } from '../db/incidents.store.js';
import { toIncidentView } from '../db/incidents.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { noteBeside } from '../db/work-orders.store.js';
import { isFieldChecked } from '../domain/grid-check.js';
import { incidentClockSteps } from '../domain/incident-clocks.js';
import { nextIncidentState } from '../domain/incident.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { lockHandled } from './attach-order.js';
import { unitsConcerned } from './open-incident.js';
import { saveOrder } from './save-order.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/** How things stand, told to everyone whose demand is part of it, to its communities, and to firms and property-rights units of its estates; the hour begins anew. */
export async function tellStatus(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'tell');
  const publicText = publicTextOf(input.publicText);
  const limits = await rules.at(tx.streetId, tx.now);
  const [clock] = takeClockSteps(tx, limits, incident.id, incidentClockSteps({ fact: 'statusTold', at: tx.now }));
  const orders = await lockHandled(tx, incident.id);
  for (const order of orders) {
    const told = fact(dispatchEvents.fedBack, { demandId: order.demandId, publicText, fedBackAt: tx.now.toISOString() });
    await saveOrder(tx, order, {}, [told], limits);
  }
  const statusNo = incident.statusNo + 1;
  const { homes, communityIds } = incident;
  const told = fact(incidentEvents.incidentStatusTold, {
    ...{ no: statusNo, publicText, toldAt: tx.now.toISOString(), demands: orders.length, homes, communityIds },
    unitIds: unitsConcerned(await streets.at(tx.streetId), incident),
    ...countedBy(limits),
  });
  const change = { state, statusNo, statusText: publicText, statusAt: tx.now, statusDueAt: clock!.dueAt };
  return toIncidentView(tx.save(incidents, { ...incident, ...change }, [told]), (await ordersOf(tx, incident.id)).length);
}

/** Who did what, when. The words stay here; the fact tells the kind alone. */
export async function logStep(tx: DispatchTx, input: { id: string; kind: IncidentStep; note: string }, ctx: Ctx): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'log');
  refusePrivate(input.note);
  const no = incident.steps + 1;
  const { kind, note } = input;
  tx.insert(incidentSteps, {
    ...{ incidentId: incident.id, no, kind, note, at: tx.now, accountId: ctx.actor.accountId, unitId: ctx.actor.unitIds[0] ?? null },
  });
  const logged = fact(incidentEvents.incidentStepLogged, { kind, no, at: tx.now.toISOString() });
  return toIncidentView(tx.save(incidents, { ...incident, state, steps: no }, [logged]), (await ordersOf(tx, incident.id)).length);
}

/**
 * All is as it should be again: no status is owed any more, every order that is part of it is done and waits for its complainant's answer, but for a hard one
 * without a section chief, and everyone affected is told once what to mind (恢复告知).
 */
export async function restoreIncident(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<IncidentView> {
  const incident = await lockIncident(tx, input.id, ctx);
  const state = nextIncidentState(incident.state, 'restore');
  const publicText = publicTextOf(input.publicText);
  const limits = await rules.at(tx.streetId, tx.now);
  takeClockSteps(tx, limits, incident.id, incidentClockSteps({ fact: 'restored' }));
  const at = tx.now.toISOString();
  const orders = await lockHandled(tx, incident.id);
  for (const order of orders) {
    // A hard order is not done before a section chief leads it: its lead goes on with it, a job of its own.
    if (order.isHard && order.sectionChief === null) {
      const told = fact(dispatchEvents.fedBack, { demandId: order.demandId, publicText, fedBackAt: at });
      await saveOrder(tx, order, { beforeIncident: { ...order.beforeIncident!, endedAt: at } }, [told], limits);
      continue;
    }
    const gridCheck = isFieldChecked(order.category) ? ('OWED' as const) : null;
    const completed = fact(dispatchEvents.completed, {
      demandId: order.demandId,
      leadUnitId: order.leadUnitId,
      publicText,
      completedAt: at,
      round: order.reworks + 1,
      handledBy: ctx.actor.accountId,
      ...(gridCheck && { gridCheck }),
    });
    const saved = await saveOrder(tx, order, { state: next(order.state, 'complete'), completedAt: tx.now, gridCheck }, [completed], limits);
    noteBeside(tx, saved, `突发事件“${incident.title}”已恢复`);
  }
  const { homes, estateIds, communityIds } = incident;
  const minutes = Math.floor((tx.now.getTime() - incident.openedAt!.getTime()) / 60_000);
  const restored = fact(incidentEvents.incidentRestored, {
    ...{ publicText, restoredAt: at, minutes, demands: orders.length, homes, estateIds, communityIds },
    unitIds: unitsConcerned(await streets.at(tx.streetId), incident),
  });
  const saved = tx.save(incidents, { ...incident, state, restoredAt: tx.now, statusDueAt: null }, [restored]);
  return toIncidentView(saved, (await ordersOf(tx, incident.id)).length);
}

/** Nobody has said for an hour how it stands, or whether a proposal is an incident at all: the next stage is told. */
export function recordFiredIncident(tx: DispatchTx, incident: IncidentRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(incidents, incident, [
    fact(incidentEvents.incidentClockFired, {
      title: incident.title,
      code: clock.code,
      stage: fired.stage,
      kind: fired.kind,
      tell: fired.tell,
      dueAt: clock.dueAt.toISOString(),
      skippedStages: fired.skipped,
      leadUnitId: incident.leadUnitId,
    }),
  ]);
}
