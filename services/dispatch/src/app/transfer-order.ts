import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook, StreetPage } from '../db/street-book.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { concernedAnew, concernedByPlace, leadRefusal } from '../domain/decide.js';
import { refuseInDispute } from '../domain/dispute.js';
import { rungOf, type LadderStreet } from '../domain/hand-up.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { levelToAsk } from '../domain/lowering.js';
import { asIfAnswered, refuseWaiting } from '../domain/more-time.js';
import { passedOn } from '../domain/problem-order.js';
import { movedText, refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { relayLegs } from './open-legs.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * Handing an order to another unit (转办). The lead cannot be dropped before another has taken hold (domain rules part 1, row 122; 条例第十四条): a section chief who
 * is not of the unit that leads it asks, and until the unit it is meant for takes it over, within TRANSFER_ANSWER, lead and clocks stay as they are. A leader
 * of the street rules at once, also on what was asked and not answered. Not to the demand centre: whose an order is not objects, and is heard.
 */
export async function transferOrder(
  tx: DispatchTx,
  input: { id: string; leadUnitId: string; reason: string; publicText?: string | undefined },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  refuseOwnUnit(order, ctx.actor, labels.workOrderAction.transfer);
  const isRuling = ctx.actor.roles.includes('street_leader');
  refuseWaiting(isRuling ? asIfAnswered(order) : order, labels.workOrderAction.transfer);
  refusePrivate(input.reason);
  const told = movedText(input);
  const street = await streets.at(tx.streetId);
  const limits = await rules.at(tx.streetId, tx.now);
  const lead = receiverOf(order, input.leadUnitId, street, tx.now);
  return isRuling
    ? handOver(tx, order, { reason: input.reason, ...told, lead, street }, limits)
    : askTransfer(tx, order, { ...input, ...told }, ctx, limits);
}

/** The unit an order may be handed to, or why it may not. */
export function receiverOf(order: WorkOrderRow, unitId: string, street: StreetPage, now: Date): { id: string; name: string } {
  refuseInDispute(order, labels.workOrderAction.transfer);
  next(order.state, 'transfer');
  refuseInIncident(order);
  const lead = street.units.get(unitId);
  if (!lead) throw new DomainError('unit.unknown', { unit: unitId });
  if (lead.id === order.leadUnitId) throw new DomainError('work-order.same-unit', {});
  if (lead.id === street.centre.id || lead.id === street.standInCentreId) {
    throw new DomainError('work-order.illegal-step', {
      status: labels.workOrderState[order.state],
      action: `${labels.workOrderAction.transfer}给${lead.name}（不属本单位的，由主办单位提出派单异议）`,
    });
  }
  const refused = leadRefusal(street, lead.id, { ...order, level: levelToAsk(order), at: now });
  if (refused) throw new DomainError(refused, {});
  return lead;
}

async function askTransfer(
  tx: DispatchTx,
  order: WorkOrderRow,
  { leadUnitId: toUnitId, reason, publicText }: { leadUnitId: string; reason: string; publicText?: string | undefined },
  { actor: { accountId: askedBy } }: Ctx,
  limits: ClockRules,
): Promise<WorkOrderView> {
  const dueAt = beginClock(limits, 'TRANSFER_ANSWER', tx.now)?.dueAt;
  if (!dueAt) throw new DomainError('time-limits.invalid', { faults: '缺少TRANSFER_ANSWER' });
  const askedAt = tx.now.toISOString();
  const change = {
    openRequest: 'TRANSFER' as const,
    askedTransfer: { toUnitId, reason, askedBy, askedAt, dueAt: dueAt.toISOString(), ...(publicText !== undefined && { publicText }) },
    // Who is asked has to see what it is asked to take.
    concernedUnitIds: [...new Set([...order.concernedUnitIds, toUnitId])],
  };
  const asked = fact(clockEvents.transferAsked, {
    ...{ ...aboutOrder(order), toUnitId, reason, askedBy, askedAt, answerDueAt: dueAt.toISOString() },
  });
  return toView(await saveOrder(tx, order, change, [asked], limits));
}

/**
 * The new unit owes acceptance and first contact from now on; the time to settle the matter runs on, since only a dispute that is upheld gives lost time back
 * (domain rules 4.2). Co-units go on and report to it. Every unit that had it before can still see it, and so can who answered first in 有事您找我, whose
 * ladder goes on from where the new unit stands.
 */
export async function handOver(
  tx: DispatchTx,
  order: WorkOrderRow,
  to: { lead: { id: string }; street: LadderStreet; reason: string; askedBy?: string; publicText?: string | undefined },
  limits: ClockRules,
): Promise<WorkOrderView> {
  const { lead, street, reason, askedBy, publicText } = to;
  const coUnitIds = order.coUnitIds.filter((id) => id !== lead.id);
  const moved = await underLead(tx, order, { lead, coUnitIds, street }, limits);
  const decision = { ...order.decision, ruleIds: [], reason: `转办：${reason}`, alternatives: [] };
  const passed = passedOn(order);
  const told = { ...passed.told, ...(askedBy !== undefined && { askedBy }), ...(publicText !== undefined && { publicText }) };
  const handed = transferredFact(order, { ...moved, ...told }, reason, tx.now);
  const change = { ...moved, ...passed.change, state: next(order.state, 'transfer'), contactedAt: null, decision };
  return toView(await saveOrder(tx, order, change, [handed], limits));
}

/** Whose an order is once another unit leads it: co-units go on and report to it, and everyone who had it still sees it. */
export async function underLead(
  tx: DispatchTx,
  order: WorkOrderRow,
  to: { lead: { id: string }; coUnitIds: string[]; street: LadderStreet },
  limits: ClockRules,
): Promise<
  Pick<
    WorkOrderRow,
    | 'leadUnitId'
    | 'coUnitIds'
    | 'openLegIds'
    | 'concernedUnitIds'
    | 'formerLeadIds'
    | 'handedOverAt'
    | 'onSiteAt'
    | 'handUpStep'
    | 'isOnLadder'
  >
> {
  const { lead, coUnitIds, street } = to;
  const formerLeadIds = [...new Set([...order.formerLeadIds, order.leadUnitId])];
  return {
    ...{ leadUnitId: lead.id, coUnitIds, handedOverAt: tx.now, onSiteAt: null, ...rungOf(street, order, lead.id) },
    openLegIds: await relayLegs(tx, order, { ...order, leadUnitId: lead.id }, coUnitIds, limits),
    formerLeadIds,
    concernedUnitIds: concernedAnew({ ...order, formerLeadIds }, [lead.id, ...coUnitIds, ...concernedByPlace(street, order.place)]),
  };
}

export function transferredFact(
  order: WorkOrderRow,
  told: Pick<WorkOrderRow, 'leadUnitId' | 'coUnitIds'> & { isProblemOrder?: true; askedBy?: string; publicText?: string },
  reason: string,
  at: Date,
): Fact {
  const { leadUnitId, coUnitIds, isProblemOrder, askedBy, publicText } = told;
  return fact(clockEvents.transferred, {
    ...{ ...aboutOrder({ ...order, leadUnitId }), fromUnitId: order.leadUnitId, coUnitIds, reason },
    ...{ dueAt: order.dueAt.toISOString(), transferredAt: at.toISOString() },
    ...(isProblemOrder && { isProblemOrder }),
    ...(askedBy !== undefined && { askedBy }),
    ...(publicText !== undefined && { publicText }),
  });
}
