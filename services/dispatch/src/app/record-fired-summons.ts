import { whistleEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import type { SummonsRow } from '../db/supervision.schema.js';
import { summonses } from '../db/whistles.store.js';
import { inChargeTold } from './in-charge-told.js';

/**
 * A summoned unit's time has come to a stage: to answer, the leader in charge of it at the breach, then the district; to bring its result, its section chief and the
 * leader. Once the district's turn has come the street has reported the unit to it (街道办事处条例 art. 44: 街道报区，区督办并纳入年度考核), one time only.
 */
export async function recordFiredSummons(
  tx: DispatchTx,
  summons: SummonsRow,
  clock: DeadlineRow,
  fired: FiredStage,
  streets: StreetBook,
): Promise<void> {
  const { whistleId, unitId, level, soundedBy } = summons;
  const { code } = clock;
  const dueAt = clock.dueAt.toISOString();
  const isDistricts = clock.stages.slice(clock.stage, fired.stage + 1).some(({ tell }) => tell.includes('R'));
  const isReported = isDistricts && summons.reportedToDistrictAt === null;
  tx.save(summonses, { ...summons, reportedToDistrictAt: isReported ? tx.now : summons.reportedToDistrictAt }, [
    fact(whistleEvents.summonsClockFired, {
      ...{ whistleId, unitId, level, code, stage: fired.stage, kind: fired.kind, tell: fired.tell, dueAt, skippedStages: fired.skipped },
      ...(soundedBy !== null && { soundedBy }),
      ...(await inChargeTold(tx, fired, { leadUnitId: unitId, place: { communityId: null } }, streets)),
    }),
    ...(isReported ? [fact(whistleEvents.reportedToDistrict, { whistleId, unitId, code, dueAt, at: tx.now.toISOString() })] : []),
  ]);
}
