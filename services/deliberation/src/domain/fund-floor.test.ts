import { expect, test } from '@jest/globals';
import { fenFromYuan, fenToJson } from '@wufang/kernel';
import fc from 'fast-check';
import { fundStanding, topUpSeat, topUpText } from './fund-floor.js';
import { fen } from '@wufang/kernel';

const standing = (first: string, balance: string) => {
  const { isBelowFloor, toFloorFen } = fundStanding(fenFromYuan(first), fenFromYuan(balance));
  return [isBelowFloor, fenToJson(toFloorFen)];
};

test.each([
  ['100.00', '30.00', false, '0'], // exactly 30 % is not below
  ['100.00', '29.99', true, '1'],
  ['100.01', '30.00', true, '1'], // the floor is 30.003: a whole fen is missing
  ['100.00', '0.00', true, '3000'],
  ['100.00', '250.00', false, '0'],
  ['0.01', '0.00', true, '1'],
])('%s first deposited, %s left: below the floor %s, %s fen missing', (first, balance, isBelow, missing) => {
  expect(standing(first, balance)).toEqual([isBelow, missing]);
});

test('what is missing brings a fund to its floor, and a fen less does not', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), (first, balance) => {
      const { isBelowFloor, toFloorFen } = fundStanding(fen(first), fen(balance));
      if (!isBelowFloor) return toFloorFen === 0n;
      const after = (more: bigint) => fundStanding(fen(first), fen(balance + more)).isBelowFloor;
      return !after(toFloorFen) && after(toFloorFen - 1n);
    }),
    { examples: [[10_001n, 3_000n]] },
  );
});

test('nothing first deposited has no thirty per cent', () => {
  expect(() => standing('0.00', '0.00')).toThrow(expect.objectContaining({ code: 'fund.no-deposit' }));
});

test('the owners’ seat owes it; where nobody holds it, the community', () => {
  const seats = (owners: string | null) => [
    { kind: 'COMMUNITY' as const, unitId: 'community' },
    { kind: 'OWNERS_BODY' as const, unitId: owners },
  ];
  expect(topUpSeat(seats('committee'))).toEqual({ kind: 'OWNERS_BODY', unitId: 'committee' });
  expect(topUpSeat(seats(null))).toEqual({ kind: 'COMMUNITY', unitId: 'community' });
});

test('the sentence says what is missing and what to do', () => {
  const text = topUpText('1 号楼', {
    firstDepositFen: fenFromYuan('10,000.00'),
    balanceFen: fenFromYuan('2,500.00'),
    statedOn: '2026-11-30',
  });
  for (const part of ['1 号楼', '余额 ¥2,500.00', '首期 ¥10,000.00 的 30%', '至少差 ¥500.00', '筹集维修资金', '至少 50%'])
    expect(text).toContain(part);
});
