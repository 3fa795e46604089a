import { clockEvents, type Ctx, type Pause, type WorkOrderView } from '@wufang/contracts';
import { DomainError, limitOf, recountClock } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { isOrdersLimit } from '../domain/duties.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { openPause, pauseToReview, refuseOwn } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { endOfPause } from './end-pause.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * A section chief looks afterwards at a pause that the lead began by itself (复核暂停). Refused, the clock goes on at once as if it had never stood still; one that has
 * ended meanwhile gives back the time it gave. Not who began it, nor anybody of the unit that leads (`refuseOwnUnit`).
 */
export async function reviewPause(
  tx: DispatchTx,
  { id, granted, reason }: { id: string; granted: boolean; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  const pause = order.isOpen ? pauseToReview(order) : undefined;
  if (!pause) throw new DomainError('pause.not-to-review', {});
  if (pause.startedBy !== undefined) refuseOwn(pause.startedBy, ctx.actor.accountId);
  refuseOwnUnit(order, ctx.actor, '复核暂停计时');
  refusePrivate(reason);
  const limits = await rules.at(tx.streetId, tx.now);
  const reviewedAt = tx.now.toISOString();
  const review = { review: granted ? ('APPROVED' as const) : ('REFUSED' as const), reviewedAt, reviewReason: reason };
  const isOver = openPause(order) !== pause;
  const takesBack = isOver && !granted;
  const pauses = order.pauses.map((one) => (one === pause ? { ...one, ...review, ...(takesBack && { to: one.from }) } : one));
  const dueAt = takesBack ? await dueWithout(tx, order, pause, limits) : undefined;
  const reviewed = { ...order, pauses };
  const told = fact(clockEvents.pauseReviewed, {
    ...{ ...aboutOrder(order), kind: pause.kind, granted, reason, startedAt: pause.from, reviewedAt },
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(pauseToReview(reviewed) && { isAnotherOpen: true as const }),
  });
  if (granted || isOver) return toView(await saveOrder(tx, order, { pauses, ...(dueAt && { dueAt }) }, [told], limits));
  const { change, facts } = await endOfPause(tx, reviewed, 'REFUSED', limits);
  return toView(await saveOrder(tx, order, change, [told, ...facts], limits));
}

/** When an order is due once a pause that has ended counts for nothing; nothing where its limit does not run, or a later word than the pause has set it. */
async function dueWithout(tx: DispatchTx, order: WorkOrderRow, pause: Pause, rules: ClockRules): Promise<Date | undefined> {
  const clock = (await tx.runningClocks(order.id)).find(({ code, state }) => isOrdersLimit(code) && state === 'armed');
  const changes = clock?.changes.filter((change) => change.kind !== 'pause' || change.from !== pause.from);
  if (!clock || !changes || changes.length === clock.changes.length) return undefined;
  const { dueAt } = recountClock({ ...clock, changes }, limitOf(rules, clock), rules.calendar);
  return dueAt < clock.dueAt ? dueAt : undefined;
}
