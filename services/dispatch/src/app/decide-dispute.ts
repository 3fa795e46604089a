import { clockEvents, disputeEvents, isOfUnit, type Ctx, type DeadlineCode, type DisputeView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import { disputeById, disputeRows } from '../db/disputes.store.js';
import { disputeView } from '../db/disputes.view.js';
import type { DisputeRow } from '../db/legs.schema.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { workOrders } from '../db/work-orders.store.js';
import { concernedAnew, concernedByPlace, leadRefusal } from '../domain/decide.js';
import { dutiesAtUphold, isOrdersLimit } from '../domain/duties.js';
import { rungOf, type LadderStreet } from '../domain/hand-up.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { levelToAsk } from '../domain/lowering.js';
import { lapsedRequest, openPause } from '../domain/more-time.js';
import { passedOn } from '../domain/problem-order.js';
import { refusePrivate } from '../domain/public-text.js';
import { reworkLimit } from '../domain/rework-limit.js';
import { can, next } from '../domain/work-order-states.js';
import { endOfPause } from './end-pause.js';
import { relayLegs } from './open-legs.js';
import { aboutOrder, saveOrder } from './save-order.js';

interface Decision {
  id: string;
  disputeId: string;
  text: string;
}

/**
 * The objection holds: another unit leads, and the unit's clock starts anew for it; the complainant's never does, and what the first dispatch was
 * stays recorded. Clocks counted from the first dispatch run on. Who has begun on an emergency goes on as co-unit, so that nobody lets go before
 * the other has taken hold. What rests (挂账, 五方共议) rests on under the new lead. An order that was done meanwhile stays where it is; whose it was is
 * recorded, and it goes there if it is sent back (`to-ruled-unit.ts`). What the old lead had asked for, or waited for, is over.
 */
export async function upholdDispute(
  tx: DispatchTx,
  input: Decision & { leadUnitId: string; coUnitIds?: string[] | undefined },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<DisputeView> {
  const { order, dispute } = await lockDisputed(tx, input, ctx);
  if (input.leadUnitId === dispute.leadUnitId) throw new DomainError('dispute.same-unit', {});
  const street = await streets.at(tx.streetId);
  for (const id of [input.leadUnitId, ...(input.coUnitIds ?? [])])
    if (!street.units.has(id)) throw new DomainError('unit.unknown', { unit: id });
  const lead = street.units.get(input.leadUnitId)!;
  const refused = leadRefusal(street, lead.id, { ...order, level: levelToAsk(order), at: tx.now });
  if (refused) throw new DomainError(refused, {});

  const movesOrder = can(order.state, 'uphold');
  const hasBegun = dispute.isBeside && order.state !== 'DISPATCHED';
  const coUnitIds = [...new Set([...(input.coUnitIds ?? order.coUnitIds), ...(movesOrder && hasBegun ? [dispute.leadUnitId] : [])])].filter(
    (id) => id !== lead.id,
  );
  const limits = await rules.at(tx.streetId, tx.now);
  const passed = passedOn(order);
  const isAtRest = order.state === 'SUSPENDED' || order.state === 'DELIBERATING';
  const waiting = movesOrder || isAtRest ? await endOfWaiting(tx, order, limits) : { change: {}, facts: [] };
  const before = { ...order, ...waiting.change };
  const begins = order.updatedAt > tx.now ? order.updatedAt : tx.now;
  const again = order.reworks > 0 ? reworkLimit(limits, order.level, begins) : undefined;
  const moved = movesOrder || isAtRest ? await moveToLead(tx, before, { lead, coUnitIds, street, limit: again?.code }, limits) : before;
  const after = { ...moved, ...(movesOrder && passed.change) };
  const upheld = fact(disputeEvents.disputeUpheld, {
    ...factsOf(dispute, order),
    ...{ fromUnitId: dispute.leadUnitId, toUnitId: lead.id, coUnitIds: after.coUnitIds, movesOrder },
    ...{ upheldAt: tx.now.toISOString(), dueAt: after.dueAt.toISOString() },
    ...(movesOrder && passed.told),
    ...(isAtRest && { isAtRest }),
    ...((movesOrder || isAtRest) && again && again.code !== 'REWORK' && { limit: again.code }),
  });
  await saveOrder(tx, order, { ...after, openDisputeId: null }, [...waiting.facts, upheld], limits);
  return record(tx, { ...dispute, state: 'UPHELD', decidedAt: tx.now, toUnitId: lead.id, decisionText: input.text });
}

/** The objection does not hold: the same unit leads on, and the time it has lost stays lost. */
export async function rejectDispute(tx: DispatchTx, input: Decision, ctx: Ctx, rules: RuleBook): Promise<DisputeView> {
  const { order, dispute } = await lockDisputed(tx, input, ctx);
  // Since the objection was raised its unit may have been named as the one complained about: then it is upheld, whatever its reason.
  if (dispute.leadUnitId === order.aboutUnitId) throw new DomainError('work-order.complained-about', {});
  const state = order.state === 'DISPUTED' ? next(order.state, 'reject') : order.state;
  const rejected = fact(disputeEvents.disputeRejected, {
    ...factsOf(dispute, order),
    leadUnitId: dispute.leadUnitId,
    state,
    rejectedAt: tx.now.toISOString(),
  });
  await saveOrder(tx, order, { state, openDisputeId: null }, [rejected], await rules.at(tx.streetId, tx.now));
  return record(tx, { ...dispute, state: 'REJECTED', decidedAt: tx.now, toUnitId: dispute.leadUnitId, decisionText: input.text });
}

/** Nobody decides on an objection of their own unit, nor about a complaint about it. */
async function lockDisputed(tx: DispatchTx, input: Decision, { actor }: Ctx): Promise<{ order: WorkOrderRow; dispute: DisputeRow }> {
  const order = await tx.lock(workOrders, input.id);
  const dispute = await tx.load(disputeById, input.disputeId);
  if (!order || dispute?.orderId !== order.id) throw new DomainError('object.not-found', {});
  if (order.openDisputeId !== dispute.id) throw new DomainError('dispute.already-decided', {});
  if (isOfUnit(actor, dispute.leadUnitId)) throw new DomainError('dispute.own-unit', {});
  refuseOwnComplaint(order, actor);
  refusePrivate(input.text);
  return { order, dispute };
}

/** A pause or a request of who is free of the order from now on: the new lead's time runs, and nobody decides what it has not asked. */
async function endOfWaiting(
  tx: DispatchTx,
  order: WorkOrderRow,
  limits: ClockRules,
): Promise<{ change: Partial<WorkOrderRow>; facts: Fact[] }> {
  const { change, facts } = openPause(order) ? await endOfPause(tx, order, 'PERSON', limits) : { change: {}, facts: [] };
  const refused = { ...aboutOrder(order), reason: '异议成立，改由其他单位主办', refusedAt: tx.now.toISOString() };
  const asked = {
    EXTENSION: [fact(clockEvents.extensionRefused, { ...refused, dueAt: order.dueAt.toISOString() })],
    SUSPENSION: [fact(clockEvents.suspensionRefused, refused)],
    // Whose it is has been ruled; the fact of that ends the waiting for an answer.
    TRANSFER: [],
  };
  return {
    change: { ...change, ...lapsedRequest(order, tx.now) },
    facts: [...facts, ...(order.openRequest ? asked[order.openRequest] : [])],
  };
}

/** The order under its new lead: to be accepted, or at rest as it is. */
async function moveToLead(
  tx: DispatchTx,
  order: WorkOrderRow,
  under: { lead: { id: string; name: string }; coUnitIds: string[]; street: LadderStreet; limit: DeadlineCode | undefined },
  limits: ClockRules,
): Promise<WorkOrderRow> {
  const { lead, coUnitIds, street } = under;
  const begins = order.updatedAt > tx.now ? order.updatedAt : tx.now;
  const limit = dutiesAtUphold(limits.limits, { ...order, hasReworks: order.reworks > 0, limit: under.limit }).start.find(isOrdersLimit);
  const moved: WorkOrderRow = {
    ...order,
    ...(can(order.state, 'uphold')
      ? { state: next(order.state, 'uphold'), dispatchedAt: tx.now, contactedAt: null }
      : { handedOverAt: tx.now }),
    leadUnitId: lead.id,
    coUnitIds,
    concernedUnitIds: concernedAnew(order, [lead.id, ...coUnitIds, ...concernedByPlace(street, order.place)]),
    decision: { ...order.decision, ruleIds: [], reason: `派单异议成立，改由${lead.name}主办。`, alternatives: [] },
    ...{ onSiteAt: null, ...rungOf(street, order, lead.id) },
    ...(limit && { limitMetAt: null, firstDueAt: null }),
    dueAt: (limit && beginClock(limits, limit, begins)?.dueAt) ?? order.dueAt,
  };
  return { ...moved, openLegIds: await relayLegs(tx, order, moved, coUnitIds, limits) };
}

function factsOf(dispute: DisputeRow, { demandId }: WorkOrderRow) {
  const { no, ruleIds, directoryVersion, reason, raisedAt } = dispute;
  return { disputeId: dispute.id, demandId, no, ruleIds, directoryVersion, reason, raisedAt: raisedAt.toISOString() };
}

function record(tx: DispatchTx, dispute: DisputeRow): DisputeView {
  tx.put(disputeRows, dispute);
  return disputeView(dispute);
}
