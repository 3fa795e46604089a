import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holidayYear, workCalendar } from '../test/work-calendar.js';
import { formatBeijing, parseExportTime } from './beijing-time.js';
import { afterPause, dueAt, noticeBy, postedThrough, stageInstants, type DailyHours, type Limit, type Stage } from './due.js';

const calendar = workCalendar();

const hours = (n: number): Limit => ({ clock: 'C', minutes: n * 60 });
const days = (n: number): Limit => ({ clock: 'D', days: n, unit: 'calendar', roll: false });
const rolledDays = (n: number): Limit => ({ clock: 'D', days: n, unit: 'calendar', roll: true });
const workingDays = (n: number): Limit => ({ clock: 'D', days: n, unit: 'working', roll: false });
const workingMinutes = (n: number): Limit => ({ clock: 'W', minutes: n });
const callbackMinutes = (n: number): Limit => ({ clock: 'CW', minutes: n, from: '08:00', to: '20:00' });
const months = (n: number, roll = false): Limit => ({ clock: 'M', months: n, roll });
const sameDay: Limit = { clock: 'SAME_DAY', at: '18:00' };

function due(limit: Limit, start: string): string {
  return formatBeijing(dueAt(limit, parseExportTime(start), calendar).dueAt);
}

describe('counting days, with the calendar of 2025 and 2026', () => {
  test.each<[string, Limit, string, string]>([
    ['2 h emergency: the holiday does not matter', hours(2), '2025-12-31 23:10', '2026-01-01 01:10:00'],
    ['3 h on site, over midnight', hours(3), '2026-01-15 22:30', '2026-01-16 01:30:00'],
    ['1 working day, Tuesday before National Day: end of Thu 9 October', workingDays(1), '2025-09-30 10:00', '2025-10-10 00:00:00'],
    ['1 working day, Friday: end of the make-up Sunday', workingDays(1), '2025-09-26 10:00', '2025-09-29 00:00:00'],
    ['1 working day, plain Friday: end of Monday', workingDays(1), '2025-11-14 10:00', '2025-11-18 00:00:00'],
    ['15 days: end of the 18th', rolledDays(15), '2025-11-03 10:00', '2025-11-19 00:00:00'],
    ['15 days to 5 October, rolled to 9 October', rolledDays(15), '2025-09-20 10:00', '2025-10-10 00:00:00'],
    ['15 days to 5 October, a promise: not rolled', days(15), '2025-09-20 10:00', '2025-10-06 00:00:00'],
    ['7 days', days(7), '2025-11-03 10:00', '2025-11-11 00:00:00'],
    ['7 days', rolledDays(7), '2025-11-03 10:00', '2025-11-11 00:00:00'],
    ['post a decision within 3 days: Friday to Monday', rolledDays(3), '2025-09-26 10:00', '2025-09-30 00:00:00'],
  ])('%s', (_, limit, start, expected) => {
    expect(due(limit, start)).toBe(expected);
  });

  test.each([
    ['2025-09-28', 10, '2025-10-17'], // Saturday 11 October counts
    ['2026-02-12', 10, '2026-03-04'], // Saturdays 14 and 28 February count, Spring Festival does not
  ])('posted on %s for %i working days hangs through %s', (postedOn, count, through) => {
    expect(postedThrough(postedOn, count, calendar)).toEqual({ date: through, provisional: false });
  });

  test('a 15-day notice of an assembly on 20 November is given on or before the 5th; the 6th fails', () => {
    expect(noticeBy('2025-11-20', 15)).toBe('2025-11-05');
    expect('2025-11-05' <= noticeBy('2025-11-20', 15)).toBe(true);
    expect('2025-11-06' <= noticeBy('2025-11-20', 15)).toBe(false);
  });
});

