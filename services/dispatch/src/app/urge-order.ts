import { supervisionEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { stagesOfOrders } from '../db/supervisions.store.js';
import { lockWithinReach, workOrders } from '../db/work-orders.store.js';
import { urgedSeats } from '../domain/pressing.js';
import { superviseUrged } from './supervise-order.js';

/**
 * The complainant, through a desk, or the street urges an order (催办). It is counted, and those who would hear at the next stage are told now. No clock of the
 * order moves: an urging neither takes time from the unit nor gives it any. But each third puts the order under supervision, with a clock for the reply.
 */
export async function urgeOrder(
  tx: DispatchTx,
  input: { id: string; by: 'COMPLAINANT' | 'STREET' },
  ctx: Ctx,
  rules: RuleBook,
): Promise<{ orderId: string; urges: number; told: string[]; supervisedUntil: string | null }> {
  const order = await lockWithinReach(tx, input.id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  const told = urgedSeats((await tx.load(stagesOfOrders, order.id)) ?? [], tx.now);
  const urges = order.urges + 1;
  const { demandId, no, leadUnitId } = order;
  tx.save(workOrders, { ...order, urges }, [
    fact(supervisionEvents.urged, {
      ...{ demandId, no, leadUnitId, by: input.by, urges, tell: told, dueAt: order.dueAt.toISOString(), urgedAt: tx.now.toISOString() },
    }),
  ]);
  const replyDueAt = await superviseUrged(tx, order, urges, rules);
  return { orderId: order.id, urges, told, supervisedUntil: replyDueAt?.toISOString() ?? null };
}
