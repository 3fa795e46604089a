import { describe, expect, test } from '@jest/globals';
import { DutyRule } from '@wufang/contracts';
import { WorkCalendar } from '@wufang/kernel';
import fc from 'fast-check';
import { dutyDays, dutyHours, firstTurn, nextDutyDay, onTurn, refuseEmpty, relievedTurns, restsOnNoCalendar } from './duty-rule.js';

const calendar = new WorkCalendar([
  {
    year: 2026,
    papers: ['国办发明电〔2025〕7号'],
    days: [
      ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((date) => ({ name: '国庆节', date, isOffDay: true })),
      { name: '国庆节', date: '2026-10-10', isOffDay: false }, // a Saturday that is worked
    ],
  },
]);
const rule = (part: object) => DutyRule.parse({ every: 'DAY', startsAt: '09:00', endsAt: '17:00', ...part });

describe('the days of a duty', () => {
  test.each<[string, object, string, boolean]>([
    ['the notice of its year is out', { onDayOff: 'SKIP' }, '2026-12-31', false],
    ['it is not', { onDayOff: 'SKIP' }, '2027-01-04', true],
    ['it is not, and the duty moves off days off', { onDayOff: 'NEXT_WORKING_DAY' }, '2027-01-04', true],
    ['it is not, and the duty is done on days off too', {}, '2027-01-04', false],
  ])('next day, %s: %j on %s may still move: %s', (_, part, nextOn, may) => {
    expect(restsOnNoCalendar(rule(part), nextOn, calendar)).toBe(may);
  });

  test.each<[string, object, string, string, string[]]>([
    ['every Tuesday', { every: 'WEEK', weekdays: [2] }, '2026-11-16', '2026-11-30', ['2026-11-17', '2026-11-24']],
    ['every day', {}, '2026-11-20', '2026-11-22', ['2026-11-20', '2026-11-21', '2026-11-22']],
    ['every working day', { onDayOff: 'SKIP' }, '2026-09-30', '2026-10-10', ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10']],
    ['the 1st and 15th', { every: 'MONTH', monthDays: [1, 15] }, '2026-11-01', '2026-12-01', ['2026-11-01', '2026-11-15', '2026-12-01']],
    ['the 31st in a month of 30', { every: 'MONTH', monthDays: [31] }, '2026-11-01', '2026-12-31', ['2026-11-30', '2026-12-31']],
    ['the 31st in February', { every: 'MONTH', monthDays: [31] }, '2026-02-01', '2026-02-28', ['2026-02-28']],
    [
      'the 15th of the first month of each quarter (row 123)',
      { every: 'MONTH', monthDays: [15], months: [1, 4, 7, 10] },
      '2026-05-01',
      '2027-01-31',
      ['2026-07-15', '2026-10-15', '2027-01-15'],
    ],
    ['30th and 31st meet once', { every: 'MONTH', monthDays: [30, 31] }, '2026-11-29', '2026-11-30', ['2026-11-30']],
    [
      'the 1st, moved over the holidays',
      { every: 'MONTH', monthDays: [1], onDayOff: 'NEXT_WORKING_DAY' },
      '2026-10-01',
      '2026-10-31',
      ['2026-10-08'],
    ],
    [
      'moved into the window from before it',
      { every: 'MONTH', monthDays: [1], onDayOff: 'NEXT_WORKING_DAY' },
      '2026-10-06',
      '2026-10-09',
      ['2026-10-08'],
    ],
    ['daily, moved: the holidays are one day', { onDayOff: 'NEXT_WORKING_DAY' }, '2026-10-01', '2026-10-08', ['2026-10-08']],
  ])('%s', (_, part, from, through, days) => {
    expect(dutyDays(rule(part), from, through, calendar)).toEqual(days);
  });

  test('cut into pieces they are the same, none twice and none lost', () => {
    const anyRule = fc.record({
      every: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1 }),
      onDayOff: fc.constantFrom('KEEP', 'SKIP', 'NEXT_WORKING_DAY'),
    });
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 1, max: 29 }), (part, cut) => {
        const middle = `2026-10-${String(cut).padStart(2, '0')}`;
        const after = `2026-10-${String(cut + 1).padStart(2, '0')}`;
        const whole = dutyDays(rule(part), '2026-09-20', '2026-11-10', calendar);
        expect([...dutyDays(rule(part), '2026-09-20', middle, calendar), ...dutyDays(rule(part), after, '2026-11-10', calendar)]).toEqual(
          whole,
        );
        expect(new Set(whole).size).toBe(whole.length);
      }),
    );
  });

  test.each([
    [{ every: 'WEEK', weekdays: [2] }, '2026-11-24', null, '2026-12-01'],
    [{ every: 'MONTH', monthDays: [31] }, '2026-11-30', null, '2026-12-31'],
    [{ every: 'MONTH', monthDays: [31] }, '2026-11-30', '2026-12-30', null], // ends before
  ])('%j after %s until %s: %s', (part, after, until, next) => {
    expect(nextDutyDay(rule(part), after, until, calendar)).toBe(next);
  });

  test('a week without a weekday and a month without a day are refused', () => {
    for (const every of ['WEEK', 'MONTH']) expect(() => refuseEmpty(rule({ every }))).toThrow('duty.rule-empty');
    refuseEmpty(rule({}));
  });
});

