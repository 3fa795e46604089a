import { clockEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { changeLast, pauseToReview, refuseOwn } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { endOfPause } from './end-pause.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * A section chief looks afterwards at a pause that the lead began by itself (复核暂停). Refused, the clock goes on at once as if it had never stood still. Not who began it.
 */
export async function reviewPause(
  tx: DispatchTx,
  { id, granted, reason }: { id: string; granted: boolean; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  const pause = pauseToReview(order);
  if (!pause) throw new DomainError('pause.not-to-review', {});
  if (pause.startedBy !== undefined) refuseOwn(pause.startedBy, ctx.actor.accountId);
  refusePrivate(reason);
  const reviewedAt = tx.now.toISOString();
  const review = { review: granted ? ('APPROVED' as const) : ('REFUSED' as const), reviewedAt, reviewReason: reason };
  const reviewed = { ...order, pauses: changeLast(order.pauses, review) };
  const told = fact(clockEvents.pauseReviewed, {
    ...aboutOrder(order),
    kind: pause.kind,
    granted,
    reason,
    startedAt: pause.from,
    reviewedAt,
  });
  const limits = await rules.at(tx.streetId, tx.now);
  if (granted) return toView(await saveOrder(tx, order, { pauses: reviewed.pauses }, [told], limits));
  const { change, facts } = await endOfPause(tx, reviewed, 'REFUSED', limits);
  return toView(await saveOrder(tx, order, change, [told, ...facts], limits));
}
