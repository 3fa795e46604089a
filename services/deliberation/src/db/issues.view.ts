import type { Ctx, issues, IssueView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { placeOfFile } from './issues.store.js';
import type { DeliberationDb, IssueRow } from './schema.js';

export function issueView(row: IssueRow): IssueView {
  const { id, tableId, estateId, communityId, state, title, problem, scope, origin, proposedBy, orderIds, households, matters, version } =
    row;
  const { decisionClasses, screening, seats, payers, roundNo, roundId, quorumFailures, planId, voteIds, resolutionId, leadSeat } = row;
  const { bodyDecisions, withdrawalAsked, mergedInto, signedResolutionId } = row;
  return {
    ...{ id, tableId, estateId, communityId, state, title, problem, scope, origin, proposedBy, orderIds, households, matters, version },
    ...{ decisionClasses, screening, seats, payers, roundNo, roundId, quorumFailures, planId, voteIds, resolutionId, leadSeat },
    ...{ bodyDecisions, withdrawalAsked, mergedInto, signedResolutionId },
    proposedAt: row.proposedAt.toISOString(),
  };
}

/** Reach is kept by row-level security: a unit sees the issues of the tables it sits at. */
export async function getIssue(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<IssueView> {
  const row = await db.selectFrom('issues').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return issueView(row);
}

/** Before what belongs to an issue is listed: an issue out of reach is not there, rather than one with nothing to it. */
export async function issueInView(db: Kysely<DeliberationDb>, id: string, ctx: Ctx): Promise<void> {
  const row = await db.selectFrom('issues').select('id').where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
}

/** Issues within the caller's reach, new ones first. */
export async function listIssues(
  db: Kysely<DeliberationDb>,
  { tableId, state, orderId, before, limit }: z.output<typeof issues.listIssues.input>,
  ctx: Ctx,
): Promise<{ issues: IssueView[] }> {
  let query = db.selectFrom('issues').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(limit);
  if (tableId !== undefined) query = query.where('tableId', '=', tableId);
  if (state !== undefined) query = query.where('state', '=', state);
  if (orderId !== undefined) query = query.where(sql<boolean>`order_ids @> array[${orderId}]::uuid[]`);
  if (before !== undefined) query = query.where('id', '<', before);
  return { issues: (await query.execute()).map(issueView) };
}

/** A file of an issue, opened. Reach is kept by row-level security: a unit sees those of the issues it sits at. */
export async function getFile(
  db: Kysely<DeliberationDb>,
  { issueId, fileId }: { issueId: string; fileId: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ type: string; file: string; sha256: string }> {
  const row = await db
    .selectFrom('issueFiles')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const { file } = vault.open<{ file: string }>(row, placeOfFile(row.id));
  return { type: row.type, file, sha256: row.sha256.toString('hex') };
}
