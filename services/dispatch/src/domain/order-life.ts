import {
  classificationEvents,
  clockEvents,
  deliberatingEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  watchingEvents,
  whistleEvents,
  type EventType,
  type LifeSegment,
  type PauseKind,
  type PayloadOf,
  type WorkOrderState,
} from '@wufang/contracts';

/** A fact of an order as the log keeps it. */
interface LoggedFact {
  type: string;
  payload: unknown;
  recordedAt: Date;
}

/** Where an order stands, as far as its history explains it. */
interface Standing {
  state: WorkOrderState | 'RECEIVED';
  leadUnitId: string | null;
  pausedFor: PauseKind | null;
  /** When the pause is over by itself, whether or not anybody finds it then. */
  pausedUntil: Date | null;
}

type Change = (payload: never, before: Standing) => Partial<Standing>;
const changes = new Map<string, { words: string; change: Change }>();
function after<E extends EventType>(type: E, change: (payload: PayloadOf<E>, before: Standing) => Partial<Standing>): void {
  changes.set(type.type, { words: type.summary, change: change as Change });
}

after(dispatchEvents.dispatched, ({ leadUnitId }) => ({ state: 'DISPATCHED', leadUnitId }));
after(dispatchEvents.imported, ({ state, leadUnitId }) => ({ state, leadUnitId }));
after(dispatchEvents.complainedAboutNamed, ({ leadUnitId }) => ({ leadUnitId }));
after(dispatchEvents.assigned, ({ leadUnitId }) => ({ state: 'DISPATCHED', leadUnitId }));
after(dispatchEvents.accepted, (_, before) => ({ state: before.state === 'REWORK' ? 'HANDLING' : 'ACCEPTED' }));
after(dispatchEvents.contacted, () => ({ state: 'HANDLING' }));
const unpaused = { pausedFor: null, pausedUntil: null };
after(dispatchEvents.completed, () => ({ state: 'COMPLETED', ...unpaused }));
after(dispatchEvents.reworked, () => ({ state: 'REWORK' }));
after(incidentEvents.orderAttached, ({ leadUnitId }) => ({ state: 'HANDLING', leadUnitId }));
after(incidentEvents.orderLeadChanged, ({ leadUnitId }) => ({ leadUnitId }));
after(incidentEvents.orderDetached, ({ leadUnitId }) => ({ state: 'DISPATCHED', leadUnitId }));
after(watchingEvents.watchingBegan, ({ state }) => ({ state }));
after(watchingEvents.orderArchived, ({ state }) => ({ state }));
after(dispatchEvents.closed, ({ state }) => ({ state, ...unpaused }));
after(clockEvents.suspensionGranted, () => ({ state: 'SUSPENDED' }));
after(clockEvents.suspensionEnded, () => ({ state: 'HANDLING' }));
after(deliberatingEvents.deliberationAsked, () => ({ state: 'DELIBERATING' }));
after(deliberatingEvents.deliberationEnded, () => ({ state: 'HANDLING' }));
after(clockEvents.pauseStarted, ({ kind, until }) => ({ pausedFor: kind, pausedUntil: new Date(until) }));
after(clockEvents.pauseEnded, () => unpaused);
after(classificationEvents.orderLevelRaised, ({ state }) => ({ state }));
after(clockEvents.transferred, ({ leadUnitId }) => ({ state: 'DISPATCHED', leadUnitId }));

after(disputeEvents.disputeRaised, ({ isBeside }) => (isBeside ? {} : { state: 'DISPUTED' }));
after(disputeEvents.disputeRejected, (_, before) => (before.state === 'DISPUTED' ? { state: 'DISPATCHED' } : {}));
after(disputeEvents.disputeUpheld, ({ movesOrder, isAtRest, toUnitId }) => ({
  ...(movesOrder && { state: 'DISPATCHED' }),
  ...((movesOrder || isAtRest) && { leadUnitId: toUnitId }),
}));
after(legEvents.coUnitAdded, (_, before) => (before.state === 'HANDLING' ? { state: 'JOINT' } : {}));
after(legEvents.coUnitDone, ({ state }, before) => (before.state === 'JOINT' ? { state } : {}));
after(whistleEvents.orderJoined, ({ state }) => ({ state }));
after(whistleEvents.orderWhistleSettled, ({ state }, before) => (before.state === 'JOINT' ? { state } : {}));
after(legEvents.handedUp, ({ state, toUnitId }) => ({ state, leadUnitId: toUnitId }));

