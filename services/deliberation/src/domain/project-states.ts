import { labels, type ProjectState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type ProjectAction = keyof typeof labels.projectAction;

/**
 * A project of the pool (民生项目池): problem list → task list → the street's approval → works → acceptance. A declined one may be tasked anew; what fails
 * acceptance goes back to work; what is under way is finished, task by task and as a whole, and no longer withdrawn.
 */
export const projectTransitions: Transitions<ProjectState, ProjectAction> = {
  PROBLEM: { task: 'TASKED', withdraw: 'WITHDRAWN' },
  TASKED: { task: 'TASKED', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: { approve: 'APPROVED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  APPROVED: { begin: 'UNDER_WAY', withdraw: 'WITHDRAWN' },
  DECLINED: { task: 'TASKED', withdraw: 'WITHDRAWN' },
  UNDER_WAY: { finishTask: 'UNDER_WAY', finish: 'DONE' },
  DONE: { accept: 'ACCEPTED', begin: 'UNDER_WAY' },
  ACCEPTED: {},
  WITHDRAWN: {},
};
export const projectEntries = ['PROBLEM'] as const satisfies readonly ProjectState[];

export const nextOfProject = stepsOf(projectTransitions, {
  refusal: 'project.illegal-step',
  states: labels.projectState,
  actions: labels.projectAction,
});
