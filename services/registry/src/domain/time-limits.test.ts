import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, type TimeLimit } from '@wufang/contracts';
import { faultsOfTimeLimits } from './time-limits.js';

const normal = defaultTimeLimits.find((row) => row.code === 'NORMAL')!;
const warning = (at: TimeLimit['stages'][number]['at']): TimeLimit['stages'][number] => ({ kind: 'warning', at, tell: ['H'] });
const breach: TimeLimit['stages'][number] = { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S'] };
const withNormal = (changed: Partial<TimeLimit>) => defaultTimeLimits.map((row) => (row === normal ? { ...row, ...changed } : row));

describe('a time-limit table', () => {
  test('the default table has no faults', () => expect(faultsOfTimeLimits(defaultTimeLimits)).toEqual([]));

  test.each<[string, readonly TimeLimit[], string]>([
    ['a code twice for one level', [...defaultTimeLimits, normal], '重复'],
    ['no handling limit for a level', defaultTimeLimits.filter((row) => row !== normal), '缺少“一般”级'],
    ['a handling limit for other levels only', withNormal({ levels: ['C'] }), '缺少“一般”级'],
    ['no breach', withNormal({ stages: [warning({ days: 3 })] }), '有且只有一个到期'],
    ['two breaches', withNormal({ stages: [breach, breach] }), '有且只有一个到期'],
    ['a breach that is not at the due time', withNormal({ stages: [{ ...breach, at: { afterDueMinutes: 5 } }] }), '正好在到期时'],
    ['a warning at the due time', withNormal({ stages: [warning({ days: 7 }), breach] }), '早于到期'],
    ['a warning after the due time', withNormal({ stages: [breach, warning({ afterDueMinutes: 60 })] }), '早于到期'],
    ['a step after the due time that is not after it', withNormal({ stages: [breach, { ...breach, kind: 'after' }] }), '晚于到期'],
    ['stages out of order', withNormal({ stages: [warning({ days: 6 }), warning({ days: 3 }), breach] }), '按先后'],
    ['a fraction of one or more', withNormal({ stages: [warning({ fraction: [3, 2] }), breach] }), '0 与 1 之间'],
    ['nobody to tell', withNormal({ stages: [{ ...breach, tell: [] }] }), '提醒谁'],
    [
      'a day that ends before it begins',
      defaultTimeLimits.map((row) => (row.limit.clock === 'CW' ? { ...row, limit: { ...row.limit, from: '20:00', to: '08:00' } } : row)),
      '起止时间',
    ],
    [
      'a closing time that no day has',
      defaultTimeLimits.map((row) =>
        row.code === 'GRID_VERIFY' ? { ...row, limit: { clock: 'SAME_DAY' as const, at: '24:30', until: '24:30' } } : row,
      ),
      '当日截止',
    ],
  ])('is refused with %s', (_, rows, fault) => expect(faultsOfTimeLimits(rows).join('；')).toContain(fault));

  test('a code may stand twice for levels that do not meet', () => {
    const rows = [...withNormal({ levels: ['N'] }), { ...normal, levels: ['C' as const] }];
    expect(faultsOfTimeLimits(rows)).toEqual([]);
  });
});
