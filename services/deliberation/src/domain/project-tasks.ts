import type { ProjectTask, ProjectTaskDone } from '@wufang/contracts';
import { dayOfDate, instantOfDay } from '@wufang/kernel';

/** The end of the day a task names. */
const endOf = ({ dueOn }: Pick<ProjectTask, 'dueOn'>) => instantOfDay(dayOfDate(dueOn) + 1);

type Task = ProjectTask & { done?: ProjectTaskDone };

/**
 * The tasks of a project that are not done and whose day ends next, all of that day, and when it does; null where every day is over or all is done.
 * Example: of the 3rd, the 5th and the 5th, on the 4th -> both of the 5th, at the end of the 5th; one of these is done -> the other; both -> null.
 */
export function tasksDueNext(tasks: readonly Task[], now: Date): { tasks: ProjectTask[]; dueAt: Date } | null {
  const ahead = tasks.filter((task) => !task.done && endOf(task) > now).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [first] = ahead;
  return first ? { tasks: ahead.filter(({ dueOn }) => dueOn === first.dueOn), dueAt: endOf(first) } : null;
}
