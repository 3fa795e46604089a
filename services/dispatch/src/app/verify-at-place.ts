import { dispatchEvents, type Ctx, type dispatch, type WorkOrderView } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { refuseGridCheck } from '../domain/grid-check.js';
import { evidenceOf, refusePrivate } from '../domain/public-text.js';
import { next } from '../domain/work-order-states.js';
import { namePhotos } from './name-photos.js';
import { sendBack } from './send-back.js';
import { saveOrder } from './save-order.js';

/**
 * A grid worker has been at the place on the day the unit said done (网格核实). What is done waits for the complainant, whose answer alone says solved;
 * what is not goes back for rework at once.
 */
export async function verifyAtPlace(
  tx: DispatchTx,
  input: z.output<typeof dispatch.verifyAtPlace.input>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const { unitIds, otherUnitIds = [] } = ctx.actor;
  refuseGridCheck(order, [...unitIds, ...otherUnitIds]);
  const seen = evidenceOf(input.seen, input.photoIds);
  refusePrivate(seen);
  await namePhotos(tx, order, input.photoIds);
  const limits = await rules.at(tx.streetId, tx.now);
  const gridCheck = input.isDone ? ('CONFIRMED' as const) : ('NOT_DONE' as const);
  const checked = fact(dispatchEvents.gridChecked, {
    ...{ demandId: order.demandId, leadUnitId: order.leadUnitId, gridCheck, round: order.reworks + 1 },
    checkedAt: tx.now.toISOString(),
  });
  const why = { because: 'GRID_CHECK' as const, reason: '网格核实没有办到位' };
  const back = input.isDone
    ? undefined
    : await sendBack(tx, order, next(order.state, 'rework'), why, await streets.at(tx.streetId), limits);
  const saved = await saveOrder(tx, order, { gridCheck, ...back?.change }, [checked, ...(back?.facts ?? [])], limits);
  noteBeside(tx, saved, seen, input.photoIds);
  return toView(saved);
}
