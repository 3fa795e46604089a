import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits } from '@wufang/contracts';
import { filledOf, limitOf, rowOf, stageOf, type FilledRow } from './limit-rows.js';

describe('a row of the time-limit table in a form', () => {
  test.each(defaultTimeLimits.map((row) => [row.code, row] as const))('%s comes out as it went in', (_, row) => {
    expect(rowOf(filledOf(row))).toEqual(row);
  });

  test('turned into another kind of clock it takes nothing of the old one along', () => {
    const days = filledOf(defaultTimeLimits.find(({ code }) => code === 'REWORK')!);
    expect(limitOf({ ...days, clock: 'C', minutes: 90 })).toEqual({ clock: 'C', minutes: 90 });
    expect(limitOf({ ...days, clock: 'CW', minutes: 120, from: '08:00', to: '20:00' })).toEqual({
      ...{ clock: 'CW', minutes: 120, from: '08:00', to: '20:00' },
    });
    expect(limitOf({ ...days, clock: 'SAME_DAY', at: '18:00', until: '16:00' })).toEqual({
      clock: 'SAME_DAY',
      at: '18:00',
      until: '16:00',
    });
    expect(limitOf({ ...days, clock: 'D', days: 3, unit: 'calendar', roll: true })).toEqual({
      clock: 'D',
      days: 3,
      unit: 'calendar',
      roll: true,
    });
  });

  test.each([
    [
      { kind: 'breach', minutes: 7, tell: ['S'] },
      { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S'] },
    ], // always when due
    [
      { kind: 'after', afterDueMinutes: 60, tell: ['R'] },
      { kind: 'after', at: { afterDueMinutes: 60 }, tell: ['R'] },
    ],
    [
      { kind: 'warning', when: 'fraction', part: 1, of: 2, tell: ['H'] },
      { kind: 'warning', at: { fraction: [1, 2] }, tell: ['H'] },
    ],
    [
      { kind: 'warning', when: 'clockTime', clockTime: '16:00', tell: ['H'] },
      { kind: 'warning', at: { clockTime: '16:00' }, tell: ['H'] },
    ],
  ] as const)('the stage %j', (filled, stage) => {
    expect(stageOf(filled)).toEqual(stage);
  });

  test('that the directory names, and one for everything, are two things', () => {
    const filled: FilledRow = { code: 'DUTY', clock: 'C', minutes: 60, stages: [], source: ' 街道办公会 ' };
    expect(rowOf(filled)).toEqual({ code: 'DUTY', limit: { clock: 'C', minutes: 60 }, stages: [], source: '街道办公会' });
    expect(rowOf({ ...filled, levels: [], demandTypes: [] })).not.toHaveProperty('levels');
    expect(rowOf({ ...filled, levels: ['E'], isNamedByDirectory: true })).toMatchObject({ levels: [] });
  });
});