/** A pause that was refused afterwards (复核), while it went on or when it had ended, never was one: its seconds count. */
function uncount(segments: LifeSegment[], { type, payload }: LoggedFact): void {
  const { by, granted, startedAt } = payload as { by?: string; granted?: boolean; startedAt: string };
  const isRefused = type === clockEvents.pauseEnded.type ? by === 'REFUSED' : type === clockEvents.pauseReviewed.type && granted === false;
  if (!isRefused) return;
  const first = segments.findIndex(({ from }) => Date.parse(from) >= Date.parse(startedAt));
  for (let i = first; i >= 0 && i < segments.length && segments[i]!.pausedFor !== null; i += 1) segments[i]!.pausedFor = null;
}

const heldBy: Readonly<Record<Standing['state'], LifeSegment['heldBy']>> = {
  RECEIVED: 'INTAKE',
  DISPATCHED: 'UNIT',
  DISPUTED: 'REVIEWER',
  ACCEPTED: 'UNIT',
  HANDLING: 'UNIT',
  JOINT: 'UNIT',
  DELIBERATING: 'UNIT',
  SUSPENDED: 'UNIT',
  COMPLETED: 'CALLBACK_DESK',
  REWORK: 'UNIT',
  CLOSED_SOLVED: 'NOBODY',
  CLOSED_UNSOLVED: 'NOBODY',
  CLOSED_EXCLUDED: 'NOBODY',
  WATCHING: 'UNIT',
  ARCHIVED: 'NOBODY',
};

/**
 * Explains every second of an order's life, from the moment the demand was received until now: who held it, in which state, or why its clock stood
 * still. Pieces follow each other without gap or overlap. A pause is over when its time is up, as for the clock, however late that is recorded.
 * Example: received 9:00, dispatched 9:05, accepted 9:15, now 9:30 -> intake 5 minutes, the unit 10 as DISPATCHED, the unit 15 as ACCEPTED.
 */
export function lifeOf(receivedAt: Date, log: readonly LoggedFact[], now: Date): LifeSegment[] {
  const segments: LifeSegment[] = [];
  let standing: Standing = { state: 'RECEIVED', leadUnitId: null, pausedFor: null, pausedUntil: null };
  let from = receivedAt;
  let because = '受理';
  const close = (to: Date) => {
    if (to <= from) return;
    const { state, leadUnitId, pausedFor } = standing;
    const holder = heldBy[state];
    const piece = { from: from.toISOString(), to: to.toISOString(), state, heldBy: holder, pausedFor, because };
    segments.push({ ...piece, unitId: holder === 'UNIT' || holder === 'REVIEWER' ? leadUnitId : null });
    from = to;
  };
  const endPauseBefore = (instant: Date) => {
    if (!standing.pausedUntil || standing.pausedUntil >= instant) return;
    close(standing.pausedUntil);
    standing = { ...standing, ...unpaused };
    because = clockEvents.pauseEnded.summary;
  };
  for (const told of log) {
    const { type, payload, recordedAt } = told;
    endPauseBefore(recordedAt);
    if (type === clockEvents.pauseReviewed.type) uncount(segments, told);
    const known = changes.get(type);
    if (!known) continue;
    const next = { ...standing, ...known.change(payload as never, standing) };
    if (next.state === standing.state && next.leadUnitId === standing.leadUnitId && next.pausedFor === standing.pausedFor) continue;
    close(recordedAt);
    if (type === clockEvents.pauseEnded.type) uncount(segments, told);
    standing = next;
    because = known.words;
  }
  endPauseBefore(now);
  close(now);
  return segments;
}
