import { estateTermEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { EstateTermRow } from '../db/estate-terms.schema.js';
import { estateTerms } from '../db/estate-terms.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById, tables } from '../db/tables.store.js';
import { seatOfCode } from '../domain/estate-term-duties.js';
import { seatOf } from '../domain/seats.js';

/** A duty about a term is due or late: told to whose it is, then upwards. Where nobody holds the seat, the community hears for it. */
export async function recordFiredTerm(tx: DeliberationTx, term: EstateTermRow, clock: DeadlineRow, fired: FiredStage): Promise<void> {
  const { estateId, communityId, tableId, kind: termKind } = term;
  const table = (await tx.lock(tables, tableId))!;
  const estate = (await tx.load(estateById, estateId))!;
  const unitId = seatOf(table.seats, seatOfCode(clock.code)).unitId ?? communityId;
  tx.save(estateTerms, term, [
    fact(estateTermEvents.termClockFired, {
      ...{ estateId, communityId, tableId, estate: estate.name, termKind, code: clock.code, unitId, stage: fired.stage },
      ...{ kind: fired.kind, tell: fired.tell, dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}
