import { describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, type DeadlineCode, type DemandType, type Level } from '@wufang/contracts';
import { countClock, WorkCalendar } from '@wufang/kernel';
import { dutiesAtAccept, dutiesAtAssign, dutiesAtCorrection, dutiesAtDispatch, handlingLimit, inWeather, meetsLimit } from './duties.js';

describe('which clocks an order has', () => {
  test.each<[Level, DemandType, string, string[], string[]]>([
    ['E', 'HELP', 'HANDLING_E', ['EMERG_FEEDBACK', 'PROGRESS', 'ACCEPT_EU'], ['FIRST_CONTACT_E']],
    ['U', 'HELP', 'UTIL_DONE', ['UTIL_ONSITE', 'PROGRESS', 'ACCEPT_EU'], ['FIRST_CONTACT_U']],
    ['N', 'COMPLAINT', 'NORMAL', ['PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
    ['N', 'INQUIRY', 'NORMAL', ['POLICY_ANSWER', 'PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
    ['C', 'SUGGESTION', 'COMPLEX', ['PROGRESS', 'ACCEPT'], ['FIRST_CONTACT']],
  ])('level %s, %s: %s, at dispatch %j, at acceptance %j', (level, demandType, handling, atDispatch, atAccept) => {
    const kind = { level, demandType };
    expect(handlingLimit(defaultTimeLimits, level)).toBe(handling);
    expect(dutiesAtDispatch(defaultTimeLimits, kind)).toEqual(atDispatch);
    expect(dutiesAtAccept(defaultTimeLimits, kind)).toEqual(atAccept);
  });

  test.each<[Level, string[]]>([
    ['E', ['ACCEPT_EU']], // counted from the first dispatch: they run on
    ['U', ['ACCEPT_EU']],
    ['N', ['NORMAL', 'ACCEPT']],
    ['C', ['COMPLEX', 'ACCEPT']],
  ])('assigned on by the centre, level %s starts anew %j', (level, start) => {
    expect(dutiesAtAssign(defaultTimeLimits, { level, demandType: 'HELP' }).start).toEqual(start);
  });

  test('a table without a handling limit cannot be worked by', () => {
    expect(() => handlingLimit([], 'N')).toThrow('time-limits.invalid');
  });

  test.each<[DeadlineCode[], string[], boolean, DeadlineCode[]]>([
    [[], ['水电气热', '排水', '污水外溢'], true, ['RAIN_DRAIN']],
    [[], ['水电气热', '排水', '污水外溢'], false, []],
    [['RAIN_DRAIN', 'UTIL_ONSITE'], ['城市管理', '市容环境', '占道经营'], true, ['UTIL_ONSITE', 'RAIN_DRAIN']], // its row says so
    [['RAIN_DRAIN', 'UTIL_ONSITE'], ['水电气热', '排水', '污水外溢'], false, ['UTIL_ONSITE']],
    [[], ['物业管理', '房屋维修', '房屋漏雨渗水'], true, []],
  ])('added %j, %j, raining %s -> %j', (added, category, isRaining, codes) => {
    expect(inWeather(added, category, isRaining)).toEqual(codes);
  });
});

test('whoever tells the citizen nothing is reported every 15 days, not once', () => {
  const progress = defaultTimeLimits.find(({ code }) => code === 'PROGRESS')!;
  const { dueAt, stages } = countClock(progress, new Date('2026-11-01T10:00+08:00'), new WorkCalendar([]));
  expect(dueAt).toEqual(new Date('2026-11-17T00:00+08:00'));
  const late = stages
    .filter(({ at }) => at >= dueAt)
    .map(({ kind, at, tell }) => [kind, (at.getTime() - dueAt.getTime()) / 86_400_000, tell.join()]);
  expect(late.slice(0, 3)).toEqual([
    ['breach', 0, 'S,V'],
    ['after', 15, 'S,V'],
    ['after', 30, 'S,V'],
  ]);
});

describe('the handling limit is met without being done', () => {
  const due = new Date('2026-11-10T10:00+08:00');
  test.each<['report' | 'plan', Level, number, string, boolean]>([
    ['report', 'U', 0, '2026-11-10T06:00+08:00', true], // UTIL_DONE: completed or stage report
    ['report', 'U', 0, '2026-11-10T10:00+08:00', true], // at the very due time
    ['report', 'U', 0, '2026-11-10T11:00+08:00', false], // late is late
    ['report', 'U', 1, '2026-11-10T06:00+08:00', false], // sent back: owed done
    ['report', 'C', 0, '2026-11-10T06:00+08:00', false],
    ['report', 'N', 0, '2026-11-10T06:00+08:00', false], // NORMAL: completed
    ['plan', 'C', 0, '2026-11-10T06:00+08:00', true], // COMPLEX: completed or plan approved
    ['plan', 'U', 0, '2026-11-10T06:00+08:00', false],
    ['plan', 'C', 0, '2026-11-10T11:00+08:00', false],
  ])('%s, level %s, sent back %i times, at %s: %s', (step, level, reworks, at, isMet) => {
    expect(meetsLimit(step, { level, reworks, dueAt: due, limitMetAt: null }, new Date(at))).toBe(isMet);
  });

  test('once', () => {
    const order = { level: 'U' as const, reworks: 0, dueAt: due, limitMetAt: new Date('2026-11-10T05:00+08:00') };
    expect(meetsLimit('report', order, new Date('2026-11-10T06:00+08:00'))).toBe(false);
  });
});

test.each<[string, Partial<Parameters<typeof dutiesAtCorrection>[1]>, DeadlineCode[]]>([
  ['is worked on', {}, ['LIFT_ONSITE', 'LIFT_OUT']],
  ['has somebody on site', { isOnSite: true }, ['LIFT_OUT']],
  ['is done, or part of an incident', { isOwed: false }, []],
])('set right from 电梯困人 to 电梯故障, an order that %s %j owes %j besides, and LIFT_TRAPPED no more', (_, so, added) => {
  const right = { duties: ['LIFT_ONSITE', 'LIFT_OUT'] as DeadlineCode[], isOwed: true, isOnSite: false, ...so };
  expect(dutiesAtCorrection({ duties: ['LIFT_TRAPPED'] }, right)).toEqual({ ended: ['LIFT_TRAPPED'], added });
});
