import { expect, test } from '@jest/globals';
import { seatKinds, type SeatKind } from '@wufang/contracts';
import { needed, quorumOf } from './quorum.js';

const seats = (vacant: readonly SeatKind[] = []) =>
  seatKinds.map((kind) => ({ kind, state: vacant.includes(kind) ? ('VACANT' as const) : ('FILLED' as const) }));

test.each([
  [5, 4],
  [4, 3],
  [3, 3],
  [2, null], // cannot open
  [0, null],
])('of %i seats held, %p have to be there', (held, wanted) => {
  expect(needed(held)).toBe(wanted);
});

test.each<[SeatKind[], SeatKind[], SeatKind[], boolean, string]>([
  [[], ['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'FIRM'], [], true, 'four of five'],
  [[], ['STREET', 'COMMUNITY', 'RIGHTS_UNIT'], [], false, 'three of five'],
  [[], ['STREET', 'RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'], [], false, 'four of five, but not the community'],
  [[], ['STREET', 'COMMUNITY', 'FIRM', 'OWNERS_BODY'], ['RIGHTS_UNIT'], false, 'four of five, but not who pays'],
  [[], ['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'OWNERS_BODY'], ['RIGHTS_UNIT'], true, 'four of five with who pays'],
  [['FIRM'], ['STREET', 'COMMUNITY', 'OWNERS_BODY'], [], true, 'three of four'],
  [['FIRM', 'OWNERS_BODY'], ['STREET', 'COMMUNITY'], [], false, 'two of three'],
  [['FIRM', 'OWNERS_BODY'], ['STREET', 'COMMUNITY', 'RIGHTS_UNIT'], [], true, 'three of three'],
  [['FIRM', 'OWNERS_BODY', 'RIGHTS_UNIT'], ['STREET', 'COMMUNITY'], [], false, 'two seats held: cannot open'],
  [['FIRM'], ['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'FIRM'], ['FIRM'], false, 'nobody can come for an empty seat'],
])('empty %p, there %p, paying %p: %p (%s)', (vacant, there, paying, isMet) => {
  const quorum = quorumOf(seats(vacant), there, paying);
  expect(quorum.isMet).toBe(isMet);
  expect(quorum.reasons.length > 0).toBe(!isMet);
});
