import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import type { DeliberationTx, IssueFileRow, IssueRow } from './schema.js';

export const issues = aggregate<IssueRow>('issues', 'issue');
export const issueFiles = table<IssueFileRow>('issue_files', ['issueId', 'id']);

/** Where a file is sealed: what is sealed for one place opens at no other. */
export const placeOfFile = (id: string) => `issue_files/${id}`;

/** The issue, locked. To whoever has no seat at it, it is not there. */
export async function lockIssueWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<IssueRow> {
  const issue = await tx.lock(issues, id);
  if (!issue || !isWithinReach(issue, ctx)) throw new DomainError('object.not-found', {});
  return issue;
}

/** Whether a row that names the units it concerns is there for a caller. */
export function isWithinReach({ concernedUnitIds }: { concernedUnitIds: readonly string[] }, ctx: Ctx): boolean {
  return ctx.scope === 'street' || concernedUnitIds.some((unitId) => ctx.actor.unitIds.includes(unitId));
}

/** The open issues of a table, by id. */
export const openIssuesOfTable: Loader<string[]> = {
  name: 'open issues of table',
  load: async (sql, tableIds, streetId) => {
    const rows = (await sql
      .selectFrom('issues')
      .select(['id', 'tableId'])
      .where('streetId', '=', streetId)
      .where('tableId', 'in', tableIds)
      .where('isOpen', '=', true)
      .orderBy('id')
      .execute()) as { id: string; tableId: string }[];
    return new Map(tableIds.map((id) => [id, rows.filter(({ tableId }) => tableId === id).map((row) => row.id)]));
  },
};
