import { expect, test } from '@jest/globals';
import { campaignMessages, exposedMessages, extendedMessages, proposedExposureMessages } from './campaign-messages.js';

test('every unit of a campaign hears of it; who leads it is told to close it', () => {
  const drafts = campaignMessages({
    ...{ id: 'c', kind: 'JOINT_OPERATION', title: '五里店联合执法', leadUnitId: 'lead', unitIds: ['lead', 'other'] },
    ...{ items: ['店外经营', '机动车违停'], startOn: '2026-12-05', endOn: '2026-12-20' },
  });
  expect(drafts.map(({ unitId, title }) => [unitId, title])).toEqual([
    ['lead', '联合执法：五里店联合执法'],
    ['other', '联合执法：五里店联合执法'],
  ]);
  expect(drafts[0]!.body).toBe('12月5日至12月20日，检查 店外经营、机动车违停。由你单位牵头，结束前请写总结收尾。');
  expect(drafts[1]!.body).toContain('请派人参加');
});

test('an exposure is decided by a leader, and put right by its unit', () => {
  expect(proposedExposureMessages({ id: 'e', placeText: '青云路口路北侧' })).toMatchObject([{ role: 'street_leader', unitId: null }]);
  expect(exposedMessages({ id: 'e', unitId: 'u', placeText: '青云路口路北侧', problem: '垃圾堆放' })).toMatchObject([
    { unitId: 'u', body: '青云路口路北侧：垃圾堆放。已上曝光台，请尽快整改，整改后告诉街道核实。' },
  ]);
});

test('an extended campaign tells its units until when, and why', () => {
  const told = {
    id: 'c',
    title: '五里店联合执法',
    unitIds: ['lead', 'other'],
    oldEndOn: '2026-12-20',
    endOn: '2027-01-05',
    reason: '还有两条街没有查完',
  };
  const drafts = extendedMessages(told);
  expect(drafts.map(({ unitId, title }) => [unitId, title])).toEqual([
    ['lead', '专项行动延长：五里店联合执法'],
    ['other', '专项行动延长：五里店联合执法'],
  ]);
  expect(drafts[0]!.body).toBe('原定12月20日结束，经批准延长至1月5日：还有两条街没有查完。排好的班次随之延长。');
});
