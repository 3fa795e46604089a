import { aggregate, type Loader } from '@wufang/service';
import type { CommitmentRow } from './commitments.schema.js';
import type { DeliberationTx } from './schema.js';

export const commitments = aggregate<CommitmentRow>('commitments', 'commitment');

/** The commitment a task of dispatch stands for. */
export const commitmentOfTask: Loader<string> = {
  name: 'commitment of task',
  load: async (sql, taskIds, streetId) => {
    const rows = (await sql
      .selectFrom('commitments')
      .select(['id', 'taskId'])
      .where('streetId', '=', streetId)
      .where('taskId', 'in', taskIds)
      .execute()) as { id: string; taskId: string }[];
    return new Map(rows.map(({ id, taskId }) => [taskId, id]));
  },
};

export const placeOfCommitments = (issueId: string) => `commitments of ${issueId}`;

/** All promises about an issue, locked in their order; lock the issue first. */
export async function lockCommitmentsOf(tx: DeliberationTx, issueId: string): Promise<CommitmentRow[]> {
  await tx.hold(placeOfCommitments(issueId));
  tx.mustSeeAll(placeOfCommitments(issueId));
  const found = await tx.sql
    .selectFrom('commitments')
    .select('id')
    .where('streetId', '=', tx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('id')
    .execute();
  const rows: CommitmentRow[] = [];
  for (const { id } of found) rows.push((await tx.lock(commitments, id))!);
  return rows;
}
