import { describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clockEvents,
  defaultTimeLimits,
  dispatchEvents,
  disputeEvents,
  supervisionEvents,
  type DeadlineCode,
  type EventType,
} from '@wufang/contracts';
import { countClock, WorkCalendar } from '@wufang/kernel';
import fc from 'fast-check';
import { aCourse, live, rulesOf, type Course } from '../../test/random-log.js';
import { movingFacts } from './clock-moves.js';
import { isOrdersLimit } from './duties.js';
import { replayClocks, type LoggedFact } from './replay-clocks.js';

describe('a deadline is a pure function of policy version, calendar version and event log', () => {
  /** An emergency that is argued about beside, comes to the table and is ruled to another unit there. */
  const atRest: Course = {
    ...{ level: 'E', startMinute: 0 },
    steps: (['accepted', 'contacted', 'objected', 'deliberated', 'upheld'] as const).map((step) => ({ step, afterMinutes: 10, table: 1 })),
  };
  /** Danger was found in what had been sent back, by mistake; it rested before. */
  const mistaken: Course = {
    ...{ level: 'N', startMinute: 0 },
    steps: (
      ['accepted', 'contacted', 'suspensionAsked', 'suspended', 'unsuspended', 'completed', 'reworked', 'raised', 'lowered'] as const
    ).map((step) => ({ step, afterMinutes: 10, table: 1, how: true })),
  };
  /** A pause that is granted while it goes on, and one that is refused when it is over. */
  const lookedAt: Course = {
    ...{ level: 'N', startMinute: 0 },
    steps: (
      [
        ['accepted', true],
        ['contacted', true],
        ['paused', true],
        ['reviewed', false],
        ['resumed', true],
        ['paused', true],
        ['resumed', true],
        ['reviewed', true],
      ] as const
    ).map(([step, how]) => ({ step, afterMinutes: 10, table: 1, how })),
  };
  /** It begins to rain while drainage is handled; the place is looked at when it is done. */
  const inRain: Course = {
    ...{ level: 'U', startMinute: 0 },
    steps: (['accepted', 'rained', 'checkedIn', 'contacted', 'completed', 'gridChecked'] as const).map((step) => ({
      ...{ step, afterMinutes: 10, table: 1, how: true },
    })),
  };
  test('the log alone gives every clock as it is stored, whatever happened', () => {
    fc.assert(
      fc.property(aCourse, (course) => {
        const { log, stored } = live(course);
        expect(replayClocks(log, rulesOf)).toEqual(stored);
      }),
      { numRuns: 400, examples: [[atRest], [mistaken], [lookedAt], [inRain]] },
    );
  });

  test('the courses try every fact that moves a clock, and counts anew with a calendar that has come', () => {
    const logs = [atRest, mistaken, lookedAt, inRain, ...fc.sample(aCourse, { numRuns: 1200, seed: 27 })].map((course) => live(course).log);
    const tried = new Set(logs.flatMap((log) => log.map(({ type }) => type)));
    expect([...movingFacts(), dispatchEvents.clockRecounted.type].filter((type) => !tried.has(type))).toEqual([]);
    // What facts of earlier days left out is tried beside what they say today.
    const optional: [EventType, string][] = [
      [dispatchEvents.reworked, 'limit'],
      [disputeEvents.disputeUpheld, 'limit'],
      [disputeEvents.disputeUpheld, 'isAtRest'],
      [classificationEvents.orderLevelLowered, 'isCounted'],
      [classificationEvents.orderLevelLowered, 'reworkLimit'],
      [supervisionEvents.givenUp, 'isHard'],
      [clockEvents.pauseStarted, 'toReview'],
      [clockEvents.pauseReviewed, 'dueAt'],
    ];
    for (const [{ type }, field] of optional) {
      const said = new Set(logs.flat().flatMap((fact) => (fact.type === type ? [field in (fact.payload as object)] : [])));
      expect([type, field, said]).toEqual([type, field, new Set([true, false])]);
    }
  });

  const twoLimits: Course = {
    ...{ level: 'N', startMinute: 0 },
    steps: (['accepted', 'contacted', 'completed', 'reworked', 'transferred', 'arguedAway'] as const).map((step) => ({
      ...{ step, afterMinutes: 10, table: 1 },
    })),
  };
  test('an order has one limit at a time, whoever leads it', () => {
    fc.assert(
      fc.property(aCourse, (course) => {
        const running = live(course).stored.filter(
          ({ code, state }) => isOrdersLimit(code as DeadlineCode) && (state === 'armed' || state === 'paused'),
        );
        expect(running.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400, examples: [[twoLimits]] },
    );
  });

  const reported: Course = {
    ...{ level: 'N', startMinute: 0 },
    steps: (['accepted', 'contacted', 'attached', 'progressed', 'detached'] as const).map((step) => ({ step, afterMinutes: 10, table: 1 })),
  };
  test('an order owes one next report at a time, and none while it is part of an incident', () => {
    fc.assert(
      fc.property(aCourse, (course) => {
        const running = live(course).stored.filter(({ code, state }) => code === 'PROGRESS' && state === 'armed');
        expect(running.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400, examples: [[reported]] },
    );
    expect(
      live({ ...reported, steps: reported.steps.slice(0, -1) }).stored.filter(
        ({ code, state }) => code === 'PROGRESS' && state === 'armed',
      ),
    ).toEqual([]);
  });

  test('a remark changes no deadline', () => {
    fc.assert(
      fc.property(aCourse, fc.nat(), (course, place) => {
        const { log } = live(course);
        const i = 1 + (place % log.length);
        const remark = { type: 'dispatch.work-order.remarked.v1', payload: {}, recordedAt: log[i - 1]!.recordedAt };
        expect(replayClocks([...log.slice(0, i), remark, ...log.slice(i)], rulesOf)).toEqual(replayClocks(log, rulesOf));
      }),
    );
  });

  test('nothing of a clock fires while it stands still, and no pause shortens a limit', () => {
    fc.assert(
      fc.property(aCourse, (course) => {
        const { log, stored, firings } = live(course);
        // What an import or an earlier day wrote down is as long as it says.
        const isWritten = log.some(({ type }) =>
          [dispatchEvents.imported.type, classificationEvents.orderLevelLowered.type].includes(type),
        );
        for (const clock of stored) {
          const pauses = clock.changes.filter((change) => change.kind === 'pause');
          for (const pause of pauses) {
            const to = pause.to === null ? (clock.stoppedAt ?? new Date(8.64e15)) : new Date(pause.to);
            const during = firings.filter(({ code, at }) => code === clock.code && at > new Date(pause.from) && at < to);
            expect(during).toEqual([]);
          }
          if (clock.changes.some((change) => change.kind === 'due')) continue;
          const rules = rulesOf(clock.policyVersion, clock.calendarVersion);
          const limit = rules.limits.find(({ code }) => code === clock.code)!;
          if (clock.code === 'PAUSE_END' || clock.code === 'REVIEW' || (isWritten && isOrdersLimit(clock.code as DeadlineCode))) continue;
          expect(clock.dueAt.getTime()).toBeGreaterThanOrEqual(countClock(limit, clock.startedAt, rules.calendar).dueAt.getTime());
        }
      }),
    );
  });

  test('a clock keeps the table it was started by through a pause in which another one comes into force', () => {
    const { log, stored } = live({
      level: 'N',
      startMinute: 0,
      steps: [
        { step: 'accepted', afterMinutes: 10, table: 1 },
        { step: 'contacted', afterMinutes: 10, table: 1 },
        { step: 'paused', afterMinutes: 10, table: 1 },
        { step: 'resumed', afterMinutes: 2 * 24 * 60, table: 2 },
      ],
    });
    const normal = stored.find(({ code }) => code === 'NORMAL')!;
    expect(normal.policyVersion).toBe(1);
    // 7 days from Sunday 1 June, and two midnights more.
    expect(normal.dueAt).toEqual(new Date('2025-06-11T00:00:00+08:00'));
    expect(log.map(({ type }) => type)).toContain(clockEvents.pauseEnded.type);
  });

  test('a calendar that comes after an extension and a pause takes neither away', () => {
    const off = (date: string) => ({ name: '元旦', date, isOffDay: true });
    const [old, announced] = [[off('2026-01-01')], [off('2027-01-01')]].map((days, i) => ({ year: 2026 + i, papers: ['x'], days }));
    const tables = new Map([[1, defaultTimeLimits]]);
    const rules = (_: number, calendarVersion: number) => ({
      ...{ limits: defaultTimeLimits, policyVersion: 1, tables, calendarVersion },
      calendar: new WorkCalendar(calendarVersion === 1 ? [old!] : [old!, announced!]),
    });
    const said = ({ type }: EventType, at: string, payload: object = {}) => ({
      ...{ type, payload: { counted: { policyVersion: 1, calendarVersion: 1 }, ...payload } },
      recordedAt: new Date(`${at}+08:00`),
    });
    const log = [
      said(dispatchEvents.reworked, '2026-12-22T10:00:00'),
      said(clockEvents.extensionGranted, '2026-12-28T10:00:00', { dueAt: '2027-01-06T00:00:00+08:00' }),
      said(clockEvents.pauseStarted, '2026-12-31T10:00:00', { until: '2027-01-03T10:00:00+08:00' }),
      said(clockEvents.pauseEnded, '2027-01-03T10:00:00', { endedAt: '2027-01-03T10:00:00+08:00' }),
    ];
    const rework = (facts: LoggedFact[]) => replayClocks(facts, rules).find(({ code }) => code === 'REWORK')!;
    const [before, after] = [
      rework(log),
      rework([...log, said(dispatchEvents.clockRecounted, '2027-01-04T09:00:00', { code: 'REWORK', calendarVersion: 2 })]),
    ];
    expect(before.provisional).toBe(true);
    // The pause lies over New Year's Day and the weekend, and gives no working day after all.
    expect(after).toMatchObject({ state: 'armed', provisional: false, dueAt: new Date('2027-01-06T00:00:00+08:00') });
  });
});
