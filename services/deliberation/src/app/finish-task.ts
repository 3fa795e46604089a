import { projectEvents, type Ctx, type ProjectView, type projects as operations } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { lockProject, projectPhotosKept, projects } from '../db/projects.store.js';
import { projectView } from '../db/projects.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { unitById } from '../db/tables.store.js';
import { nextOfProject } from '../domain/project-states.js';
import { tasksDueNext } from '../domain/project-tasks.js';
import { refusePrivate } from '../domain/public-text.js';
import { watchTasks } from './watch-projects.js';

/**
 * The unit that has a task says that it is done (任务逐项销号): on which day, with photos kept with the project. Once all that was due on its day is done, that day's
 * clock stops and the next one's runs; while something of it is open the clock goes on as it was. Whoever else sees the project is told whose the task is.
 */
export async function finishTask(
  tx: DeliberationTx,
  input: z.output<typeof operations.finishTask.input>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<ProjectView> {
  const project = await lockProject(tx, input.id, ctx);
  const { no, doneOn: on, photoIds, note = null } = input;
  const state = nextOfProject(project.state, 'finishTask');
  const task = project.tasks[no - 1];
  if (!task) throw new DomainError('project.task-unknown', { no });
  if (!ctx.actor.unitIds.includes(task.unitId))
    throw new DomainError('project.task-not-yours', { no, unit: (await tx.load(unitById, task.unitId))?.name ?? '责任单位' });
  if (task.done) throw new DomainError('project.task-done', { no, on: task.done.on });
  if (on > beijingDate(tx.now)) throw new DomainError('time.future', { field: '完成日期' });
  if (note !== null) refusePrivate(note);
  for (const photoId of photoIds)
    if (!(await tx.load(projectPhotosKept, `${project.id}/${photoId}`))) throw new DomainError('project.photo-unknown', { id: photoId });
  const done = { on, photoIds, note, at: tx.now.toISOString() };
  const tasks = project.tasks.map((one, index) => (index === no - 1 ? { ...one, done } : one));
  const dueAt = (of: typeof tasks) => tasksDueNext(of, tx.now)?.dueAt.getTime();
  const endsDay = dueAt(project.tasks) !== dueAt(tasks);
  if (endsDay) await watchTasks(tx, { id: project.id, tasks }, rules);
  const { communityId, title } = project;
  const { what, unitId } = task;
  const open = tasks.filter((one) => !one.done).length;
  return projectView(
    tx.save(projects, { ...project, state, tasks }, [
      fact(projectEvents.projectTaskFinished, { communityId, title, no, what, unitId, doneOn: on, photoIds, open, endsDay }),
    ]),
  );
}
