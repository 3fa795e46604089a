import { describe, expect, test } from '@jest/globals';
import type { CostSharePlan } from '@wufang/contracts';
import { agreed, aPlan, commodity, homesOf, payers, sharesOf, soldPublic, unsold, yuan } from '../../test/a-plan.js';
import { canBeSigned, gatesOf, isCoveredBy, ownersParts, ownersTotals, type OwnersTotals } from './cost-share-gates.js';
import { readPlan } from './cost-share-plan.js';

type Evidence = NonNullable<CostSharePlan['evidence']>;

const laid = (changed: Partial<Evidence> = {}): Evidence => ({ positions: [], votes: [], emergency: null, papers: [], ...changed });
const vote = (item: number, changed: Partial<Evidence['votes'][number]> = {}) => ({
  ...{ item, isPassed: true, countsUnsold: true, document: `表决${item}` },
  ...changed,
});
const paper = (payer: string, kind: Evidence['papers'][number]['kind'], more = {}) => ({ payer, kind, document: '文1', ...more });
const gates = (plan: CostSharePlan, evidence: Evidence) => gatesOf(readPlan(plan, '方案一'), sharesOf(plan), evidence);
const open = (plan: CostSharePlan, evidence: Evidence) =>
  gates(plan, evidence)
    .filter(({ isMet }) => !isMet)
    .map(({ code, payer }) => [code, payer].filter(Boolean).join(' '));

const flats = homesOf({ '101': '58.20', '102': '88.95' });
const fund = aPlan('100.00', { homes: flats });
const newMoney = aPlan('100.00', { homes: flats, scenario: { ownersMoney: 'DIRECT' } });
const byOne = (payer: string) => aPlan('100.00', { scenario: { agreement: agreed({ [payer]: '100%' }) } });
const pool = (amount: string, more = {}) =>
  paper('街道', 'POOL_APPROVAL', { amountFen: yuan(amount), budgetSource: '街道年度预算', ...more });
const agree = (...payers: string[]) => payers.map((payer) => ({ payer, position: 'AGREE' as const }));
const emergency = (noticePostedOn: string | null) => ({ case: 'DRAIN_BURST' as const, proof: '现场照片', noticePostedOn });
const units = aPlan('100.00', {
  groups: [soldPublic('1.00', '1.00'), unsold],
  homes: [...homesOf({ '101': '58.20' }, '已售公房'), ...homesOf({ '102': '58.20' }, '未售公房')],
});

test.each<[string, CostSharePlan, Partial<Evidence>, string[]]>([
  ['owners’ fund without a vote', fund, {}, ['VOTE_FUND 业主', 'POSITION 业主']],
  ['owners’ fund with a vote that failed', fund, { votes: [vote(5, { isPassed: false })] }, ['VOTE_FUND 业主', 'POSITION 业主']],
  [
    'owners’ fund with a vote that passed and a later one that failed',
    fund,
    { votes: [vote(5), vote(5, { isPassed: false })], positions: agree('业主') },
    ['VOTE_FUND 业主'],
  ],
  ['owners’ fund with the vote on item 5', fund, { votes: [vote(5)], positions: agree('业主') }, []],
  ['owners’ fund in an emergency that was announced', fund, { emergency: emergency('2026-07-01'), positions: agree('业主') }, []],
  ['owners’ fund in an emergency nobody was told of', fund, { emergency: emergency(null), positions: agree('业主') }, ['VOTE_FUND 业主']],
  ['new money with the vote on the fund', newMoney, { votes: [vote(5)], positions: agree('业主') }, ['VOTE_NEW_MONEY 业主']],
  ['new money in an emergency', newMoney, { emergency: emergency('2026-07-01'), positions: agree('业主') }, ['VOTE_NEW_MONEY 业主']],
  ['new money with the vote on item 6', newMoney, { votes: [vote(6)], positions: agree('业主') }, []],
  [
    'new money with every owner’s consent',
    newMoney,
    { papers: [paper('101', 'OWNER_CONSENT'), paper('102', 'OWNER_CONSENT')], positions: agree('业主') },
    [],
  ],
  [
    'new money with one consent of two',
    newMoney,
    { papers: [paper('101', 'OWNER_CONSENT')], positions: agree('业主') },
    ['VOTE_NEW_MONEY 业主'],
  ],
  [
    'the unit as selling unit and as owner',
    units,
    { votes: [vote(5, { countsUnsold: false })], positions: agree('业主', '产权单位') },
    ['UNIT_APPROVAL 产权单位', 'COUNTED_AS_OWNER 产权单位'],
  ],
  [
    'the unit approved and counted',
    units,
    { votes: [vote(5)], papers: [paper('产权单位', 'APPROVAL')], positions: agree('业主', '产权单位') },
    [],
  ],
  [
    'the unit counted in another vote than the one that decides',
    units,
    { votes: [vote(5, { countsUnsold: false }), vote(6)], papers: [paper('产权单位', 'APPROVAL')], positions: agree('业主', '产权单位') },
    ['COUNTED_AS_OWNER 产权单位'],
  ],
  ['the unit of its own will, without a letter', byOne('产权单位'), { positions: agree('产权单位') }, ['UNIT_LETTER 产权单位']],
  ['the street without the pool', byOne('街道'), { positions: agree('街道') }, ['POOL_APPROVAL 街道']],
  ['the street with too little approved', byOne('街道'), { papers: [pool('99.99')], positions: agree('街道') }, ['POOL_APPROVAL 街道']],
  [
    'the street with no budget source',
    byOne('街道'),
    { papers: [pool('100.00', { budgetSource: null })], positions: agree('街道') },
    ['POOL_APPROVAL 街道'],
  ],
  ['the street with enough approved', byOne('街道'), { papers: [pool('100.00')], positions: agree('街道') }, []],
  ['the firm, not said whether its contract owes it', byOne('物业'), { positions: agree('物业') }, ['FIRM_SIGNED 物业']],
  [
    'the firm, absent',
    byOne('物业'),
    { papers: [paper('物业', 'SIGNED_NOT_IN_CONTRACT')], positions: [{ payer: '物业', position: 'ABSENT' }] },
    ['POSITION 物业'],
  ],
  [
    'the firm with a condition',
    byOne('物业'),
    { papers: [paper('物业', 'SIGNED_NOT_IN_CONTRACT')], positions: [{ payer: '物业', position: 'AGREE_WITH_CONDITION' }] },
    ['POSITION 物业'],
  ],
  [
    'the maintenance fund, though the owners have voted: their body has said nothing',
    aPlan('100.00', {
      payers: [...payers, { code: '维修资金', kind: 'MAINTENANCE_FUND', name: '专项维修资金' }],
      scenario: { agreement: agreed({ 维修资金: '100%' }) },
    }),
    { votes: [vote(5)] },
    ['POSITION 维修资金'],
  ],
  ['a fund’s grant without a letter', byOne('社区基金'), {}, ['GRANT_LETTER 社区基金']],
  ['a fund’s grant with its letter', byOne('社区基金'), { papers: [paper('社区基金', 'GRANT_LETTER')] }, []],
  ['owners named together and not by home', byOne('业主'), { votes: [vote(5)], positions: agree('业主') }, ['HOMES_NAMED 业主']],
])('%s: open are the right gates', (_, plan, evidence, expected) => {
  expect(open(plan, laid(evidence))).toEqual(expected);
  expect(canBeSigned(gates(plan, laid(evidence)))).toBe(expected.length === 0);
});

