import { clockEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { concernedAnew, concernedByPlace, leadRefusal } from '../domain/decide.js';
import { refuseInDispute } from '../domain/dispute.js';
import { rungOf, type LadderStreet } from '../domain/hand-up.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { levelToAsk } from '../domain/lowering.js';
import { refuseWaiting } from '../domain/more-time.js';
import { passedOn } from '../domain/problem-order.js';
import { refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { relayLegs } from './open-legs.js';
import { aboutOrder, saveOrder } from './save-order.js';

/**
 * A section chief who is not of the unit that leads it hands an order to another unit (转办). The new unit owes acceptance and first contact from now on; the time to settle the matter
 * runs on, since only a dispute that is upheld gives lost time back (domain rules 4.2). Co-units go on and report to it. Every unit that
 * had it before can still see it, and so can who answered first in 有事您找我, whose ladder goes on from where the new unit stands. Not to the demand centre: whose an order is not objects, and is heard.
 */
export async function transferOrder(
  tx: DispatchTx,
  input: { id: string; leadUnitId: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  refuseOwnUnit(order, ctx.actor, labels.workOrderAction.transfer);
  refuseInDispute(order, labels.workOrderAction.transfer);
  const state = next(order.state, 'transfer');
  refuseInIncident(order);
  refuseWaiting(order, labels.workOrderAction.transfer);
  const street = await streets.at(tx.streetId);
  const lead = street.units.get(input.leadUnitId);
  if (!lead) throw new DomainError('unit.unknown', { unit: input.leadUnitId });
  if (lead.id === order.leadUnitId) throw new DomainError('work-order.same-unit', {});
  if (lead.id === street.centre.id || lead.id === street.standInCentreId) {
    throw new DomainError('work-order.illegal-step', {
      status: labels.workOrderState[order.state],
      action: `${labels.workOrderAction.transfer}给${lead.name}（不属本单位的，由主办单位提出派单异议）`,
    });
  }
  const refused = leadRefusal(street, lead.id, { ...order, level: levelToAsk(order), at: tx.now });
  if (refused) throw new DomainError(refused, {});
  refusePrivate(input.reason);
  const coUnitIds = order.coUnitIds.filter((id) => id !== lead.id);
  const limits = await rules.at(tx.streetId, tx.now);
  const moved = await underLead(tx, order, { lead, coUnitIds, street }, limits);
  const decision = { ...order.decision, ruleIds: [], reason: `转办：${input.reason}`, alternatives: [] };
  const passed = passedOn(order);
  const handed = transferredFact(order, { ...moved, ...passed.told }, input.reason, tx.now);
  return toView(await saveOrder(tx, order, { ...moved, ...passed.change, state, contactedAt: null, decision }, [handed], limits));
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
  { leadUnitId, coUnitIds, isProblemOrder }: Pick<WorkOrderRow, 'leadUnitId' | 'coUnitIds'> & { isProblemOrder?: true },
  reason: string,
  at: Date,
): Fact {
  return fact(clockEvents.transferred, {
    ...{ ...aboutOrder({ ...order, leadUnitId }), fromUnitId: order.leadUnitId, coUnitIds, reason },
    ...{ dueAt: order.dueAt.toISOString(), transferredAt: at.toISOString() },
    ...(isProblemOrder && { isProblemOrder }),
  });
}
