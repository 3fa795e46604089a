import type { AssignedTaskView, Ctx, supervision } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { DispatchDb } from './schema.js';
import type { AssignedTaskRow } from './supervision.schema.js';

export function taskView(row: AssignedTaskRow, now: Date): AssignedTaskView {
  const { id, source, sourceId, orderId, unitId, text, state, evidence, photoIds, version } = row;
  return {
    ...{ id, source, sourceId, orderId, unitId, text, state, evidence, photoIds, version },
    entrustedAt: row.entrustedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    isOverdue: (row.endedAt ?? now) > row.dueAt,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

/** Tasks within the caller's reach, those due first first. Reach is kept by row-level security. */
export async function listTasks(
  db: Kysely<DispatchDb>,
  input: z.output<typeof supervision.listTasks.input>,
  ctx: Ctx,
): Promise<{ tasks: AssignedTaskView[] }> {
  let query = tasksOf(db, ctx.streetId).limit(input.limit);
  if (input.state) query = query.where('state', '=', input.state);
  if (input.sourceId) query = query.where('sourceId', '=', input.sourceId);
  if (input.unitId) query = query.where('unitId', '=', input.unitId);
  return { tasks: (await query.execute()).map((row) => taskView(row, row.now)) };
}

/** The tasks with these ids, those due first first. */
export async function tasksByIds(db: Kysely<DispatchDb>, ids: readonly string[], ctx: Ctx): Promise<AssignedTaskView[]> {
  if (ids.length === 0) return [];
  const rows = await tasksOf(db, ctx.streetId).where('id', 'in', ids).execute();
  return rows.map((row) => taskView(row, row.now));
}

function tasksOf(db: Kysely<DispatchDb>, streetId: string) {
  return db
    .selectFrom('assignedTasks')
    .selectAll()
    .select(sql<Date>`(select app_now())`.as('now'))
    .where('streetId', '=', streetId)
    .orderBy('dueAt')
    .orderBy('id');
}
