import { ledgerEvents, type Ctx, type LedgerEntry } from '@wufang/contracts';
import { addDays, atBeijing, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { measures } from '../db/ledger.store.js';
import { unseenOfOrder } from '../db/demand-photos.store.js';
import { notedEntry } from '../db/ledger.view.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
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
  const noted = { measure, personAccountId: personAccountId ?? ctx.actor.accountId, plannedAt: notPast(new Date(plannedAt), tx.now) };
  const photosUnseen = (await tx.load(unseenOfOrder, order.id)) ?? 0;
  const clocks = await tx.runningClocks(order.id);
  return notedEntry(note(tx, order, noted), { ...noted, photosUnseen }, clocks, tx.now);
}

/** What a unit says it will do, as it has the words of its first contact: until the end of a day, or else the order's limit. */
export interface Plan {
  measure?: string | undefined;
  plannedOn?: string | undefined;
}

/**
 * What the unit that leads will do, said with a word to the complainant: the first is when 措施、责任人、时限 are owed at the latest. Noted as in the ledger, for
 * whoever says it. Nothing where nothing is said: then the order is counted as one without a measure (`lacksMeasure`).
 */
export function notePlan(tx: DispatchTx, order: WorkOrderRow, { measure, plannedOn }: Plan, ctx: Ctx): WorkOrderRow {
  if (measure === undefined) return order;
  const plannedAt = plannedOn === undefined ? order.dueAt : notPast(atBeijing(addDays(plannedOn, 1), '00:00'), tx.now);
  return note(tx, order, { measure, personAccountId: ctx.actor.accountId, plannedAt });
}

function notPast(planned: Date, now: Date): Date {
  if (planned <= now) throw new DomainError('due.past', { field: '计划完成时间' });
  return planned;
}

function note(tx: DispatchTx, order: WorkOrderRow, noted: { measure: string; personAccountId: string; plannedAt: Date }): WorkOrderRow {
  refusePrivate(noted.measure);
  tx.put(measures, { orderId: order.id, ...noted, notedAt: tx.now, leadUnitId: order.leadUnitId });
  const saved = tx.save(workOrders, order, [
    fact(ledgerEvents.noted, {
      ...{ demandId: order.demandId, personAccountId: noted.personAccountId, plannedAt: noted.plannedAt.toISOString() },
    }),
  ]);
  noteBeside(tx, saved, noted.measure);
  return saved;
}
