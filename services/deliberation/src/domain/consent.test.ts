import { describe, expect, test } from '@jest/globals';
import type { IssueMatter, Position, SeatKind, SeatState } from '@wufang/contracts';
import { consentOf, decidingSeats, doesDecide, outcomeOfRound, type RoundAbout } from './consent.js';
import { classMatters } from './issue-rule-pack.js';

type Said = [SeatKind, Position][];
test.each<[boolean, SeatKind[], Said, string, string]>([
  [false, ['FIRM'], [['FIRM', 'AGREE']], 'TALKED', 'a first talk decides nothing'],
  [
    true,
    ['FIRM', 'RIGHTS_UNIT'],
    [
      ['FIRM', 'AGREE'],
      ['RIGHTS_UNIT', 'AGREE'],
      ['STREET', 'DISAGREE'],
    ],
    'AGREED',
    'who does not pay stops nothing',
  ],
  [
    true,
    ['FIRM', 'RIGHTS_UNIT'],
    [
      ['FIRM', 'AGREE'],
      ['RIGHTS_UNIT', 'ABSTAIN'],
    ],
    'NOT_AGREED',
    'a payer that abstains is not bound',
  ],
  [
    true,
    ['FIRM', 'RIGHTS_UNIT'],
    [
      ['FIRM', 'AGREE'],
      ['RIGHTS_UNIT', 'ABSENT'],
    ],
    'NOT_AGREED',
    'a payer that is absent is not bound',
  ],
  [true, ['RIGHTS_UNIT'], [['RIGHTS_UNIT', 'AGREE_WITH_CONDITION']], 'NOT_AGREED', 'an open condition is not agreement'],
  [
    true,
    ['RIGHTS_UNIT'],
    [
      ['STREET', 'AGREE'],
      ['COMMUNITY', 'AGREE'],
      ['FIRM', 'AGREE'],
      ['OWNERS_BODY', 'AGREE'],
    ],
    'NOT_AGREED',
    'four others bind nobody',
  ],
  [
    true,
    [],
    [
      ['FIRM', 'AGREE'],
      ['STREET', 'DISAGREE'],
    ],
    'AGREED',
    'nobody pays: who agrees binds itself',
  ],
  [true, [], [['FIRM', 'DISAGREE']], 'NOT_AGREED', 'nobody agrees'],
])('decides %p, paying %p, said %p: %s (%s)', (decides, paying, said, outcome) => {
  expect(
    consentOf(
      decides,
      paying,
      said.map(([seat, position]) => ({ seat, position })),
    ),
  ).toBe(outcome);
});

test.each<[boolean, IssueMatter[], boolean]>([
  [false, ['SHARED_WORKS'], false],
  [true, ['SHARED_WORKS'], true],
  [false, ['OWN_DUTY'], true],
  [false, ['NOTICE'], false],
  [false, ['OWN_DUTY', 'NOTICE'], true],
  [false, ['OWN_DUTY', 'SHARED_WORKS'], false],
  // What owners decide among themselves goes to their vote; what takes money or builds needs a plan first.
  [false, ['FIRM'], true],
  [false, ['COMMON_PARTS', 'NOTICE'], true],
  [false, ['FIRM', 'SHARED_WORKS'], false],
  [false, ['FIRM', 'FUND_USE'], false],
  [false, ['FUND_USE'], false],
  [false, ['REBUILD'], false],
])('plan on the table %p, matters %p: decides %p', (hasPlan, matters, decides) => {
  expect(doesDecide(hasPlan, classMatters(matters, '2026-11-30'))).toBe(decides);
});

test('an owners’ matter is brought before them by their body; where somebody pays, those who pay decide', () => {
  const of = (matter: IssueMatter) => classMatters([matter], '2026-11-30');
  const body = (state: SeatState, isBinding: boolean) => [{ kind: 'OWNERS_BODY' as const, state, isBinding }];
  expect(decidingSeats([], of('FIRM'), body('FILLED', true))).toEqual(['OWNERS_BODY']);
  // No body that binds anybody: the community convenes the owners, so that they can elect one.
  expect(decidingSeats([], of('COMMITTEE'), body('VACANT', false))).toEqual(['COMMUNITY']);
  expect(decidingSeats([], of('COMMITTEE'), body('SUBSTITUTED', false))).toEqual(['COMMUNITY']);
  expect(decidingSeats(['STREET'], of('FIRM'), body('VACANT', false))).toEqual(['STREET']);
  expect(decidingSeats([], of('OWN_DUTY'), body('VACANT', false))).toEqual([]);
});

describe('over a chosen plan', () => {
  const seats = (['STREET', 'COMMUNITY', 'FIRM', 'OWNERS_BODY'] as const).map((kind) => ({
    ...{ kind, state: 'FILLED' as const, isBinding: true },
  }));
  const convened = seats.map((seat) => (seat.kind === 'OWNERS_BODY' ? { ...seat, isBinding: false } : seat));
  const matters = classMatters(['SHARED_WORKS'], '2026-11-30');
  const all = (position: Position) => seats.map(({ kind: seat }) => ({ seat, position }));
  const one = (seat: SeatKind, position: Position) => [...all('DISAGREE').filter((said) => said.seat !== seat), { seat, position }];
  test.each<[string, Partial<RoundAbout>, { seat: SeatKind; position: Position }[], string]>([
    ['a donor pays all, and everybody is against it', {}, all('DISAGREE'), 'NOT_AGREED'],
    ['a donor pays all, and nobody says a word', {}, all('ABSENT'), 'NOT_AGREED'],
    ['a donor pays all, and one party wants it', {}, one('COMMUNITY', 'AGREE'), 'AGREED'],
    [
      'owners without a body pay all: what those convened say binds nobody',
      { seats: convened, paying: ['OWNERS_BODY'] },
      one('OWNERS_BODY', 'AGREE'),
      'NOT_AGREED',
    ],
    [
      'owners without a body pay all, and the community wants it',
      { seats: convened, paying: ['OWNERS_BODY'] },
      one('COMMUNITY', 'AGREE'),
      'AGREED',
    ],
    ['who pays has agreed, the others are against it', { paying: ['FIRM'] }, one('FIRM', 'AGREE'), 'AGREED'],
    ['who pays agreed to the version before and says nothing now', { paying: ['FIRM'] }, one('FIRM', 'ABSENT'), 'AGREED'],
    ['who pays has not said yes', { paying: ['FIRM'], unconfirmed: ['物业'] }, all('AGREE'), 'NOT_AGREED'],
  ])('%s', (_, about, positions, outcome) => {
    expect(outcomeOfRound({ hadPlan: true, matters, seats, paying: [], unconfirmed: [], ...about }, positions)).toBe(outcome);
  });
});
