import { legEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { LegRow } from '../db/legs.schema.js';
import { legs } from '../db/legs.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { orderBeside } from '../db/work-orders.store.js';
import { inChargeTold } from './in-charge-told.js';
import { legFacts } from './open-legs.js';

/**
 * A co-unit's clock has reached a stage: its own people are told, at the breach its section chief and the leader in charge of it, else of the place; how urgent it is, is
 * said by the level of the order.
 */
export async function recordFiredLeg(
  tx: DispatchTx,
  leg: LegRow,
  clock: DeadlineRow,
  fired: FiredStage,
  streets: StreetBook,
): Promise<void> {
  const order = await tx.load(orderBeside, leg.orderId);
  tx.save(legs, leg, [
    fact(legEvents.legClockFired, {
      ...legFacts(leg),
      ...{ code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, level: order?.level },
      ...(order && (await inChargeTold(tx, fired, { ...order, leadUnitId: leg.unitId }, streets))),
    }),
  ]);
}
