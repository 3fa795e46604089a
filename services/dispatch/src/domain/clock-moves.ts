import {
  classificationEvents,
  clockEvents,
  deliberatingEvents,
  dispatchEvents,
  disputeEvents,
  handlingCode,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  type DeadlineCode,
  type DemandType,
  type EventType,
  type Level,
  type PayloadOf,
  type TimeLimit,
} from '@wufang/contracts';
import { moveClockDue, pauseClock, resumeClock, stopClock, type Clock, type ClockPosition, type ClockRules } from '@wufang/kernel';
import {
  addedDuties,
  dutiesAtAccept,
  dutiesAtAssign,
  dutiesAtDispatch,
  dutiesAtHandUp,
  dutiesAtLowering,
  dutiesAtRaising,
  dutiesAtUphold,
  escalationCode,
  escalationCodes,
  handlingLimit,
  inWeather,
  isOrdersLimit,
  stoppedBy,
  stoppedByEnd,
  unitDuties,
} from './duties.js';

/** What a fact does to the clocks of its order. All of it happens at the instant the fact was recorded, except what a start, a due time or the end of a pause says itself. */
export type ClockMove =
  /**
   * `since` where a duty is older than the fact that starts its clock. `startedAt` and `dueAt` only where they were set elsewhere, as in an imported
   * order, or `startedAt` alone where the row counts from an earlier instant; what had passed by then tells nobody.
   */
  | { move: 'start'; code: DeadlineCode; since?: Date; written?: { startedAt?: Date; dueAt?: Date } }
  | { move: 'stop'; codes: readonly DeadlineCode[] | 'all' }
  | { move: 'pause'; codes: readonly DeadlineCode[] }
  /** `at` where a pause was over before that was recorded. */
  | { move: 'resume'; codes: readonly DeadlineCode[]; at?: Date }
  | { move: 'due'; codes: readonly DeadlineCode[]; dueAt: Date };

/** A fact of an order as the log has it. */
export interface OrderFact {
  type: string;
  payload: unknown;
}

/** What the moves of a fact depend on, besides the fact: the order as the facts before it left it. */
export interface OrderSoFar {
  level: Level;
  demandType: DemandType;
  isContacted: boolean;
  /** Back for rework, and not taken on yet. */
  isRework: boolean;
  /** Sent back once or oftener: its limit is that of the rework, whoever leads it by now. */
  hasReworks: boolean;
  /** An objection is being decided: that is owed even when the order is done. */
  isDisputed: boolean;
  /** Part of an incident, and no job of its own. */
  isInIncident: boolean;
}

interface FactRule<P> {
  moves?: (payload: P, order: OrderSoFar, limits: readonly TimeLimit[]) => ClockMove[];
  /** What later moves have to know of this fact. */
  leaves?: (payload: P, order: OrderSoFar) => Partial<OrderSoFar>;
}

const start = (codes: readonly DeadlineCode[]): ClockMove[] => codes.map((code) => ({ move: 'start', code }));
const stop = (codes: readonly DeadlineCode[] | 'all'): ClockMove[] => [{ move: 'stop', codes }];
const startIfInForce = (limits: readonly TimeLimit[], code: DeadlineCode): ClockMove[] =>
  limits.some((limit) => limit.code === code) ? start([code]) : [];

/** The citizen has heard how it stands: the next report is owed a full period from now. */
const nextReport = (limits: readonly TimeLimit[]): ClockMove[] => [...stop(stoppedBy.progress), ...startIfInForce(limits, 'PROGRESS')];

/** Whoever leads an order from now on, no unit is waited for any more to say whether it takes it over. */
const answered: readonly ClockMove[] = stop(['TRANSFER_ANSWER']);

/** What an extension moves, and what stands still in a pause: the unit's time to settle the matter. Reports to the citizen are owed all the same. */
const extensible: readonly DeadlineCode[] = ['NORMAL', 'COMPLEX', 'REWORK'];
const pausable: readonly DeadlineCode[] = ['NORMAL', 'COMPLEX', 'POLICY_ANSWER', 'REWORK'];

