import { resolutionEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import { resolutions } from '../db/resolutions.store.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import { bodyOf } from '../db/resolutions.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById } from '../db/tables.store.js';
import { missingSeats } from '../domain/resolution.js';

/** The clock of signing has come to a stage: those who have not signed are reminded; at the breach their units are named, for the whistle. */
export async function recordMissingSignatures(
  tx: DeliberationTx,
  row: ResolutionRow,
  clock: DeadlineRow,
  fired: FiredStage,
): Promise<void> {
  if (row.state !== 'DRAWN') return;
  const { signers, title } = bodyOf(row);
  const seats = missingSeats(signers, row.signatures);
  const { issueId, tableId, estateId, no, hash } = row;
  tx.save(resolutions, row, [
    fact(resolutionEvents.signatureMissing, {
      ...{ issueId, tableId, estateId, no, hash, stage: fired.stage, kind: fired.kind, tell: fired.tell, seats },
      ...{ unitIds: signers.filter(({ seat }) => seats.includes(seat)).map(({ unitId }) => unitId), dueAt: clock.dueAt.toISOString() },
      ...{ title, communityId: (await tx.load(estateById, estateId))?.communityId },
    }),
  ]);
}
