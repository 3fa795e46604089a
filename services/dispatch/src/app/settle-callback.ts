import { dispatchEvents, type callbackAnswer, type Envelope } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { z } from 'zod';
import { workOrders } from '../db/work-orders.store.js';
import { isProblemOrder, settle } from '../domain/callback-answer.js';
import { next } from '../domain/work-order-states.js';
import { beginWatching } from './begin-watching.js';
import { endLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';

type Answer = z.output<typeof callbackAnswer>;

/**
 * The complainant's answer closes an order or sends it back. Only the callback of the order's own demand moves it; those of demands that were
 * linked to it count in the rates alone. An order that is not here yet is waited for.
 */
export async function settleCallback(tx: DispatchTx, { payload: answer }: Envelope<Answer>, rules: RuleBook): Promise<void> {
  const order = await tx.lock(workOrders, answer.orderId);
  if (!order) throw new DomainError('object.not-found', { orderId: answer.orderId });
  if (answer.demandId !== order.demandId) return;
  const settlement = settle(order.state, answer);
  if (settlement.action === 'none') return;
  const state = next(order.state, settlement.action);
  const limits = await rules.at(tx.streetId, tx.now);

  if (settlement.action === 'rework') {
    const reworks = order.reworks + 1;
    const isProblem = order.isProblemOrder || isProblemOrder(reworks);
    const dueAt = beginClock(limits, 'REWORK', tx.now)?.dueAt ?? order.dueAt;
    const facts = [
      fact(dispatchEvents.reworked, {
        demandId: order.demandId,
        leadUnitId: order.leadUnitId,
        reworks,
        isProblemOrder: isProblem,
        reason: answer.reason ?? (answer.solved ? '回访员要求重办' : '诉求人反映未解决'),
        dueAt: dueAt.toISOString(),
      }),
    ];
    await saveOrder(tx, order, { state, reworks, isProblemOrder: isProblem, completedAt: null, dueAt }, facts, limits);
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
    }),
  ];
  const watched = beginWatching(tx, order, limits);
  const closed = { state, isOpen: false, openLegIds: [], closeBasis: settlement.basis, closedAt: tx.now };
  await saveOrder(tx, order, { ...closed, ...watched.change }, [...facts, ...watched.facts], limits);
}
