import { supervisionEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { supervisions, supervisionsOfOrder } from '../db/supervisions.store.js';
import { isUnderWay } from '../domain/supervision-states.js';

/**
 * Another unit leads an order: the supervisions of it that are under way go with it, since the reply is owed by whoever leads. Their time runs on; nobody
 * gains any by handing over. One that is answered goes too: sent back, it is the new lead who owes another reply. The order is locked.
 */
export async function handOverSupervisions(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<void> {
  if (before.leadUnitId === after.leadUnitId) return;
  for (const id of (await tx.load(supervisionsOfOrder, after.id)) ?? []) {
    const row = await tx.lock(supervisions, id);
    if (!row || !isUnderWay(row.state) || row.leadUnitId === after.leadUnitId) continue;
    const { orderId, no, state } = row;
    tx.save(supervisions, { ...row, leadUnitId: after.leadUnitId }, [
      fact(supervisionEvents.supervisionHandedOver, {
        ...{ orderId, no, leadUnitId: after.leadUnitId, fromUnitId: row.leadUnitId, state, level: after.level },
        ...{ dueAt: row.dueAt.toISOString(), handedOverAt: tx.now.toISOString() },
      }),
    ]);
  }
}
