import { createHash } from 'node:crypto';
import { issueFileEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import { issueFiles, issues, lockIssueWithinReach, placeOfFile } from '../db/issues.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { scanType } from '../domain/scan-type.js';
import { seatActingFor } from '../domain/seats.js';

const MAX_BYTES = 5 * 1024 * 1024;

/** A seat keeps a photo or scan with its issue (附件), sealed; its id is what a posting, a payment or the diary names. */
export async function keepFile(
  tx: DeliberationTx,
  input: { issueId: string; file: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ id: string; type: string; sha256: string }> {
  const issue = await lockIssueWithinReach(tx, input.issueId, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const { bytes, type } = readFile(input.file);
  const id = tx.newId();
  const sha256 = createHash('sha256').update(bytes).digest();
  const { id: issueId, tableId, estateId, concernedUnitIds } = issue;
  const by = { seat, addedBy: ctx.actor.accountId, addedAt: tx.now, concernedUnitIds };
  tx.insert(issueFiles, { issueId, id, type, sha256, ...vault.seal({ file: input.file }, placeOfFile(id)), ...by });
  tx.save(issues, issue, [fact(issueFileEvents.fileKept, { tableId, estateId, fileId: id, seat, sha256: sha256.toString('hex') })]);
  return { id, type, sha256: sha256.toString('hex') };
}

/** A file as it was handed over (base64) and what kind it is. Throws issue.file-unreadable for what is too big, or neither picture nor PDF. */
export function readFile(file: string) {
  const bytes = Buffer.from(file, 'base64');
  const type = bytes.length > MAX_BYTES ? null : scanType(bytes);
  if (!type) throw new DomainError('issue.file-unreadable', {});
  return { bytes, type };
}
