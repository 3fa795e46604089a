import { createHash } from 'node:crypto';
import { ownersVoteEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import { lockVoteOfMember, ownersVotes, scanOf, voteScans } from '../db/votes.store.js';
import { refuseUndeclared } from '../domain/counting-group.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { scanType } from '../domain/scan-type.js';

const MAX_BYTES = 5 * 1024 * 1024;

/** A member of the counting group keeps the scan of a paper ballot, sealed: it may bear a name and a signature. */
export async function keepScan(tx: DeliberationTx, input: { id: string; file: string }, ctx: Ctx, vault: Vault): Promise<{ id: string }> {
  const vote = await lockVoteOfMember(tx, input.id, ctx);
  nextOfVote(vote.state, 'check');
  const { accountId } = ctx.actor;
  refuseUndeclared(vote.members, accountId);
  const bytes = Buffer.from(input.file, 'base64');
  const type = bytes.length > MAX_BYTES ? null : scanType(bytes);
  if (!type) throw new DomainError('vote.scan-unreadable', {});
  const id = tx.newId();
  const sha256 = createHash('sha256').update(bytes).digest();
  const { id: voteId, estateId, issueId, kind } = vote;
  const sealed = vault.seal({ file: input.file }, `vote_scans/${id}`);
  tx.insert(voteScans, { voteId, id, type, sha256, ...sealed, addedBy: accountId, addedAt: tx.now });
  tx.remember(`scan ${voteId}/${id}`, true);
  tx.save(ownersVotes, vote, [fact(ownersVoteEvents.scanKept, { estateId, issueId, kind, scanId: id, sha256: sha256.toString('hex') })]);
  return { id };
}

/** A member looks at a scan; each look is on record. */
export async function seeScan(
  tx: DeliberationTx,
  input: { id: string; scanId: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ type: string; file: string }> {
  const vote = await lockVoteOfMember(tx, input.id, ctx);
  const scan = await scanOf(tx.sql, tx.streetId, vote.id, input.scanId);
  if (!scan) throw new DomainError('object.not-found', {});
  const { file } = vault.open<{ file: string }>(scan, `vote_scans/${scan.id}`);
  const { estateId, issueId, kind } = vote;
  tx.save(ownersVotes, vote, [fact(ownersVoteEvents.scanSeen, { estateId, issueId, kind, scanId: scan.id })]);
  return { type: scan.type, file };
}
