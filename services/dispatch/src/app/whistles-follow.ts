import { whistleEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { WhistleRow } from '../db/supervision.schema.js';
import { lockWhistle, summonses, whistles, whistlesOfOrder } from '../db/whistles.store.js';
import { summonsSteps, whistleSteps } from '../domain/clock-steps.js';
import { nextOfSummons, nextOfWhistle, owesResult } from '../domain/whistle-states.js';
import { takeClockSteps } from './take-clock-steps.js';

/**
 * What units of a whistle still owe is over, and its clocks end: it lapses where a chief settles the whistle, and has ended where the closing of the order does. The
 * whistle is locked.
 */
export async function endOwed(tx: DispatchTx, { id: whistleId, summonsIds }: WhistleRow, by: 'lapse' | 'end'): Promise<void> {
  const at = tx.now.toISOString();
  for (const id of summonsIds) {
    const summons = await tx.lock(summonses, id);
    if (!summons || !owesResult(summons.state)) continue;
    const { unitId } = summons;
    takeClockSteps(tx, null, id, summonsSteps({ fact: by === 'end' ? 'ended' : 'lapsed' }));
    tx.save(summonses, { ...summons, state: nextOfSummons(summons.state, by), endedAt: by === 'end' ? tx.now : null }, [
      by === 'end'
        ? fact(whistleEvents.summonsEnded, { whistleId, unitId, because: 'ORDER_CLOSED', at })
        : fact(whistleEvents.summonsLapsed, { whistleId, unitId, at }),
    ]);
  }
}

/**
 * An order is closed (domain rules 4.4: closed ends all): nobody has to report in for it any more, and no unit is reported to the district for a matter that is
 * over. Its whistles are settled by the closing itself, in words that say so, and what was asked for is not blown any more; tasks of their meetings stay with the
 * units that have them. The order is locked.
 */
export async function endWhistles(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow): Promise<void> {
  if (!before.isOpen || after.isOpen) return;
  const at = tx.now.toISOString();
  const because = 'ORDER_CLOSED' as const;
  for (const id of new Set([...after.openWhistleIds, ...((await tx.load(whistlesOfOrder, after.id)) ?? [])])) {
    const whistle = await lockWhistle(tx, id);
    const { orderId, whistlingUnitId } = whistle;
    if (whistle.state === 'SOUNDED') {
      await endOwed(tx, whistle, 'end');
      const ended = { state: nextOfWhistle(whistle.state, 'settle'), result: '工单已结案，吹哨随之办结', settledAt: tx.now };
      tx.save(whistles, { ...whistle, ...ended }, [
        fact(whistleEvents.whistleSettled, { orderId, whistlingUnitId, settledAt: at, because }),
      ]);
    }
    if (whistle.state === 'ASKED') {
      takeClockSteps(tx, null, id, whistleSteps({ fact: 'ended' }));
      const declined = { state: nextOfWhistle(whistle.state, 'decline'), result: '工单已结案，不再吹哨' };
      tx.save(whistles, { ...whistle, ...declined }, [
        fact(whistleEvents.whistleDeclined, { askingUnitId: whistlingUnitId, declinedAt: at, because }),
      ]);
    }
  }
}
