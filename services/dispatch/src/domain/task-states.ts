import { labels, type TaskState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

/** A task that a meeting has given a unit (交办任务): it shows what it has done, or the street takes the task back. */
export const taskTransitions: Transitions<TaskState, keyof typeof labels.taskAction> = {
  ENTRUSTED: { deliver: 'DELIVERED', drop: 'DROPPED' },
  DELIVERED: {},
  DROPPED: {},
};
export const taskEntries = ['ENTRUSTED'] as const satisfies readonly TaskState[];

export const nextOfTask = stepsOf(taskTransitions, { refusal: 'task.illegal-step', states: labels.taskState, actions: labels.taskAction });
