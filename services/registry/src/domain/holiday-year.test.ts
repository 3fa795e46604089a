import { describe, expect, test } from '@jest/globals';
import { faultsOfHolidayYear, isProvisional } from './holiday-year.js';

const off = (date: string) => ({ name: '元旦', date, isOffDay: true });
const year = (...days: ReturnType<typeof off>[]) => ({ year: 2026, papers: ['https://www.gov.cn/'], days });

describe('a holiday year', () => {
  test.each([
    ['a day of the year', year(off('2026-01-01')), []],
    ['the last day of the year before', year(off('2025-12-31')), []],
    ['a day far off', year(off('2028-01-01')), ['2028-01-01 不在 2026 年前后']],
    ['what is no date', year(off('2026-02-30')), ['“2026-02-30”不是日期']],
    ['what is not written as a date', year(off('1月1日')), ['“1月1日”不是日期']],
    ['a day twice', year(off('2026-01-01'), off('2026-01-01')), ['2026-01-01 重复']],
  ])('with %s', (_, given, faults) => expect(faultsOfHolidayYear(given)).toEqual(faults));

  test.each([
    ['a notice and its days', year(off('2026-01-01')), false],
    ['no notice', { ...year(off('2026-01-01')), papers: [] }, true],
    ['a notice without days', year(), true],
  ])('with %s is provisional: %#', (_, given, provisional) => expect(isProvisional(given)).toBe(provisional));
});