const rules = new Map<string, FactRule<never>>();
function rule<E extends EventType>({ type }: E, about: FactRule<PayloadOf<E>>): void {
  rules.set(type, about as unknown as FactRule<never>);
}

// Whoever is silent still when the last stage is told is watched on: the period begins anew.
rule(dispatchEvents.clockFired, { moves: ({ code, goesOn }, _, limits) => (goesOn ? startIfInForce(limits, code) : []) });
rule(dispatchEvents.dispatched, {
  // What is part of an incident is nobody's job of its own; only the promise to its complainant runs.
  moves: ({ category, decision, handUpStep, incidentId, isRaining = false, receivedAt }, order, limits) => [
    ...start([
      handlingLimit(limits, order.level),
      ...(incidentId
        ? []
        : [...dutiesAtDispatch(limits, order), ...addedDuties(limits, order, inWeather(decision.duties ?? [], category, isRaining))]),
    ]),
    // 有事您找我: the complainant's day began when the demand was received.
    ...(handUpStep ? startIfInForce(limits, 'SAME_DAY').map((move) => ({ ...move, since: new Date(receivedAt) })) : []),
  ],
  leaves: ({ incidentId }) => ({ isInIncident: incidentId !== undefined }),
});
rule(dispatchEvents.imported, {
  // Its due time as written; the next report to the citizen is counted from the import. Duties of the first hours are over and not guessed.
  moves: ({ completedAt, receivedAt, dueAt }, order, limits) => {
    if (completedAt !== null) return [];
    const written = { startedAt: new Date(receivedAt), dueAt: new Date(dueAt) };
    const handling = startIfInForce(limits, handlingCode[order.level]).map((move) => ({ ...move, written }));
    return [...handling, ...start(dutiesAtDispatch(limits, order).filter((code) => code === 'PROGRESS'))];
  },
});
rule(dispatchEvents.assigned, {
  moves: (_, order, limits) => {
    const duties = dutiesAtAssign(limits, order);
    return [...stop(duties.stop), ...start(duties.start), ...answered];
  },
  leaves: () => ({ isContacted: false }),
});
rule(disputeEvents.disputeRaised, {
  moves: (_, __, limits) => startIfInForce(limits, 'DISPUTE_DECIDE'),
  leaves: () => ({ isDisputed: true }),
});
rule(disputeEvents.disputeRejected, { moves: () => stop(['DISPUTE_DECIDE']), leaves: () => ({ isDisputed: false }) });
rule(disputeEvents.disputeUpheld, {
  // What rests has nothing to accept; its limit starts anew all the same.
  moves: ({ movesOrder, isAtRest = false, limit }, order, limits) => {
    const decided = stop(['DISPUTE_DECIDE']);
    if (!movesOrder && !isAtRest) return decided;
    decided.push(...answered);
    const duties = dutiesAtUphold(limits, { ...order, limit });
    const anew = (codes: readonly DeadlineCode[]) => (movesOrder ? codes : codes.filter(isOrdersLimit));
    return [...decided, ...stop(anew(duties.stop)), ...start(anew(duties.start))];
  },
  leaves: ({ movesOrder }) => ({ isDisputed: false, ...(movesOrder && { isContacted: false, isRework: false }) }),
});
rule(legEvents.handedUp, {
  moves: ({ fromUnitId, toUnitId }, order, limits) => {
    if (fromUnitId === toUnitId) return [];
    const duties = dutiesAtHandUp(limits, order);
    return [...stop(duties.stop), ...start(duties.start), ...answered];
  },
  leaves: ({ fromUnitId, toUnitId }) => (fromUnitId === toUnitId ? {} : { isContacted: false }),
});
rule(dispatchEvents.accepted, {
  moves: (_, order, limits) => [
    ...stop(stoppedBy.accept),
    ...(order.isContacted || order.isRework ? [] : start(dutiesAtAccept(limits, order))),
  ],
  leaves: () => ({ isRework: false }),
});
rule(dispatchEvents.contacted, { moves: () => stop(stoppedBy.contact), leaves: () => ({ isContacted: true }) });
// UTIL_ONSITE asks for place and photo (domain rules 4.6). A fact from before it said whether there was one stopped all of them.
rule(dispatchEvents.checkedIn, { moves: ({ hasPhoto = true }) => stop(hasPhoto ? stoppedBy.checkInWithPhoto : stoppedBy.checkIn) });
rule(dispatchEvents.sitePhotoSeen, { moves: () => stop(stoppedBy.checkInWithPhoto) });
// A word of the first answerer (有事您找我) is not that of who leads, whose own is owed all the same.
rule(dispatchEvents.fedBack, {
  moves: ({ byContact }) => (byContact ? [] : stop(stoppedBy.feedback)),
  leaves: ({ byContact }) => (byContact ? {} : { isContacted: true }),
});
// A report is a word to the complainant with something in it; a fact from before it said so left the first word owed. What is part of an incident owes no
// next one: its complainants hear the incident's own status.
rule(dispatchEvents.progressed, {
  moves: ({ isFeedback }, { isInIncident }, limits) => [
    ...(isInIncident ? [] : nextReport(limits)),
    ...(isFeedback ? stop(['EMERG_FEEDBACK']) : []),
  ],
});
rule(classificationEvents.orderLevelLowered, {
  // The unit's clock began at dispatch and is not given back what has passed of it. A fact from before the row counted it wrote its end down.
  // What was sent back goes on by the limit of a rework of its level, from when it was sent back; until it is taken on it owes nothing of the first hours.
  moves: (
    { level, phase, dispatchedAt, dueAt, isCounted = false, isInIncident = false, isOnSite = false, reworkLimit, sentBackAt },
    order,
    limits,
  ) => {
    if (phase === 'OVER') return [];
    const so = { isAccepted: phase === 'ACCEPTED', isContacted: order.isContacted, isInIncident, isOnSite };
    const kind = { level, demandType: order.demandType, ...so };
    const duties = dutiesAtLowering(limits, kind);
    if (reworkLimit !== undefined && sentBackAt !== undefined) {
      const again: ClockMove = { move: 'start', code: reworkLimit, written: { startedAt: new Date(sentBackAt) } };
      return [...stop(['REWORK', ...duties.stop]), again, ...start(order.isRework ? [] : duties.start)];
    }
    const written = { startedAt: new Date(dispatchedAt), ...(!isCounted && { dueAt: new Date(dueAt) }) };
    return [...stop(duties.stop), { move: 'start', code: duties.handling, written }, ...start(duties.start)];
  },
  leaves: ({ level }) => ({ level }),
});
// Danger was found now: what the emergency owes is counted from now, and its limit ends no later than the one before would have.
rule(classificationEvents.orderLevelRaised, {
  moves: (
    { level, oldLevel, dueAt, raisedAt, isAccepted, isInIncident = false, isOnSite = false, lapsedRequest, duties: found = [] },
    order,
    limits,
  ) => {
    const so = { isAccepted, isContacted: order.isContacted, isInIncident, isOnSite };
    const duties = dutiesAtRaising(limits, { level, demandType: order.demandType, ...so }, oldLevel);
    const written = { startedAt: new Date(raisedAt), dueAt: new Date(dueAt) };
    const lapsed: DeadlineCode[] =
      lapsedRequest === 'EXTENSION' ? ['EXTENSION_DECIDE'] : lapsedRequest === 'SUSPENSION' ? ['SUSPENSION_DECIDE'] : [];
    // What is found is owed besides, unless somebody is on site for it.
    const added = isInIncident || isOnSite ? [] : addedDuties(limits, { ...order, level }, found);
    return [...stop([...duties.stop, ...lapsed]), { move: 'start', code: duties.handling, written }, ...start([...duties.start, ...added])];
  },
  leaves: ({ level }) => ({ level }),
});
rule(classificationEvents.orderDangerConfirmed, {
  moves: ({ duties, isOwed }, order, limits) => (isOwed ? start(addedDuties(limits, order, duties)) : []),
});
rule(classificationEvents.orderCategoryCorrected, { moves: ({ ended, added }) => [...stop(ended), ...start(added)] });
rule(watchingEvents.orderRainCame, { moves: (_, __, limits) => startIfInForce(limits, 'RAIN_DRAIN') });
// A hard order (疑难) waits for a section chief who leads it in person.
rule(supervisionEvents.hardMarked, {
  moves: ({ isTakenUp }, _, limits) => (isTakenUp ? [] : startIfInForce(limits, 'TAKE_UP')),
});
rule(supervisionEvents.hardUnmarked, { moves: () => stop(['TAKE_UP']) });
rule(supervisionEvents.takenUp, { moves: () => stop(['TAKE_UP']) });
rule(supervisionEvents.givenUp, { moves: ({ isHard }, _, limits) => (isHard ? startIfInForce(limits, 'TAKE_UP') : []) });
rule(dispatchEvents.completed, {
  // The look at the place begins where the unit's duties end.
  moves: ({ gridCheck }, { isDisputed }, limits) => [
    ...stop(isDisputed ? stoppedByEnd : 'all'),
    ...(gridCheck === 'OWED' ? startIfInForce(limits, 'GRID_VERIFY') : []),
  ],
});
rule(dispatchEvents.gridChecked, { moves: () => stop(['GRID_VERIFY']) });
rule(dispatchEvents.reworked, {
  // Reports to the citizen ended with the completion and are owed again (domain rules 4.6: any open order). A fact from before emergencies and utilities were
  // owed within the limit of their level names none.
  moves: ({ limit = 'REWORK', needsChief }, _, limits) => [
    ...stop(['GRID_VERIFY']),
    ...startIfInForce(limits, limit),
    ...startIfInForce(limits, 'PROGRESS'),
    ...(needsChief ? startIfInForce(limits, 'TAKE_UP') : []),
  ],
  leaves: () => ({ isRework: true, hasReworks: true, isInIncident: false }),
});
rule(dispatchEvents.closed, { moves: (_, { isDisputed }) => stop(isDisputed ? stoppedByEnd : 'all') });
rule(incidentEvents.orderAttached, { moves: () => [...stop(unitDuties), ...answered], leaves: () => ({ isInIncident: true }) });
rule(incidentEvents.orderDetached, {
  // A fact from before it said what the weather was left drainage without its 30 minutes; a report from before may have left its next one running.
  moves: ({ duties, category = [], isRaining = false }, order, limits) => [
    ...stop(['PROGRESS']),
    ...start([...dutiesAtDispatch(limits, order), ...addedDuties(limits, order, inWeather(duties, category, isRaining))]),
  ],
  leaves: () => ({ isContacted: false, isInIncident: false }),
});

