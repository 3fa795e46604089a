import { randomUUID } from 'node:crypto';
import { clockEvents, defaultTimeLimits, dispatchEvents, disputeEvents, type EventType, type Level } from '@wufang/contracts';
import { afterStage, beginClock, stagesPassed, WorkCalendar, type Clock, type ClockRules } from '@wufang/kernel';
import fc from 'fast-check';
import { clockMoves, movedClock, orderAfter, type OrderSoFar } from '../src/domain/clock-moves.js';
import type { LoggedFact } from '../src/domain/replay-clocks.js';

const calendar = new WorkCalendar([
  { year: 2025, papers: ['x'], days: [{ date: '2025-10-01', isOffDay: true, name: '国庆' }] },
  { year: 2026, papers: ['x'], days: [{ date: '2026-01-01', isOffDay: true, name: '元旦' }] },
]);
const shorter = defaultTimeLimits.map((row) =>
  row.code === 'NORMAL' ? { ...row, limit: { clock: 'D' as const, days: 5, unit: 'working' as const, roll: false } } : row,
);
const tables = new Map([
  [1, defaultTimeLimits],
  [2, shorter],
]);

/** Two tables, the second of which shortens the limit of level N, as a street would have published them. */
export function rulesOf(policyVersion: number): ClockRules<(typeof defaultTimeLimits)[number]> {
  return { limits: tables.get(policyVersion)!, policyVersion, tables, calendar, calendarVersion: 1 };
}

const steps = [
  'accepted',
  'contacted',
  'fedBack',
  'progressed',
  'paused',
  'resumed',
  'extended',
  'suspended',
  'unsuspended',
  'transferred',
  'arguedAway',
  'completed',
  'reworked',
  'remark',
] as const;

/** Steps at odd times, some of them under a later table; what is not possible when its turn comes is left out. */
export const aCourse = fc.record({
  level: fc.constantFrom<Level>('E', 'U', 'N', 'C'),
  startMinute: fc.integer({ min: 0, max: 60 * 24 * 400 }),
  steps: fc.array(
    fc.record({ step: fc.constantFrom(...steps), afterMinutes: fc.integer({ min: 1, max: 60 * 24 * 4 }), table: fc.constantFrom(1, 2) }),
    { maxLength: 25 },
  ),
});
export type Course = typeof aCourse extends fc.Arbitrary<infer T> ? T : never;

