import { labels, ownersVoteStates, type OwnersVoteState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type OwnersVoteAction = keyof typeof labels.ownersVoteAction;

/**
 * An owners' vote. What was announced opens and closes at its time; once closed no ballot comes in, what is in is still checked; nothing is counted twice.
 *
 * - Before it opens the owners' body may call it off; it falls with its issue as well, and once it has opened with nothing else (`callOffWithIssue`).
 * - A ballot that was entered wrongly, as under another owner, is struck until the count; what is struck stays, and counts for nothing.
 * - The counting group may change until the count; a member's word may come as late.
 * - An official result takes the place of the count.
 * - The street may have an unlawful decision put right, or annul it (物业管理条例 art. 8, 51), whatever it was counted to be.
 */
export const ownersVoteTransitions: Transitions<OwnersVoteState, OwnersVoteAction> = {
  ANNOUNCED: { nameGroup: 'ANNOUNCED', declare: 'ANNOUNCED', callOff: 'CALLED_OFF', open: 'OPEN' },
  OPEN: {
    nameGroup: 'OPEN',
    declare: 'OPEN',
    enter: 'OPEN',
    check: 'OPEN',
    strike: 'OPEN',
    remind: 'OPEN',
    close: 'CLOSED',
    callOff: 'CALLED_OFF',
  },
  CLOSED: {
    nameGroup: 'CLOSED',
    declare: 'CLOSED',
    check: 'CLOSED',
    strike: 'CLOSED',
    count: 'COUNTED',
    importOfficial: 'COUNTED',
    callOff: 'CALLED_OFF',
  },
  COUNTED: { post: 'COUNTED', orderCorrection: 'COUNTED', reportCorrection: 'COUNTED', annul: 'ANNULLED' },
  CALLED_OFF: {},
  ANNULLED: {},
};
export const ownersVoteEntries = ['ANNOUNCED'] as const satisfies readonly (typeof ownersVoteStates)[number][];

export const nextOfVote = stepsOf(ownersVoteTransitions, {
  refusal: 'vote.illegal-step',
  states: labels.ownersVoteState,
  actions: labels.ownersVoteAction,
});
