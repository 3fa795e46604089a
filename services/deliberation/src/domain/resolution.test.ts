import { describe, expect, test } from '@jest/globals';
import { seatKinds, type CostSharePlan, type IssueSeat, type SeatKind } from '@wufang/contracts';
import { aPlan, agreed, commodity, homesOf, payers, sharesOf, shops, soldPublic, unsold, yuan } from '../../test/a-plan.js';
import { payersOf, readPlan } from './cost-share-plan.js';
import { checkLimit, missingSeats, requiredSigners, resolvedDuties, resolvedShares, seatsAffected } from './resolution.js';

const seats = (without: SeatKind[] = []): IssueSeat[] =>
  seatKinds.map((kind) => ({
    ...{ kind, state: without.includes(kind) ? 'VACANT' : 'FILLED', unitId: without.includes(kind) ? null : `unit of ${kind}` },
    ...{ body: null, isBinding: true, reason: null, representative: null, deputy: null, steppedBack: [] },
  }));
const nameOf = (unitId: string) => unitId;

/** C5 of the rules: 50/25/10/15 of ¥186,400.01. */
const plan = aPlan('186400.01', { scenario: { agreement: agreed({ 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' }) } });
const seatedAs: Record<string, SeatKind> = { 产权单位: 'RIGHTS_UNIT', 街道: 'STREET', 物业: 'FIRM', 业主: 'OWNERS_BODY' };
const shared = (of: CostSharePlan) =>
  resolvedShares(
    readPlan(of, '方案一'),
    sharesOf(of),
    payersOf(of).map((payer) => ({ ...payer, seat: seatedAs[payer.code] ?? null, unitId: null })),
  );
const shares = shared(plan);

describe('who has to sign', () => {
  test('every party that pays and the community, with what each pays (C5)', () => {
    expect(requiredSigners(seats(), shares, [], [], nameOf).map(({ seat, amountFen, pays }) => [seat, amountFen, pays])).toEqual([
      ['STREET', '4660000', true],
      ['COMMUNITY', '0', false],
      ['RIGHTS_UNIT', '9320001', true],
      ['FIRM', '1864000', true],
      ['OWNERS_BODY', '2796000', true],
    ]);
  });

  test('without money: who binds itself, and the community', () => {
    expect(requiredSigners(seats(), [], [], ['FIRM'], nameOf).map(({ seat }) => seat)).toEqual(['COMMUNITY', 'FIRM']);
  });

  test('a party that pays and is not there cannot be signed for', () => {
    expect(() => requiredSigners(seats(['FIRM']), shares, [], [], nameOf)).toThrow('resolution.seat-vacant');
  });

  test('owners’ representatives who bind no owner are not asked, whatever owners pay', () => {
    const convened = seats().map((seat) =>
      seat.kind === 'OWNERS_BODY' ? { ...seat, state: 'SUBSTITUTED' as const, body: 'OWNERS_REPS' as const, isBinding: false } : seat,
    );
    expect(requiredSigners(convened, shares, [], [], nameOf).map(({ seat }) => seat)).toEqual([
      'STREET',
      'COMMUNITY',
      'RIGHTS_UNIT',
      'FIRM',
    ]);
  });

  test('missing are those who have to and have not', () => {
    const signers = requiredSigners(seats(), shares, [], [], nameOf);
    expect(missingSeats(signers, [{ seat: 'STREET' }, { seat: 'FIRM' }])).toEqual(['COMMUNITY', 'RIGHTS_UNIT', 'OWNERS_BODY']);
  });
});

test('C4 with two units that own unsold homes: the one with the seat signs for its own share alone, nobody for that of the other', () => {
  const mixed = aPlan('300,000.00', {
    payers: [...payers, { code: '十一所', kind: 'PROPERTY_RIGHTS_UNIT', name: '十一所' }],
    groups: [commodity, shops, soldPublic('1,218,750.00', '683,500.00'), unsold, { ...unsold, code: '未售公房二', owner: '十一所' }],
    homes: [
      ...homesOf({ 101: '4125.60' }),
      ...homesOf({ 102: '384.00' }, '商铺'),
      ...homesOf({ 103: '6517.80' }, '已售公房'),
      ...homesOf({ 104: '400.00' }, '未售公房'),
      ...homesOf({ 105: '72.60' }, '未售公房二'),
    ],
  });
  // 10,434.78 for its homes and, of ¥170,029.57 for 已售公房, 108,936.02 by deposits.
  const both = shared(mixed);
  expect(both.filter(({ kind }) => kind === 'PROPERTY_RIGHTS_UNIT').map(({ payer, seat, amountFen }) => [payer, seat, amountFen])).toEqual([
    ['产权单位', 'RIGHTS_UNIT', '11937080'],
    ['十一所', null, '189391'],
  ]);
  const signer = requiredSigners(seats(), both, [], [], nameOf).find(({ seat }) => seat === 'RIGHTS_UNIT');
  expect(signer).toMatchObject({ amountFen: '11937080' });
});

test('what the maintenance fund pays the owners’ body signs for', () => {
  const fromFund = aPlan('100.00', {
    payers: [...payers, { code: '专项维修资金', kind: 'MAINTENANCE_FUND', name: '专项维修资金' }],
    scenario: { agreement: agreed({ 专项维修资金: '100%' }) },
  });
  expect(shared(fromFund)).toMatchObject([{ payer: '专项维修资金', seat: 'OWNERS_BODY', amountFen: '10000' }]);
});

test('an own duty is nobody’s share: who owes it signs nothing for it, and shares and duties are the total', () => {
  const road = aPlan('90,000.00', { scenario: { agreement: agreed({ 街道: '100%' }) } });
  const item = (name: string, amount: string, kind: 'UTILITY_NETWORK' | 'CONTRACT', payer: string) => ({
    ...{ name, amountFen: yuan(amount), work: 'REPAIR' as const, duty: { kind, payer } },
  });
  const duties = [item('水管', '10,000.00', 'UTILITY_NETWORK', '自来水公司'), item('雨水口', '500.00', 'CONTRACT', '物业')];
  const both = { ...road, items: [...road.items, ...duties] };
  expect(shared(both)).toMatchObject([{ payer: '街道', amountFen: '9000000', lines: [{ capacity: 'AGREED' }] }]);
  expect(requiredSigners(seats(), shared(both), [], [], nameOf).map(({ seat }) => seat)).toEqual(['STREET', 'COMMUNITY']);
  expect(resolvedDuties(readPlan(both, '方案一'))).toEqual([
    { payer: '自来水公司', name: '自来水公司', duty: 'UTILITY_NETWORK', item: '水管', amountFen: '1000000' },
    { payer: '物业', name: '物业', duty: 'CONTRACT', item: '雨水口', amountFen: '50000' },
  ]);
  expect(resolvedDuties(readPlan(road, '方案一'))).toEqual([]);
});

test('a changed amount affects those whose amount changed, one who leaves and one who comes among them', () => {
  const before = { signers: requiredSigners(seats(), shares, [], [], nameOf) };
  const changed = before.signers.map((one) => (one.seat === 'STREET' ? { ...one, amountFen: '4660001' } : one));
  expect(seatsAffected(before, { signers: changed.filter(({ seat }) => seat !== 'FIRM') })).toEqual(['STREET', 'FIRM']);
  expect(seatsAffected(before, before)).toEqual([]);
});

test.each([
  [null, '999', null],
  ['1000', '1000', null], // the limit itself is covered
  ['1000', '1001', 'resolution.limit-exceeded'],
])('a mandate up to %s fen for %s fen', (amountLimitFen, amountFen, code) => {
  const check = () => checkLimit({ amountLimitFen, aboveLimit: '总经理' }, amountFen);
  if (code === null) expect(check).not.toThrow();
  else expect(check).toThrow(code);
});
