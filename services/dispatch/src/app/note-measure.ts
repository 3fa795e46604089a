import { ledgerEvents, type Ctx, type LedgerEntry } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { measures } from '../db/ledger.store.js';
import { notedEntry } from '../db/ledger.view.js';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside, workOrders } from '../db/work-orders.store.js';
import { refusePrivate } from '../domain/public-text.js';

interface Measure {
  id: string;
  measure: string;
  personAccountId?: string;
  plannedAt: string;
}

/** What will be done about an order, by whom and until when (台账). It is a plan: no clock moves, and no due time. */
export async function noteMeasure(tx: DispatchTx, { id, measure, personAccountId, plannedAt }: Measure, ctx: Ctx): Promise<LedgerEntry> {
  const order = await lockWithinReach(tx, id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  const planned = new Date(plannedAt);
  if (planned <= tx.now) throw new DomainError('due.past', { field: '计划完成时间' });
  refusePrivate(measure);
  const noted = { measure, personAccountId: personAccountId ?? ctx.actor.accountId, plannedAt: planned };
  tx.put(measures, { orderId: id, ...noted, notedAt: tx.now, leadUnitId: order.leadUnitId });
  const saved = tx.save(workOrders, order, [
    fact(ledgerEvents.noted, { demandId: order.demandId, personAccountId: noted.personAccountId, plannedAt: planned.toISOString() }),
  ]);
  noteBeside(tx, saved, measure);
  return notedEntry(saved, noted, tx.now);
}
