import { DomainError } from '@wufang/kernel';
import { filesOfIssue } from '../db/emergency.store.js';
import type { DeliberationTx } from '../db/schema.js';

/**
 * Refuses to name as proof what is not kept at this issue (议题附件): a scan, a receipt or a photo that nobody can open proves nothing. Null ids are none.
 * Throws issue.file-unknown with the first that is not there.
 */
export async function refuseUnknownFiles(tx: DeliberationTx, issueId: string, ids: readonly (string | null)[]): Promise<void> {
  const named = ids.filter((id) => id !== null);
  if (named.length === 0) return;
  const kept = new Set((await filesOfIssue(tx.sql, issueId, { streetId: tx.streetId, ids: named })).map(({ id }) => id));
  const unknown = named.find((id) => !kept.has(id));
  if (unknown !== undefined) throw new DomainError('issue.file-unknown', { id: unknown });
}
