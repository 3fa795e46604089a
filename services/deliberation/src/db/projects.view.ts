import {
  microProgramQuota,
  type Ctx,
  type MonthlySlot,
  type ProgramView,
  type ProjectView,
  type projects as operations,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { ProjectRow } from './community-life.schema.js';
import { placeOfPhoto } from './projects.store.js';
import type { DeliberationDb } from './schema.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

export function projectView(row: ProjectRow): ProjectView {
  const { id, state, title, problem, type, zone, origin, originIds, place, communityId, month, support, approval, reason } = row;
  const { beforePhotoIds, afterPhotoIds, result, acceptedBy, version } = row;
  return {
    ...{ id, state, title, problem, type, zone, origin, originIds, place, communityId, month, support, approval, reason },
    tasks: row.tasks.map(({ what, unitId, dueOn, done = null }) => ({ what, unitId, dueOn, done })),
    ...{ beforePhotoIds, afterPhotoIds, result, acceptedBy, version },
    budgetFen: row.budgetFen === null ? null : String(row.budgetFen),
    proposedAt: row.proposedAt.toISOString(),
  };
}

/** Reach is kept by row-level security: a unit sees the projects that name it. */
export async function getProject(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<ProjectView> {
  const row = await db.selectFrom('projects').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return projectView(row);
}

/** A photo that a project names, opened; to whoever may not see the project it is not there. */
export async function getPhoto(
  db: Kysely<DeliberationDb>,
  { id, photoId }: { id: string; photoId: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ type: string; file: string }> {
  const { beforePhotoIds, afterPhotoIds, tasks } = await getProject(db, { id }, ctx);
  const named = [...beforePhotoIds, ...afterPhotoIds, ...tasks.flatMap(({ done }) => done?.photoIds ?? [])];
  const row = await db
    .selectFrom('projectPhotos')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('projectId', '=', id)
    .where('id', '=', photoId)
    .executeTakeFirst();
  if (!row || !named.includes(photoId)) throw new DomainError('object.not-found', {});
  return { type: row.type, file: vault.open<{ file: string }>(row, placeOfPhoto(row.id)).file };
}

/** The board of the pool, new ones first, with counts by state and type of all that the caller may see. */
export async function listProjects(
  db: Kysely<DeliberationDb>,
  input: Input<'listProjects'>,
  ctx: Ctx,
): Promise<z.input<typeof operations.listProjects.output>> {
  let query = db.selectFrom('projects').selectAll().where('streetId', '=', ctx.streetId).orderBy('id', 'desc').limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.communityId) query = query.where('communityId', '=', input.communityId);
  if (input.type) query = query.where('type', '=', input.type);
  if (input.before) query = query.where('id', '<', input.before);
  const counts = await db
    .selectFrom('projects')
    .select(['state', 'type', (of) => of.fn.countAll<string>().as('n')])
    .where('streetId', '=', ctx.streetId)
    .groupBy(['state', 'type'])
    .orderBy('state')
    .orderBy('type')
    .execute();
  return {
    projects: (await query.execute()).map(projectView),
    counts: counts.map(({ state, type, n }) => ({ state, type, projects: Number(n) })),
  };
}

export async function getProgram(db: Kysely<DeliberationDb>, { year }: { year: number }, ctx: Ctx): Promise<ProgramView> {
  const row = await db
    .selectFrom('projectPrograms')
    .select(['quota', 'taken'])
    .where('streetId', '=', ctx.streetId)
    .where('year', '=', year)
    .executeTakeFirst();
  return { year, quota: row?.quota ?? microProgramQuota.value, taken: row?.taken ?? 0, source: microProgramQuota.source };
}

export async function listMonthlySlots(
  db: Kysely<DeliberationDb>,
  { month }: { month: string },
  ctx: Ctx,
): Promise<{ slots: MonthlySlot[] }> {
  const rows = await db
    .selectFrom('monthlySlots')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('month', '=', month)
    .orderBy('communityId')
    .execute();
  return {
    slots: rows.map(({ communityId, projectId, dueAt, isMissed }) => ({
      communityId,
      month,
      projectId,
      dueAt: dueAt.toISOString(),
      isMissed,
    })),
  };
}