describe('the handling limits of an order (办理时限)', () => {
  test.each<[string, Limit, string, string]>([
    ['E: 2 h, at once', hours(2), '2026-10-01 03:00', '2026-10-01 05:00:00'],
    ['U: 24 h, at once', hours(24), '2026-09-30 17:59:30', '2026-10-01 17:59:30'],
    ['N: 7 d, ends 24:00 of a holiday, does not roll', days(7), '2026-09-25 09:00', '2026-10-03 00:00:00'],
    ['C: 15 d, ends 24:00 of a Sunday, does not roll', days(15), '2026-11-07 09:00', '2026-11-23 00:00:00'],
    ['PROGRESS: 15 d, ends 24:00 of a Saturday, does not roll', days(15), '2026-11-06 09:00', '2026-11-22 00:00:00'],
    ['REPORT_IN: 3 d to Sunday, rolls to the end of Monday', rolledDays(3), '2026-11-05 09:00', '2026-11-10 00:00:00'],
    ['REPORT_IN: 3 d to a make-up Sunday, stays', rolledDays(3), '2026-09-17 09:00', '2026-09-21 00:00:00'],
  ])('%s', (_, limit, start, expected) => {
    expect(due(limit, start)).toBe(expected);
  });
});

test.each([
  ['2026-04-27T10:00+08:00', 1, '2026-04-29T00:00+08:00'], // Monday -> end of Tuesday
  ['2026-04-30T10:00+08:00', 1, '2026-05-07T00:00+08:00'], // Thursday -> over the five holidays -> end of Wednesday 6 May
  ['2026-05-08T10:00+08:00', 1, '2026-05-10T00:00+08:00'], // Friday -> make-up Saturday counts
])('received %s with %i working day is due %s', (received, count, expected) => {
  expect(dueAt(workingDays(count), new Date(received), calendar)).toEqual({ dueAt: new Date(expected), provisional: false });
});

describe('working hours, 09:00–12:00 and 13:30–18:00', () => {
  test.each<[string, number, string, string]>([
    ['inside the morning', 60, '2026-11-11 09:30', '2026-11-11 10:30:00'],
    ['over the lunch break', 120, '2026-11-11 11:00', '2026-11-11 14:30:00'],
    ['filling the morning ends at its end, not after lunch', 60, '2026-11-11 11:00', '2026-11-11 12:00:00'],
    ['from the end of the morning', 60, '2026-11-11 12:00', '2026-11-11 14:30:00'],
    ['from inside the lunch break', 60, '2026-11-11 12:40', '2026-11-11 14:30:00'],
    ['from the start of the afternoon', 60, '2026-11-11 13:30', '2026-11-11 14:30:00'],
    ['before opening', 60, '2026-11-11 06:00', '2026-11-11 10:00:00'],
    ['from opening, a whole day, ends at closing', 450, '2026-11-11 09:00', '2026-11-11 18:00:00'],
    ['from closing on', 60, '2026-11-11 18:00', '2026-11-12 10:00:00'],
    ['after closing', 60, '2026-11-11 21:00', '2026-11-12 10:00:00'],
    ['over the night', 120, '2026-11-11 17:00', '2026-11-12 10:00:00'],
    ['over a weekend', 240, '2026-11-13 16:00', '2026-11-16 11:00:00'],
    ['from a Saturday', 30, '2026-11-14 10:00', '2026-11-16 09:30:00'],
    ['from a Saturday, whole days end at closing', 900, '2026-11-14 10:00', '2026-11-17 18:00:00'],
    ['on a make-up Saturday', 60, '2026-10-10 10:00', '2026-10-10 11:00:00'],
    ['over National Day', 120, '2026-09-30 17:00', '2026-10-08 10:00:00'],
    ['seconds count', 60, '2026-11-11 11:30:15', '2026-11-11 14:00:15'],
    ['nothing is due at once', 0, '2026-11-14 10:00', '2026-11-14 10:00:00'],
    ['Dec 31 into the year after', 60, '2025-12-31 17:30', '2026-01-04 09:30:00'],
  ])('%s: %i minutes from %s', (_, minutes, start, expected) => {
    expect(due(workingMinutes(minutes), start)).toBe(expected);
  });

  test('other hours are data', () => {
    const late: DailyHours = [['10:00', '22:00']];
    expect(due({ clock: 'W', minutes: 90, hours: late }, '2026-11-11 21:00')).toBe('2026-11-12 10:30:00');
  });
});

