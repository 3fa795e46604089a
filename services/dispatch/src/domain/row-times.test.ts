import { describe, expect, test } from '@jest/globals';
import type { DirectoryRow } from '@wufang/contracts';
import { dayOfDate } from '@wufang/kernel';
import { asIfInForce, canMeet, holdsAt, layTimes, momentOf, tellingMoments, timesText } from './row-times.js';

type Times = NonNullable<DirectoryRow['times']>;
const heating = { season: { from: '11-15', to: '03-15' } };
const summer = { season: { from: '06-01', to: '08-31' } };
const night = { hours: { from: '22:00', to: '06:00' } };
const day = { hours: { from: '06:00', to: '22:00' } };

describe('when a row of the directory holds', () => {
  test.each<[Times, string, boolean]>([
    [{ from: '2026-12-01' }, '2026-12-01T00:00:00+08:00', true], // the first day from its first moment
    [{ from: '2026-12-01' }, '2026-11-30T23:59:59+08:00', false],
    [{ to: '2026-12-01' }, '2026-12-01T23:59:59+08:00', true], // the last day to its end
    [{ to: '2026-12-01' }, '2026-12-02T00:00:00+08:00', false],
    [heating, '2026-11-15T00:00:00+08:00', true],
    [heating, '2026-11-14T23:59:59+08:00', false],
    [heating, '2027-01-01T12:00:00+08:00', true], // over the end of the year
    [heating, '2027-03-15T23:59:59+08:00', true],
    [heating, '2027-03-16T00:00:00+08:00', false],
    [night, '2026-05-01T05:59:59+08:00', true], // over midnight
    [night, '2026-05-01T06:00:00+08:00', false],
    [night, '2026-05-01T22:00:00+08:00', true],
    [{ ...heating, ...night }, '2026-11-14T23:00:00+08:00', false], // the day is that of the moment itself
    [{ ...heating, ...night }, '2026-11-15T01:00:00+08:00', true],
  ])('%j at %s: %s', (times, at, wanted) => {
    expect(holdsAt(layTimes(times)!, momentOf(new Date(at)))).toBe(wanted);
  });

  test.each<[Times, Times, boolean]>([
    [heating, summer, false],
    [heating, { season: { from: '03-15', to: '04-01' } }, true], // one common day
    [night, day, false],
    [night, { hours: { from: '05:59', to: '07:00' } }, true],
    [{ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-07-01' }, false],
    [{ from: '2026-04-01', to: '2026-10-31' }, heating, false], // a validity between two heating seasons
    [{ from: '2026-04-01' }, heating, true],
    [{ to: '2026-06-30' }, heating, true],
    [{ season: { from: '02-29', to: '02-29' } }, { from: '2026-01-01' }, true], // 2028 has that day
    [{ from: '2026-03-02', to: '2026-03-01' }, {}, false], // never at all
  ])('%j and %j can hold together: %s', (one, other, wanted) => {
    expect(canMeet(layTimes(one), layTimes(other))).toBe(wanted);
    expect(canMeet(layTimes(other), layTimes(one))).toBe(wanted);
  });

  test('the telling moments see every row of a list hold that will ever hold', () => {
    const list = [heating, summer, night, { from: '2027-02-01', to: '2027-02-03' }, { season: { from: '06-05', to: '06-05' } }].map(
      layTimes,
    );
    const moments = tellingMoments(list, dayOfDate('2026-04-01'));
    for (const times of list) expect(moments.some((moment) => holdsAt(times!, moment))).toBe(true);
    expect(moments.some((moment) => list.every((times) => !holdsAt(times!, moment)))).toBe(true);
  });

  test.each<[Times | undefined, string]>([
    [heating, '每年11月15日至次年3月15日'],
    [summer, '每年6月1日至8月31日'],
    [night, '每日22:00至次日06:00'],
    [{ from: '2026-12-01', to: '2027-01-31' }, '2026年12月1日起至2027年1月31日止'],
    [{ to: '2027-01-31', ...day }, '至2027年1月31日止，每日06:00至22:00'],
    [undefined, ''],
  ])('%j is said as %s', (times, text) => {
    expect(timesText(times)).toBe(text);
  });
});

test('as if in force: what begins later has begun, what is over stays over, season and hours hold; no row is less particular', () => {
  const rows = [{ times: { from: '2027-01-01', ...heating } }, { times: { to: '2026-06-30' } }, { times: { to: '2027-06-30' } }, {}];
  const asIf = asIfInForce(rows, '2026-11-30').map(({ times }) => layTimes(times));
  const holds = (at: string) => asIf.map((times) => times === null || holdsAt(times, momentOf(new Date(at))));
  expect(holds('2026-12-01T12:00:00+08:00')).toEqual([true, false, true, true]);
  expect(holds('2026-10-01T12:00:00+08:00')).toEqual([false, false, true, true]);
  expect(holds('2028-12-01T12:00:00+08:00')).toEqual([true, false, true, true]);
  expect(asIfInForce(rows, '2026-11-30').map(({ times }) => Object.keys(times ?? {}).sort())).toEqual([
    ['from', 'season'],
    ['to'],
    ['to'],
    [],
  ]);
});
