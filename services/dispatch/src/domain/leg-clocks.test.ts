import { describe, expect, test } from '@jest/globals';
import { clockEvents, defaultTimeLimits, type TimeLimit } from '@wufang/contracts';
import { beginClock, WorkCalendar, type Clock } from '@wufang/kernel';
import fc from 'fast-check';
import { coReturnDue } from './co-return.js';
import { leadMoved, legClockAfter, type LeadMoved } from './leg-clocks.js';

const limit = defaultTimeLimits.find(({ code }) => code === 'CO_RETURN') as TimeLimit;
const rules = {
  ...{ limits: defaultTimeLimits, policyVersion: 1, tables: new Map([[1, defaultTimeLimits]]) },
  ...{ calendar: new WorkCalendar([]), calendarVersion: 1 },
};
const day = (n: number, hour = 0) => new Date(Date.parse('2026-11-01T00:00:00+08:00') + ((n - 1) * 24 + hour) * 3_600_000);

/** A leg opened on a day for a lead that is due on another. */
function aLeg(startedAt: Date, leadDueAt: Date): Clock {
  return beginClock(rules, 'CO_RETURN', startedAt, { startedAt, dueAt: coReturnDue(startedAt, leadDueAt, limit) })!;
}
const moved = (because: LeadMoved['because'], leadDueBefore: Date, leadDueAt: Date, part: Partial<LeadMoved> = {}): LeadMoved => ({
  ...{ because, leadDueBefore, leadDueAt, until: null },
  ...part,
});
const after = (clock: Clock, move: LeadMoved, at: Date): Clock => ({ ...clock, ...legClockAfter(clock, move, at) });

