import { intake, intakeEvents, labels, type Ctx, type Receipt } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { demands, linkedTo, orderOfDemand } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { nextDemandState } from '../domain/demand.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { openCallback } from './open-callbacks.js';
import { receiptOf } from './receipt.js';

/**
 * Links a demand to the one that is handled for the same matter (并单). The caller is told, follows its order, and is called back for
 * themself: when that order is done already, at once.
 */
export async function linkDemand(
  tx: IntakeTx,
  input: z.output<typeof intake.linkDemand.input>,
  { actor }: Ctx,
  rules: RuleBook,
): Promise<Receipt> {
  const row = await tx.lock(demands, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  refuseOwnComplaint(row, actor);
  const state = nextDemandState(row.state, 'link');
  let target = await tx.lock(demands, input.to);
  // Linked twice over is linked to the one that has the order.
  if (target?.linkedTo) target = await tx.lock(demands, target.linkedTo);
  if (!target) throw new DomainError('object.not-found', {});
  if (target.id === row.id) throw new DomainError('demand.link-self', { reason: '不能并到自己，请选另一件诉求。' });
  if (target.state !== 'SCREENING' && target.state !== 'FORWARDED')
    throw new DomainError('demand.link-self', { reason: `那件诉求“${labels.demandState[target.state]}”，没有可以跟随的工单。` });
  if (((await tx.load(linkedTo, row.id)) ?? []).length > 0)
    throw new DomainError('demand.link-self', { reason: '已有其他诉求并到这件，请把另一件并过来。' });
  tx.stop(row.id, 'all');
  const next = {
    ...row,
    state,
    linkedTo: target.id,
    screening: 'ALREADY_HANDLED' as const,
    screeningMessage: input.message,
    screenedAt: tx.now,
  };
  const saved = tx.save(demands, next, [
    fact(intakeEvents.demandLinked, { to: target.id, orderId: target.orderId, linkedAt: toIsoBeijing(tx.now) }),
  ]);
  const order = target.orderId === null ? undefined : await tx.load(orderOfDemand, target.id);
  if (order?.orderId && (order.state === 'COMPLETED' || !order.isOpen))
    await openCallback(tx, { demandId: row.id, orderId: order.orderId, cause: 'COMPLETED', at: tx.now }, rules);
  return receiptOf(saved);
}
