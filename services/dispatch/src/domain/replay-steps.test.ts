import { describe, expect, test } from '@jest/globals';
import {
  defaultTimeLimits,
  incidentEvents,
  leadMoves,
  legEvents,
  supervisionEvents,
  whistleEvents,
  type LeadMove,
} from '@wufang/contracts';
import { afterStage, beginClock, limitOf, recountClock, stagesPassed, stopClock, WorkCalendar, type Clock } from '@wufang/kernel';
import fc from 'fast-check';
import { coReturnDue } from './co-return.js';
import { legClockAfter } from './leg-clocks.js';
import type { LoggedFact } from './replay-clocks.js';
import { replaySteps } from './replay-steps.js';

const HOUR = 3_600_000;
const start = Date.parse('2026-12-28T09:00:00+08:00');
const announced = { year: 2027, papers: ['x'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] };
const this2026 = { year: 2026, papers: ['x'], days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }] };
const tables = new Map([[1, defaultTimeLimits]]);
const rulesOf = (policyVersion: number, calendarVersion: number) => ({
  ...{ limits: defaultTimeLimits, policyVersion, tables, calendarVersion },
  calendar: new WorkCalendar(calendarVersion === 1 ? [this2026] : [this2026, announced]),
});
const counted = { policyVersion: 1, calendarVersion: 1 };
const limit = defaultTimeLimits.find(({ code }) => code === 'CO_RETURN')!;
const iso = (ms: number) => new Date(ms).toISOString();

