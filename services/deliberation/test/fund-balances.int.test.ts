import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fundBalanceEvents, fundBalances, works } from '@wufang/contracts';
import { beijingDate } from '@wufang/kernel';
import { ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { yuan } from './a-plan.js';
import { building1, inspector, openStreet, openTable, party, stranger } from './street.js';

let sut: ServiceUnderTest;
let tableId: string;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

const stated = (balance: string, statedOn = '2026-10-31', buildingId: string | null = building1) => ({
  ...{ tableId, id: randomUUID(), buildingId, firstDepositFen: yuan('10,000.00'), balanceFen: yuan(balance), statedOn },
  source: '市住房资金管理部门对账单',
});
const owed = async () =>
  (await sut.ok(works.listDuties, {}, party.OWNERS_BODY)).duties
    .filter(({ kind }) => kind === 'TOP_UP')
    .map(({ seat, text }) => [seat, text]);

test('a fund below its floor is the owners’ to top up, until a later balance says otherwise; each building by itself', async () => {
  const first = stated('2,999.99');
  expect(await sut.ok(fundBalances.stateFundBalance, first, party.STREET)).toMatchObject({ isBelowFloor: true, toFloorFen: '1' });
  await sut.ok(fundBalances.stateFundBalance, first, party.STREET);
  expect(await owed()).toEqual([
    ['OWNERS_BODY', expect.stringMatching(/余额 ¥2,999\.99.*不足首期 ¥10,000\.00 的 30%，至少差 ¥0\.01.*应当续筹/)],
  ]);
  const told = await sut.rows<{ payload: { isBelowFloor: boolean } }>('select payload from events where type = $1', [
    fundBalanceEvents.fundStated.type,
  ]);
  expect(told.map(({ payload }) => payload.isBelowFloor)).toEqual([true]);
  // Of an earlier day, recorded later: the newest day counts. Another account is another duty.
  await sut.ok(fundBalances.stateFundBalance, stated('9,000.00', '2026-09-30'), party.STREET);
  await sut.ok(fundBalances.stateFundBalance, stated('100.00', '2026-10-31', null), party.STREET);
  expect(await owed()).toHaveLength(2);
  // At the floor it is not below it.
  await sut.ok(fundBalances.stateFundBalance, stated('3,000.00', '2026-11-15'), party.STREET);
  expect((await owed()).map(([, text]) => text)).toEqual([expect.stringContaining('全小区')]);
  const { balances } = await sut.ok(fundBalances.listFundBalances, { tableId }, party.RIGHTS_UNIT);
  expect(balances.map(({ statedOn, isLatest }) => [statedOn, isLatest])).toEqual([
    ['2026-11-15', true],
    ['2026-10-31', true],
    ['2026-10-31', false],
    ['2026-09-30', false],
  ]);
});

test('a day to come, no deposit, another estate’s building and a phone number are refused', async () => {
  const tomorrow = beijingDate(new Date(Date.now() + 2 * 86_400_000));
  expect(await sut.refused(fundBalances.stateFundBalance, stated('1.00', tomorrow), party.STREET)).toBe('time.future');
  expect(await sut.refused(fundBalances.stateFundBalance, { ...stated('1.00'), firstDepositFen: '0' }, party.STREET)).toBe(
    'fund.no-deposit',
  );
  expect(await sut.refused(fundBalances.stateFundBalance, stated('1.00', undefined, randomUUID()), party.STREET)).toBe('object.not-found');
  const phone = { ...stated('1.00'), source: '周女士 13812345678' };
  expect(await sut.refused(fundBalances.stateFundBalance, phone, party.STREET)).toBe('issue.text-private');
  expect(await sut.refused(fundBalances.listFundBalances, { tableId }, stranger)).toBe('object.not-found');
  expect((await sut.ok(fundBalances.listFundBalances, { tableId }, inspector)).balances.length).toBeGreaterThan(0);
});