test.each<[string, number, string, string]>([
  ['inside the window', 120, '2026-11-11 10:00', '2026-11-11 12:00:00'],
  ['completed late: goes on in the morning', 120, '2026-11-11 19:00', '2026-11-12 09:00:00'],
  ['completed at night: begins in the morning', 120, '2026-11-11 23:30', '2026-11-12 10:00:00'],
  ['ends exactly with the window', 120, '2026-11-11 18:00', '2026-11-11 20:00:00'],
  ['begins exactly at the end of the window', 120, '2026-11-11 20:00', '2026-11-12 10:00:00'],
  ['weekends and holidays run', 120, '2026-10-01 19:30', '2026-10-02 09:30:00'],
])('the callback window 08:00–20:00, %s', (_, minutes, start, expected) => {
  expect(due(callbackMinutes(minutes), start)).toBe(expected);
});

test.each<[string, Limit, string, string]>([
  ['24:00 of the last day of the year', days(7), '2025-12-24 10:00', '2026-01-01 00:00:00'],
  ['over a leap day', days(7), '2028-02-23 10:00', '2028-03-02 00:00:00'],
  ['on a leap day', days(6), '2028-02-23 23:59:59', '2028-03-01 00:00:00'],
  ['the first instant of a day counts as that day', days(1), '2026-11-11 00:00', '2026-11-13 00:00:00'],
  ['so does the last', days(1), '2026-11-11 23:59:59', '2026-11-13 00:00:00'],
  ['no days: the end of the day itself', days(0), '2026-11-11 08:00', '2026-11-12 00:00:00'],
  ['6 months', months(6), '2026-03-10 10:00', '2026-09-11 00:00:00'],
  ['6 months to a month without a 31st', months(6), '2026-03-31 10:00', '2026-10-01 00:00:00'],
  ['6 months to the end of February', months(6), '2025-08-31 10:00', '2026-03-01 00:00:00'],
  ['6 months to a leap day', months(6), '2027-08-31 10:00', '2028-03-01 00:00:00'],
  ['6 months to Labour Day, rolled', months(6, true), '2025-11-01 10:00', '2026-05-07 00:00:00'],
  ['same day', sameDay, '2026-11-11 09:00', '2026-11-11 18:00:00'],
  ['a moment before closing', sameDay, '2026-11-11 17:59:59', '2026-11-11 18:00:00'],
  ['at closing: closing of the next day', sameDay, '2026-11-11 18:00', '2026-11-12 18:00:00'],
  ['up to the last entry: today', { ...sameDay, until: '16:00' }, '2026-11-11 15:59:59', '2026-11-11 18:00:00'],
  ['after the last entry: closing of the next day', { ...sameDay, until: '16:00' }, '2026-11-11 16:00', '2026-11-12 18:00:00'],
  ['Dec 31 after closing', sameDay, '2026-12-31 22:00', '2027-01-01 18:00:00'],
])('%s', (_, limit, start, expected) => {
  expect(due(limit, start)).toBe(expected);
});

describe('an end that a year without a notice had a part in is provisional', () => {
  test.each<[string, Limit, string, boolean]>([
    ['hours never are', hours(48), '2026-12-31 10:00', false],
    ['promised days never are', days(15), '2026-12-31 10:00', false],
    ['rolled days that end this year', rolledDays(3), '2026-12-28 10:00', false],
    ['rolled days that end next year', rolledDays(3), '2026-12-29 10:00', true],
    ['working days inside this year', workingDays(1), '2026-12-30 10:00', false],
    ['working days that reach into the next', workingDays(1), '2026-12-31 10:00', true],
    ['working hours inside this year', workingMinutes(60), '2026-12-31 16:00', false],
    ['working hours that reach into the next', workingMinutes(60), '2026-12-31 17:30', true],
    ['a year no file knows', workingDays(1), '2031-06-05 10:00', true],
  ])('%s', (_, limit, start, expected) => {
    expect(dueAt(limit, parseExportTime(start), calendar).provisional).toBe(expected);
  });
});

