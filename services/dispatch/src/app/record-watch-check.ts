import { isOfUnit, watchingEvents, type Ctx, type WatchCheck, type watching as operations } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { WatchCheckRow } from '../db/watching.schema.js';
import { checksOfOrder, orderOfCheck, watchChecks } from '../db/watching.store.js';
import { toWatchCheck } from '../db/watching.view.js';
import { workOrders } from '../db/work-orders.store.js';
import { levelToAsk } from '../domain/lowering.js';
import { refusePrivate } from '../domain/public-text.js';
import { refuseOwnPass, verdict, watchSteps } from '../domain/watching.js';
import { next } from '../domain/work-order-states.js';
import { dispatchDemand } from './dispatch-demand.js';
import { namePhotos } from './name-photos.js';
import { saveOrder } from './save-order.js';
import { takeClockSteps } from './take-clock-steps.js';

/**
 * Somebody has looked again. All looks passed: the order is archived. One failed: the matter was not solved for good; the same demand gets another order
 * (`parent_order_id`), dispatched like any other, and the old one is archived with its number. It stays solved in the rates: only the
 * complainant's answer says otherwise, and they will be asked about the new one. Who is complained about does not look (domain rules 4.5, step 7); who did
 * the work may say that it has come back, not that it holds.
 */
export async function recordWatchCheck(
  tx: DispatchTx,
  input: z.output<typeof operations.recordWatchCheck.input>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WatchCheck> {
  // The order before its looks, so that two who look at once do not wait for each other.
  const orderId = await tx.load(orderOfCheck, input.id);
  const order = orderId === undefined ? undefined : await tx.lock(workOrders, orderId);
  const ids = orderId === undefined ? [] : ((await tx.load(checksOfOrder, orderId)) ?? []);
  const checks = (await Promise.all(ids.map((id) => tx.lock(watchChecks, id)))).filter((check) => check !== undefined);
  const check = checks.find(({ id }) => id === input.id);
  const reaches = ctx.scope === 'street' || check?.concernedUnitIds.some((id) => ctx.actor.unitIds.includes(id));
  if (!order || !check || !reaches) throw new DomainError('object.not-found', {});
  if (isOfUnit(ctx.actor, order.aboutUnitId)) throw new DomainError('check.complained-about', {});
  if (check.state !== 'OPEN' && !(check.state === 'WAITING' && !input.passed)) throw new DomainError('check.recorded', {});
  if (input.passed) refuseOwnPass(order, check, ctx.actor.unitIds);
  // What has come back may be said at any time; that it holds, only when it is due.
  if (input.passed && check.openFrom! > tx.now)
    throw new DomainError('check.too-early', { from: formatBeijing(check.openFrom!).slice(0, 16) });
  refusePrivate(input.note);
  await namePhotos(tx, order, input.photoIds);

  const limits = await rules.at(tx.streetId, tx.now);
  takeClockSteps(tx, limits, check.id, watchSteps({ fact: 'ended', kind: check.kind }));
  const childOrderId = input.passed ? null : tx.newId();
  const at = tx.now.toISOString();
  const recorded = tx.save(
    watchChecks,
    {
      ...check,
      ...{ state: input.passed ? ('PASSED' as const) : ('FAILED' as const), note: input.note, photoIds: input.photoIds },
      ...{ checkedAt: tx.now, childOrderId },
    },
    [fact(watchingEvents.watchRecorded, { orderId: order.id, kind: check.kind, passed: input.passed, childOrderId, checkedAt: at })],
  );
  const others = checks.filter(({ id }) => id !== check.id);
  const end = verdict([recorded.state, ...others.map(({ state }) => state)]);
  if (end === 'WATCHED') return toWatchCheck(recorded);

  for (const other of others) if (other.state === 'OPEN' || other.state === 'WAITING') drop(tx, other);
  const state = next(order.state, 'archive');
  const archived = fact(watchingEvents.orderArchived, { demandId: order.demandId, state, childOrderId, archivedAt: at });
  await saveOrder(tx, order, { state }, [archived], limits);
  if (childOrderId !== null) await dispatchChild(tx, order, childOrderId, rules, streets);
  return toWatchCheck(recorded);

  function drop(tx: DispatchTx, other: WatchCheckRow): void {
    takeClockSteps(tx, limits, other.id, watchSteps({ fact: 'ended', kind: other.kind }));
    tx.save(watchChecks, { ...other, state: 'DROPPED' }, [
      fact(watchingEvents.watchDropped, { orderId: other.orderId, kind: other.kind, droppedAt: at }),
    ]);
  }
}

/** Received when it was found, not when the first order was: the new promise to the complainant begins now. */
async function dispatchChild(
  tx: DispatchTx,
  order: WorkOrderRow,
  childOrderId: string,
  rules: RuleBook,
  streets: StreetBook,
): Promise<void> {
  const at = tx.now.toISOString();
  const { demandId, demandType, category, place, title, no, aboutUnitId } = order;
  const demand = {
    orderId: childOrderId,
    no: `${no}-回看`,
    demandType,
    category,
    level: levelToAsk(order),
    place,
    title,
    receivedAt: at,
    aboutUnitId,
  };
  await dispatchDemand(tx, { aggregateId: demandId, payload: { ...demand, channel: 'PATROL', forwardedAt: at } }, rules, streets, order.id);
}

/** A look is due today, or has not been taken. */
export function recordFiredWatch(tx: DispatchTx, check: WatchCheckRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(watchChecks, check, [
    fact(watchingEvents.watchClockFired, {
      ...{ title: check.no, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell, dueAt: clock.dueAt.toISOString() },
      ...{ skippedStages: fired.skipped, unitId: check.unitId, orderId: check.orderId },
    }),
  ]);
}
