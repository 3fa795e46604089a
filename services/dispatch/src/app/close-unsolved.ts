import { dispatchEvents, labels, problemOrderReworks, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseOwnUnit } from '../domain/keep-out.js';
import { publicTextOf } from '../domain/public-text.js';
import { offersSweep } from '../domain/watching.js';
import { next } from '../domain/work-order-states.js';
import { endLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';

/**
 * A problem order that several reworks have not solved is closed as unsolved, with words to the complainant why (条例第十五条). It stays unsolved in the
 * rates: the complainant's answer counts, not this step. Nobody of the unit that leads lets go of it so.
 */
export async function closeUnsolved(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  refuseOwnUnit(order, ctx.actor, labels.workOrderAction.explain);
  const state = next(order.state, 'explain');
  const publicText = publicTextOf(input.publicText);
  if (order.reworks < problemOrderReworks.value) {
    throw new DomainError('work-order.rework-not-used-up', { needed: problemOrderReworks.value, reworks: order.reworks });
  }
  await endLegs(tx, order);
  const closedAt = tx.now.toISOString();
  const facts = [
    fact(dispatchEvents.fedBack, { demandId: order.demandId, publicText, fedBackAt: closedAt }),
    fact(dispatchEvents.closed, {
      ...{ demandId: order.demandId, leadUnitId: order.leadUnitId, state, basis: 'EXPLAINED' as const, callbackId: null, closedAt },
      ...{ no: order.no, ...(offersSweep(order) && { offersSweep: true as const }) },
    }),
  ];
  const change = { state, isOpen: false, openLegIds: [], closeBasis: 'EXPLAINED' as const, closedAt: tx.now };
  return toView(await saveOrder(tx, order, change, facts, await rules.at(tx.streetId, tx.now)));
}
