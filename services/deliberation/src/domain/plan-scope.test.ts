import { expect, test } from '@jest/globals';
import { homesFrom, uuidOf } from '../../test/known-homes.js';
import { homeNumber, homesAndGroups, isInScope, lookupCodeOf, markOf, readHomeNumber } from './plan-scope.js';

const nine = { estateId: uuidOf('西大院'), buildingId: uuidOf('9号楼') };
test.each([
  ['its stairwell', { level: 'STAIRWELL' as const, ...nine, stairwell: '2单元' }, '9号楼2单元', true],
  ['the next stairwell', { level: 'STAIRWELL' as const, ...nine, stairwell: '2单元' }, '9号楼1单元', false],
  ['the same stairwell of another building', { level: 'STAIRWELL' as const, ...nine, stairwell: '2单元' }, '8号楼2单元', false],
  ['its building', { level: 'BUILDING' as const, ...nine, stairwell: null }, '9号楼1单元', true],
  ['another building', { level: 'BUILDING' as const, ...nine, stairwell: null }, '8号楼1单元', false],
  ['the estate', { level: 'ESTATE' as const, ...nine, buildingId: null, stairwell: null }, '8号楼1单元', true],
])('%s', (_, scope, place, expected) => {
  expect(isInScope(scope, homesFrom(`${place} 50.00 商品`)[0]!)).toBe(expected);
});

test('homes are called by their rank in the estate, so that their order is that of the doors nobody is told', () => {
  const known = homesFrom('9号楼2单元 50.00 商品', '9号楼2单元 60.00 商品', '9号楼2单元 70.00 商品').reverse();
  const { homes } = homesAndGroups(known, { level: 'BUILDING', ...nine, stairwell: null }, { sellingUnit: null, ownerOf: new Map() });
  expect(homes.map(({ code, areaHundredths }) => [code, areaHundredths])).toEqual([
    ['第1户', 5000],
    ['第2户', 6000],
    ['第3户', 7000],
  ]);
});

test.each([
  ['FT3A5C61B2-412', { numberText: 'FT3A5C61B2', ordinal: 412 }],
  ['ft3a5c61b2-1', { numberText: 'FT3A5C61B2', ordinal: 1 }],
  ['FT3A5C61B2-0', null],
  ['FT3A5C61B2', null],
  ['412', null],
])('the number %s', (text, expected) => expect(readHomeNumber(text)).toEqual(expected));

test('a number is read as it was written', () => {
  expect(readHomeNumber(homeNumber('FT3A5C61B2', 7))).toEqual({ numberText: 'FT3A5C61B2', ordinal: 7 });
});

test('a code has no letter that is mistaken for a digit, and only its end is shown', () => {
  let turn = 0;
  const code = lookupCodeOf((below) => turn++ % below);
  expect(code).toBe('2345-6789-ABCD');
  expect(lookupCodeOf((below) => below - 1)).toBe('ZZZZ-ZZZZ-ZZZZ');
  expect(markOf(code)).toBe('BCD');
});
