import type { CommitmentView, commitments, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { CommitmentRow } from './commitments.schema.js';
import type { DeliberationDb } from './schema.js';

function commitmentView(row: CommitmentRow): CommitmentView {
  const { id, issueId, resolutionId, tableId, estateId, no, title, seat, unitId, text, evidence, state, taskId, version } = row;
  return {
    ...{ id, issueId, resolutionId, tableId, estateId, no, title, seat, unitId, text, evidence, state, taskId, version },
    ...{ dueAt: row.dueAt.toISOString(), isLate: row.lateAt !== null, endedAt: row.endedAt?.toISOString() ?? null },
  };
}

/** Reach is kept by row-level security: a unit sees what was promised at the tables it sits at. */
export async function getCommitment(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<CommitmentView> {
  const row = await db.selectFrom('commitments').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return commitmentView(row);
}

export async function listCommitments(
  db: Kysely<DeliberationDb>,
  { issueId, unitId, state, limit }: z.output<typeof commitments.listCommitments.input>,
  ctx: Ctx,
): Promise<{ commitments: CommitmentView[] }> {
  let query = db.selectFrom('commitments').selectAll().where('streetId', '=', ctx.streetId).orderBy('dueAt').orderBy('id').limit(limit);
  if (issueId !== undefined) query = query.where('issueId', '=', issueId);
  if (unitId !== undefined) query = query.where('unitId', '=', unitId);
  if (state !== undefined) query = query.where('state', '=', state);
  return { commitments: (await query.execute()).map(commitmentView) };
}
