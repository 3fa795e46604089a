import { describe, expect, test } from '@jest/globals';
import type { PlanConsent, Position, SeatedPayer } from '@wufang/contracts';
import { agreed, aPlan, homesOf, sharesOf } from '../../test/a-plan.js';
import {
  boundBy,
  carryConsents,
  payersOfSeat,
  payingParties,
  payingSeats,
  risesAnywhere,
  seatlessPayers,
  unconfirmedParties,
} from './plan-consents.js';
import { changedLines } from './cost-share-settlement.js';
import fc from 'fast-check';

const said = (payer: string, position: Position, changed: Partial<PlanConsent> = {}): PlanConsent => ({
  ...{ payer, position, condition: null, planNo: 1, roundId: null, saidAt: '2026-11-29T00:00:00.000Z', conditionMet: null },
  ...changed,
});
const four = { 产权单位: '50%', 街道: '25%', 物业: '10%', 业主: '15%' };
const version = (ratios: Record<string, string>, total = '186,400.00') =>
  sharesOf(aPlan(total, { scenario: { agreement: agreed(ratios) } }));
const of = (shares: ReturnType<typeof version>, payers: SeatedPayer[] = []) => ({ shares, payers });
const met = { how: '已写入合同', at: '2026-11-30T00:00:00.000Z' };

describe('C8', () => {
  const everyone = Object.keys(four).map((payer) => said(payer, 'AGREE'));
  const paidBy = (firm: string): SeatedPayer[] => [
    { code: '物业', kind: 'PROPERTY_FIRM', name: firm, seat: 'FIRM', unitId: firm },
    { code: '业主', kind: 'OWNERS', name: '全体业主', seat: 'OWNERS_BODY', unitId: firm },
  ];
  test('the firm leaves and the unit takes its part over: both have to say anew, street and owners are still bound', () => {
    const { kept, voided } = carryConsents(everyone, of(version(four)), of(version({ 产权单位: '60%', 街道: '25%', 业主: '15%' })));
    expect(kept.map(({ payer }) => payer)).toEqual(['街道', '业主']);
    expect(new Set(voided)).toEqual(new Set(['产权单位', '物业']));
  });
  test('a version that changes nobody’s amount keeps all', () => {
    expect(carryConsents(everyone, of(version(four)), of(version(four)))).toEqual({ kept: everyone, voided: [] });
  });
  test('another firm pays the same in the place of one: it has to say for itself; owners are the same whoever speaks for them', () => {
    const { kept, voided } = carryConsents(everyone, of(version(four), paidBy('甲物业')), of(version(four), paidBy('乙物业')));
    expect(kept.map(({ payer }) => payer)).toEqual(['产权单位', '街道', '业主']);
    expect(voided).toEqual(['物业']);
  });
  test('owners whose sum stays but whose homes are split anew have to say anew', () => {
    const homes = homesOf({ '101': '58.20', '102': '88.95' });
    const byArea = sharesOf(aPlan('100.00', { homes }));
    const byHead = sharesOf(aPlan('100.00', { homes, scenario: { homesRule: 'EQUAL', homesAgreement: '协议' } }));
    expect(carryConsents([said('业主', 'AGREE')], of(byArea), of(byHead))).toEqual({ kept: [], voided: ['业主'] });
  });

  const parts = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 4, maxLength: 4 });
  const ratiosOf = (weights: number[]) => {
    const all = weights.reduce((a, b) => a + b, 0);
    return Object.fromEntries(Object.keys(four).map((payer, i) => [payer, `${weights[i]}/${all}`]));
  };
  test('exactly those whose amount differs are asked again, whatever the versions', () => {
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 0, max: 10_000_000 }), (before, after, cents) => {
        const yuanText = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const [a, b] = [version(ratiosOf(before), yuanText), version(ratiosOf(after), yuanText)];
        const owed = (shares: typeof a) => new Map(shares.lines.map(({ payer, amountFen }) => [payer, amountFen]));
        const differing = Object.keys(four).filter((payer) => owed(a).get(payer) !== owed(b).get(payer));
        const { kept, voided } = carryConsents(everyone, of(a), of(b));
        expect([...voided].sort()).toEqual([...differing].sort());
        expect(kept.map(({ payer }) => payer)).toEqual(Object.keys(four).filter((payer) => !differing.includes(payer)));
      }),
      { examples: [[[1, 1, 1, 1], [1, 1, 2, 2], 1_000]] },
    );
  });
});

test.each<[string, PlanConsent[], string[]]>([
  ['nobody has said anything', [], ['产权单位', '物业', '街道', '业主']],
  ['all have', ['产权单位', '街道', '物业', '业主'].map((payer) => said(payer, 'AGREE')), []],
  ['the firm is absent', [...['产权单位', '街道', '业主'].map((payer) => said(payer, 'AGREE')), said('物业', 'ABSENT')], ['物业']],
  [
    'the unit has a condition that is open, the firm one that is met',
    [
      said('产权单位', 'AGREE_WITH_CONDITION'),
      said('街道', 'AGREE'),
      said('物业', 'AGREE_WITH_CONDITION', { conditionMet: met }),
      said('业主', 'AGREE'),
    ],
    ['产权单位'],
  ],
  [
    'one refuses and one abstains',
    [said('产权单位', 'DISAGREE'), said('街道', 'ABSTAIN'), said('物业', 'AGREE'), said('业主', 'AGREE')],
    ['产权单位', '街道'],
  ],
])('%s', (_, consents, expected) => {
  expect(unconfirmedParties(payingParties(version(four).lines), consents, new Set())).toEqual(expected);
});

