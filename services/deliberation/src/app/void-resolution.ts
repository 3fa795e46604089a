import { resolutionEvents } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import { resolutions } from '../db/resolutions.store.js';
import { bodyOf } from '../db/resolutions.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';

/** Marks a version that was being signed as void; what was signed of it stays on it, as history. */
export function voided(tx: DeliberationTx, row: ResolutionRow, reason: string): ResolutionRow {
  tx.stop(row.id, ['SIGNING']);
  const { issueId, tableId, estateId, no, hash } = row;
  const seats = row.signatures.map(({ seat }) => seat);
  const unitIds = bodyOf(row).signers.map(({ unitId }) => unitId);
  return tx.save(resolutions, { ...row, state: 'VOID' as const, voidReason: reason }, [
    fact(resolutionEvents.voided, { issueId, tableId, estateId, no, hash, reason, seats, unitIds }),
  ]);
}

/** The version an issue waits for signatures of; what everybody has signed is not touched. */
export async function voidDrawn(tx: DeliberationTx, { resolutionId }: IssueRow, reason: string): Promise<void> {
  const row = resolutionId === null ? undefined : await tx.lock(resolutions, resolutionId);
  if (row?.state === 'DRAWN') voided(tx, row, reason);
}

/** With the last signature of a later version the one in force gives way (由后一版代替): it stays signed by all, to be shown and proved, and is worked by no more. */
export async function supersede(tx: DeliberationTx, { signedResolutionId }: IssueRow, { id: by, no: byNo }: ResolutionRow): Promise<void> {
  const row = signedResolutionId === null ? undefined : await tx.lock(resolutions, signedResolutionId);
  if (row?.state !== 'SIGNED' || row.id === by) return;
  const { issueId, tableId, estateId, no, hash, concernedUnitIds: unitIds } = row;
  tx.save(resolutions, { ...row, state: 'SUPERSEDED' as const }, [
    fact(resolutionEvents.superseded, { issueId, tableId, estateId, no, hash, by, byNo, unitIds }),
  ]);
}
