import { describe, expect, test } from '@jest/globals';
import { completeLimits, defaultTimeLimits, type Limit } from '@wufang/contracts';
import { limitFindings, limitSources, limitText } from './limit-sources.js';

const older = defaultTimeLimits.filter(({ code }) => code !== 'CO_RETURN' && code !== 'SUPERVISION');

describe('a table that lacks newer rows', () => {
  test('is completed by the platform’s, each with its source; its own rows stay its own', () => {
    const own = [{ ...older[0]!, source: '街道办〔2026〕3号' }, ...older.slice(1)];
    const complete = completeLimits(own);
    expect(complete.slice(0, own.length)).toEqual(own);
    expect(complete.filter(({ standsIn }) => standsIn).map(({ code, source }) => [code, source])).toEqual([
      ['SUPERVISION', 'P, W9'],
      ['CO_RETURN', 'L1-14'],
    ]);
    expect(completeLimits(defaultTimeLimits)).toEqual(defaultTimeLimits);
  });

  test('an order’s explanation says of each limit whether the street’s table or the platform counts it', () => {
    const clocks = [
      { code: 'NORMAL' as const, policyVersion: 2 },
      { code: 'SUPERVISION' as const, policyVersion: 2 },
      { code: 'NORMAL' as const, policyVersion: 2 },
      { code: 'LEADER_LIST' as const, policyVersion: 0 }, // the system's own, by no table
    ];
    expect(limitSources(clocks, new Map([[2, older]])).map(({ text }) => text)).toEqual([
      '一般办理时限：7 天，按街道时限表第 2 版；依据：关于北京四类办理时限的报道。',
      '督办回复：3 个工作日，街道时限表第 2 版未列此项，按平台默认执行；依据：本平台建议值，尚无规定；怀柔区2019年接诉即办六项措施。',
    ]);
  });

  test('the administrator is told which rows are missing and what counts meanwhile', () => {
    expect(limitFindings(defaultTimeLimits)).toEqual([]);
    expect(limitFindings(older).map(({ code }) => code)).toEqual(['SUPERVISION', 'CO_RETURN']);
    expect(limitFindings(older)[1]!.text).toContain('现按平台默认执行：1 小时，依据：《北京市接诉即办工作条例》第十四条');
  });

  test.each<[Limit, string]>([
    [{ clock: 'C', minutes: 120 }, '2 小时'],
    [{ clock: 'C', minutes: 30 }, '30 分钟'],
    [{ clock: 'W', minutes: 240 }, '工作时间内 4 小时'],
    [{ clock: 'CW', minutes: 120, from: '08:00', to: '20:00' }, '08:00 至 20:00 间 2 小时'],
    [{ clock: 'D', days: 5, unit: 'working', roll: false }, '5 个工作日'],
    [{ clock: 'D', days: 15, unit: 'calendar', roll: false }, '15 天'],
    [{ clock: 'SAME_DAY', at: '24:00', until: '24:00' }, '当日 24:00 前'],
    [{ clock: 'SAME_DAY', at: '18:00', until: '16:00' }, '当日 18:00 前（16:00 以后受理的，次日 18:00 前）'],
  ])('%j in words: %s', (limit, text) => {
    expect(limitText(limit)).toBe(text);
  });
});
