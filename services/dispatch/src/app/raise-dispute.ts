import { disputeEvents, type Ctx, type DisputeReason, type DisputeView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { disputeRows, rejectedOfOrder } from '../db/disputes.store.js';
import { disputeView } from '../db/disputes.view.js';
import type { DisputeRow } from '../db/legs.schema.js';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import { disputeUntil, ledSince, refuseRejected, takeDispute } from '../domain/dispute.js';
import { mustHandUp } from '../domain/hand-up.js';
import { refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { namePhotos } from './name-photos.js';
import { saveOrder } from './save-order.js';

interface Objection {
  id: string;
  reason: DisputeReason;
  text: string;
  photoIds: string[];
}

/**
 * The lead says that an order is not its own (派单异议, 条例第十二条). Within the window the order waits for the decision, while the unit's clock runs on; an
 * emergency is handled on and the objection decided beside (先办后议). What was rejected is not raised again on the same grounds, nor without bound. The firm and the
 * community on the ladder of 有事您找我 know no refusal and hand up (`mustHandUp`).
 */
export async function raiseDispute(tx: DispatchTx, input: Objection, ctx: Ctx, rules: RuleBook): Promise<DisputeView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  if (order.openDisputeId !== null) throw new DomainError('dispute.already-open', {});
  if (mustHandUp(order)) throw new DomainError('hand-up.no-refusal', {});
  // Whose an order is that is part of an incident was decided with it; the desk takes out what was attached by mistake.
  refuseInIncident(order);
  refusePrivate(input.text);
  await namePhotos(tx, order, input.photoIds);
  const since = ledSince(order);
  refuseRejected((await tx.load(rejectedOfOrder, order.id)) ?? [], { leadUnitId: order.leadUnitId, since, reason: input.reason });
  const then = await rules.at(tx.streetId, since);
  const how = takeDispute(order, disputeUntil(then.limits, { level: order.level, since }, then.calendar), tx.now);
  const state = how === 'beside' ? order.state : next(order.state, 'dispute');
  const limits = await rules.at(tx.streetId, tx.now);
  const clock = beginClock(limits, 'DISPUTE_DECIDE', tx.now);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: '缺少 DISPUTE_DECIDE' });
  const dispute: Omit<DisputeRow, 'streetId'> = {
    ...{ id: tx.newId(), orderId: order.id, no: order.no, level: order.level, state: 'OPEN', leadUnitId: order.leadUnitId },
    ...{ ruleIds: order.decision.ruleIds, directoryVersion: order.decision.directoryVersion },
    ...{ reason: input.reason, text: input.text, photoIds: input.photoIds, isBeside: how === 'beside' },
    ...{ raisedAt: tx.now, dueAt: clock.dueAt, decidedAt: null, toUnitId: null, decisionText: null },
  };
  tx.insert(disputeRows, dispute);
  const raised = fact(disputeEvents.disputeRaised, {
    ...{ disputeId: dispute.id, demandId: order.demandId, no: order.no, leadUnitId: order.leadUnitId, level: order.level },
    ...{ ruleIds: dispute.ruleIds, directoryVersion: dispute.directoryVersion, reason: input.reason, isBeside: dispute.isBeside },
    ...{ raisedAt: tx.now.toISOString(), dueAt: clock.dueAt.toISOString() },
  });
  await saveOrder(tx, order, { state, openDisputeId: dispute.id }, [raised], limits);
  return disputeView({ ...dispute, streetId: tx.streetId });
}