describe('the log of what is no order tells its clocks too', () => {
  const move = fc.record({
    because: fc.constantFrom<LeadMove>(...leadMoves),
    afterHours: fc.integer({ min: 1, max: 60 }),
    byHours: fc.integer({ min: -10, max: 100 }),
    stoodStill: fc.boolean(),
  });

  test('of a leg, however its lead’s time moved and whatever fired in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.array(move, { maxLength: 12 }), fc.boolean(), (leadHours, moves, returns) => {
        let leadDue = start + leadHours * HOUR;
        let beforePause: number | null = null;
        let now = start;
        const startedAt = new Date(start);
        const dueAt = coReturnDue(startedAt, new Date(leadDue), limit);
        const clock: Clock = beginClock(rulesOf(1, 1), 'CO_RETURN', startedAt, { startedAt, dueAt })!;
        const log: LoggedFact[] = [
          {
            type: legEvents.legOpened.type,
            payload: { startedAt: iso(start), leadDueAt: iso(leadDue), dueAt: iso(+dueAt), counted },
            recordedAt: startedAt,
          },
        ];
        for (const { because, afterHours, byHours, stoodStill } of moves) {
          now += afterHours * HOUR;
          const at = new Date(now);
          if (clock.state === 'armed' && clock.firesAt! <= at) {
            const stage = Math.max(clock.stage, stagesPassed(clock.stages, at) - 1);
            log.push({ type: legEvents.legClockFired.type, payload: { code: 'CO_RETURN', stage }, recordedAt: at });
            Object.assign(clock, afterStage(clock, stage));
          }
          // A lead is paused once at a time, and resumed only after that.
          if ((because === 'PAUSED') !== (beforePause === null) && (because === 'PAUSED' || because === 'RESUMED')) continue;
          if (beforePause !== null && because !== 'RESUMED') continue;
          const next = because === 'SUSPENDED' || because === 'SUSPENSION_ENDED' ? leadDue : leadDue + byHours * HOUR;
          const pausedAt = because === 'TAKEN_BACK' ? new Date(stoodStill ? start : start - HOUR) : undefined;
          const moved = {
            ...(pausedAt && { pausedAt }),
            ...{ because, until: null, leadDueAt: new Date(next), promisedDueAt: new Date(leadDue) },
            leadDueBefore: new Date(because === 'RESUMED' ? beforePause! : leadDue),
          };
          Object.assign(clock, legClockAfter(clock, moved, at));
          const told = { because, leadDueAt: iso(next), until: null, pausedAt: pausedAt?.toISOString() };
          log.push({ type: legEvents.legFollowed.type, payload: told, recordedAt: at });
          if (because === 'PAUSED') beforePause = leadDue;
          if (because === 'RESUMED') beforePause = null;
          leadDue = next;
        }
        if (returns) {
          const at = new Date(now + HOUR);
          log.push({ type: legEvents.legReturned.type, payload: {}, recordedAt: at });
          Object.assign(clock, stopClock(clock, at));
        }
        expect(replaySteps(log, rulesOf)).toEqual([clock]);
      }),
      {
        examples: [
          [
            240,
            [
              { because: 'PAUSED', afterHours: 20, byHours: 72, stoodStill: false },
              { because: 'RESUMED', afterHours: 48, byHours: -24, stoodStill: false },
              { because: 'TAKEN_BACK', afterHours: 2, byHours: -8, stoodStill: true },
              { because: 'EXTENDED', afterHours: 5, byHours: 100, stoodStill: false },
            ],
            true,
          ],
        ],
      },
    );
  });

  test('of a supervision that was counted anew when the calendar came, sent back, and answered', () => {
    const at = (hours: number) => new Date(start + (48 + hours) * HOUR);
    const asked = (hours: number) => ({
      dueAt: iso(0),
      hasOwnDue: false,
      counted,
      [hours === 0 ? 'issuedAt' : 'sentBackAt']: at(hours).toISOString(),
    });
    const log: LoggedFact[] = [
      { type: supervisionEvents.supervisionIssued.type, payload: asked(0), recordedAt: at(0) },
      { type: supervisionEvents.supervisionClockRecounted.type, payload: { code: 'SUPERVISION', calendarVersion: 2 }, recordedAt: at(1) },
      { type: supervisionEvents.supervisionReplied.type, payload: {}, recordedAt: at(2) },
      { type: supervisionEvents.supervisionSentBack.type, payload: asked(3), recordedAt: at(3) },
    ];
    const first = beginClock(rulesOf(1, 1), 'SUPERVISION', at(0))!;
    const rules = rulesOf(1, 2);
    Object.assign(first, recountClock(first, limitOf(rules, first), rules.calendar), { calendarVersion: 2 });
    const replayed = replaySteps(log, rulesOf);
    expect(replayed.map(({ state }) => state)).toEqual(['stopped', 'armed']);
    expect(replayed[0]!.dueAt).toEqual(first.dueAt);
    // Three working days from Wednesday 30 December, New Year's Day off: the 31st, the 4th, the 5th.
    expect(first.dueAt).toEqual(new Date('2027-01-06T00:00:00+08:00'));
  });

  test('of an incident whose statuses were told before such facts named their table: each hour goes on by the table of the hour before', () => {
    const at = (hours: number) => new Date(start + hours * HOUR);
    const log: LoggedFact[] = [
      { type: incidentEvents.incidentOpened.type, payload: { openedAt: iso(start), counted }, recordedAt: at(0) },
      { type: incidentEvents.incidentStatusTold.type, payload: { toldAt: at(0.5).toISOString() }, recordedAt: at(0.5) },
      { type: incidentEvents.incidentStatusTold.type, payload: { toldAt: at(1).toISOString() }, recordedAt: at(1) },
      { type: incidentEvents.incidentRestored.type, payload: { restoredAt: at(1.5).toISOString() }, recordedAt: at(1.5) },
    ];
    const told = replaySteps(log, rulesOf).map(({ dueAt, state, policyVersion }) => [iso(+dueAt), state, policyVersion]);
    expect(told).toEqual([
      [at(1).toISOString(), 'stopped', 1],
      [at(1.5).toISOString(), 'stopped', 1],
      [at(2).toISOString(), 'stopped', 1],
    ]);
  });

  test('a fact without the table it was counted by is refused, not guessed', () => {
    const log = [
      { type: whistleEvents.summoned.type, payload: { level: 'N', summonedAt: iso(start), meetingAt: null }, recordedAt: new Date(start) },
    ];
    expect(() => replaySteps(log, rulesOf)).toThrow('without the rules');
  });
});
