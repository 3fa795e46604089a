import { expect, test } from '@jest/globals';
import type { Position, SeatKind } from '@wufang/contracts';
import { consentOf, doesDecide } from './consent.js';

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

test.each([
  [false, ['PLAN'], false],
  [true, ['PLAN'], true],
  [false, ['COMMIT'], true],
  [false, ['INFO'], false],
  [false, ['COMMIT', 'INFO'], true],
  [false, ['COMMIT', 'PLAN'], false],
] as const)('plan on the table %p, classes %p: decides %p', (hasPlan, classes, decides) => {
  expect(doesDecide(hasPlan, classes)).toBe(decides);
});
