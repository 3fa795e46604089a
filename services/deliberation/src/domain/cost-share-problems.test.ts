import { expect, test } from '@jest/globals';
import { problemFor, type CostSharePlan } from '@wufang/contracts';
import { agreed, aPlan, aScenario, commodity, homesOf, payers, soldPublic, unsold, yuan } from '../../test/a-plan.js';
import { planProblems } from './cost-share-problems.js';

const homes = homesOf({ '101': '58.20' });
const grant = (changed: object) => ({ priority: 1, payer: '街道', kind: 'FIXED' as const, amountFen: yuan('1.00'), ...changed });
const fund = { code: '维修资金', kind: 'MAINTENANCE_FUND' as const, name: '专项维修资金' };
const withGrants = (...grants: CostSharePlan['scenarios'][number]['grants']) => aPlan('100.00', { homes, scenario: { grants } });
const withParts = (ratios: Record<string, string>) => aPlan('100.00', { scenario: { agreement: agreed(ratios) } });

test.each<[string, CostSharePlan, string]>([
  ['a utility in an agreement', withParts({ 自来水公司: '50%', 业主: '50%' }), 'plan.utility-shares'],
  ['a utility that grants', withGrants(grant({ payer: '自来水公司' })), 'plan.utility-shares'],
  [
    'a utility’s duty laid on the firm',
    aPlan('1.00', { homes, item: { duty: { kind: 'UTILITY_NETWORK', payer: '物业' } } }),
    'plan.payer-unfit',
  ],
  [
    'a warranty laid on a utility',
    aPlan('1.00', { homes, item: { duty: { kind: 'WARRANTY', payer: '自来水公司' } } }),
    'plan.utility-shares',
  ],
  ['owners together as a grant', withGrants(grant({ payer: '业主' })), 'plan.payer-unfit'],
  ['a payer nobody knows', withParts({ 某公司: '100%' }), 'plan.payer-unknown'],
  ['ratios of 99 %', withParts({ 街道: '50%', 物业: '49%' }), 'plan.ratio-sum'],
  ['ratios of 100.01 %', withParts({ 街道: '50%', 物业: '50.01%' }), 'plan.ratio-sum'],
  ['a ratio of nothing', withParts({ 街道: '0%', 物业: '100%' }), 'plan.ratio-unfit'],
  ['two grants in one place', withGrants(grant({}), grant({ payer: '物业' })), 'plan.priority-twice'],
  ['a fixed grant without an amount', withGrants(grant({ amountFen: null })), 'plan.grant-incomplete'],
  ['a fixed grant with a cap', withGrants(grant({ capFen: '1' })), 'plan.grant-incomplete'],
  ['a fixed grant beyond the rest', withGrants(grant({ amountFen: yuan('100.01') })), 'plan.grant-exceeds'],
  ['nobody for the rest', aPlan('100.00'), 'plan.not-covered'],
  [
    '售后公房 without deposits',
    aPlan('1.00', { groups: [{ ...soldPublic('1.00', '1.00'), deposits: null }], homes: homesOf({ '1': '9.00' }, '已售公房') }),
    'plan.deposits-missing',
  ],
  [
    '售后公房 with deposits of nothing',
    aPlan('1.00', { groups: [soldPublic('0.00', '0.00')], homes: homesOf({ '1': '9.00' }, '已售公房') }),
    'plan.deposits-missing',
  ],
  [
    'unsold homes without their unit',
    aPlan('1.00', { groups: [{ ...unsold, owner: null }], homes: homesOf({ '1': '9.00' }, '未售公房') }),
    'plan.group-owner-missing',
  ],
  ['a group nobody knows', aPlan('1.00', { homes: homesOf({ '1': '9.00' }, '别墅') }), 'plan.group-unknown'],
  [
    'two items of one name, which would be settled as one',
    {
      ...aPlan('1.00', { homes }),
      items: ['10,000.00', '20,000.00'].map((amount) => ({ name: '人工费', amountFen: yuan(amount), work: 'REPAIR' as const, duty: null })),
    },
    'plan.code-twice',
  ],
  ['one home twice', aPlan('1.00', { homes: [...homes, ...homes] }), 'plan.code-twice'],
  ['one scenario twice', { ...aPlan('1.00', { homes }), scenarios: [aScenario(), aScenario()] }, 'plan.code-twice'],
  ['shares by head without an agreement', aPlan('1.00', { homes, scenario: { homesRule: 'EQUAL' } }), 'plan.homes-agreement-missing'],
  [
    'shares by weights that are not there',
    aPlan('1.00', { homes, scenario: { homesRule: 'WEIGHTS', homesAgreement: '协议' } }),
    'plan.weight-missing',
  ],
  ['a fund where there is none', aPlan('1.00', { homes, fundCustodian: 'NONE' }), 'plan.no-fund'],
  [
    'a grant of a fund where there is none',
    aPlan('1.00', {
      homes,
      fundCustodian: 'NONE',
      payers: [...payers, fund],
      scenario: { ownersMoney: 'DIRECT', grants: [grant({ payer: fund.code })] },
    }),
    'plan.no-fund',
  ],
  [
    'a part of a fund where there is none',
    aPlan('1.00', {
      homes,
      fundCustodian: 'NONE',
      payers: [...payers, fund],
      scenario: { ownersMoney: 'DIRECT', agreement: agreed({ 维修资金: '100%' }) },
    }),
    'plan.no-fund',
  ],
  [
    'a developer’s homes among 售后公房',
    aPlan('1.00', { groups: [commodity, { ...soldPublic('1.00', '1.00'), owner: '建设单位' }], homes }),
    'plan.group-owner-unfit',
  ],
])('%s is refused and the text says what to do', (_, plan, code) => {
  const problems = planProblems(plan);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const { detail } = problemFor(code, problems[0]!.facts);
  expect(detail).toMatch(/请|不要|由它|作为售房单位|应当|只填/);
  expect(detail).not.toMatch(/“”|\{|undefined/);
});
