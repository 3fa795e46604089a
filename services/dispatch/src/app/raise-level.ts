import { classificationEvents, dutiesOfTrapped, handlingCode, labels, type Ctx, type Level, type WorkOrderView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import { disputeById, disputeRows } from '../db/disputes.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { isHigher } from '../domain/lowering.js';
import { lapsedRequest, openPause } from '../domain/more-time.js';
import { refusePrivate } from '../domain/public-text.js';
import { can, isBeingWorkedOn, isInIncident, isToAccept, next } from '../domain/work-order-states.js';
import { endOfPause } from './end-pause.js';
import { endOfSuspension } from './end-suspension.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * Danger is found in an order, or it was lowered by mistake (提级; domain rules 4.5-1): from now on it owes what that level owes, counted from now, and its limit ends
 * no later than the old one would have. What held it back or let it rest (an objection, a pause, a suspension, the table, a request for more time) holds it no longer; the table goes on without it.
 * Where people are trapped in a lift, that clock begins too.
 * Said by the unit on site, intake has a person look at it, as at words of danger; nobody waits for that.
 */
export async function raiseLevel(
  tx: DispatchTx,
  { id, level, reason, isTrappedInLift = false }: { id: string; level: 'E' | 'U'; reason: string; isTrappedInLift?: boolean },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, id, ctx);
  if (!isBeingWorkedOn(order.state))
    throw new DomainError('work-order.illegal-step', { status: labels.workOrderState[order.state], action: labels.workOrderAction.raise });
  if (!isHigher(level, order.level)) throw new DomainError('work-order.level-not-higher', { level: labels.level[order.level] });
  refusePrivate(reason);
  const limits = await rules.at(tx.streetId, tx.now);
  const waited = await endOfRest(tx, order, limits);
  const before = { ...order, ...waited.change };
  const state = can(before.state, 'raise') ? next(before.state, 'raise') : before.state;
  const counted = beginClock(limits, handlingCode[level], tx.now)!.dueAt;
  const dueAt = before.dueAt < counted && before.dueAt > tx.now ? before.dueAt : counted;
  const lapsed = order.openRequest === 'EXTENSION' || order.openRequest === 'SUSPENSION' ? order.openRequest : undefined;
  const isStreets = ctx.actor.roles.some((role) => role === 'phone_desk' || role === 'section_chief' || role === 'street_leader');
  await argueBeside(tx, order);
  const had = order.decision.duties ?? [];
  const found = isTrappedInLift ? dutiesOfTrapped.filter((code) => !had.includes(code)) : [];
  const raised = fact(classificationEvents.orderLevelRaised, {
    ...{
      ...aboutOrder(order),
      coUnitIds: order.coUnitIds,
      category: order.category,
      oldLevel: order.level,
      level: level as Level,
      reason,
      state,
    },
    ...{ by: isStreets && !ctx.actor.unitIds.includes(order.leadUnitId) ? ('STREET' as const) : ('UNIT' as const) },
    isAccepted: !isToAccept(order.state),
    ...(isInIncident(order) && { isInIncident: true }),
    ...(order.onSiteAt !== null && { isOnSite: true }),
    ...(lapsed && { lapsedRequest: lapsed }),
    ...(found.length > 0 && { duties: found }),
    ...{ oldDueAt: before.dueAt.toISOString(), dueAt: dueAt.toISOString(), raisedAt: tx.now.toISOString() },
  });
  const change = { ...waited.change, ...(lapsed && lapsedRequest(order, tx.now)), state, level, givenLevel: level };
  const due = {
    dueAt,
    firstDueAt: null,
    limitMetAt: null,
    decision: { ...order.decision, ...(found.length > 0 && { duties: [...had, ...found] }) },
  };
  return toView(await saveOrder(tx, order, { ...change, ...due }, [...waited.facts, raised], limits));
}

/** What held the order back until it is decided whose it is holds an emergency no longer: it is argued about beside (先办后议). */
async function argueBeside(tx: DispatchTx, order: WorkOrderRow): Promise<void> {
  if (order.state !== 'DISPUTED' || order.openDisputeId === null) return;
  const dispute = await tx.load(disputeById, order.openDisputeId);
  if (dispute) tx.put(disputeRows, { ...dispute, isBeside: true });
}

/** What lets an order rest ends with its own fact, before it is raised. */
async function endOfRest(
  tx: DispatchTx,
  order: WorkOrderRow,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] }> {
  if (openPause(order)) return endOfPause(tx, order, 'RAISED', limits);
  if (order.state === 'SUSPENDED') return endOfSuspension(order, 'RAISED', '发现危险，按紧急情形立即办理', tx.now);
  return { change: {}, facts: [] };
}
