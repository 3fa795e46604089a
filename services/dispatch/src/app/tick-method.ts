import { labels, workMethodEvents, type Ctx } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { methodTicks, methodTicksOf, publishedMethods } from '../db/street-lists.store.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { listOn } from '../domain/list-on.js';

/** An item of the street's way of working (工作法) is done in the stage the order is in. Moves no clock; ticked twice is once. */
export async function tickMethod(tx: DispatchTx, { id, text }: { id: string; text: string }, ctx: Ctx): Promise<void> {
  const order = await lockToDecide(tx, id, ctx);
  const { state: stage } = order;
  const list = listOn((await tx.load(publishedMethods, 'all')) ?? [], beijingDate(tx.now));
  const item = list?.items.findIndex((one) => one.stage === stage && one.text === text) ?? -1;
  if (!list || item < 0) throw new DomainError('work-order.method-unknown', { status: labels.workOrderState[stage], text });
  const done = (await tx.load(methodTicksOf, id)) ?? [];
  if (done.some((tick) => tick.stage === stage && tick.text === text)) return;
  tx.insert(methodTicks, {
    orderId: id,
    stage,
    text,
    tickedAt: tx.now,
    tickedBy: ctx.actor.accountId,
    unitId: ctx.actor.unitIds[0] ?? null,
  });
  const ticked = { demandId: order.demandId, listVersion: list.version, item: item + 1, tickedAt: tx.now.toISOString() };
  tx.save(workOrders, order, [fact(workMethodEvents.methodTicked, ticked)]);
}
