import type { council as operations, CouncilSessionView, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { councilNature } from '../domain/council-session.js';
import type { CouncilSessionRow } from './community-life.schema.js';
import type { DeliberationDb } from './schema.js';

export function councilView(row: CouncilSessionRow): CouncilSessionView {
  const { id, state, communityId, estateId, issueId, topic, plan, rounds, result, version } = row;
  return {
    ...{ id, state, communityId, estateId, issueId, topic, plan, rounds, result, version },
    nature: councilNature,
    openedAt: row.openedAt.toISOString(),
  };
}

export async function getCouncil(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<CouncilSessionView> {
  const row = await db
    .selectFrom('councilSessions')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return councilView(row);
}

/** Sessions that the caller may see (row-level security), new ones first. */
export async function listCouncils(
  db: Kysely<DeliberationDb>,
  input: z.output<typeof operations.listCouncils.input>,
  ctx: Ctx,
): Promise<{ sessions: CouncilSessionView[] }> {
  let query = db.selectFrom('councilSessions').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(input.limit);
  if (input.communityId) query = query.where('communityId', '=', input.communityId);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.before) query = query.where('id', '<', input.before);
  return { sessions: (await query.execute()).map(councilView) };
}
