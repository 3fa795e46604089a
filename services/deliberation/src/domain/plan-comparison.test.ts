import { expect, test } from '@jest/globals';
import { PlanComparison } from '@wufang/contracts';
import { agreed, aPlan, aScenario, homesOf, shops, commodity, yuan } from '../../test/a-plan.js';
import { comparePlan } from './plan-comparison.js';
import { computeAll } from './plan-draft.js';

const homes = homesOf({ '101': '61.13', '102': '61.13', '201': '74.25' });
const plan = {
  ...aPlan('50,000.00', { homes }),
  scenarios: [
    aScenario({ name: '街道出两万', grants: [{ priority: 1, payer: '街道', kind: 'FIXED', amountFen: yuan('20,000.00') }] }),
    aScenario({ name: '业主全出' }),
    aScenario({ name: '直接交纳', ownersMoney: 'DIRECT' }),
  ],
};

test('scenarios side by side: payers, homes at either end, sources, and the difference to the base', () => {
  const comparison = comparePlan(computeAll(plan), '街道出两万', { balanceFen: 5_000_000n, statedOn: '2026-10-31' });
  expect(PlanComparison.parse(comparison)).toEqual(comparison);
  expect(comparison.fund).toEqual({ balanceFen: '5000000', statedOn: '2026-10-31' });
  expect(comparePlan(computeAll(plan), '业主全出', null).fund).toBeNull();
  const [first, second, third] = comparison.scenarios;
  expect(first!.payers).toEqual([
    { payer: '街道', name: '街道', amountFen: '2000000', differenceFen: '0' },
    { payer: '业主', name: '业主', amountFen: '3000000', differenceFen: '0' },
  ]);
  expect(first!.homes).toEqual({ count: 3, leastFen: '933235', mostFen: '1133530', changed: 0 });
  expect(second!.payers).toEqual([
    { payer: '街道', name: '街道', amountFen: '0', differenceFen: '-2000000' },
    { payer: '业主', name: '业主', amountFen: '5000000', differenceFen: '2000000' },
  ]);
  expect(second!.homes).toMatchObject({ leastFen: '1555391', mostFen: '1889217', changed: 3 });
  expect([first!.fundFen, first!.directFen]).toEqual(['3000000', '2000000']);
  expect([third!.fundFen, third!.directFen]).toEqual(['0', '5000000']);
});

test('groups have their homes, area and ends', () => {
  const mixed = aPlan('100.00', {
    groups: [commodity, shops],
    homes: [...homesOf({ '101': '50.00', '102': '30.00' }), ...homesOf({ 铺面: '20.00' }, '商铺')],
  });
  const [only] = comparePlan(computeAll(mixed), '方案一', null).scenarios;
  expect(only!.groups).toEqual([
    {
      group: '商品住宅',
      name: '商品住宅',
      homes: 2,
      areaHundredths: 8000,
      amountFen: '8000',
      differenceFen: '0',
      leastFen: '3000',
      mostFen: '5000',
    },
    {
      group: '商铺',
      name: '商铺',
      homes: 1,
      areaHundredths: 2000,
      amountFen: '2000',
      differenceFen: '0',
      leastFen: '2000',
      mostFen: '2000',
    },
  ]);
});

test('a plan of parties alone has no homes to compare', () => {
  const [only] = comparePlan(computeAll(aPlan('100.00', { scenario: { agreement: agreed({ 街道: '100%' }) } })), '方案一', null).scenarios;
  expect(only!.homes).toBeNull();
});
