import { labels, type SummonsState, type WhistleState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type WhistleAction = keyof typeof labels.whistleAction;
export type SummonsAction = keyof typeof labels.summonsAction;

/** A whistle (吹哨): asked for by a community or sounded by the street at once; minutes leave it as it is; settled with a result. */
export const whistleTransitions: Transitions<WhistleState, WhistleAction> = {
  ASKED: { sound: 'SOUNDED', decline: 'DECLINED' },
  SOUNDED: { minute: 'SOUNDED', settle: 'SETTLED' },
  DECLINED: {},
  SETTLED: {},
};
export const whistleEntries = ['ASKED', 'SOUNDED'] as const satisfies readonly WhistleState[];

/**
 * One unit's part of a whistle (报到).
 *
 * - Who checks in on site has reported in, whatever was said before.
 * - An explanation is an answer, but a result is still owed.
 * - A claim that the whistle was improper stops nothing (先办后议); only the leader's judgement excuses the unit.
 * - What has no result when the whistle is settled lapses, and counts so, unless the leader judges a claim from before the end: whoever should not have been
 *   called is excused then too (双考核).
 * - What is still owed when the order is closed has ended: the matter is over, and nobody is measured by what fell due after it.
 */
export const summonsTransitions: Transitions<SummonsState, SummonsAction> = {
  SUMMONED: {
    reportIn: 'REPORTED_IN',
    explain: 'EXPLAINED',
    checkIn: 'ON_SITE',
    claim: 'SUMMONED',
    excuse: 'EXCUSED',
    lapse: 'LAPSED',
    end: 'ENDED',
  },
  EXPLAINED: {
    reportIn: 'REPORTED_IN',
    checkIn: 'ON_SITE',
    giveResult: 'RESULT_GIVEN',
    claim: 'EXPLAINED',
    excuse: 'EXCUSED',
    lapse: 'LAPSED',
    end: 'ENDED',
  },
  REPORTED_IN: {
    checkIn: 'ON_SITE',
    giveResult: 'RESULT_GIVEN',
    claim: 'REPORTED_IN',
    excuse: 'EXCUSED',
    lapse: 'LAPSED',
    end: 'ENDED',
  },
  ON_SITE: { checkIn: 'ON_SITE', giveResult: 'RESULT_GIVEN', claim: 'ON_SITE', excuse: 'EXCUSED', lapse: 'LAPSED', end: 'ENDED' },
  RESULT_GIVEN: { claim: 'RESULT_GIVEN', excuse: 'EXCUSED' },
  EXCUSED: {},
  LAPSED: { excuse: 'EXCUSED' },
  ENDED: { excuse: 'EXCUSED' },
};
export const summonsEntries = ['SUMMONED'] as const satisfies readonly SummonsState[];

export const nextOfWhistle = stepsOf(whistleTransitions, {
  refusal: 'whistle.illegal-step',
  states: labels.whistleState,
  actions: labels.whistleAction,
});
export const nextOfSummons = stepsOf(summonsTransitions, {
  refusal: 'summons.illegal-step',
  states: labels.summonsState,
  actions: labels.summonsAction,
});

/** Whether the unit still owes something. Example: EXPLAINED -> yes, a result. */
export function owesResult(state: SummonsState): boolean {
  return summonsTransitions[state].lapse !== undefined;
}
