import { whistleEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { WhistleRow } from '../db/supervision.schema.js';
import { lockWhistle, summonses, whistles } from '../db/whistles.store.js';
import { summonsSteps } from '../domain/clock-steps.js';
import { nextOfSummons, nextOfWhistle, owesResult } from '../domain/whistle-states.js';
import { takeClockSteps } from './take-clock-steps.js';

/** What units of a whistle still owe lapses: its clocks end. `endedAt` where it is the closing of the order that ends it, and not a chief. The whistle is locked. */
export async function lapseOpen(tx: DispatchTx, { id: whistleId, summonsIds }: WhistleRow, endedAt: Date | null): Promise<void> {
  for (const id of summonsIds) {
    const summons = await tx.lock(summonses, id);
    if (!summons || !owesResult(summons.state)) continue;
    takeClockSteps(tx, null, id, summonsSteps({ fact: 'lapsed' }));
    tx.save(summonses, { ...summons, state: nextOfSummons(summons.state, 'lapse'), endedAt }, [
      fact(whistleEvents.summonsLapsed, { whistleId, unitId: summons.unitId, at: tx.now.toISOString() }),
    ]);
  }
}

/**
 * An order is closed (domain rules 4.4: closed ends all): nobody has to report in for it any more, and no unit is reported to the district for a matter that is
 * over. Its whistles are settled by the closing itself, in words that say so; tasks of their meetings stay with the units that have them. The order is locked.
 */
export async function endWhistles(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<void> {
  if (!before.isOpen || after.isOpen) return;
  for (const id of after.openWhistleIds) {
    const whistle = await lockWhistle(tx, id);
    if (whistle.state !== 'SOUNDED') continue;
    await lapseOpen(tx, whistle, tx.now);
    const { orderId, whistlingUnitId } = whistle;
    const ended = { state: nextOfWhistle(whistle.state, 'settle'), result: '工单已结案，吹哨随之办结', settledAt: tx.now };
    tx.save(whistles, { ...whistle, ...ended }, [
      fact(whistleEvents.whistleSettled, { orderId, whistlingUnitId, settledAt: tx.now.toISOString() }),
    ]);
  }
}