test.each([
  ['REBUILD', 'VOTE_REBUILD', 7],
  ['CHANGE_USE', 'VOTE_CHANGE_USE', 8],
] as const)('works that %s need the vote on their own item, whoever pays', (work, code, item) => {
  const plan = { ...byOne('社区基金'), items: [{ name: '工程', amountFen: '100', work, duty: null }] };
  const papers = [paper('社区基金', 'GRANT_LETTER')];
  expect(open(plan, laid({ papers, votes: [vote(5), vote(6)] }))).toEqual([code]);
  expect(open(plan, laid({ papers, votes: [vote(item)] }))).toEqual([]);
});

test('a utility’s own duty is shared with nobody and needs nobody’s consent', () => {
  const duty = { kind: 'UTILITY_NETWORK' as const, payer: '自来水公司' };
  const plan = aPlan('100.00', { item: { duty }, homes: flats });
  const shares = sharesOf(plan);
  expect(shares.lines).toEqual([expect.objectContaining({ payer: '自来水公司', capacity: 'DUTY', amountFen: 10_000n })]);
  expect(shares.homes.map(({ shareFen }) => shareFen)).toEqual([0n, 0n]);
  expect(gates(plan, laid())).toEqual([]);
});

describe('a vote on money', () => {
  const pair = homesOf({ '101': '40.00', '102': '160.00' });
  const parts = (plan: CostSharePlan) => ownersParts(readPlan(plan, '方案一'), sharesOf(plan));
  const byArea = parts(aPlan('100.00', { homes: pair }));
  const equal = { homesRule: 'EQUAL' as const, homesAgreement: '业主约定' };

  test.each<[string, Map<string, OwnersTotals>, boolean]>([
    ['the same', byArea, true],
    ['less for everyone', parts(aPlan('99.99', { homes: pair })), true],
    ['a fen more for one', parts(aPlan('100.01', { homes: pair })), false],
    ['the same sum, another part of it for each', parts(aPlan('100.00', { homes: pair, scenario: equal })), false],
    ['a home that was not asked', parts(aPlan('50.00', { homes: homesOf({ '101': '40.00', '103': '160.00' }) })), false],
    [
      'the same in new money, of which this vote says nothing',
      parts(aPlan('100.00', { homes: pair, scenario: { ownersMoney: 'DIRECT' } })),
      true,
    ],
  ])('covers what each home pays from the fund: %s', (_, now, isCovered) => {
    expect(isCoveredBy(byArea, now, 'fundFen')).toBe(isCovered);
  });

  test('what moves between a unit as owner and the owners is not covered, though their sum is the same', () => {
    const groups = [commodity, unsold];
    const mixed = [...homesOf({ '101': '50.00' }), ...homesOf({ '102': '150.00' }, '未售公房')];
    const [before, after] = [aPlan('100.00', { groups, homes: mixed }), aPlan('100.00', { groups, homes: mixed, scenario: equal })];
    const totals = (plan: CostSharePlan) => ownersTotals(readPlan(plan, '方案一'), sharesOf(plan));
    expect(totals(before)).toEqual(totals(after));
    expect(isCoveredBy(parts(before), parts(after), 'fundFen')).toBe(false);
  });
});
