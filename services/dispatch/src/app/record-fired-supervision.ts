import { supervisionEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { SupervisionRow } from '../db/supervision.schema.js';
import { supervisions } from '../db/supervisions.store.js';
import type { StreetBook } from '../db/street-book.js';
import { orderBeside } from '../db/work-orders.store.js';
import { inChargeTold } from './in-charge-told.js';

/** The time to reply to a supervision has come to a stage: the lead is reminded, the leader in charge hears of a breach, then the top leader. */
export async function recordFiredSupervision(
  tx: DispatchTx,
  row: SupervisionRow,
  clock: DeadlineRow,
  fired: FiredStage,
  streets: StreetBook,
): Promise<void> {
  const order = await tx.load(orderBeside, row.orderId);
  tx.save(supervisions, row, [
    fact(supervisionEvents.supervisionClockFired, {
      ...{ orderId: row.orderId, no: row.no, leadUnitId: row.leadUnitId, code: clock.code, stage: fired.stage, kind: fired.kind },
      ...{ tell: fired.tell, dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, level: order?.level },
      ...(order && (await inChargeTold(tx, fired, { ...order, leadUnitId: row.leadUnitId }, streets))),
    }),
  ]);
}
