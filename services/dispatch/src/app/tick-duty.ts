import { orderCareEvents, type Ctx, type DutyChecklist } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import { dutyChecklists, dutyChecklistVersions, dutyTicks, publishedChecklists, ticksOf } from '../db/duty-checklists.store.js';
import type { DispatchTx } from '../db/schema.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { listOn } from '../domain/list-on.js';
import { refusePrivate } from '../domain/public-text.js';

/** From a day on, which duties (三包三上门的三包; domain rules part 1, row 84) there are for what is received then. The whole list each time. */
export async function publishChecklist(tx: DispatchTx, list: DutyChecklist): Promise<{ version: number; from: string }> {
  for (const duty of list.duties) refusePrivate(duty);
  const published = { ...list, duties: [...new Set(list.duties)] };
  const id = idOfStreets(tx.streetId, 'duty-checklist');
  const head = await tx.lock(dutyChecklists, id);
  const listVersion = (head?.listVersion ?? 0) + 1;
  const { from, duties } = published;
  const facts = [fact(orderCareEvents.checklistPublished, { listVersion, from, duties })];
  if (head) tx.save(dutyChecklists, { ...head, listVersion }, facts);
  else tx.create(dutyChecklists, { id, listVersion }, facts);
  tx.insert(dutyChecklistVersions, { listVersion, list: published });
  return { version: listVersion, from };
}

/** One duty is done, by the list of the day on which the demand was received; also after the order is closed. Ticked twice is once. */
export async function tickDuty(tx: DispatchTx, { id, duty }: { id: string; duty: string }, ctx: Ctx): Promise<void> {
  const order = await lockToDecide(tx, id, ctx);
  const list = listOn((await tx.load(publishedChecklists, 'all')) ?? [], beijingDate(order.receivedAt));
  if (!list?.duties.includes(duty)) throw new DomainError('work-order.duty-unknown', { duty });
  const place = `ticks of ${id}`;
  const done = tx.recall<string[]>(place) ?? (await tx.load(ticksOf, id)) ?? [];
  if (done.includes(duty)) return;
  tx.insert(dutyTicks, { orderId: id, duty, doneAt: tx.now, unitId: ctx.actor.unitIds[0] ?? null });
  tx.remember(place, [...done, duty]);
  tx.save(workOrders, order, [fact(orderCareEvents.dutyTicked, { demandId: order.demandId, duty, tickedAt: tx.now.toISOString() })]);
}
