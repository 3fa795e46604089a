import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { namePhotos } from './name-photos.js';
import { saveOrder } from './save-order.js';

interface CheckIn {
  id: string;
  point: string;
  photoId?: string | undefined;
  publicText?: string | undefined;
}

/**
 * Somebody is on site (到现场). The time that counts is when it is recorded. Without a photo it says where they are and no more: the time to be on site of
 * water, heat, power and gas runs on until one is there (domain rules 4.6, UTIL_ONSITE: place + photo), one that is on its way too (`seePhoto`).
 */
export async function checkIn(tx: DispatchTx, input: CheckIn, ctx: Ctx, rules: RuleBook): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'checkIn');
  refusePrivate(input.point);
  const publicText = input.publicText === undefined ? null : publicTextOf(input.publicText);
  const checkedInAt = tx.now.toISOString();
  const photoIds = input.photoId === undefined ? [] : [input.photoId];
  const unseen = await namePhotos(tx, order, photoIds, tx.now);
  const hasPhoto = photoIds.length > unseen.length;
  const facts = [fact(dispatchEvents.checkedIn, { demandId: order.demandId, point: input.point, publicText, checkedInAt, hasPhoto })];
  const saved = await saveOrder(tx, order, { state, ...(hasPhoto && { onSiteAt: tx.now }) }, facts, await rules.at(tx.streetId, tx.now));
  noteBeside(tx, saved, undefined, photoIds);
  return toView(saved);
}
