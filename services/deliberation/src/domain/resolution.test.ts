import { describe, expect, test } from '@jest/globals';
import { seatKinds, type IssueSeat, type SeatKind } from '@wufang/contracts';
import { aPlan, agreed, sharesOf } from '../../test/a-plan.js';
import { readPlan } from './cost-share-plan.js';
import { checkLimit, missingSeats, requiredSigners, resolvedShares, seatsAffected } from './resolution.js';

const seats = (without: SeatKind[] = []): IssueSeat[] =>
  seatKinds.map((kind) => ({
    ...{ kind, state: without.includes(kind) ? 'VACANT' : 'FILLED', unitId: without.includes(kind) ? null : `unit of ${kind}` },
    ...{ body: null, isBinding: true, reason: null, representative: null, deputy: null, steppedBack: [] },
  }));
const nameOf = (unitId: string) => unitId;

/** C5 of the rules: 50/25/10/15 of ¥186,400.01. */
const plan = aPlan('186400.01', { scenario: { agreement: agreed({ 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' }) } });
const shares = resolvedShares(readPlan(plan, '方案一'), sharesOf(plan));

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

  test('missing are those who have to and have not', () => {
    const signers = requiredSigners(seats(), shares, [], [], nameOf);
    expect(missingSeats(signers, [{ seat: 'STREET' }, { seat: 'FIRM' }])).toEqual(['COMMUNITY', 'RIGHTS_UNIT', 'OWNERS_BODY']);
  });
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
