import { describe, expect, test } from '@jest/globals';
import { dispatchEvents, type Category } from '@wufang/contracts';
import { storyOf, tookText } from './story.js';

const minute = 60_000;
test.each([
  [20_000, '不到 1 分钟'],
  [10 * minute, '10 分钟'],
  [60 * minute, '1 小时'],
  [185 * minute, '3 小时 5 分钟'],
  [24 * 60 * minute, '1 天'],
  [(4 * 24 + 2) * 60 * minute + 59 * minute, '4 天 2 小时'],
])('%i ms took %s', (ms, words) => {
  expect(tookText(ms)).toBe(words);
});

describe('a case story', () => {
  const place = { communityId: 'c', estateId: 'e', buildingId: 'b', point: '3号楼2单元501' };
  const category: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
  const order = { no: 'WF1', category, place, receivedAt: new Date('2026-11-10T10:00:00+08:00') };
  const at = (clock: string) => new Date(`2026-11-10T${clock}:00+08:00`);
  const nameOf = (id: string) => ({ e: '南岗里一区', firm: '远征物业' })[id] ?? id;

  test('says what happened at which minute, and how long it took from the demand on', () => {
    const log = [
      { type: dispatchEvents.dispatched.type, payload: { leadUnitId: 'firm' }, recordedAt: at('10:01') },
      { type: dispatchEvents.checkedIn.type, payload: { point: '3号楼2单元501', publicText: null }, recordedAt: at('10:40') },
      { type: dispatchEvents.clockFired.type, payload: {}, recordedAt: at('11:00') },
      { type: dispatchEvents.checkedIn.type, payload: { point: '楼顶', publicText: null }, recordedAt: at('11:30') },
      { type: dispatchEvents.completed.type, payload: { publicText: '屋面已经修好。' }, recordedAt: at('13:00') },
    ];
    const { title, text } = storyOf(order, log, nameOf);
    expect(title).toBe('南岗里一区房屋漏雨渗水办理纪实（WF1）');
    expect(text.split('\n')).toEqual([
      '2026-11-10 10:00，接到诉求：房屋漏雨渗水（南岗里一区）。',
      '2026-11-10 10:01，派单给远征物业。',
      '2026-11-10 10:40，到达现场。',
      '2026-11-10 11:30，到达现场。',
      '2026-11-10 13:00，办结：屋面已经修好。',
      '从接诉到到场 40 分钟，到办结 3 小时。',
    ]);
    expect(text).not.toContain('501');
  });

  test('of an order without a place and of which nothing is told yet', () => {
    const nowhere = { communityId: null, estateId: null, buildingId: null, point: null };
    expect(storyOf({ ...order, place: nowhere }, [], nameOf)).toEqual({
      title: '房屋漏雨渗水办理纪实（WF1）',
      text: '2026-11-10 10:00，接到诉求：房屋漏雨渗水。',
    });
  });
});
