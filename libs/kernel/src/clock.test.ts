import { describe, expect, test } from '@jest/globals';
import { workCalendar } from '../test/work-calendar.js';
import { formatBeijing, parseExportTime } from './beijing-time.js';
import {
  afterStage,
  beginClock,
  clockDurations,
  isOverdue,
  moveClockDue,
  pauseClock,
  recountClock,
  resumeClock,
  stopClock,
  type Clock,
  type LimitRow,
} from './clock.js';
import { WorkCalendar } from './work-calendar.js';

const at = parseExportTime;
const calendar = workCalendar();
const limit: LimitRow = {
  code: 'NORMAL',
  limit: { clock: 'D', days: 7, unit: 'calendar', roll: false },
  stages: [
    { kind: 'warning', at: { days: 3 }, tell: ['H'] },
    { kind: 'warning', at: { days: 6 }, tell: ['H', 'S'] },
    { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S', 'V'] },
    { kind: 'after', at: { afterDueMinutes: 60 }, tell: ['R'] },
  ],
};
const rules = { limits: [limit], policyVersion: 1, tables: new Map([[1, [limit]]]), calendar, calendarVersion: 1 };
const begun = (): Clock => beginClock(rules, 'NORMAL', at('2025-11-03 10:00'))!;
const stagesOf = ({ stages }: Pick<Clock, 'stages'>) => stages.map((stage) => `${stage.kind} ${formatBeijing(stage.at).slice(5, 16)}`);

describe('a clock', () => {
  test('stands still and goes on: what is to come is later, what has fired stays, what follows the end stays as far behind it', () => {
    let clock: Clock = { ...begun() };
    clock = { ...clock, ...afterStage(clock, 0) };
    clock = { ...clock, ...pauseClock(clock, at('2025-11-07 15:00')) };
    expect(clock).toMatchObject({ state: 'paused', firesAt: null });
    clock = { ...clock, ...resumeClock(clock, at('2025-11-09 09:00'), rules) };
    expect(formatBeijing(clock.dueAt)).toBe('2025-11-13 00:00:00');
    expect(stagesOf(clock)).toEqual(['warning 11-07 00:00', 'warning 11-12 00:00', 'breach 11-13 00:00', 'after 11-13 01:00']);
    expect(clock).toMatchObject({ state: 'armed', stage: 1, firesAt: clock.stages[1]!.at });
    expect(clockDurations(clock, at('2025-11-10 10:00'))).toEqual({ rawMs: 7 * 86_400_000, netMs: 7 * 86_400_000 - 42 * 3_600_000 });
  });

  test('that gets another due time warns as long before it as before the old one', () => {
    let clock: Clock = { ...begun() };
    clock = { ...clock, ...afterStage(clock, 0) };
    clock = { ...clock, ...moveClockDue(clock, at('2025-11-08 09:00'), at('2025-11-16 00:00'), rules) };
    expect(stagesOf(clock)).toEqual([
      'warning 11-07 00:00',
      'warning 11-12 00:00',
      'warning 11-15 00:00',
      'breach 11-16 00:00',
      'after 11-16 01:00',
    ]);
    expect(clock.firesAt).toEqual(at('2025-11-12 00:00'));
  });

  test('that stands still is not overdue, and neither is one that was stopped standing still', () => {
    const clock: Clock = { ...begun(), ...pauseClock(begun(), at('2025-11-05 10:00')) };
    const late = at('2025-11-20 10:00');
    expect(isOverdue(clock, late)).toBe(false);
    expect(isOverdue({ ...clock, ...stopClock(clock, late) }, late)).toBe(false);
    expect(isOverdue(begun(), late)).toBe(true);
  });

  test('that is counted anew by a calendar that has come since keeps its pause', () => {
    const working: LimitRow = { ...limit, limit: { clock: 'D', days: 7, unit: 'working', roll: false }, stages: limit.stages.slice(2) };
    const unannounced = { ...rules, limits: [working], tables: new Map([[1, [working]]]), calendar: new WorkCalendar([]) };
    let clock: Clock = { ...beginClock(unannounced, 'NORMAL', at('2025-09-24 10:00'))! };
    expect(clock.provisional).toBe(true);
    clock = { ...clock, ...pauseClock(clock, at('2025-09-25 10:00')) };
    clock = { ...clock, ...resumeClock(clock, at('2025-09-26 10:00'), unannounced) };
    const anew = recountClock(clock, working, calendar);
    // 7 working days after the 24th, the make-up Sunday among them and National Day not, end on 10 October; the paused one makes it the 11th.
    expect([formatBeijing(anew.dueAt), anew.provisional]).toEqual(['2025-10-12 00:00:00', false]);
  });

  test('that was given more time keeps it when a calendar comes, through the pauses before and after', () => {
    const off = (date: string) => ({ name: '元旦', date, isOffDay: true });
    const [old, announced] = [[off('2026-01-01')], [off('2027-01-01')]].map((days, i) => ({ year: 2026 + i, papers: ['x'], days }));
    const working: LimitRow = { ...limit, code: 'REWORK', limit: { clock: 'D', days: 5, unit: 'working', roll: false } };
    const tables = new Map([[1, [working]]]);
    const before = { ...rules, limits: [working], tables, calendar: new WorkCalendar([old!]) };
    const come = { ...before, calendar: new WorkCalendar([old!, announced!]), calendarVersion: 2 };
    let clock: Clock = { ...beginClock(before, 'REWORK', at('2026-12-22 10:00'))! };
    expect(formatBeijing(clock.dueAt)).toBe('2026-12-30 00:00:00');
    clock = { ...clock, ...moveClockDue(clock, at('2026-12-28 10:00'), at('2027-01-06 00:00'), before) };
    clock = { ...clock, ...pauseClock(clock, at('2026-12-31 10:00')) };
    clock = { ...clock, ...resumeClock(clock, at('2027-01-03 10:00'), before) };
    expect([formatBeijing(clock.dueAt), clock.provisional]).toEqual(['2027-01-07 00:00:00', true]);
    const anew = recountClock(clock, working, come.calendar);
    // What was granted stands. The pause lies over New Year's Day and the weekend, as is known now, and gives no working day.
    expect([formatBeijing(anew.dueAt), anew.provisional]).toEqual(['2027-01-06 00:00:00', false]);
    expect(stagesOf(anew)).toEqual(['warning 01-02 00:00', 'breach 01-06 00:00', 'after 01-06 01:00']);
    // The same where a second pause ends after the calendar has come, and that which was granted is the last word where nothing stood still since.
    const again: Clock = { ...clock, ...pauseClock(clock, at('2027-01-04 10:00')) };
    expect(formatBeijing(resumeClock(again, at('2027-01-05 10:00'), come).dueAt!)).toBe('2027-01-07 00:00:00');
    const granted: Clock = { ...clock, ...moveClockDue(clock, at('2027-01-05 11:00'), at('2027-01-12 00:00'), come) };
    expect(formatBeijing(recountClock(granted, working, come.calendar).dueAt)).toBe('2027-01-12 00:00:00');
  });

  test('that has fired its last stage, or was stopped, is not stopped again', () => {
    const fired: Clock = { ...begun(), ...afterStage(begun(), 3) };
    expect(fired.state).toBe('fired');
    expect(stopClock(fired, at('2025-11-20 10:00'))).toEqual({});
  });
});
