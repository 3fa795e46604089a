import { classificationEvents, type Envelope, type PayloadOf } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lastSentBack, workOrders } from '../db/work-orders.store.js';
import type { StreetBook } from '../db/street-book.js';
import { decidingRow } from '../domain/decide.js';
import { handlingLimit } from '../domain/duties.js';
import { loweredLevel, lowerablePhase } from '../domain/lowering.js';
import { reworkLimit } from '../domain/rework-limit.js';
import { isInIncident } from '../domain/work-order-states.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * The desk has looked at a level E that words had raised, and it is none (domain rules 4.5-1). Until this fact the emergency's clocks have run;
 * from it on the order is counted by the lower level, or that of the directory's row, from its dispatch, or from when it was sent back for rework by the limit of that. An order that is not here yet is waited for.
 */
export async function lowerLevel(
  tx: DispatchTx,
  { payload }: Envelope<PayloadOf<typeof classificationEvents.levelLowered>>,
  rules: RuleBook,
  streets: StreetBook,
): Promise<void> {
  const { orderId, reason } = payload;
  if (orderId === null) return;
  const order = await tx.lock(workOrders, orderId);
  if (!order) throw new DomainError('object.not-found', { orderId });
  if (order.level !== 'E') return;
  const limits = await rules.at(tx.streetId, tx.now);
  const level = loweredLevel(
    payload.level,
    decidingRow(await streets.at(tx.streetId), { ...order, level: payload.level, at: order.dispatchedAt }),
  );
  const phase = lowerablePhase(order);
  const sentBackAt = phase === 'OVER' || order.reworks === 0 ? undefined : ((await tx.load(lastSentBack, order.id)) ?? tx.now);
  const rework = sentBackAt && reworkLimit(limits, level, sentBackAt);
  const counted = phase === 'OVER' || sentBackAt ? undefined : beginClock(limits, handlingLimit(limits.limits, level), order.dispatchedAt);
  const dueAt = rework?.dueAt ?? counted?.dueAt ?? order.dueAt;
  const lowered = fact(classificationEvents.orderLevelLowered, {
    ...{ ...aboutOrder(order), oldLevel: order.level, level, reason, phase },
    dispatchedAt: order.dispatchedAt.toISOString(),
    oldDueAt: order.dueAt.toISOString(),
    dueAt: dueAt.toISOString(),
    loweredAt: tx.now.toISOString(),
    ...(counted && { isCounted: true }),
    ...(rework && { reworkLimit: rework.code, sentBackAt: sentBackAt.toISOString() }),
    ...(isInIncident(order) && { isInIncident: true }),
    ...(order.onSiteAt !== null && { isOnSite: true }),
  });
  await saveOrder(tx, order, { level, dueAt }, [lowered], limits);
}
