import { systemCtx } from '@wufang/contracts';
import type { Db } from '@wufang/service';
import type { DispatchDb } from '../db/schema.js';
import { leftOpen } from '../db/whistles.view.js';
import { workOrders } from '../db/work-orders.store.js';
import { endWhistle } from './whistles-follow.js';

/**
 * Ends whistles of orders that were closed before the closing itself ended them, asked for or sounded: nobody is to answer or to come for a matter that is over. Done at each
 * start; from the second on there are none.
 */
export async function endOldWhistles(db: Db<DispatchDb>): Promise<void> {
  const by = 'old-whistles';
  for (const { streetId, id, orderId } of await db.read(systemCtx('*', by), leftOpen)) {
    await db.run(systemCtx(streetId, by), async (tx) => {
      const order = await tx.lock(workOrders, orderId);
      if (order?.isOpen === false) await endWhistle(tx, id);
    });
  }
}