describe('a co-unit’s clock follows its lead’s (条例第十四条)', () => {
  const leg = aLeg(day(1), day(11)); // four fifths of ten days: due on the 9th, warned at 70 %

  test('as it begins', () => {
    expect(leg.dueAt).toEqual(day(9));
    expect(leg.firesAt).toEqual(new Date(day(1).getTime() + 0.7 * (day(9).getTime() - day(1).getTime())));
  });

  test('the lead is extended by five days: four of them are the co-unit’s, and it is warned as long before', () => {
    const next = after(leg, moved('EXTENDED', day(11), day(16)), day(3));
    expect(next.dueAt).toEqual(day(13));
    expect(next.firesAt!.getTime() - leg.firesAt!.getTime()).toBe(4 * 86_400_000);
    expect(next.changes).toHaveLength(1);
  });

  test('a warning that has spoken speaks again after an extension, not after a pause', () => {
    const warned = { ...leg, stage: 1, firesAt: leg.stages[1]!.at };
    expect(after(warned, moved('EXTENDED', day(11), day(16)), day(8)).stages.map(({ kind }) => kind)).toEqual([
      'warning',
      'warning',
      'breach',
    ]);
    const paused = after(warned, moved('PAUSED', day(11), day(14)), day(8));
    expect(after(paused, moved('RESUMED', day(11), day(14)), day(11)).stages.map(({ kind }) => kind)).toEqual(['warning', 'breach']);
  });

  test('both stand still: nothing of the leg fires, then it is given back what the lead is', () => {
    const paused = after(leg, moved('PAUSED', day(11), day(14)), day(4));
    expect(paused).toMatchObject({ state: 'paused', firesAt: null, dueAt: leg.dueAt });
    const resumed = after(paused, moved('RESUMED', day(11), day(13), { promisedDueAt: day(14) }), day(6));
    expect(resumed).toMatchObject({ state: 'armed', dueAt: day(11) });
    expect(resumed.changes.map(({ kind }) => kind)).toEqual(['pause', 'due']);
  });

  test('a pause within a day gives the lead nothing, and so it does the co-unit', () => {
    const paused = after(leg, moved('PAUSED', day(11), day(14)), day(4, 9));
    expect(after(paused, moved('RESUMED', day(11), day(11)), day(4, 15))).toMatchObject({
      state: 'armed',
      dueAt: leg.dueAt,
      firesAt: leg.firesAt,
    });
  });

  test('a leg that was opened in the pause loses its share of what was promised and not used', () => {
    const late = aLeg(day(5), day(15)); // the lead would be due on the 15th: the leg on the 13th
    expect(after(late, moved('RESUMED', day(11), day(12), { promisedDueAt: day(15) }), day(6)).dueAt).toEqual(
      new Date(day(13).getTime() - 2.4 * 86_400_000),
    );
  });

  test('a pause refused after its end: the co-unit gives back what it was given; who began after it, its share of what the lead had by it', () => {
    const resumed = after(after(leg, moved('PAUSED', day(11), day(14)), day(4)), moved('RESUMED', day(11), day(13)), day(6));
    expect(resumed.dueAt).toEqual(day(11));
    const refused = moved('TAKEN_BACK', day(13), day(11), { pausedAt: day(4) });
    expect(after(resumed, refused, day(7))).toMatchObject({ state: 'armed', dueAt: leg.dueAt, firesAt: leg.firesAt });
    // So does a unit that was whistled, which is not told when the pause began.
    expect(after(resumed, moved('TAKEN_BACK', day(13), day(11)), day(7)).dueAt).toEqual(leg.dueAt);
    const later = aLeg(day(7), day(17));
    expect(later.dueAt).toEqual(day(15));
    expect(after(later, moved('TAKEN_BACK', day(17), day(12), { pausedAt: day(4) }), day(8)).dueAt).toEqual(day(11));
  });

  test('the review of a pause says so where it takes time back, and only there', () => {
    const reviewed = { startedAt: day(4).toISOString(), dueAt: day(11).toISOString() };
    const { type } = clockEvents.pauseReviewed;
    expect(leadMoved({ type, payload: reviewed }, day(13))).toEqual(moved('TAKEN_BACK', day(13), day(11), { pausedAt: day(4) }));
    expect(leadMoved({ type, payload: { startedAt: reviewed.startedAt } }, day(13))).toBeUndefined();
  });

  test('put off: the lead’s limit runs on, and so does the leg’s', () => {
    expect(legClockAfter(leg, moved('SUSPENDED', day(11), day(11), { until: day(60) }), day(3))).toBeUndefined();
  });

  test('what has been breached stays breached', () => {
    const breached = { ...leg, stage: 2, state: 'fired' as const, firesAt: null };
    expect(legClockAfter(breached, moved('EXTENDED', day(11), day(16)), day(10))).toBeUndefined();
  });

  test('the facts that say so: an extension that is asked for, or refused, says nothing', () => {
    const granted = { type: clockEvents.extensionGranted.type, payload: { dueAt: day(16).toISOString() } };
    expect(leadMoved(granted, day(11))).toEqual(moved('EXTENDED', day(11), day(16)));
    for (const { type } of [clockEvents.extensionAsked, clockEvents.extensionRefused, clockEvents.suspensionAsked])
      expect(leadMoved({ type, payload: { dueAt: day(16).toISOString() } }, day(11))).toBeUndefined();
  });

  test('however the lead’s time moves, a leg that began before the lead’s end is due before it', () => {
    const hours = fc.integer({ min: 1, max: 24 * 15 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('extend' as const), by: hours, used: fc.constant(0) }),
      fc.record({ kind: fc.constant('pause' as const), by: fc.integer({ min: 0, max: 72 }), used: fc.integer({ min: 0, max: 72 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 24 * 15 }), fc.array(step, { maxLength: 6 }), (lead, steps) => {
        let due = new Date(day(1).getTime() + lead * 3_600_000);
        let clock = aLeg(day(1), due);
        const later = (by: number) => new Date(due.getTime() + by * 3_600_000);
        for (const { kind, by, used } of steps) {
          if (kind === 'extend') clock = after(clock, moved('EXTENDED', due, later(by)), day(1));
          else {
            clock = after(clock, moved('PAUSED', due, later(by)), day(1));
            clock = after(clock, moved('RESUMED', due, later(Math.min(by, used)), { promisedDueAt: later(by) }), day(1));
          }
          due = later(kind === 'extend' ? by : Math.min(by, used));
          expect(clock.dueAt.getTime()).toBeLessThan(due.getTime());
          expect(clock.state).toBe('armed');
        }
      }),
      {
        examples: [
          [
            24,
            [
              { kind: 'pause', by: 72, used: 72 },
              { kind: 'extend', by: 24, used: 0 },
            ],
          ],
        ],
      },
    );
  });
});
