import { supervisionEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { SupervisionRow } from '../db/supervision.schema.js';
import { supervisions } from '../db/supervisions.store.js';

/** The time to reply to a supervision has come to a stage: the lead is reminded, the leader hears of a breach, then the top leader. */
export function recordFiredSupervision(tx: DispatchTx, row: SupervisionRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(supervisions, row, [
    fact(supervisionEvents.supervisionClockFired, {
      ...{ orderId: row.orderId, no: row.no, leadUnitId: row.leadUnitId, code: clock.code, stage: fired.stage, kind: fired.kind },
      ...{ tell: fired.tell, dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}
