import { labels, type WorksState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type WorksAction = keyof typeof labels.worksAction;

/** The works of a signed issue: under way, checked by the quality team, mended where it must be, settled, and kept under warranty. `resume`: signed anew after a change. */
export const worksTransitions: Transitions<WorksState, WorksAction> = {
  WAITING: { start: 'UNDER_WAY', nameTeam: 'WAITING', change: 'WAITING', finish: 'FINISHED', resume: 'WAITING' },
  UNDER_WAY: {
    note: 'UNDER_WAY',
    beginStage: 'UNDER_WAY',
    reachStage: 'UNDER_WAY',
    change: 'UNDER_WAY',
    nameTeam: 'UNDER_WAY',
    finish: 'FINISHED',
    resume: 'UNDER_WAY',
  },
  // Who has moved away or does not come is replaced, or an acceptance would never end.
  FINISHED: { check: 'FINISHED', nameTeam: 'FINISHED', accept: 'ACCEPTED', fail: 'RECTIFYING' },
  RECTIFYING: { note: 'RECTIFYING', nameTeam: 'RECTIFYING', finish: 'FINISHED', resume: 'UNDER_WAY' },
  ACCEPTED: { settle: 'SETTLED', refuseSettlement: 'UNDER_WAY' },
  SETTLED: { warrant: 'WARRANTY', end: 'ENDED' },
  WARRANTY: { release: 'WARRANTY', end: 'ENDED' },
  ENDED: {},
};
export const worksEntries = ['WAITING'] as const satisfies readonly WorksState[];

export const nextOfWorks = stepsOf(worksTransitions, {
  refusal: 'works.illegal-step',
  states: labels.worksState,
  actions: labels.worksAction,
});
