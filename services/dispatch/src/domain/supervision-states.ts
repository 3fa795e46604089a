import { labels, type SupervisionState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

/** A supervision (督办): the lead owes a reply; who supervises takes it off the list, or sends it back for another reply. */
export const supervisionTransitions: Transitions<SupervisionState, keyof typeof labels.supervisionAction> = {
  OWED: { reply: 'REPLIED', revoke: 'REVOKED' },
  REPLIED: { lift: 'LIFTED', sendBack: 'OWED', revoke: 'REVOKED' },
  LIFTED: {},
  REVOKED: {},
};
export const supervisionEntries = ['OWED'] as const satisfies readonly SupervisionState[];

/** A reply is owed, or waits to be judged. Example: REPLIED -> yes, since it may be sent back; LIFTED -> no. */
export const isUnderWay = (state: SupervisionState): boolean => Object.keys(supervisionTransitions[state]).length > 0;

export const nextOfSupervision = stepsOf(supervisionTransitions, {
  refusal: 'supervision.illegal-step',
  states: labels.supervisionState,
  actions: labels.supervisionAction,
});
