import type { AssignedTaskView, Ctx, SchedulingMeetingView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { tasksByIds } from './assigned-tasks.view.js';
import type { DispatchDb } from './schema.js';
import type { SchedulingMeetingRow } from './supervision.schema.js';

export function meetingView(row: SchedulingMeetingRow): SchedulingMeetingView {
  const { id, state, agenda, scope, isCut, unplanned, followedTaskIds, taskIds, version } = row;
  const count = (wanted: 'RED' | 'YELLOW') => agenda.filter(({ colour }) => colour === wanted).length;
  return {
    ...{ id, state, agenda, scope, isCut, unplanned, followedTaskIds, taskIds, version, red: count('RED'), yellow: count('YELLOW') },
    drawnAt: row.drawnAt.toISOString(),
    adjournedAt: row.adjournedAt?.toISOString() ?? null,
  };
}

export async function listMeetings(
  db: Kysely<DispatchDb>,
  { limit }: { limit: number },
  ctx: Ctx,
): Promise<{ meetings: SchedulingMeetingView[] }> {
  const rows = await db
    .selectFrom('schedulingMeetings')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('drawnAt', 'desc')
    .limit(limit)
    .execute();
  return { meetings: rows.map(meetingView) };
}

/** A meeting as it was drawn, with its tasks and those it followed as they are now. */
export async function getMeeting(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<SchedulingMeetingView & { tasks: AssignedTaskView[]; followedTasks: AssignedTaskView[] }> {
  const row = await db
    .selectFrom('schedulingMeetings')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  const tasks = await tasksByIds(db, row.taskIds, ctx);
  return { ...meetingView(row), tasks, followedTasks: await tasksByIds(db, row.followedTaskIds, ctx) };
}