rule(clockEvents.extensionAsked, { moves: () => start(['EXTENSION_DECIDE']) });
rule(clockEvents.extensionGranted, {
  moves: ({ dueAt }) => [...stop(['EXTENSION_DECIDE']), { move: 'due', codes: extensible, dueAt: new Date(dueAt) }],
});
rule(clockEvents.extensionRefused, { moves: () => stop(['EXTENSION_DECIDE']) });
rule(clockEvents.suspensionAsked, { moves: () => start(['SUSPENSION_DECIDE']) });
// The handling limit runs on: only what `pauseStarted` names stands still (domain rules 4.6). The next report is owed a full period from now (4.4).
rule(clockEvents.suspensionGranted, {
  moves: ({ reviewAt }, _, limits) => [
    ...stop(['SUSPENSION_DECIDE']),
    ...nextReport(limits),
    { move: 'start', code: 'REVIEW', written: { dueAt: new Date(reviewAt) } },
  ],
});
rule(clockEvents.suspensionRefused, { moves: () => stop(['SUSPENSION_DECIDE']) });
rule(clockEvents.suspensionEnded, { moves: () => stop(['REVIEW']) });
rule(clockEvents.pauseStarted, {
  // What is put to a reviewer is watched until it is reviewed, whether or not the pause goes on.
  moves: ({ until, toReview }, _, limits) => [
    { move: 'pause', codes: pausable },
    { move: 'start', code: 'PAUSE_END', written: { dueAt: new Date(until) } },
    ...(toReview ? [...stop(['PAUSE_REVIEW']), ...startIfInForce(limits, 'PAUSE_REVIEW')] : []),
  ],
});
// What has ended long since and never ought to have been gives back the time that it gave.
rule(clockEvents.pauseReviewed, {
  moves: ({ dueAt, isAnotherOpen }, _, limits) => [
    ...stop(['PAUSE_REVIEW']),
    ...(dueAt === undefined ? [] : [{ move: 'due' as const, codes: extensible, dueAt: new Date(dueAt) }]),
    ...(isAnotherOpen ? startIfInForce(limits, 'PAUSE_REVIEW') : []),
  ],
});
rule(clockEvents.pauseEnded, {
  moves: ({ endedAt }) => [{ move: 'resume', codes: pausable, at: new Date(endedAt) }, ...stop(['PAUSE_END'])],
});
// Plan mode: the original due time stays as it is, the next report is owed a full period from now (domain rules 4.4).
rule(deliberatingEvents.deliberationAsked, {
  moves: (_, __, limits) => nextReport(limits),
});
// Answered by the row of the level at which it was asked: raised or lowered meanwhile, the clock goes on as it began, since who was asked was given that time.
rule(clockEvents.escalationAsked, { moves: ({ level }) => start([escalationCode(level)]) });
rule(clockEvents.escalationAnswered, { moves: () => stop(escalationCodes) });
rule(clockEvents.escalationEnded, { moves: () => stop(escalationCodes) });
rule(clockEvents.transferAsked, { moves: () => start(['TRANSFER_ANSWER']) });
rule(clockEvents.transferDeclined, { moves: () => [...answered] });
rule(clockEvents.transferred, {
  moves: (_, order, limits) => {
    const duties = dutiesAtHandUp(limits, order);
    return [...stop(duties.stop), ...start(duties.start), ...answered];
  },
  // The new unit takes a rework as it takes any order: it has not spoken with the complainant yet.
  leaves: () => ({ isContacted: false, isRework: false }),
});

