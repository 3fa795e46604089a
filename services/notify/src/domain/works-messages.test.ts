import { expect, test } from '@jest/globals';
import {
  acceptanceFailedMessages,
  fundStatedMessages,
  lateInstalmentMessages,
  settlementToldMessages,
  worksFinishedMessages,
} from './works-messages.js';

const about = { issueId: 'i', tableId: 't', estateId: 'e', title: '院内排水改造', unitIds: ['u1', 'u2'] };

test('a late payment is told to the whole table, with the word that nobody else pays it', () => {
  const drafts = lateInstalmentMessages('id', {
    ...{ ...about, resolutionId: 'r', payer: '街道', seat: 'STREET', unitId: 'u1', no: 1, instalmentKind: 'SIGNED' },
    ...{ reason: '街道“开工”应于 12月10日 前付清，尚有 ¥100.00', dueAt: '2026-12-09T16:00:00.000Z', openFen: '10000' },
  });
  expect(drafts.map(({ unitId }) => unitId)).toEqual(['u1', 'u2']);
  for (const { body } of drafts) expect(body).toMatch(/尚有 ¥100\.00.*不由其他各方分担/);
});

test('a fund below its floor: the owners’ body hears what to do, the others that it is so; at the floor nobody hears', () => {
  const stated = {
    ...{
      tableId: 't',
      estateId: 'e',
      buildingId: null,
      place: '全小区',
      firstDepositFen: '1000000',
      balanceFen: '250000',
      statedOn: '2026-11-30',
    },
    ...{ isBelowFloor: true, toFloorFen: '50000', dutyUnitId: 'owners', unitIds: ['u1', 'owners'] },
  };
  const drafts = fundStatedMessages('id', stated);
  expect(drafts.map(({ unitId }) => unitId)).toEqual(['owners', 'u1']);
  for (const { body } of drafts) expect(body).toContain('余额 ¥2,500.00，不足首期应筹集金额 ¥10,000.00 的 30%，至少差 ¥500.00');
  expect(drafts.map(({ body }) => body.includes('由业主表决'))).toEqual([true, false]);
  expect(fundStatedMessages('id', { ...stated, isBelowFloor: false })).toEqual([]);
});

test('what failed is told to the unit that leads the works alone, with the day by which it has to be mended', () => {
  const failed = { ...about, acceptanceNo: 1, failedItems: [2, 3], leadUnitId: 'lead', dueAt: '2026-12-09T16:00:00.000Z' };
  expect(acceptanceFailedMessages('id', failed)).toMatchObject([
    { unitId: 'lead', body: '“院内排水改造”验收第 2、3 项不合格，请于 12月9日 24:00 前整改并再次报完工。' },
  ]);
});

test('everybody hears that the works wait to be looked at', () => {
  const finished = { ...about, entryId: 'e', seat: 'FIRM' as const, stageNo: null, photos: 1, acceptanceNo: 2 };
  expect(worksFinishedMessages('id', finished).map(({ body }) => body)[0]).toContain('第 2 次验收');
});

test('owners hear where the settlement hangs, in their own boxes and by bound accounts; no amount of anybody is in it', () => {
  const told = { issueId: 'i', estateId: 'e', title: '院内排水改造', where: '东门公告栏', ownerIds: ['o1', 'o2'], accountIds: ['a1'] };
  const drafts = settlementToldMessages('w', told);
  expect(drafts.map(({ unitId, accountId }) => unitId ?? accountId)).toEqual(['o1', 'o2', 'a1']);
  for (const { body } of drafts) expect(body).not.toMatch(/¥|元/);
});
