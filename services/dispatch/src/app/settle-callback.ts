import { dispatchEvents, type callbackAnswer, type Envelope } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { z } from 'zod';
import { workOrders } from '../db/work-orders.store.js';
import { settle } from '../domain/callback-answer.js';
import { offersSweep } from '../domain/watching.js';
import { next } from '../domain/work-order-states.js';
import { beginWatching } from './begin-watching.js';
import { endLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';
import { sendBack } from './send-back.js';

type Answer = z.output<typeof callbackAnswer>;

/**
 * The complainant's answer closes an order or sends it back. Only the callback of the order's own demand moves it; those of demands that were
 * linked to it count in the rates alone. An order that is not here yet is waited for.
 */
export async function settleCallback(
  tx: DispatchTx,
  { payload: answer }: Envelope<Answer>,
  rules: RuleBook,
  streets: StreetBook,
): Promise<void> {
  const order = await tx.lock(workOrders, answer.orderId);
  if (!order) throw new DomainError('object.not-found', { orderId: answer.orderId });
  if (answer.demandId !== order.demandId) return;
  const settlement = settle(order.state, answer);
  if (settlement.action === 'none') return;
  const state = next(order.state, settlement.action);
  const limits = await rules.at(tx.streetId, tx.now);

  if (settlement.action === 'rework') {
    const reason = answer.reason ?? (answer.solved ? '回访员要求重办' : '诉求人反映未解决');
    const back = await sendBack(tx, order, state, { because: 'CALLBACK', reason }, await streets.at(tx.streetId), limits);
    await saveOrder(tx, order, back.change, back.facts, limits);
    return;
  }
  await endLegs(tx, order);
  const facts = [
    fact(dispatchEvents.closed, {
      demandId: order.demandId,
      leadUnitId: order.leadUnitId,
      state,
      basis: settlement.basis,
      callbackId: answer.callbackId,
      closedAt: tx.now.toISOString(),
      no: order.no,
      ...(offersSweep(order) && { offersSweep: true as const }),
    }),
  ];
  const watched = beginWatching(tx, order, limits);
  const closed = { state, isOpen: false, openLegIds: [], closeBasis: settlement.basis, closedAt: tx.now, ...settledGridCheck(order) };
  await saveOrder(tx, order, { ...closed, ...watched.change }, [...facts, ...watched.facts], limits);
}

/** Who has answered needs nobody's look at the place any more; one that was taken stays. */
function settledGridCheck({ gridCheck }: Pick<WorkOrderRow, 'gridCheck'>): Partial<WorkOrderRow> {
  return gridCheck === 'OWED' ? { gridCheck: null } : {};
}
