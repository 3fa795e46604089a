import { labels, type CouncilParty, type CouncilRound, type CouncilState, type CouncilVoice } from '@wufang/contracts';
import { DomainError, stepsOf, type Transitions } from '@wufang/kernel';

export type CouncilAction = keyof typeof labels.councilAction;

/** The two rounds of a residents' council (居民议事会, S1): round two opens only with a plan; no consensus leads back to another plan or to the table. */
export const councilTransitions: Transitions<CouncilState, CouncilAction> = {
  ROUND_ONE: { closeRoundOne: 'PLANNING', cancel: 'CANCELLED' },
  PLANNING: { layPlan: 'ROUND_TWO', cancel: 'CANCELLED' },
  ROUND_TWO: { layPlan: 'ROUND_TWO', agree: 'CONSENSUS', differ: 'NO_CONSENSUS', cancel: 'CANCELLED' },
  CONSENSUS: {},
  NO_CONSENSUS: { layPlan: 'ROUND_TWO', cancel: 'CANCELLED' },
  CANCELLED: {},
};
export const councilEntries = ['ROUND_ONE'] as const satisfies readonly CouncilState[];

export const nextOfCouncil = stepsOf(councilTransitions, {
  refusal: 'council.illegal-step',
  states: labels.councilState,
  actions: labels.councilAction,
});

/** What every record of a session says of itself (domain rules 3.2: not a statutory body). */
export const councilNature = '居民议事会协商记录：体现在场各方的共识，不是居民会议决定，也不是业主共同决定，不能代替业主表决。';

/** A round needs the community, which convenes, and residents or owners, whose matter it is. */
export function refuseWithoutParties(attendance: CouncilRound['attendance']): void {
  const there = new Set(attendance.map(({ party }) => party));
  if (there.size < attendance.length) throw new DomainError('council.party-missing', { missing: '同一方不能登记两次' });
  const missing = [
    ...(there.has('COMMUNITY') ? [] : ['社区']),
    ...(there.has('RESIDENTS') || there.has('OWNERS') ? [] : ['居民代表或业主代表']),
  ];
  if (missing.length > 0) throw new DomainError('council.party-missing', { missing: `缺少${missing.join('、')}` });
}

/**
 * Whether all that were there agree (一致认可): every party present has said something, one that does not agree has said why, and experts advise
 * without a say. One reservation is no consensus; nobody is outvoted.
 * Example: community, firm and residents agree -> true; the firm has a concern -> false.
 */
export function isConsensus(
  attendance: CouncilRound['attendance'],
  voices: readonly { party: CouncilParty; voice: CouncilVoice; words: string }[],
): boolean {
  const name = (party: CouncilParty) => labels.councilParty[party];
  const asked: CouncilParty[] = attendance.map(({ party }) => party).filter((party) => party !== 'EXPERTS');
  const silent = asked.filter((party) => voices.filter((one) => one.party === party).length !== 1);
  const strangers = voices.filter(({ party }) => !asked.includes(party)).map(({ party }) => party);
  const unclear = [...new Set([...silent, ...strangers])];
  if (unclear.length > 0) throw new DomainError('council.voice-missing', { parties: unclear.map(name).join('、') });
  const wordless = voices.filter(({ voice, words }) => voice !== 'AGREE' && words.trim().length < 2);
  if (wordless.length > 0) throw new DomainError('council.words-missing', { parties: wordless.map(({ party }) => name(party)).join('、') });
  return voices.every(({ voice }) => voice === 'AGREE');
}