test.each([
  ['09:00', '17:00', '2026-11-20T01:00:00.000Z', '2026-11-20T09:00:00.000Z'],
  ['18:00', '08:00', '2026-11-20T10:00:00.000Z', '2026-11-21T00:00:00.000Z'], // the night shift
  ['08:00', '08:00', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'], // round the clock
])('from %s to %s', (startsAt, endsAt, from, to) => {
  const hours = dutyHours(rule({ startsAt, endsAt }), '2026-11-20');
  expect([hours.startsAt.toISOString(), hours.dueAt.toISOString()]).toEqual([from, to]);
});

test('turns go round', () => {
  expect([0, 1, 2, 3].map((turn) => onTurn(['甲', '乙', '丙'], turn))).toEqual(['甲', '乙', '丙', '甲']);
  expect(onTurn([], 5)).toBeNull();
});

describe('who has had a shift', () => {
  const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
  const night = { startsAt: at('09T18:00'), dueAt: at('10T08:00') };
  const turns = (...named: [string, Date, Date][]) =>
    named.map(([accountId, from, until]) => ({ accountId, from: from.toISOString(), until: until.toISOString() }));

  test.each<[string, Date, ReturnType<typeof turns>]>([
    ['handed on at 23:00', at('09T23:00'), turns(['li', at('09T18:00'), at('09T23:00')], ['wang', at('09T23:00'), at('10T08:00')])],
    ['before it begins', at('09T12:00'), turns(['wang', at('09T18:00'), at('10T08:00')])],
    ['at its first instant', at('09T18:00'), turns(['wang', at('09T18:00'), at('10T08:00')])],
  ])('%s', (_, now, expected) => {
    expect(relievedTurns(firstTurn('li', night), 'wang', night, now)).toEqual(expected);
  });

  test('handed on again and again, turns follow each other without gap or overlap', () => {
    const minutes = fc.integer({ min: -120, max: 800 });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 6 }), (reliefs) => {
        let found = firstTurn('0', night);
        [...reliefs]
          .sort((a, b) => a - b)
          .forEach((minute, i) => {
            found = relievedTurns(found, String(i + 1), night, new Date(night.startsAt.getTime() + minute * 60_000));
          });
        expect([found[0]!.from, found.at(-1)!.until]).toEqual([night.startsAt.toISOString(), night.dueAt.toISOString()]);
        found.slice(1).forEach(({ from }, i) => expect(from).toBe(found[i]!.until));
        expect(found.at(-1)!.accountId).toBe(String(reliefs.length));
      }),
    );
  });

  test('nobody named, nobody has it', () => expect(firstTurn(null, night)).toEqual([]));
});
