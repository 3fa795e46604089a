import { expect, test } from '@jest/globals';
import { planChosenMessages } from './plan-messages.js';
import { answeredMessages, objectionMessages, postedMessages } from './publicity-messages.js';

test('everybody at the table hears of frozen amounts; only who pays another amount is asked to say anew', () => {
  const chosen = {
    no: 2,
    unitIds: ['street', 'unit'],
    scenario: '方案一',
    totalFen: '18640000',
    voided: [{ payer: '产权单位', unitId: 'unit' }],
  };
  expect(planChosenMessages('p', chosen).map(({ unitId, title, body }) => [unitId, title, body])).toEqual([
    ['street', '分摊方案定稿', '第 2 版分摊方案已选定“方案一”，合计 ¥186,400.00。请查看本方份额。'],
    ['unit', '请重新表态', '第 2 版分摊方案已选定“方案一”，合计 ¥186,400.00。“产权单位”的金额有变，原表态作废，请看本方份额后重新表态。'],
  ]);
});

const about = { issueId: 'i', planId: 'p' };
test('who chairs owes an answer; a party hears it, an owner looks it up', () => {
  const raised = { ...about, publicityId: 'q', by: 'OWNER' as const, chairUnitId: 'c', raisedAt: '', dueAt: '2026-12-04T16:00:00Z' };
  expect(objectionMessages(raised)).toMatchObject([{ unitId: 'c', body: '一位业主对公示的方案提出异议，请于 12月4日 24:00 前书面答复。' }]);
  const answered = { ...about, publicityId: 'q', answeredAt: '' };
  expect(answeredMessages({ ...answered, unitId: 'firm' })).toMatchObject([{ unitId: 'firm', title: '异议已答复' }]);
  expect(answeredMessages({ ...answered, unitId: null })).toEqual([]);
  expect(answeredMessages({ ...answered, unitId: null, accountIds: ['a1'] })).toMatchObject([{ accountId: 'a1', unitId: null }]);
});

test.each([
  [true, '“修缮”分摊方案已公示，至 12月4日 24:00 止。'],
  [false, '“修缮”分摊方案已公示，至 12月4日 24:00 止。没有一方多出，公示期接续计算。'],
])('begun anew %s', (isRestart, body) => {
  const posted = {
    ...about,
    unitIds: ['a', 'b'],
    no: 1,
    title: '修缮',
    code: 'PUBLICITY_7D' as const,
    planHash: 'h',
    postedAt: '',
    endsAt: '2026-12-04T16:00:00Z',
  };
  expect(postedMessages('q', { ...posted, isRestart }).map((message) => [message.unitId, message.body])).toEqual([
    ['a', body],
    ['b', body],
  ]);
});
