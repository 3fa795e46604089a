import { systemCtx } from '@wufang/contracts';
import type { Db } from '@wufang/service';
import type { DispatchDb } from '../db/schema.js';
import { leftUnderWay } from '../db/supervisions.view.js';
import { workOrders } from '../db/work-orders.store.js';
import { endSupervision } from './supervisions-follow.js';

/**
 * Ends supervisions of orders that were closed before the closing itself ended them: nobody is owed a reply, and their clocks must not climb on. Done at each
 * start; from the second on there are none.
 */
export async function endOldSupervisions(db: Db<DispatchDb>): Promise<void> {
  const by = 'old-supervisions';
  for (const { streetId, id, orderId } of await db.read(systemCtx('*', by), leftUnderWay)) {
    await db.run(systemCtx(streetId, by), async (tx) => {
      const order = await tx.lock(workOrders, orderId);
      if (order?.isOpen === false) await endSupervision(tx, id);
    });
  }
}
