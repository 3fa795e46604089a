import { describe, expect, test } from '@jest/globals';
import type { Category, WatchState } from '@wufang/contracts';
import { drains, looksNeeded, offersSweep, openFrom, verdict, watchSteps } from './watching.js';

test.each<[Category, number]>([
  [['物业管理', '房屋维修', '房屋漏雨渗水'], 3],
  [['水电气热', '排水', '污水外溢'], 3], // a branch stands for all below it
  [['水电气热', '供水', '停水水压低'], 0],
  [['物业管理', '房屋维修', '门窗'], 0],
])('%j is looked at again %i times', (category, looks) => {
  expect(looksNeeded(category)).toHaveLength(looks);
});

test.each<[string, Partial<Parameters<typeof offersSweep>[0]>, boolean]>([
  ['an emergency', { level: 'E' }, true],
  ['a utility', { level: 'U' }, true],
  ['a hard one', { isHard: true }, true],
  ['a leak, which is looked at again', { category: ['物业管理', '房屋维修', '房屋漏雨渗水'] }, true],
  ['any other', {}, false],
  ['an emergency that was part of an incident', { level: 'E', incidentId: 'i' }, false],
])('once closed the chief is asked to look for the like of %s', (_, order, offers) => {
  expect(offersSweep({ level: 'N', isHard: false, category: ['社区服务', '邻里', '噪声扰民'], incidentId: null, ...order })).toBe(offers);
});

test.each<[string, Partial<Parameters<typeof drains>[0]>, boolean]>([
  ['drainage that was dispatched', {}, true],
  ['drainage that is handled with others', { state: 'JOINT' }, true],
  ['what its row makes a matter of the rain', { category: ['社区服务', '邻里', '其他'], decision: { duties: ['RAIN_DRAIN'] } }, true],
  ['water that does not come', { category: ['水电气热', '供水', '停水水压低'] }, false],
  ['drainage with somebody on site', { onSiteAt: new Date(0) }, false],
  ['drainage that is part of an incident', { incidentId: 'i', beforeIncident: {} }, false],
  ['drainage that is put off', { state: 'SUSPENDED' }, false],
  ['drainage that is done', { state: 'COMPLETED' }, false],
])('rain that is declared asks for 30 minutes of %s: %#', (_, order, isOwed) => {
  const open = { state: 'DISPATCHED' as const, category: ['水电气热', '排水', '污水外溢'] as Category, decision: {}, onSiteAt: null };
  expect(drains({ ...open, incidentId: null, beforeIncident: null, ...order })).toBe(isOwed);
});

test.each<[WatchState[], string]>([
  [['PASSED', 'OPEN', 'WAITING'], 'WATCHED'],
  [['PASSED', 'PASSED', 'WAITING'], 'WATCHED'],
  [['PASSED', 'PASSED', 'PASSED'], 'ALL_PASSED'],
  [['PASSED', 'FAILED', 'OPEN'], 'FAILED'],
])('looks %j -> %s', (states, end) => {
  expect(verdict(states)).toBe(end);
});

describe('the clock of a look', () => {
  const at = new Date('2026-11-20T10:00:00+08:00');
  test('after days it starts with the close, at the first rain with the rain', () => {
    expect(watchSteps({ fact: 'asked', kind: 'T7', at })).toEqual([{ start: 'WATCH_T7', at }]);
    expect(watchSteps({ fact: 'asked', kind: 'RAIN', at })).toEqual([]);
    expect(watchSteps({ fact: 'rainCame', at })).toEqual([{ start: 'WATCH_RAIN', at }]);
    expect(watchSteps({ fact: 'ended', kind: 'RAIN' })).toEqual([{ stop: ['WATCH_RAIN'] }]);
  });

  test('a look counts from three days before it is due; at the first rain from the rain on', () => {
    const dueAt = new Date('2026-11-28T00:00:00+08:00');
    expect(openFrom('T7', dueAt, null)).toEqual(new Date('2026-11-25T00:00:00+08:00'));
    expect(openFrom('RAIN', dueAt, at)).toEqual(at);
  });
});
