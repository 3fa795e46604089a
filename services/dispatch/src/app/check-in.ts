import { dispatchEvents, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import { lockWithinReach, noteBeside, workOrders } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { stoppedBy } from '../domain/duties.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';

interface CheckIn {
  id: string;
  point: string;
  photoId?: string | undefined;
  publicText?: string | undefined;
}

/** Somebody is on site (到现场). The time that counts is when it is recorded. */
export async function checkIn(tx: DispatchTx, input: CheckIn, ctx: Ctx): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const state = next(order.state, 'checkIn');
  refusePrivate(input.point);
  const publicText = input.publicText === undefined ? null : publicTextOf(input.publicText);
  tx.stop(order.id, stoppedBy.checkIn);
  const saved = tx.save(workOrders, { ...order, state }, [
    fact(dispatchEvents.checkedIn, { demandId: order.demandId, point: input.point, publicText, checkedInAt: tx.now.toISOString() }),
  ]);
  noteBeside(tx, saved, undefined, input.photoId === undefined ? [] : [input.photoId]);
  return toView(saved);
}