test('who pays nothing is not asked, nor is who owes a duty of its own', () => {
  const shares = sharesOf(
    aPlan('100.00', { item: { duty: { kind: 'UTILITY_NETWORK', payer: '自来水公司' } }, homes: homesOf({ '101': '58.20' }) }),
  );
  expect(payingParties(shares.lines)).toEqual([]);
});

test('the owners’ body speaks for the maintenance fund as for the owners, with what both pay; who has no seat speaks for itself', () => {
  const payers: SeatedPayer[] = [
    { code: '业主', kind: 'OWNERS', name: '全体业主', seat: 'OWNERS_BODY', unitId: null },
    { code: '街道', kind: 'STREET', name: '街道', seat: 'STREET', unitId: 'street' },
    { code: '维修资金', kind: 'MAINTENANCE_FUND', name: '专项维修资金', seat: null, unitId: null },
    { code: '社区基金', kind: 'COMMUNITY_FUND', name: '社区基金', seat: null, unitId: null },
  ];
  const line = (payer: string, amountFen: bigint) => ({ payer, capacity: 'GRANT' as const, amountFen });
  expect(payingSeats(payers, [line('业主', 30n), line('维修资金', 20n), line('社区基金', 5n)])).toEqual([
    { seat: 'OWNERS_BODY', amountFen: '50' },
  ]);
  expect(payersOfSeat(payers, 'OWNERS_BODY')).toEqual(['业主', '维修资金']);
  // What a seat binds is what it is itself, beside the owners and their fund: the street's part is the street's, not another unit's in its seat.
  expect(boundBy(payers, { kind: 'OWNERS_BODY', unitId: 'elected' })).toEqual(['业主', '维修资金']);
  expect(boundBy(payers, { kind: 'STREET', unitId: 'street' })).toEqual(['街道']);
  expect(boundBy(payers, { kind: 'STREET', unitId: 'other' })).toEqual([]);
  expect([...seatlessPayers(payers)]).toEqual(['社区基金']);
  // Representatives whom the community has convened bind no owner: their yes is not waited for, the owners' vote is (3.6).
  const body = (isBinding: boolean) => [{ kind: 'OWNERS_BODY' as const, state: 'SUBSTITUTED' as const, isBinding }];
  expect([...seatlessPayers(payers, body(true))]).toEqual(['社区基金']);
  expect([...seatlessPayers(payers, body(false))]).toEqual(['业主', '维修资金', '社区基金']);
});

test('who has no seat says it by letter and is not waited for at the table', () => {
  expect(unconfirmedParties(['街道', '社区基金'], [said('街道', 'AGREE')], new Set(['社区基金']))).toEqual([]);
});

test.each([
  ['1,000.00', '1,000.00', false],
  ['1,000.00', '999.99', false],
  ['1,000.00', '1,000.01', true],
])('from %s to %s somebody pays more: %s', (before, after, expected) => {
  expect(risesAnywhere(changedLines(version({ 街道: '100%' }, before), version({ 街道: '100%' }, after)))).toBe(expected);
});
test('one who pays less beside one who pays more is a rise', () => {
  expect(risesAnywhere(changedLines(version({ 街道: '50%', 物业: '50%' }), version({ 街道: '49%', 物业: '51%' })))).toBe(true);
});

describe('a home is its id, not its rank, which moves', () => {
  /** Homes that pay so many fen each, by agreed weights. */
  const paying = (weights: Record<string, number>) => {
    const homes = homesOf(Object.fromEntries(Object.keys(weights).map((code) => [code, '50.00']))).map((home) => ({
      ...home,
      weight: weights[home.code]!,
    }));
    const total = `${Object.values(weights).reduce((a, b) => a + b, 0) / 100}.00`;
    return sharesOf(aPlan(total, { homes, scenario: { homesRule: 'WEIGHTS', homesAgreement: '业主大会决议' } }));
  };
  const ids = (named: Record<string, string>) => new Map(Object.entries(named));
  const [before, after] = [paying({ 第5户: 4_000, 第6户: 2_000, 第7户: 1_000 }), paying({ 第5户: 3_000, 第6户: 1_500 })];
  const homeIds = { before: ids({ 第5户: 'a', 第6户: 'b', 第7户: 'c' }), after: ids({ 第5户: 'b', 第6户: 'c' }) };

  test('the first is struck off, those behind it move up and pay more: a rise, though no code pays more', () => {
    expect(risesAnywhere(changedLines(before, after))).toBe(false);
    expect(risesAnywhere(changedLines(before, after, homeIds))).toBe(true);
  });
  test('one comes in before them and nobody else pays otherwise: their payer is still bound', () => {
    const [was, is] = [paying({ 第1户: 1_000, 第2户: 2_000 }), paying({ 第2户: 1_000, 第3户: 2_000 })];
    const moved = { before: ids({ 第1户: 'a', 第2户: 'b' }), after: ids({ 第2户: 'a', 第3户: 'b' }) };
    expect(carryConsents([said('业主', 'AGREE')], of(was), of(is)).kept).toEqual([]);
    expect(carryConsents([said('业主', 'AGREE')], of(was), of(is), moved).voided).toEqual([]);
  });
});
