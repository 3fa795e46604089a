import { describe, expect, test } from '@jest/globals';
import { councilStates, type CouncilParty, type CouncilVoice } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { councilTransitions, isConsensus, nextOfCouncil, refuseWithoutParties, type CouncilAction } from './council-session.js';

const there = (...parties: CouncilParty[]) => parties.map((party) => ({ party, people: 3 }));
const says = (party: CouncilParty, voice: CouncilVoice, words = '') => ({ party, voice, words });
function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

test.each([
  [there('COMMUNITY', 'RESIDENTS'), null],
  [there('COMMUNITY', 'OWNERS', 'FIRM', 'RIGHTS_UNIT'), null],
  [there('RESIDENTS', 'FIRM'), 'council.party-missing'], // nobody convenes
  [there('COMMUNITY', 'FIRM'), 'council.party-missing'], // whose matter it is, is not there
  [there('COMMUNITY', 'RESIDENTS', 'RESIDENTS'), 'council.party-missing'], // one party counts once
])('a round with %j: %s', (attendance, code) => {
  expect(codeOf(() => refuseWithoutParties(attendance))).toBe(code);
});

describe('consensus (一致认可)', () => {
  const all = there('COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'RESIDENTS', 'EXPERTS');
  const agree = (['COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'RESIDENTS'] as const).map((party) => says(party, 'AGREE'));

  test('all that are there agree; experts have no say', () => {
    expect(isConsensus(all, agree)).toBe(true);
  });

  test.each([
    ['one concern is no consensus', [...agree.slice(1), says('COMMUNITY', 'CONCERN', '施工噪声如何控制')], false],
    ['nobody is outvoted', [...agree.slice(0, 3), says('RESIDENTS', 'DISAGREE', '坡道不够宽')], false],
    ['a party that was there has to say something', agree.slice(1), 'council.voice-missing'],
    ['and says it once', [...agree, says('FIRM', 'AGREE')], 'council.voice-missing'],
    ['who was not there has no voice', [...agree, says('OWNERS', 'AGREE')], 'council.voice-missing'],
    ['experts advise', [...agree, says('EXPERTS', 'AGREE')], 'council.voice-missing'],
    ['a reservation needs its words', [...agree.slice(1), says('COMMUNITY', 'CONCERN')], 'council.words-missing'],
  ] as const)('%s', (_, voices, expected) => {
    let found: unknown;
    const code = codeOf(() => (found = isConsensus(all, voices)));
    expect(code ?? found).toBe(expected);
  });
});

test('every state and every step: where the table has a way it is taken, elsewhere it is refused', () => {
  const actions = new Set(Object.values(councilTransitions).flatMap((of) => Object.keys(of))) as Set<CouncilAction>;
  for (const state of councilStates)
    for (const action of actions) {
      const to = councilTransitions[state][action];
      expect({ state, action, got: to ? nextOfCouncil(state, action) : codeOf(() => nextOfCouncil(state, action)) }).toEqual({
        ...{ state, action, got: to ?? 'council.illegal-step' },
      });
    }
});

test('round two is not reached without a plan', () => {
  const into = Object.entries(councilTransitions).flatMap(([from, of]) =>
    Object.entries(of).flatMap(([action, to]) => (to === 'ROUND_TWO' && from !== 'ROUND_TWO' ? [action] : [])),
  );
  expect(new Set(into)).toEqual(new Set(['layPlan']));
});
