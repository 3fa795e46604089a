import { randomUUID } from 'node:crypto';
import {
  classificationEvents,
  clockEvents,
  defaultTimeLimits,
  deliberatingEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  type DemandType,
  type EventType,
  type Level,
} from '@wufang/contracts';
import { afterStage, beginClock, limitOf, recountClock, stagesPassed, WorkCalendar, type Clock, type ClockRules } from '@wufang/kernel';
import fc from 'fast-check';
import { clockMoves, movedClock, orderAfter, type OrderSoFar } from '../src/domain/clock-moves.js';
import { handlingLimit } from '../src/domain/duties.js';
import type { LoggedFact } from '../src/domain/replay-clocks.js';
import { reworkLimit } from '../src/domain/rework-limit.js';

const off = (name: string, date: string) => ({ name, date, isOffDay: true });
const year2025 = { year: 2025, papers: ['x'], days: [off('国庆节', '2025-10-01')] };
const year2026 = { year: 2026, papers: ['x'], days: ['01', '02', '05', '06', '07'].map((day) => off('元旦', `2026-01-${day}`)) };
/** The second calendar knows 2026 too, which the first only guesses. */
const calendars = new Map([
  [1, new WorkCalendar([year2025])],
  [2, new WorkCalendar([year2025, year2026])],
]);
const shorter = defaultTimeLimits.map((row) =>
  row.code === 'NORMAL' ? { ...row, limit: { clock: 'D' as const, days: 5, unit: 'working' as const, roll: false } } : row,
);
const tables = new Map([
  [1, defaultTimeLimits],
  [2, shorter],
]);

/** Two tables, the second of which shortens the limit of level N, and two calendars, as a street would have published them. */
export function rulesOf(policyVersion: number, calendarVersion = 1): ClockRules<(typeof defaultTimeLimits)[number]> {
  return { limits: tables.get(policyVersion)!, policyVersion, tables, calendar: calendars.get(calendarVersion)!, calendarVersion };
}

/** Those without which nothing goes on come more often. */
const steps = [
  ...['accepted', 'accepted', 'accepted', 'contacted', 'contacted', 'contacted', 'completed', 'completed', 'completed', 'reworked'],
  ...[
    'reworked',
    'reworked',
    'checkedIn',
    'photoSeen',
    'fedBack',
    'progressed',
    'gridChecked',
    'closed',
    'calendarCame',
    'remark',
    'lowered',
  ],
  ...[
    'assigned',
    'transferred',
    'handedUp',
    'attached',
    'detached',
    'objected',
    'rejected',
    'upheld',
    'arguedAway',
    'paused',
    'resumed',
    'reviewed',
  ],
  ...['extensionAsked', 'extended', 'extensionRefused', 'suspensionAsked', 'suspended', 'suspensionRefused', 'unsuspended'],
  ...['deliberated', 'backFromTable'],
  ...[
    'accepted',
    'contacted',
    'completed',
    'reworked',
    'transferAsked',
    'transferDeclined',
    'escalated',
    'escalationAnswered',
    'hardMarked',
    'hardUnmarked',
    'takenUp',
    'givenUp',
    'raised',
    'trapped',
    'setRight',
    'rained',
  ],
] as const;
/** What may be asked of the street. */
type Asked = 'extension' | 'suspension' | 'transfer';
type StepName = (typeof steps)[number];

export interface Course {
  level: Level;
  startMinute: number;
  demandType?: DemandType;
  begins?: 'dispatched' | 'onLadder' | 'inRain' | 'imported';
  /** `how` where a fact may say one thing or another. */
  steps: { step: StepName; afterMinutes: number; table: number; how?: boolean }[];
}

