import { whistleEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { WhistleRow } from '../db/supervision.schema.js';
import { whistles } from '../db/whistles.store.js';

/** A whistle was asked for and nobody has said yes or no: half way the section chiefs hear again, when the time is up the street's leader. */
export function recordFiredWhistle(tx: DispatchTx, whistle: WhistleRow, clock: DeadlineRow, fired: FiredStage): void {
  const { orderId, level } = whistle;
  const { stage, kind, tell, skipped } = fired;
  tx.save(whistles, whistle, [
    fact(whistleEvents.whistleClockFired, {
      ...{ orderId, level, code: clock.code, stage, kind, tell, dueAt: clock.dueAt.toISOString(), skippedStages: skipped },
    }),
  ]);
}