test.each<Limit>([
  { clock: 'C', minutes: -1 },
  { clock: 'C', minutes: NaN },
  { clock: 'D', days: NaN, unit: 'calendar', roll: false },
  { clock: 'D', days: -1, unit: 'working', roll: false },
  { clock: 'CW', minutes: 5, from: '20:00', to: '08:00' },
  { clock: 'W', minutes: 5, hours: [] },
  { clock: 'W', minutes: 5, hours: [['13:30', '18:00'], ['09:00', '12:00']] }, // prettier-ignore
  { clock: 'SAME_DAY', at: '25:00' },
])('%j is no limit', (limit) => {
  expect(() => dueAt(limit, new Date('2026-11-11T10:00+08:00'), calendar)).toThrow(/^(limit|time)\.impossible/);
});

describe('against a slow walk from day to day, 2023 to 2027', () => {
  const files = [2023, 2024, 2025, 2026, 2027].map(holidayYear);
  const off = new Set(files.flatMap((file) => file.days.filter((day) => day.isOffDay).map((day) => day.date)));
  const madeUp = new Set(files.flatMap((file) => file.days.filter((day) => !day.isOffDay).map((day) => day.date)));
  const H = 3_600_000;

  /** The walk keeps Beijing wall clock in a Date's UTC fields and shares nothing with the code it checks. */
  const wall = (at: Date) => new Date(at.getTime() + 8 * H);
  const midnight = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  const tomorrow = (at: Date) => new Date(midnight(at).getTime() + 24 * H);
  const isWorked = (at: Date) => {
    const date = at.toISOString().slice(0, 10);
    return madeUp.has(date) || (!off.has(date) && at.getUTCDay() !== 0 && at.getUTCDay() !== 6);
  };

  function walk(limit: Limit, startAt: Date): Date {
    const start = wall(startAt);
    let day = midnight(start);
    if (limit.clock === 'D') {
      for (let left = limit.days; left > 0;) {
        day = tomorrow(day);
        if (limit.unit === 'calendar' || isWorked(day)) left--;
      }
      while (limit.unit === 'calendar' && limit.roll && !isWorked(day)) day = tomorrow(day);
      return new Date(tomorrow(day).getTime() - 8 * H);
    }
    if (limit.clock !== 'W' && limit.clock !== 'CW') throw new Error('no walk');
    const windows = limit.clock === 'CW' ? [[8, 20]] : [[9, 12], [13.5, 18]]; // prettier-ignore
    let left = limit.minutes * 60_000;
    for (;;) {
      for (const [from, to] of windows) {
        if (limit.clock === 'W' && !isWorked(day)) break;
        const opens = Math.max(start.getTime(), day.getTime() + from! * H);
        const closes = day.getTime() + to! * H;
        if (opens >= closes) continue;
        if (left <= closes - opens) return new Date(opens + left - 8 * H);
        left -= closes - opens;
      }
      day = tomorrow(day);
    }
  }

  const starts = fc.oneof(
    fc.date({ min: new Date('2023-01-01T00:00+08:00'), max: new Date('2027-12-31T23:59:59.999+08:00'), noInvalidDate: true }),
    // The edges of the working day, of the window and of the date itself, on every day of the five years.
    fc
      .tuple(fc.integer({ min: 1, max: 1825 }), fc.constantFrom(0, 8, 9, 12, 13.5, 18, 20, 24), fc.constantFrom(-1, 0, 1))
      .map(([day, hour, ms]) => new Date(Date.UTC(2023, 0, 1) + day * 24 * H + (hour - 8) * H + ms)),
  );
  const limits = fc.oneof(
    fc.record({
      clock: fc.constant('D' as const),
      days: fc.nat({ max: 400 }),
      unit: fc.constantFrom('calendar' as const, 'working' as const),
      roll: fc.boolean(),
    }),
    fc.record({
      clock: fc.constant('W' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(180, 270, 450, 900)),
    }),
    fc.record({
      clock: fc.constant('CW' as const),
      minutes: fc.integer({ min: 1, max: 5000 }),
      from: fc.constant('08:00'),
      to: fc.constant('20:00'),
    }),
  );

  test('every limit ends where the walk ends', () => {
    fc.assert(
      fc.property(limits, starts, (limit, startAt) => {
        const { dueAt: at, provisional } = dueAt(limit, startAt, calendar);
        expect(at).toEqual(walk(limit, startAt));
        // 2027 is not announced: who counts working days, or rolls, into it says so, and nobody else.
        const looksUpDays = limit.clock === 'W' || (limit.clock === 'D' && (limit.unit === 'working' ? limit.days > 0 : limit.roll));
        const lastDay = wall(new Date(at.getTime() - 1));
        expect(provisional).toBe(looksUpDays && lastDay >= new Date('2027-01-01'));
      }),
      { numRuns: 5000 },
    );
  });

  test('a later start is never due earlier, and a longer limit never sooner', () => {
    fc.assert(
      fc.property(limits, starts, fc.nat({ max: 5 * 24 * H }), (limit, startAt, later) => {
        const first = dueAt(limit, startAt, calendar).dueAt;
        expect(dueAt(limit, new Date(startAt.getTime() + later), calendar).dueAt >= first).toBe(true);
        const longer = limit.clock === 'D' ? { ...limit, days: limit.days + 1 } : { ...limit, minutes: limit.minutes + 1 };
        expect(dueAt(longer, startAt, calendar).dueAt >= first).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stages of a duty', () => {
  const after = (minutes: number): Stage => ({ after: { clock: 'C', minutes } });

  function stages(list: Stage[], limit: Limit, start: string): string[] {
    const startAt = parseExportTime(start);
    return stageInstants(list, startAt, dueAt(limit, startAt, calendar).dueAt, calendar).map(
      ({ stage, kind, at }) => `${stage} ${kind} ${formatBeijing(at)}`,
    );
  }

  test('EMERG_FEEDBACK: 60, 90, 105 minutes, and an hour after the end', () => {
    expect(stages([after(60), after(90), after(105), { afterDue: 60 }], hours(2), '2025-12-31 23:10')).toEqual([
      '0 warning 2026-01-01 00:10:00',
      '1 warning 2026-01-01 00:40:00',
      '2 warning 2026-01-01 00:55:00',
      '3 after-due 2026-01-01 02:10:00',
    ]);
  });

  test('COMPLEX: 7, 12 and 14 days are counted as the 15 are', () => {
    expect(stages([{ after: days(14) }, { after: days(7) }, { after: days(12) }], days(15), '2026-11-02 10:00')).toEqual([
      '1 warning 2026-11-10 00:00:00',
      '2 warning 2026-11-15 00:00:00',
      '0 warning 2026-11-17 00:00:00',
    ]);
  });

  test('EMERG_SERVICE_END: 3 and 5 months of 6', () => {
    expect(stages([{ after: months(3) }, { after: months(5) }], months(6), '2026-03-10 10:00')).toEqual([
      '0 warning 2026-06-11 00:00:00',
      '1 warning 2026-08-11 00:00:00',
    ]);
  });

  test('SAME_DAY: 16:00 of the day, and nothing for what came later', () => {
    expect(stages([{ at: '16:00' }], sameDay, '2026-11-11 09:00')).toEqual(['0 warning 2026-11-11 16:00:00']);
    expect(stages([{ at: '16:00' }], sameDay, '2026-11-11 16:30')).toEqual([]);
    expect(stages([{ at: '16:00', on: 'due' }], sameDay, '2026-11-11 19:30')).toEqual(['0 warning 2026-11-12 16:00:00']);
  });

  test('WATCH: the morning of the last day, which ends at 24:00', () => {
    expect(stages([{ at: '09:00', on: 'due' }], days(7), '2026-11-02 10:00')).toEqual(['0 warning 2026-11-09 09:00:00']);
  });

  test('CO_RETURN: 70 of 100 parts', () => {
    expect(stages([{ part: { num: 70, den: 100 } }], hours(10), '2026-11-11 08:00')).toEqual(['0 warning 2026-11-11 15:00:00']);
  });

  test('ACCEPT: half of 2 working hours is a working hour', () => {
    expect(stages([{ part: 'half', clock: { clock: 'W' } }], workingMinutes(120), '2026-11-13 17:30')).toEqual([
      '0 warning 2026-11-16 09:30:00',
    ]);
  });

  test('POLICY_ANSWER: half of 1 working day comes when the office is open', () => {
    expect(stages([{ part: 'half' }], workingDays(1), '2025-09-30 10:00')).toEqual(['0 warning 2025-10-05 05:00:00']);
    expect(stages([{ part: 'half', clock: { clock: 'W' } }], workingDays(1), '2025-09-30 10:00')).toEqual([
      '0 warning 2025-10-09 09:30:00',
    ]);
  });

  test('CALLBACK_INSTANT: 1 h of 2 h in the window', () => {
    const list: Stage[] = [{ after: callbackMinutes(60) }, { part: 'half', clock: { clock: 'CW', from: '08:00', to: '20:00' } }];
    expect(stages(list, callbackMinutes(120), '2026-11-11 19:30')).toEqual([
      '0 warning 2026-11-12 08:30:00',
      '1 warning 2026-11-12 08:30:00',
    ]);
  });

  test('a warning at the end itself, or behind it, is left out', () => {
    expect(stages([after(120), after(121), after(119)], hours(2), '2026-11-11 09:00')).toEqual(['2 warning 2026-11-11 10:59:00']);
    expect(stages([after(0)], hours(2), '2026-11-11 09:00')).toEqual([]);
  });

  test('a stage that a year without a notice had a part in says so', () => {
    const startAt = parseExportTime('2026-12-31 10:00');
    const { dueAt: end } = dueAt(workingDays(5), startAt, calendar);
    const list: Stage[] = [{ after: workingDays(3) }, { after: days(1) }, { part: 'half', clock: { clock: 'W' } }];
    const flags = stageInstants(list, startAt, end, calendar).map(({ stage, provisional }) => [stage, provisional]);
    expect(Object.fromEntries(flags)).toEqual({ 0: true, 1: false, 2: true });
  });

  test.each<Stage>([{ part: { num: 1, den: 1 } }, { part: { num: 0, den: 2 } }, { part: { num: 0.5, den: 1 } }, { afterDue: -1 }])(
    '%j is no stage',
    (spec) => {
      const startAt = parseExportTime('2026-11-11 09:00');
      expect(() => stageInstants([spec], startAt, new Date(startAt.getTime() + 1000), calendar)).toThrow('limit.impossible');
    },
  );

  test('half of working time is reached when half of the minutes are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 2000 }), (day, halfMinutes) => {
        const startAt = new Date(Date.UTC(2023, 0, 3, 1) + day * 86_400_000 + halfMinutes * 37_000);
        const end = dueAt(workingMinutes(halfMinutes * 2), startAt, calendar).dueAt;
        const [half] = stageInstants([{ part: 'half', clock: { clock: 'W' } }], startAt, end, calendar);
        expect(half!.at).toEqual(dueAt(workingMinutes(halfMinutes), startAt, calendar).dueAt);
      }),
      { numRuns: 500 },
    );
  });
});

describe('after a pause (暂停计时)', () => {
  const paused = (limit: Limit, at: string, from: string, to: string) =>
    formatBeijing(afterPause(limit, parseExportTime(at), parseExportTime(from), parseExportTime(to), calendar).dueAt);

  test.each<[string, Limit, string, string, string, string]>([
    ['days: a day for each midnight', days(7), '2025-11-11 00:00', '2025-11-05 14:00', '2025-11-07 09:00', '2025-11-13 00:00:00'],
    ['days: within a day nothing is given', days(7), '2025-11-11 00:00', '2025-11-05 09:00', '2025-11-05 18:00', '2025-11-11 00:00:00'],
    ['days: what came before stays', days(7), '2025-11-05 00:00', '2025-11-05 00:00', '2025-11-09 00:00', '2025-11-05 00:00:00'],
    ['hours: as much later', hours(24), '2025-11-06 10:00', '2025-11-05 20:00', '2025-11-05 21:30', '2025-11-06 11:30:00'],
    // Friday 17:00 with an hour left; gone on Monday 09:30 -> an hour later, inside the morning.
    [
      'working hours: what was left is left',
      workingMinutes(240),
      '2025-11-14 18:00',
      '2025-11-14 17:00',
      '2025-11-17 09:30',
      '2025-11-17 10:30:00',
    ],
    [
      'working hours: gone on after closing',
      workingMinutes(240),
      '2025-11-14 18:00',
      '2025-11-14 17:00',
      '2025-11-14 20:00',
      '2025-11-17 10:00:00',
    ],
    // Thursday to the Thursday after National Day: only the 9th is a working day in between.
    ['working days: over the holidays', workingDays(5), '2025-10-11 00:00', '2025-09-30 10:00', '2025-10-09 10:00', '2025-10-12 00:00:00'],
  ])('%s', (_, limit, at, from, to, expected) => {
    expect(paused(limit, at, from, to)).toBe(expected);
  });

  test('a start exactly on the edge of a period loses nothing and gains nothing', () => {
    expect(due(workingMinutes(240), '2025-11-14 09:00')).toBe(due(workingMinutes(240), '2025-11-14 08:00'));
    expect(due(workingMinutes(60), '2025-11-14 12:00')).toBe('2025-11-14 14:30:00');
    expect(due(workingMinutes(60), '2025-11-14 18:00')).toBe('2025-11-17 10:00:00');
    expect(due(days(7), '2025-11-03 00:00')).toBe(due(days(7), '2025-11-03 23:59:59'));
    expect(paused(workingMinutes(60), '2025-11-14 14:30', '2025-11-14 13:30', '2025-11-14 13:30')).toBe('2025-11-14 14:30:00');
    expect(paused(days(7), '2025-11-11 00:00', '2025-11-05 00:00', '2025-11-06 00:00')).toBe('2025-11-12 00:00:00');
  });

  test('a limit of a year is counted in a few steps, not minute by minute', () => {
    let asked = 0;
    const counting = new Proxy(calendar, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked += 1;
          return (value as (...args: unknown[]) => unknown).apply(target, args);
        };
      },
    });
    expect(formatBeijing(dueAt(workingMinutes(250 * 450), parseExportTime('2025-03-03 10:00'), counting).dueAt)).toMatch(/^2026-0[23]/);
    expect(asked).toBeLessThan(10);
  });

  test('a pause never brings the end nearer, and longer pauses never less far', () => {
    const limits = [days(7), rolledDays(15), workingDays(5), workingMinutes(480), hours(48)];
    const minute = fc.integer({ min: 0, max: 60 * 24 * 30 });
    fc.assert(
      fc.property(fc.constantFrom(...limits), minute, minute, minute, (limit, ahead, long, more) => {
        const start = parseExportTime('2025-09-08 10:07');
        const end = dueAt(limit, start, calendar).dueAt;
        const from = new Date(start.getTime() + (ahead / (60 * 24 * 30)) * (end.getTime() - start.getTime()));
        const to = new Date(from.getTime() + long * 60_000);
        const moved = afterPause(limit, end, from, to, calendar).dueAt;
        expect(moved.getTime()).toBeGreaterThanOrEqual(end.getTime());
        const later = afterPause(limit, end, from, new Date(to.getTime() + more * 60_000), calendar).dueAt;
        expect(later.getTime()).toBeGreaterThanOrEqual(moved.getTime());
      }),
    );
  });
});