/** Steps at odd times, some of them under a later table or calendar; what is not possible when its turn comes is left out. */
export const aCourse: fc.Arbitrary<Course> = fc.record({
  level: fc.constantFrom<Level>('E', 'U', 'N', 'C'),
  startMinute: fc.integer({ min: 0, max: 60 * 24 * 400 }),
  demandType: fc.constantFrom<DemandType>('COMPLAINT', 'INQUIRY'),
  begins: fc.constantFrom('dispatched' as const, 'dispatched' as const, 'onLadder' as const, 'inRain' as const, 'imported' as const),
  steps: fc.array(
    fc.record({
      step: fc.constantFrom(...steps),
      afterMinutes: fc.integer({ min: 1, max: 60 * 24 * 4 }),
      table: fc.constantFrom(1, 2),
      how: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
});

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
  const { demandType = 'COMPLAINT', begins = 'dispatched' } = course;
  let order: OrderSoFar = {
    level: course.level,
    demandType,
    isContacted: false,
    isRework: false,
    hasReworks: false,
    isDisputed: false,
    isInIncident: false,
  };
  let state = 'DISPATCHED';
  let sentBackAt = new Date(start);
  /** Whether a section chief leads it, or is owed: one is asked for at a time. */
  let chief: 'none' | 'owed' | 'there' = 'none';
  let isPaused = false;
  /** A pause that a chief has to look at, going on or over. */
  let isToReview = false;
  let isInIncident = false;
  let calendarVersion = 1;
  let asked: Asked | null = null;
  /** What is asked of the next higher level: beside what is asked of the street. */
  let isEscalated = false;
  let at = new Date(start);

  const record = (type: EventType, payload: object, table = 1) => {
    const rules = rulesOf(table, calendarVersion);
    const logged = { type: type.type, payload: { ...payload, counted: { policyVersion: table, calendarVersion } }, recordedAt: at };
    for (const move of clockMoves(logged, order, rules.limits)) {
      if (move.move === 'start') stored.push(beginClock(rules, move.code, move.since ?? at, move.written)!);
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
  /** The second calendar comes: what rested on a guess and is not where it was is counted anew, each clock by a fact. */
  const calendarComes = () => {
    calendarVersion = 2;
    for (const clock of stored) {
      if (clock.state !== 'armed' || !clock.provisional) continue;
      const rules = rulesOf(clock.policyVersion, calendarVersion);
      const next = recountClock(clock, limitOf(rules, clock), rules.calendar);
      if (Object.entries(next).every(([key, value]) => JSON.stringify(value) === JSON.stringify(clock[key as keyof Clock]))) continue;
      const oldDueAt = clock.dueAt;
      Object.assign(clock, next, { calendarVersion });
      record(dispatchEvents.clockRecounted, { code: clock.code, oldDueAt, newDueAt: clock.dueAt, calendarVersion });
    }
  };
  /** By which limit what was sent back is owed: as facts say it now, or as those of earlier days that said nothing. */
  const again = (table: number, how: boolean) => {
    const limit = how ? reworkLimit(rulesOf(table, calendarVersion), order.level, at) : undefined;
    return limit && limit.code !== 'REWORK' ? { limit: limit.code } : {};
  };

  const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString();
  const open = ['DISPATCHED', 'ACCEPTED', 'HANDLING'];
  const isIn = (...states: string[]) => states.includes(state);
  /** Nothing is waited for, asked or handled elsewhere. */
  const isFree = () => !isPaused && !isInIncident && asked === null;
  const mayObject = () =>
    (isIn('DISPATCHED') || (order.level === 'E' && isIn('ACCEPTED', 'HANDLING', 'REWORK'))) && !order.isDisputed && !isInIncident;
  type Try = (table: number, how: boolean) => string | undefined;
  /** One fact, and the state it leads to, if to another. */
  const tells =
    (type: EventType, to?: string, payload: (how: boolean) => object = () => ({})): Try =>
    (table, how) => {
      record(type, payload(how), table);
      return to;
    };
  /** What was asked for is decided; where nobody has asked yet, at once after that. */
  const decides = (asks: EventType, type: EventType, to?: string, payload: () => object = () => ({})): Try => {
    return (table) => {
      if (asked === null) record(asks, {}, table);
      asked = null;
      record(type, payload(), table);
      return to;
    };
  };
  const mayDecide = (what: Asked, ...states: string[]) => isIn(...states) && (asked === what || isFree());
  /** Whether a step is possible now, and what it records then. */
  const tries: Record<StepName, () => [boolean, Try]> = {
    accepted: () => [isIn('DISPATCHED', 'REWORK'), tells(dispatchEvents.accepted, state === 'REWORK' ? 'HANDLING' : 'ACCEPTED')],
    contacted: () => [isIn('ACCEPTED'), tells(dispatchEvents.contacted, 'HANDLING')],
    checkedIn: () => [isIn('ACCEPTED', 'HANDLING'), tells(dispatchEvents.checkedIn, undefined, (hasPhoto) => ({ hasPhoto }))],
    photoSeen: () => [isIn('ACCEPTED', 'HANDLING'), tells(dispatchEvents.sitePhotoSeen)],
    fedBack: () => [isIn('HANDLING'), tells(dispatchEvents.fedBack, undefined, (byContact) => (byContact ? { byContact } : {}))],
    progressed: () => [
      isIn('HANDLING', 'SUSPENDED', 'DELIBERATING'),
      tells(dispatchEvents.progressed, undefined, (isFeedback) => ({ isFeedback })),
    ],
    paused: () => [
      isIn('HANDLING') && isFree() && 'NC'.includes(order.level),
      (table, how) => {
        isPaused = true;
        isToReview ||= how;
        record(clockEvents.pauseStarted, { kind: 'WAITING_FOR_COMPLAINANT', until: inDays(3), ...(how && { toReview: true }) }, table);
        return undefined;
      },
    ],
    reviewed: () => [
      isToReview,
      (table, how) => {
        isToReview = false;
        // Refused: one that goes on ends with it, one that is over gives back the time it gave.
        record(clockEvents.pauseReviewed, { granted: !how, ...(how && !isPaused && { dueAt: inDays(2) }) }, table);
        if (how && isPaused) record(clockEvents.pauseEnded, { endedAt: at.toISOString() }, table);
        isPaused &&= !how;
        return undefined;
      },
    ],
    resumed: () => [
      isPaused,
      (table) => {
        isPaused = false;
        record(clockEvents.pauseEnded, { kind: 'WAITING_FOR_COMPLAINANT', endedAt: at.toISOString() }, table);
        return undefined;
      },
    ],
    extensionAsked: () => [
      isIn('HANDLING', 'REWORK') && !isPaused && asked === null,
      (table) => {
        asked = 'extension';
        record(clockEvents.extensionAsked, {}, table);
        return undefined;
      },
    ],
    extended: () => [
      mayDecide('extension', 'HANDLING', 'REWORK'),
      decides(clockEvents.extensionAsked, clockEvents.extensionGranted, undefined, () => ({ dueAt: inDays(9) })),
    ],
    extensionRefused: () => [
      mayDecide('extension', 'HANDLING', 'REWORK'),
      decides(clockEvents.extensionAsked, clockEvents.extensionRefused),
    ],
    suspensionAsked: () => [
      isIn('HANDLING') && isFree(),
      (table) => {
        asked = 'suspension';
        record(clockEvents.suspensionAsked, {}, table);
        return undefined;
      },
    ],
    suspended: () => [
      mayDecide('suspension', 'HANDLING'),
      decides(clockEvents.suspensionAsked, clockEvents.suspensionGranted, 'SUSPENDED', () => ({ reviewAt: inDays(20) })),
    ],
    suspensionRefused: () => [mayDecide('suspension', 'HANDLING'), decides(clockEvents.suspensionAsked, clockEvents.suspensionRefused)],
    unsuspended: () => [isIn('SUSPENDED'), tells(clockEvents.suspensionEnded, 'HANDLING')],
    deliberated: () => [isIn('HANDLING') && isFree(), tells(deliberatingEvents.deliberationAsked, 'DELIBERATING')],
    backFromTable: () => [isIn('DELIBERATING'), tells(deliberatingEvents.deliberationEnded, 'HANDLING')],
    assigned: () => [isIn(...open) && isFree(), tells(dispatchEvents.assigned, 'DISPATCHED')],
    transferred: () => [
      isIn(...open, 'REWORK') && (isFree() || asked === 'transfer') && !order.isDisputed,
      (table) => {
        asked = null;
        record(clockEvents.transferred, {}, table);
        return 'DISPATCHED';
      },
    ],
    transferAsked: () => [
      isIn(...open, 'REWORK') && isFree() && !order.isDisputed,
      (table) => {
        asked = 'transfer';
        record(clockEvents.transferAsked, {}, table);
        return undefined;
      },
    ],
    transferDeclined: () => [
      asked === 'transfer' || (isIn(...open, 'REWORK') && isFree() && !order.isDisputed),
      (table) => {
        if (asked === null) record(clockEvents.transferAsked, {}, table);
        asked = null;
        record(clockEvents.transferDeclined, {}, table);
        return undefined;
      },
    ],
    escalated: () => [
      isIn(...open, 'REWORK') && !isEscalated,
      (table) => {
        isEscalated = true;
        record(clockEvents.escalationAsked, { level: order.level }, table);
        return undefined;
      },
    ],
    escalationAnswered: () => [
      isEscalated || isIn(...open, 'REWORK'),
      (table, isAnswered) => {
        if (!isEscalated) record(clockEvents.escalationAsked, { level: order.level }, table);
        isEscalated = false;
        record(isAnswered ? clockEvents.escalationAnswered : clockEvents.escalationEnded, {}, table);
        return undefined;
      },
    ],
    hardMarked: () => [
      !isIn('COMPLETED', 'CLOSED') && chief === 'none',
      tells(supervisionEvents.hardMarked, undefined, (isTakenUp) => {
        chief = isTakenUp ? 'there' : 'owed';
        return { isTakenUp };
      }),
    ],
    hardUnmarked: () => [
      !isIn('COMPLETED', 'CLOSED'),
      tells(supervisionEvents.hardUnmarked, undefined, () => {
        chief = 'none';
        return {};
      }),
    ],
    takenUp: () => [
      !isIn('CLOSED'),
      tells(supervisionEvents.takenUp, undefined, () => {
        chief = 'there';
        return {};
      }),
    ],
    givenUp: () => [
      !isIn('CLOSED') && chief === 'there',
      tells(supervisionEvents.givenUp, undefined, (isHard) => {
        chief = isHard ? 'owed' : 'none';
        return isHard ? { isHard } : {};
      }),
    ],
    raised: () => [
      !isIn('COMPLETED', 'CLOSED') && order.level !== 'E',
      (table, isOnSite) => {
        const rules = rulesOf(table, calendarVersion);
        const { dueAt } = beginClock(rules, handlingLimit(rules.limits, 'E'), at)!;
        if (isPaused) record(clockEvents.pauseEnded, { endedAt: at.toISOString() }, table);
        if (isIn('SUSPENDED')) record(clockEvents.suspensionEnded, {}, table);
        const lapsedRequest = asked === 'extension' ? 'EXTENSION' : asked === 'suspension' ? 'SUSPENSION' : undefined;
        if (lapsedRequest) asked = null;
        isPaused = false;
        const isAccepted = !isIn('DISPATCHED', 'DISPUTED', 'REWORK');
        const told = { oldLevel: order.level, level: 'E', isAccepted, isInIncident, isOnSite, lapsedRequest, raisedAt: at, dueAt };
        record(classificationEvents.orderLevelRaised, told, table);
        return isIn('DISPUTED') ? 'DISPATCHED' : isIn('SUSPENDED') ? 'HANDLING' : undefined;
      },
    ],
    handedUp: () => [
      isIn(...open) && isFree(),
      (table, toNext) => {
        record(legEvents.handedUp, { fromUnitId: lead, toUnitId: toNext ? randomUUID() : lead }, table);
        return toNext ? 'DISPATCHED' : undefined;
      },
    ],
    lowered: () => [
      order.level === 'E' && !isIn('CLOSED'),
      (table, isCounted) => {
        const level = (['U', 'N', 'C'] as const)[at.getMinutes() % 3]!;
        // Before, what was sent back kept the limit of the emergency.
        const isOver = isIn('COMPLETED') || (order.hasReworks && !isCounted);
        const phase = isOver ? 'OVER' : isIn('DISPATCHED', 'DISPUTED') ? 'DISPATCHED' : 'ACCEPTED';
        const rules = rulesOf(table, calendarVersion);
        const dispatchedAt = new Date(start);
        const { dueAt } = beginClock(rules, handlingLimit(rules.limits, level), dispatchedAt)!;
        const told = { level, phase, dispatchedAt: dispatchedAt.toISOString(), dueAt: dueAt.toISOString(), isInIncident };
        const rework = !isOver && order.hasReworks && { reworkLimit: reworkLimit(rules, level, sentBackAt)!.code, sentBackAt };
        record(classificationEvents.orderLevelLowered, { ...told, ...(isCounted && { isCounted }), ...rework }, table);
        return undefined;
      },
    ],
    trapped: () => [
      isIn(...open, 'REWORK'),
      tells(classificationEvents.orderDangerConfirmed, undefined, (isOwed) => ({ duties: ['LIFT_TRAPPED'], isOwed })),
    ],
    setRight: () => [
      isIn(...open, 'REWORK'),
      tells(classificationEvents.orderCategoryCorrected, undefined, (how) =>
        how ? { ended: ['LIFT_TRAPPED'], added: ['LIFT_OUT'] } : { ended: ['LIFT_OUT'], added: [] },
      ),
    ],
    rained: () => [isIn(...open) && !isInIncident, tells(watchingEvents.orderRainCame)],
    attached: () => [
      isIn(...open) && isFree() && !order.isDisputed,
      (table) => {
        isInIncident = true;
        record(incidentEvents.orderAttached, {}, table);
        record(dispatchEvents.fedBack, {}, table);
        return 'HANDLING';
      },
    ],
    detached: () => [
      isInIncident && isIn('HANDLING'),
      (table, isRaining) => {
        isInIncident = false;
        record(incidentEvents.orderDetached, { duties: ['RAIN_DRAIN', 'LIFT_TRAPPED'], category: [], isRaining }, table);
        return 'DISPATCHED';
      },
    ],
    objected: () => [mayObject(), tells(disputeEvents.disputeRaised, order.level === 'E' ? undefined : 'DISPUTED')],
    rejected: () => [order.isDisputed, tells(disputeEvents.disputeRejected, isIn('DISPUTED') ? 'DISPATCHED' : undefined)],
    upheld: () => [
      order.isDisputed && !isPaused && asked === null,
      (table, how) => {
        const movesOrder = isIn('DISPUTED', ...open, 'REWORK');
        const isAtRest = isIn('SUSPENDED', 'DELIBERATING');
        record(disputeEvents.disputeUpheld, { movesOrder, ...(isAtRest && { isAtRest }), ...again(table, how) }, table);
        return movesOrder ? 'DISPATCHED' : undefined;
      },
    ],
    arguedAway: () => [
      mayObject() && isFree(),
      (table, how) => {
        record(disputeEvents.disputeRaised, {}, table);
        record(disputeEvents.disputeUpheld, { movesOrder: true, ...again(table, how) }, table);
        return 'DISPATCHED';
      },
    ],
    completed: () => [
      isIn('HANDLING'),
      (table, isLookedAt) => {
        [isPaused, asked, isEscalated] = [false, null, false];
        record(dispatchEvents.completed, isLookedAt ? { gridCheck: 'OWED' } : {}, table);
        return 'COMPLETED';
      },
    ],
    gridChecked: () => [isIn('COMPLETED'), tells(dispatchEvents.gridChecked)],
    reworked: () => [
      isIn('COMPLETED'),
      (table, how) => {
        isInIncident = false;
        sentBackAt = at;
        record(dispatchEvents.reworked, again(table, how), table);
        return 'REWORK';
      },
    ],
    closed: () => [
      !isIn('CLOSED') && at.getMinutes() % 4 === 0,
      (table) => {
        [isPaused, asked, isEscalated] = [false, null, false];
        record(dispatchEvents.closed, {}, table);
        return 'CLOSED';
      },
    ],
    calendarCame: () => [
      calendarVersion === 1,
      () => {
        calendarComes();
        return undefined;
      },
    ],
    remark: () => [
      true,
      () => {
        log.push({ type: 'dispatch.work-order.remarked.v1', payload: {}, recordedAt: at });
        return undefined;
      },
    ],
  };

  const about = { level: course.level, demandType, leadUnitId: lead, category: [], receivedAt: new Date(start - 60_000).toISOString() };
  if (begins === 'imported') {
    record(dispatchEvents.imported, { ...about, completedAt: null, dueAt: inDays(4) });
    state = 'HANDLING';
  } else {
    const rain = begins === 'inRain' ? { decision: { duties: ['RAIN_DRAIN'] }, isRaining: true } : { decision: {} };
    record(dispatchEvents.dispatched, { ...about, ...rain, ...(begins === 'onLadder' && { handUpStep: 'FIRM' }) });
  }
  for (const { step, afterMinutes, table, how = true } of course.steps) {
    const then = new Date(at.getTime() + afterMinutes * 60_000);
    sweepUntil(then);
    at = then > at ? then : at;
    const [isPossible, take] = tries[step]();
    if (isPossible) state = take(table, how) ?? state;
  }
  const end = new Date(at.getTime() + 60_000);
  return { receivedAt: new Date(start - 60_000), log, stored, end, firings };
}

const isRunning = ({ state }: Clock) => state === 'armed' || state === 'paused';
