import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, type Loader } from '@wufang/service';
import { isWithinReach } from './issues.store.js';
import type { ResolutionRow } from './resolutions.schema.js';
import type { DeliberationTx } from './schema.js';

export const resolutions = aggregate<ResolutionRow>('resolutions', 'resolution');

/** The resolution, locked. To whoever has no seat at its table, it is not there. */
export async function lockResolutionWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<ResolutionRow> {
  const found = await tx.lock(resolutions, id);
  if (!found || !isWithinReach(found, ctx)) throw new DomainError('object.not-found', {});
  return found;
}

/** The issue a resolution belongs to, so that both can be locked in their order. */
export const issueOfResolution: Loader<string> = {
  name: 'issue of resolution',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('resolutions')
      .select(['id', 'issueId'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as unknown as Pick<ResolutionRow, 'id' | 'issueId'>[];
    return new Map(rows.map(({ id, issueId }) => [id, issueId]));
  },
};

/** The newest version an issue has had. */
export const newestOfIssue: Loader<Pick<ResolutionRow, 'id' | 'no'>> = {
  name: 'newest resolution of issue',
  load: async (sql, issueIds, streetId) => {
    const rows = (await sql
      .selectFrom('resolutions')
      .select(['id', 'issueId', 'no'])
      .where('streetId', '=', streetId)
      .where('issueId', 'in', issueIds)
      .orderBy('no')
      .execute()) as unknown as Pick<ResolutionRow, 'id' | 'issueId' | 'no'>[];
    return new Map(rows.map(({ issueId, ...row }) => [issueId, row]));
  },
};
