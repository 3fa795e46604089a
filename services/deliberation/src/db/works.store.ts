import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import { issues, isWithinReach } from './issues.store.js';
import type { DeliberationTx, IssueRow } from './schema.js';
import type { WorksEntryRow, WorksRow } from './works.schema.js';

export const works = aggregate<WorksRow>('works', 'works');
export const worksEntries = table<WorksEntryRow>('works_entries', ['id']);

const issueOfWorks: Loader<string> = {
  name: 'issue of works',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('works')
      .select(['id', 'issueId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as { id: string; issueId: string }[];
    return new Map(rows.map(({ id, issueId }) => [id, issueId]));
  },
};

const worksOfIssue: Loader<string> = {
  name: 'works of issue',
  load: async (sql, issueIds, streetId) => {
    const rows = (await sql
      .selectFrom('works')
      .select(['id', 'issueId'])
      .where('streetId', '=', streetId)
      .where('issueId', 'in', issueIds)
      .execute()) as { id: string; issueId: string }[];
    return new Map(rows.map(({ id, issueId }) => [issueId, id]));
  },
};

/** Accepted works that are to be looked at in the first rain. */
export async function worksWaitingForRain(tx: DeliberationTx): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('works')
    .select('id')
    .where('streetId', '=', tx.streetId)
    .where(sql<boolean>`looks @> '[{"kind": "RAIN", "state": "WAITING"}]'`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The issue first, then its works; for anybody. Throws object.not-found. */
export async function lockWorks(tx: DeliberationTx, id: string): Promise<{ row: WorksRow; issue: IssueRow }> {
  const issueId = await tx.load(issueOfWorks, id);
  const issue = issueId === undefined ? undefined : await tx.lock(issues, issueId);
  const row = issue && (await tx.lock(works, id));
  if (!issue || !row) throw new DomainError('object.not-found', {});
  return { row, issue };
}

/** The same for the seats of the issue; to whoever has none, the works are not there. */
export async function lockWorksWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<{ row: WorksRow; issue: IssueRow }> {
  const found = await lockWorks(tx, id);
  if (!isWithinReach(found.issue, ctx)) throw new DomainError('object.not-found', {});
  return found;
}

/** The works of an issue that is locked already, if it has any. */
export async function lockWorksOf(tx: DeliberationTx, issueId: string): Promise<WorksRow | undefined> {
  const id = await tx.load(worksOfIssue, issueId);
  return id === undefined ? undefined : tx.lock(works, id);
}