/** A course as a service would live it: facts as they are logged, and the clocks as they are stored on the way. */
export function live(course: Course): {
  receivedAt: Date;
  log: LoggedFact[];
  stored: Clock[];
  end: Date;
  firings: { code: string; at: Date }[];
} {
  const start = Date.parse('2025-06-01T00:00:00+08:00') + course.startMinute * 60_000;
  const lead = randomUUID();
  const log: LoggedFact[] = [];
  const stored: Clock[] = [];
  const firings: { code: string; at: Date }[] = [];
  let order: OrderSoFar = {
    level: course.level,
    demandType: 'COMPLAINT',
    isContacted: false,
    isRework: false,
    hasReworks: false,
    isDisputed: false,
  };
  let state = 'DISPATCHED';
  let isPaused = false;
  let at = new Date(start);

  const record = (type: EventType, payload: object, table = 1) => {
    const rules = rulesOf(table);
    const logged = { type: type.type, payload: { ...payload, counted: { policyVersion: table, calendarVersion: 1 } }, recordedAt: at };
    for (const move of clockMoves(logged, order, rules.limits)) {
      if (move.move === 'start') stored.push(beginClock(rules, move.code, at, move.written)!);
      else stored.forEach((clock) => Object.assign(clock, isRunning(clock) ? movedClock(clock, move, at, rules) : undefined));
    }
    order = orderAfter(logged, order);
    log.push(logged);
  };
  /** The sweep between two steps: every stage at its time, in the order in which they come. */
  const sweepUntil = (until: Date) => {
    for (;;) {
      const next = stored
        .filter((clock) => clock.state === 'armed' && clock.firesAt! <= until)
        .sort((a, b) => a.firesAt!.getTime() - b.firesAt!.getTime())[0];
      if (!next) return;
      at = next.firesAt! > at ? next.firesAt! : at;
      const stage = Math.max(next.stage, stagesPassed(next.stages, at) - 1);
      const fired = next.stages[stage]!;
      firings.push({ code: next.code, at });
      const payload = { code: next.code, stage, kind: fired.kind };
      Object.assign(next, afterStage(next, stage));
      record(dispatchEvents.clockFired, payload);
      if (next.code === 'PAUSE_END' && fired.kind === 'breach' && isPaused) {
        isPaused = false;
        record(clockEvents.pauseEnded, { endedAt: at.toISOString() });
      }
      if (next.code === 'REVIEW' && fired.kind === 'breach' && state === 'SUSPENDED') {
        state = 'HANDLING';
        record(clockEvents.suspensionEnded, {});
      }
    }
  };

  record(dispatchEvents.dispatched, { level: course.level, demandType: 'COMPLAINT', leadUnitId: lead, category: [], decision: {} });
  for (const { step, afterMinutes, table } of course.steps) {
    const then = new Date(at.getTime() + afterMinutes * 60_000);
    sweepUntil(then);
    at = then > at ? then : at;
    const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString();
    if (step === 'accepted' && (state === 'DISPATCHED' || state === 'REWORK')) {
      record(dispatchEvents.accepted, { leadUnitId: lead }, table);
      state = state === 'REWORK' ? 'HANDLING' : 'ACCEPTED';
    } else if (step === 'contacted' && state === 'ACCEPTED') {
      record(dispatchEvents.contacted, {}, table);
      state = 'HANDLING';
    } else if (step === 'fedBack' && state === 'HANDLING') record(dispatchEvents.fedBack, {}, table);
    else if (step === 'progressed' && (state === 'HANDLING' || state === 'SUSPENDED')) record(dispatchEvents.progressed, {}, table);
    else if (step === 'paused' && state === 'HANDLING' && !isPaused && 'NC'.includes(course.level)) {
      isPaused = true;
      record(clockEvents.pauseStarted, { kind: 'WAITING_FOR_COMPLAINANT', until: inDays(3) }, table);
    } else if (step === 'resumed' && isPaused) {
      isPaused = false;
      record(clockEvents.pauseEnded, { kind: 'WAITING_FOR_COMPLAINANT', endedAt: at.toISOString() }, table);
    } else if (step === 'extended' && (state === 'HANDLING' || state === 'REWORK') && !isPaused) {
      record(clockEvents.extensionAsked, {}, table);
      record(clockEvents.extensionGranted, { dueAt: inDays(9) }, table);
    } else if (step === 'suspended' && state === 'HANDLING' && !isPaused) {
      record(clockEvents.suspensionGranted, { reviewAt: inDays(20) }, table);
      state = 'SUSPENDED';
    } else if (step === 'unsuspended' && state === 'SUSPENDED') {
      record(clockEvents.suspensionEnded, {}, table);
      state = 'HANDLING';
    } else if (step === 'transferred' && ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'REWORK'].includes(state) && !isPaused) {
      record(clockEvents.transferred, { leadUnitId: randomUUID() }, table);
      state = 'DISPATCHED';
    } else if (step === 'arguedAway' && (state === 'DISPATCHED' || (course.level === 'E' && 'ACCEPTED HANDLING REWORK'.includes(state)))) {
      record(disputeEvents.disputeRaised, {}, table);
      record(disputeEvents.disputeUpheld, { movesOrder: true }, table);
      state = 'DISPATCHED';
    } else if (step === 'completed' && state === 'HANDLING') {
      isPaused = false;
      record(dispatchEvents.completed, {}, table);
      state = 'COMPLETED';
    } else if (step === 'reworked' && state === 'COMPLETED') {
      record(dispatchEvents.reworked, {}, table);
      state = 'REWORK';
    } else if (step === 'remark') log.push({ type: 'dispatch.work-order.remarked.v1', payload: {}, recordedAt: at });
  }
  const end = new Date(at.getTime() + 60_000);
  return { receivedAt: new Date(start - 60_000), log, stored, end, firings };
}

const isRunning = ({ state }: Clock) => state === 'armed' || state === 'paused';
