import { dispatchEvents } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { demandOfPhoto, demandPhotos, namedUnseen, ordersOfDemand, unseenPhotos } from '../db/demand-photos.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { workOrders } from '../db/work-orders.store.js';
import { isBeingWorkedOn } from '../domain/work-order-states.js';
import { saveOrder } from './save-order.js';

/**
 * The photos that a step of a locked order relies on. Intake keeps the photos of demands and tells of each; a photo of another demand is no evidence and is refused at once. One
 * that intake has not told of yet may be on its way, and a step is not lost for that: it is kept, and shown as not seen on the order's page and in the ledger
 * until intake tells of it (ADR 0011). Answers which are not seen.
 */
export async function namePhotos(
  tx: DispatchTx,
  order: Pick<WorkOrderRow, 'id' | 'demandId' | 'leadUnitId'>,
  photoIds: readonly string[],
  checkedInAt: Date | null = null,
): Promise<string[]> {
  const ids = [...new Set(photoIds)];
  const owners = await Promise.all(ids.map((id) => tx.load(demandOfPhoto, id)));
  if (owners.some((demandId) => demandId !== undefined && demandId !== order.demandId)) throw new DomainError('image.elsewhere', {});
  const unseen = ids.filter((_, i) => owners[i] === undefined);
  for (const photoId of unseen) tx.put(unseenPhotos, { orderId: order.id, photoId, leadUnitId: order.leadUnitId, checkedInAt });
  return unseen;
}

/**
 * Intake has told of a photo. Steps of the demand's orders that have named it rely on it from now on: the time to be on site, which runs on until a photo is
 * there (domain rules 4.6, UTIL_ONSITE), ends with it, unless another unit leads the order meanwhile.
 */
export async function seePhoto(tx: DispatchTx, demandId: string, photoId: string, rules: RuleBook): Promise<void> {
  // The orders first: who names a photo holds its order, so that one of the two sees what the other has written.
  const orders = await Promise.all(((await tx.load(ordersOfDemand, demandId)) ?? []).map((id) => tx.lock(workOrders, id)));
  tx.put(demandPhotos, { id: photoId, demandId });
  const named = orders.length === 0 ? [] : ((await tx.load(namedUnseen, photoId)) ?? []);
  for (const { orderId, leadUnitId, checkedInAt } of named) {
    const order = orders.find((one) => one?.id === orderId);
    if (!order) continue;
    tx.remove(unseenPhotos, { orderId, photoId });
    if (checkedInAt === null || order.onSiteAt !== null || order.leadUnitId !== leadUnitId || !isBeingWorkedOn(order.state)) continue;
    const seen = fact(dispatchEvents.sitePhotoSeen, { demandId, photoId, checkedInAt: checkedInAt.toISOString() });
    await saveOrder(tx, order, { onSiteAt: checkedInAt }, [seen], await rules.at(tx.streetId, tx.now));
  }
}
