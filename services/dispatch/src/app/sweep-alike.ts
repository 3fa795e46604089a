import { watchingEvents, type Ctx, type SimilarSweep, type SweepCheck, type watching as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { incidents } from '../db/incidents.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook, StreetPage } from '../db/street-book.js';
import { buildingOf, checksOfSweep, checksSent, sweepChecks, sweepOfCheck, sweeps, type SentCheck } from '../db/sweeps.store.js';
import { toSweep, toSweepCheck } from '../db/sweeps.view.js';
import type { SweepCheckRow, SweepRow } from '../db/watching.schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { sweepSteps } from '../domain/sweep-clocks.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/**
 * One case, all alike looked at (举一反三): once an order is closed or an incident over, the desk sends a check to each place it picked, to a unit, with
 * a clock. Asked twice with the same number it is one sweep.
 */
export async function openSweep(
  tx: DispatchTx,
  input: z.output<typeof operations.openSweep.input>,
  rules: RuleBook,
  streets: StreetBook,
): Promise<SimilarSweep & { tasks: SweepCheck[] }> {
  const known = await tx.lock(sweeps, input.id);
  if (known) {
    const ids = (await tx.load(checksOfSweep, known.id)) ?? [];
    const rows = await Promise.all(ids.map((id) => tx.lock(sweepChecks, id)));
    return { ...toSweep(known), tasks: rows.flatMap((row) => (row ? [toSweepCheck(row)] : [])) };
  }
  const category = await categoryOf(tx, input);
  const street = await streets.fresh(tx.streetId);
  const limits = await rules.at(tx.streetId, tx.now);
  const places = [...new Map(input.places.map((place) => [`${place.estateId}/${place.buildingId}`, place])).values()];
  for (const { unitId, reason, estateId, buildingId } of places) {
    if (!street.units.has(unitId)) throw new DomainError('unit.unknown', { unit: unitId });
    refusePrivate(reason);
    const isThere = buildingId === null || (await tx.load(buildingOf, buildingId))?.estateId === estateId;
    if (!street.estates.has(estateId) || !isThere) throw new DomainError('incident.place-unknown', { place: buildingId ?? estateId });
  }
  const [orderId, incidentId] = [input.orderId ?? null, input.incidentId ?? null];
  await refuseAsked(tx, { category, orderId, incidentId }, places, street);
  const communities = places.map(({ estateId }) => street.estates.get(estateId)!.communityId);
  const at = tx.now.toISOString();
  const sweep = tx.create(
    sweeps,
    {
      ...{
        id: input.id,
        category,
        orderId,
        incidentId,
        checks: places.length,
        found: 0,
        notFound: 0,
        openFinds: 0,
        openedAt: tx.now,
        doneAt: null,
      },
      concernedUnitIds: [...new Set([...places.map(({ unitId }) => unitId), ...communities])],
    },
    [fact(watchingEvents.sweepOpened, { category, orderId, incidentId, checks: places.length, openedAt: at })],
  );
  const tasks = places.map(({ estateId, buildingId, unitId, reason }, i) => {
    const id = tx.newId();
    const [clock] = takeClockSteps(tx, limits, id, sweepSteps({ fact: 'asked', at: tx.now }));
    const { dueAt } = clock!;
    const asked = { sweepId: sweep.id, category, estateId, buildingId, unitId, reason };
    return tx.create(
      sweepChecks,
      {
        ...{
          id,
          ...asked,
          communityId: communities[i]!,
          state: 'OPEN' as const,
          dueAt,
          note: null,
          photoIds: [],
          checkedAt: null,
          demandNo: null,
          handledOnSpot: false,
        },
      },
      [fact(watchingEvents.sweepCheckAsked, { ...asked, dueAt: dueAt.toISOString(), askedAt: at, ...countedBy(limits) })],
    );
  });
  return { ...toSweep(sweep), tasks: tasks.map(toSweepCheck) };
}

/**
 * A place is looked at once for one source, and by one sweep at a time for one matter: two desks that do not know of each other would send somebody twice, and
 * count what is found there twice.
 */
async function refuseAsked(
  tx: DispatchTx,
  { category, orderId, incidentId }: Pick<SweepRow, 'category' | 'orderId' | 'incidentId'>,
  places: readonly { estateId: string; buildingId: string | null }[],
  { estates }: StreetPage,
): Promise<void> {
  const keyOf = (estateId: string) => `${estateId}|${category.join('/')}`;
  const keys = [...new Set(places.map(({ estateId }) => keyOf(estateId)))].sort();
  for (const key of keys) {
    await tx.hold(`checks ${key}`);
    tx.mustSeeAll(`checks ${key}`);
  }
  const sent = new Map<string, SentCheck[]>();
  for (const key of keys) sent.set(key, (await tx.load(checksSent, key)) ?? []);
  const isOfSource = (one: SentCheck) =>
    (orderId !== null && one.orderId === orderId) || (incidentId !== null && one.incidentId === incidentId);
  const asked = places.filter(({ estateId, buildingId }) =>
    sent.get(keyOf(estateId))!.some((one) => one.buildingId === buildingId && (one.isOpen || isOfSource(one))),
  );
  if (asked.length > 0) {
    const names = asked.map(async ({ estateId, buildingId }) => {
      const building = buildingId === null ? undefined : await tx.load(buildingOf, buildingId);
      return `${estates.get(estateId)!.name}${building?.name ?? ''}`;
    });
    throw new DomainError('sweep.place-asked', { places: (await Promise.all(names)).join('、') });
  }
  for (const key of keys) tx.remember(`checks ${key}`, true);
}

/** The matter of what was wrong, once it is over. */
async function categoryOf(
  tx: DispatchTx,
  { orderId, incidentId }: { orderId?: string | undefined; incidentId?: string | undefined },
): Promise<string[]> {
  const incident = incidentId === undefined ? undefined : await tx.lock(incidents, incidentId);
  const order = orderId === undefined ? undefined : await tx.lock(workOrders, orderId);
  if (!incident && !order) throw new DomainError('object.not-found', {});
  const isOver = incident ? incident.restoredAt !== null : order?.isOpen === false;
  if (!isOver) throw new DomainError('sweep.source-open', {});
  return incident ? incident.category : [...order!.category];
}

/**
 * What was found at one place. The sweep counts it; it is done with the last place, once each find has its demand or was handled on the spot: until then
 * nobody owes what was found.
 */
export async function recordSweepCheck(
  tx: DispatchTx,
  input: z.output<typeof operations.recordSweepCheck.input>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<SweepCheck> {
  const sweepId = await tx.load(sweepOfCheck, input.id);
  const sweep = sweepId === undefined ? undefined : await tx.lock(sweeps, sweepId);
  const check = await lockCheck(tx, input.id, ctx);
  if (!sweep) throw new DomainError('object.not-found', {});
  if (check.state !== 'OPEN') throw new DomainError('check.recorded', {});
  for (const text of [input.note, input.demandNo]) if (text !== undefined) refusePrivate(text);
  takeClockSteps(tx, await rules.at(tx.streetId, tx.now), check.id, sweepSteps({ fact: 'recorded' }));
  const demandNo = input.found ? (input.demandNo ?? null) : null;
  const handledOnSpot = input.found && input.handledOnSpot === true;
  const at = tx.now.toISOString();
  const recorded = tx.save(
    sweepChecks,
    {
      ...check,
      ...{ state: input.found ? ('FOUND' as const) : ('NOT_FOUND' as const), note: input.note, photoIds: input.photoIds },
      ...{ checkedAt: tx.now, demandNo, handledOnSpot },
    },
    [fact(watchingEvents.sweepCheckRecorded, { sweepId: sweep.id, found: input.found, demandNo, checkedAt: at, handledOnSpot })],
  );
  countFinds(tx, {
    ...sweep,
    ...{ found: sweep.found + Number(input.found), notFound: sweep.notFound + Number(!input.found) },
    openFinds: sweep.openFinds + Number(input.found && demandNo === null && !handledOnSpot),
  });
  return toSweepCheck(recorded);
}

/** The demand that was entered for what was found, when its number is known later. */
export async function linkSweepDemand(tx: DispatchTx, input: { id: string; demandNo: string }, ctx: Ctx): Promise<SweepCheck> {
  const sweepId = await tx.load(sweepOfCheck, input.id);
  const sweep = sweepId === undefined ? undefined : await tx.lock(sweeps, sweepId);
  const check = await lockCheck(tx, input.id, ctx);
  if (!sweep) throw new DomainError('object.not-found', {});
  if (check.state !== 'FOUND') throw new DomainError('check.not-found-there', {});
  refusePrivate(input.demandNo);
  const { demandNo } = input;
  const linked = fact(watchingEvents.sweepDemandLinked, { sweepId: check.sweepId, demandNo });
  const wasOpen = check.demandNo === null && !check.handledOnSpot;
  if (wasOpen) countFinds(tx, { ...sweep, openFinds: sweep.openFinds - 1 });
  return toSweepCheck(tx.save(sweepChecks, { ...check, demandNo }, [linked]));
}

/** A sweep as it stands now: done once every place was looked at and nothing found is owed by nobody; what was done once stays so. */
function countFinds(tx: DispatchTx, sweep: SweepRow): void {
  const { checks, found, notFound, openFinds } = sweep;
  const doneAt = sweep.doneAt ?? (found + notFound === checks && openFinds === 0 ? tx.now : null);
  tx.save(sweeps, { ...sweep, doneAt }, [
    fact(watchingEvents.sweepCounted, { checks, found, notFound, openFinds, doneAt: doneAt?.toISOString() ?? null }),
  ]);
}

async function lockCheck(tx: DispatchTx, id: string, { scope, actor }: Ctx): Promise<SweepCheckRow> {
  const check = await tx.lock(sweepChecks, id);
  const reaches = check && (scope === 'street' || actor.unitIds.includes(check.unitId) || actor.unitIds.includes(check.communityId ?? ''));
  if (!reaches) throw new DomainError('object.not-found', {});
  return check;
}

/** A check is due soon, or was not done. */
export function recordFiredSweepCheck(tx: DispatchTx, check: SweepCheckRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(sweepChecks, check, [
    fact(watchingEvents.sweepCheckClockFired, {
      ...{ title: `举一反三：${check.category.at(-1)}`, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, unitId: check.unitId },
    }),
  ]);
}
