import type { ProjectTask } from '@wufang/contracts';
import { dayOfDate, instantOfDay } from '@wufang/kernel';

/** The end of the day a task names. */
const endOf = ({ dueOn }: ProjectTask) => instantOfDay(dayOfDate(dueOn) + 1);

/**
 * The tasks of a project whose day ends next, all of that day, and when it does; null where every day is over.
 * Example: of the 3rd, the 5th and the 5th, on the 4th -> both of the 5th, at the end of the 5th.
 */
export function tasksDueNext(tasks: readonly ProjectTask[], now: Date): { tasks: ProjectTask[]; dueAt: Date } | null {
  const ahead = tasks.filter((task) => endOf(task) > now).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [first] = ahead;
  return first ? { tasks: ahead.filter(({ dueOn }) => dueOn === first.dueOn), dueAt: endOf(first) } : null;
}
