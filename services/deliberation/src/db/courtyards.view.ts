import type { courtyards as operations, CourtyardMatterView, CourtyardView, Ctx, OfficeQuestionView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { CourtyardMatterRow, CourtyardRow, OfficeQuestionRow } from './community-life.schema.js';
import type { DeliberationDb } from './schema.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

export function courtyardView({ id, name, communityId, estateId, buildingId, stairwell, branch }: CourtyardRow): CourtyardView {
  return { id, name, communityId, estateId, buildingId, stairwell, branch };
}

/** Who supports a matter is nobody's business; how many is everybody's. */
export function matterView(row: CourtyardMatterRow): CourtyardMatterView {
  const { id, courtyardId, state, title, text, supporterIds, invitedUnitIds, answers, result, issueId, version } = row;
  return {
    ...{ id, courtyardId, state, title, text, invitedUnitIds, answers, result, issueId, version },
    supporters: supporterIds.length,
    raisedAt: row.raisedAt.toISOString(),
    convenedAt: row.convenedAt?.toISOString() ?? null,
  };
}

export function questionView(row: OfficeQuestionRow, now: Date): OfficeQuestionView {
  const { id, officeDayOn, communityId, unitId, state, title, question, answer, outcome, projectId, issueId, version } = row;
  const isOver = row.answeredAt !== null || now > row.dueAt;
  return {
    ...{ id, officeDayOn, communityId, unitId, state, title, question, answer, outcome, projectId, issueId, version },
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    isAnsweredInTime: isOver ? (row.answeredAt ?? now) <= row.dueAt : null,
  };
}

export async function listCourtyards(
  db: Kysely<DeliberationDb>,
  { communityId }: { communityId?: string | undefined },
  ctx: Ctx,
): Promise<{ courtyards: CourtyardView[] }> {
  let query = db.selectFrom('courtyards').selectAll().where('streetId', '=', ctx.streetId).orderBy('name').orderBy('id');
  if (communityId) query = query.where('communityId', '=', communityId);
  return { courtyards: (await query.execute()).map(courtyardView) };
}

/** A courtyard's matters: all of them for residents and the street, for a unit those it convenes or was invited to. */
export async function listMatters(
  db: Kysely<DeliberationDb>,
  input: Input<'listMatters'>,
  ctx: Ctx,
): Promise<{ matters: CourtyardMatterView[] }> {
  const courtyard = await db
    .selectFrom('courtyards')
    .select('id')
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', input.courtyardId)
    .executeTakeFirst();
  if (!courtyard) throw new DomainError('object.not-found', {});
  let query = db
    .selectFrom('courtyardMatters')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('courtyardId', '=', input.courtyardId)
    .orderBy('id', 'desc')
    .limit(input.limit);
  if (ctx.scope !== 'street') query = query.where(sql<boolean>`concerned_unit_ids && ${ctx.actor.unitIds}::uuid[]`);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.before) query = query.where('id', '<', input.before);
  return { matters: (await query.execute()).map(matterView) };
}

/** Questions that the caller may see (row-level security), new ones first, with totals as a street reports them (S2: 135 meetings, 113 problems, 11 projects). */
export async function listQuestions(
  db: Kysely<DeliberationDb>,
  input: Input<'listQuestions'>,
  ctx: Ctx,
): Promise<z.input<typeof operations.listQuestions.output>> {
  let query = db
    .selectFrom('officeQuestions')
    .selectAll()
    .select(sql<Date>`(select app_now())`.as('now'))
    .where('streetId', '=', ctx.streetId)
    .orderBy('id', 'desc')
    .limit(input.limit);
  if (input.officeDayOn) query = query.where('officeDayOn', '=', input.officeDayOn);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.before) query = query.where('id', '<', input.before);
  const totals = await db
    .selectFrom('officeQuestions')
    .select([
      sql<number>`count(distinct (office_day_on, community_id))::int`.as('officeDays'),
      sql<number>`count(*)::int`.as('questions'),
      sql<number>`count(project_id)::int`.as('projects'),
      sql<number>`count(issue_id)::int`.as('issues'),
    ])
    .where('streetId', '=', ctx.streetId)
    .executeTakeFirstOrThrow();
  return { questions: (await query.execute()).map((row) => questionView(row, row.now)), totals };
}
