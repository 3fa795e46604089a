import { orderCareEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { buildingOf } from '../db/sweeps.store.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { orderNoticePage } from '../domain/notice-page.js';
import { publicTextOf } from '../domain/public-text.js';

/**
 * The notice (告知单) for the door of the building an order is about, as a lift that stands still is told (domain rules part 1, row 142): what was found, in words
 * of whoever looked, who puts it right and by when; that of LIFT_OUT where it runs, else the handling limit. The log says that it was made.
 */
export async function makeOrderNotice(
  tx: DispatchTx,
  input: { id: string; publicText: string },
  ctx: Ctx,
  streets: StreetBook,
): Promise<{ fileName: string; file: string }> {
  const order = await lockToDecide(tx, input.id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  const publicText = publicTextOf(input.publicText);
  const { units, nameOf } = await streets.at(tx.streetId);
  const { estateId, buildingId, communityId } = order.place;
  const building = buildingId === null ? undefined : await tx.load(buildingOf, buildingId);
  const clocks = await tx.runningClocks(order.id);
  const due = clocks.find(({ code }) => code === 'LIFT_OUT')?.dueAt ?? order.dueAt;
  const doneBy = due > tx.now ? due : null;
  const at = tx.now.toISOString();
  tx.save(workOrders, order, [
    fact(orderCareEvents.noticeMade, {
      ...{ demandId: order.demandId, publicText, buildingId, doneBy: doneBy?.toISOString() ?? null, madeAt: at },
    }),
  ]);
  const page = orderNoticePage({
    ...{ title: order.category.at(-1) ?? '', estate: estateId === null ? '' : nameOf(estateId), building: building?.name ?? '本楼' },
    ...{ publicText, toldAt: tx.now, doneBy, leadUnit: nameOf(order.leadUnitId) },
    community: communityId !== null && units.has(communityId) ? nameOf(communityId) : '',
  });
  return { fileName: `告知单-${order.no}.html`, file: Buffer.from(page).toString('base64') };
}
