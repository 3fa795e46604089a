import { describe, expect, test } from '@jest/globals';
import { chargeFaults, inChargeAt, leaderInCharge } from './charges.js';
import { listOn } from './list-on.js';

const list = (from: string, version: number) => ({ from, version, source: '班子分工', charges: [] });

test.each([
  ['before the first', '2026-10-31', null],
  ['on the day it begins, of two from one day the later one', '2026-11-01', 3],
  ['the next one not before it begins', '2026-11-30', 3],
  ['and then from that day on', '2026-12-01', 2],
])('%s', (_, day, version) => {
  expect(listOn([list('2026-11-01', 1), list('2026-12-01', 2), list('2026-11-01', 3)], day)?.version ?? null).toBe(version);
});

describe('the leader in charge', () => {
  const charges = [
    { accountId: 'jia', unitIds: ['building-office'] },
    { accountId: 'yi', unitIds: ['community'] },
  ];
  test.each([
    ['of the unit that leads', 'building-office', 'community', 'jia'],
    ['else of the community of the place', 'firm', 'community', 'yi'],
    ['else nobody', 'firm', 'other', null],
    ['nobody where the place is not known', 'firm', null, null],
  ])('%s', (_, leadUnitId, communityId, leader) => {
    expect(leaderInCharge({ charges }, { leadUnitId, place: { communityId } })).toBe(leader);
  });
  test('nobody before there is a list', () => {
    expect(leaderInCharge(null, { leadUnitId: 'building-office', place: { communityId: null } })).toBeNull();
  });
});

test('a leader stands in one row, a unit is in the charge of one', () => {
  const nameOf = (id: string) => `单位${id}`;
  const row = (accountId: string, ...unitIds: string[]) => ({ accountId, unitIds });
  expect(chargeFaults({ charges: [row('jia', 'a', 'a'), row('yi', 'b')] }, nameOf)).toEqual([]);
  expect(chargeFaults({ charges: [row('jia', 'a'), row('jia', 'b'), row('yi', 'a')] }, nameOf)).toEqual([
    '第 2 行的领导前面已有一行，请合在一行',
    '单位a已归另一位领导',
  ]);
});

test('who is in charge is by the list of the day, however many were published', () => {
  const lists = [
    { from: '2026-01-01', version: 1, source: '分工', charges: [{ accountId: '甲', unitIds: ['城建办'] }] },
    { from: '2026-12-01', version: 2, source: '分工', charges: [{ accountId: '乙', unitIds: ['城建办'] }] },
  ];
  const order = { leadUnitId: '城建办', place: { communityId: null } };
  expect(inChargeAt(lists, order, new Date('2026-11-30T23:59:00+08:00'))).toBe('甲');
  expect(inChargeAt(lists, order, new Date('2026-12-01T00:00:00+08:00'))).toBe('乙');
  expect(inChargeAt([], order, new Date('2026-12-01T00:00:00+08:00'))).toBeNull();
});
