import { projectEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { ProjectRow } from '../db/community-life.schema.js';
import { projects } from '../db/projects.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { tasksDueNext } from '../domain/project-tasks.js';
import { armClock } from './arm-clock.js';

/** The clock of the tasks that are due next (任务清单的期限); none where all their days are over or all are done. */
export async function watchTasks(tx: DeliberationTx, project: Pick<ProjectRow, 'id' | 'tasks'>, rules: RuleBook): Promise<void> {
  const next = tasksDueNext(project.tasks, tx.now);
  tx.stop(project.id, ['PROJECT_TASK']);
  if (next) armClock(tx, await rules.at(tx.streetId, tx.now), 'PROJECT_TASK', project.id, { dueAt: next.dueAt });
}

/**
 * A project that was put to the street waits, or tasks of one that is under way are due: told to who has to act, then upwards. Tasks
 * that their units have said to be done are not told of.
 */
export async function recordFiredProject(
  tx: DeliberationTx,
  project: ProjectRow,
  clock: DeadlineRow,
  fired: FiredStage,
  rules: RuleBook,
): Promise<void> {
  const isTask = clock.code === 'PROJECT_TASK';
  if (project.state !== (isTask ? 'UNDER_WAY' : 'SUBMITTED')) return;
  // A moment before their day is over those are the next ones due.
  const due = isTask ? (tasksDueNext(project.tasks, new Date(clock.dueAt.getTime() - 1))?.tasks ?? []) : [];
  const { communityId, title } = project;
  tx.save(projects, project, [
    fact(projectEvents.projectClockFired, {
      ...{ communityId, title, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ unitIds: isTask ? [...new Set(due.map(({ unitId }) => unitId))] : [communityId], tasks: due.map(({ what }) => what) },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
  if (isTask && fired.kind === 'breach') await watchTasks(tx, project, rules);
}
