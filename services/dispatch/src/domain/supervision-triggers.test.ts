import { describe, expect, test } from '@jest/globals';
import { callsForSupervision, triggersMet, type StreetFigures } from './supervision-triggers.js';

const on = '2026-04-27';

describe('figures that call for supervision', () => {
  test.each<[Partial<StreetFigures>, string[]]>([
    [{}, []], // what is not known is not weighed
    [{ dayVolumeRank: 10 }, ['DAY_VOLUME']],
    [{ dayVolumeRank: 11 }, []],
    [{ monthResultRank: 331, streetsInCity: 340 }, ['MONTH_RESULT']],
    [{ monthResultRank: 330, streetsInCity: 340 }, []],
    [{ monthResultRank: 331 }, []],
    [{ resolutionRate: 91.9, districtResolutionRate: 92 }, ['RATE_BELOW_DISTRICT']],
    [{ satisfactionRate: 92, districtSatisfactionRate: 92 }, []],
    [{ dayVolumeRank: 1, satisfactionRate: 80, districtSatisfactionRate: 92 }, ['DAY_VOLUME', 'RATE_BELOW_DISTRICT']],
  ])('%j -> %j', (figures, wanted) => {
    expect(triggersMet({ on, ...figures }).map(({ trigger }) => trigger)).toEqual(wanted);
  });

  test('a row counts from its day on, and the latest of those in force', () => {
    const rules = [
      { trigger: 'DAY_VOLUME' as const, from: '2026-01-01', value: 10, source: 'W9' },
      { trigger: 'DAY_VOLUME' as const, from: '2026-06-01', value: 5, source: 'P' },
    ];
    const ranked = (day: string) => triggersMet({ on: day, dayVolumeRank: 8 }, rules).map(({ source }) => source);
    expect([ranked('2025-12-31'), ranked('2026-05-31'), ranked('2026-06-01')]).toEqual([[], ['W9'], []]);
  });
});

test('every third urging of an order puts it under supervision, by the row in force on the day', () => {
  expect([1, 2, 3, 4, 5, 6].filter((urges) => callsForSupervision(urges, on))).toEqual([3, 6]);
  expect(callsForSupervision(3, '2019-12-31')).toBe(false);
  const rules = [
    { trigger: 'URGED' as const, from: '2020-01-01', value: 3, source: 'P' },
    { trigger: 'URGED' as const, from: '2026-06-01', value: 2, source: 'P' },
  ];
  expect([2, 3].map((urges) => callsForSupervision(urges, '2026-06-01', rules))).toEqual([true, false]);
});