/**
 * Which clocks of an order a fact starts, stops, pauses, resumes or moves (domain rules 4.4 and 4.6). Pure: given the same fact, the order as
 * earlier facts left it and the same table, the same moves; so every due time can be found again from the log (`replay-clocks.ts`). A fact that
 * is not named here moves nothing.
 * Example: accepted, level N, not contacted yet -> stop ACCEPT_EU and ACCEPT, start FIRST_CONTACT.
 */
export function clockMoves(fact: OrderFact, order: OrderSoFar, limits: readonly TimeLimit[]): ClockMove[] {
  return rules.get(fact.type)?.moves?.(fact.payload as never, order, limits) ?? [];
}

/** The facts named here, by their types: what a replay has to know. */
export const movingFacts = (): string[] => [...rules.keys()];

/** What later facts of the same order have to know. Example: assigned -> nobody has spoken with the complainant for the new unit yet. */
export function orderAfter(fact: OrderFact, order: OrderSoFar): OrderSoFar {
  return { ...order, ...rules.get(fact.type)?.leaves?.(fact.payload as never, order) };
}

/** A running clock after a move, or nothing where the move is not about it in the state it is in. */
export function movedClock(
  clock: Clock,
  move: Exclude<ClockMove, { move: 'start' }>,
  at: Date,
  rules: ClockRules | undefined,
): Partial<ClockPosition> | undefined {
  if (move.codes !== 'all' && !move.codes.includes(clock.code as DeadlineCode)) return undefined;
  if (move.move === 'stop') return stopClock(clock, at);
  if (clock.state !== (move.move === 'resume' ? 'paused' : 'armed')) return undefined;
  if (move.move === 'pause') return pauseClock(clock, at);
  if (!rules) throw new Error(`a move of ${clock.code} without the rules it was counted by`);
  return move.move === 'due' ? moveClockDue(clock, at, move.dueAt, rules) : resumeClock(clock, move.at ?? at, rules);
}
