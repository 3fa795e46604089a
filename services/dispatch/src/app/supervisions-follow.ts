import { supervisionEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { supervisions, supervisionsOfOrder } from '../db/supervisions.store.js';
import { supervisionSteps } from '../domain/clock-steps.js';
import { isUnderWay, nextOfSupervision } from '../domain/supervision-states.js';
import { takeClockSteps } from './take-clock-steps.js';

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

/**
 * An order is closed: nobody owes a reply about it any more, and none is judged. Its supervisions that are under way are revoked by the closing itself, in words
 * that say so; whoever wants more of the unit has a new order for it. The order is locked.
 */
export async function endSupervisions(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<void> {
  if (!before.isOpen || after.isOpen) return;
  for (const id of (await tx.load(supervisionsOfOrder, after.id)) ?? []) {
    await endSupervision(tx, id);
  }
}

/** Ends one supervision because its order is closed; one that is over stays as it is. The order is locked. */
export async function endSupervision(tx: DispatchTx, id: string): Promise<void> {
  const row = await tx.lock(supervisions, id);
  if (!row || !isUnderWay(row.state)) return;
  const { orderId, no, leadUnitId } = row;
  takeClockSteps(tx, null, id, supervisionSteps({ fact: 'ended' }));
  const revoked = { state: nextOfSupervision(row.state, 'revoke'), demand: `${row.demand}（工单已结案，自动撤销）`, endedAt: tx.now };
  tx.save(supervisions, { ...row, ...revoked }, [
    fact(supervisionEvents.supervisionRevoked, { orderId, no, leadUnitId, revokedAt: tx.now.toISOString(), because: 'ORDER_CLOSED' }),
  ]);
}
