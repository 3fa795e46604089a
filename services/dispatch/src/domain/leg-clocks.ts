import { clockEvents, classificationEvents, coReturnShare, dispatchEvents, type LeadMove, type PayloadOf } from '@wufang/contracts';
import { pauseClock, stagesWithDates, type Clock, type ClockPosition } from '@wufang/kernel';
import { isOrdersLimit } from './duties.js';

/** What happened to the time of an order's lead, as far as its co-units have to know. */
export interface LeadMoved {
  because: LeadMove;
  /** The lead's due time, before and from now on. */
  leadDueBefore: Date;
  leadDueAt: Date;
  /** After a pause: the due time the lead was promised while it stood still. */
  promisedDueAt?: Date;
  /** Time that a pause gave is taken back: when that pause began. */
  pausedAt?: Date;
  until: Date | null;
}

interface OrderFact {
  type: string;
  payload: unknown;
}

/**
 * What a fact of an order means for the clocks of its co-units (条例第十四条: before the lead's own end; domain rules 4.6, CO_RETURN runs on the lead's clock).
 * A fact that moves nothing of the lead's time, or says only that it might, means nothing to them. `dueAt` is the order's due time before the fact.
 * Example: extension granted from the 10th to the 15th -> EXTENDED, the 10th, the 15th.
 */
export function leadMoved({ type, payload }: OrderFact, dueAt: Date): LeadMoved | undefined {
  const stays = { leadDueBefore: dueAt, leadDueAt: dueAt, until: null };
  switch (type) {
    case clockEvents.extensionGranted.type: {
      const told = payload as PayloadOf<typeof clockEvents.extensionGranted>;
      return { because: 'EXTENDED', leadDueBefore: dueAt, leadDueAt: new Date(told.dueAt), until: null };
    }
    case clockEvents.pauseStarted.type: {
      const told = payload as PayloadOf<typeof clockEvents.pauseStarted>;
      return { because: 'PAUSED', leadDueBefore: dueAt, leadDueAt: new Date(told.dueAt), until: new Date(told.until) };
    }
    case clockEvents.pauseEnded.type: {
      const told = payload as PayloadOf<typeof clockEvents.pauseEnded>;
      const before = told.oldDueAt === undefined ? dueAt : new Date(told.oldDueAt);
      return { because: 'RESUMED', leadDueBefore: before, leadDueAt: new Date(told.dueAt), promisedDueAt: dueAt, until: null };
    }
    // Refused after it had ended (条例第十四条): what it gave is taken back from the co-unit too, which would else be due after its lead.
    case clockEvents.pauseReviewed.type: {
      const told = payload as PayloadOf<typeof clockEvents.pauseReviewed>;
      if (told.dueAt === undefined) return undefined;
      return { ...stays, because: 'TAKEN_BACK', leadDueAt: new Date(told.dueAt), pausedAt: new Date(told.startedAt) };
    }
    // The lead's limit runs on while a matter is put off (domain rules 4.6), and so does the co-unit's: it is told, nothing moves.
    case clockEvents.suspensionGranted.type: {
      const told = payload as PayloadOf<typeof clockEvents.suspensionGranted>;
      return { ...stays, because: 'SUSPENDED', until: new Date(told.reviewAt) };
    }
    case clockEvents.suspensionEnded.type:
      return { ...stays, because: 'SUSPENSION_ENDED' };
    case classificationEvents.orderLevelLowered.type: {
      const told = payload as PayloadOf<typeof classificationEvents.orderLevelLowered>;
      return told.phase === 'OVER' ? undefined : { ...stays, because: 'LOWERED', leadDueAt: new Date(told.dueAt) };
    }
    case classificationEvents.orderLevelRaised.type: {
      const told = payload as PayloadOf<typeof classificationEvents.orderLevelRaised>;
      return { ...stays, because: 'RAISED', leadDueAt: new Date(told.dueAt) };
    }
    case dispatchEvents.clockRecounted.type: {
      const told = payload as PayloadOf<typeof dispatchEvents.clockRecounted>;
      const before = new Date(told.oldDueAt);
      // Counted anew to the same end: its warnings may have moved, nobody's time has.
      if (!isOrdersLimit(told.code) || before.getTime() !== dueAt.getTime() || told.newDueAt === told.oldDueAt) return undefined;
      return { ...stays, because: 'RECOUNTED', leadDueAt: new Date(told.newDueAt) };
    }
    default:
      return undefined;
  }
}

/**
 * A co-unit's clock after the lead's time has moved. In a pause both stand still, and the co-unit is given back exactly what the lead is, and loses just that again
 * if the pause is refused after its end; of time that is added or taken otherwise it has its share (`coReturnShare`), as of the lead's time at the start; so it stays
 * as far before the lead's end. A breach that was told stays told: its clock moves no more.
 * Examples: lead due on the 10th, co-unit on the 8th; lead extended to the 15th -> the 12th; both paused for three midnights -> the 11th, refused -> the 8th.
 */
export function legClockAfter(clock: Clock, moved: LeadMoved, at: Date): Partial<ClockPosition> | undefined {
  const isRunning = clock.state === 'armed' || clock.state === 'paused';
  const stages = stagesWithDates(clock.stages);
  if (!isRunning || stages.slice(0, clock.stage).some(({ kind }) => kind === 'breach')) return undefined;
  const { because, leadDueBefore, leadDueAt, promisedDueAt = leadDueBefore, pausedAt } = moved;
  if (because === 'PAUSED') return clock.state === 'armed' ? pauseClock(clock, at) : undefined;
  if (because === 'RESUMED' && clock.state === 'paused') {
    const open = clock.changes.at(-1) as { kind: 'pause'; from: string };
    const by = leadDueAt.getTime() - leadDueBefore.getTime();
    const changes = [...clock.changes.slice(0, -1), { ...open, to: at.toISOString() }];
    return shifted({ ...clock, stages, changes }, by, at, 'once');
  }
  // One that was opened while the lead stood still was counted from what the lead was promised.
  const from = because === 'RESUMED' ? promisedDueAt : leadDueBefore;
  // What the pause gave it was given whole, if it stood still in it; where it is not told which one it was, in any.
  const isPaused = pausedAt ? clock.startedAt <= pausedAt : clock.changes.some((change) => change.kind === 'pause' && change.to !== null);
  const stoodStill = because === 'TAKEN_BACK' && isPaused;
  const { num, den } = stoodStill ? { num: 1, den: 1 } : coReturnShare.value;
  const by = Math.floor(((leadDueAt.getTime() - from.getTime()) * num) / den);
  return by === 0 || clock.state === 'paused' ? undefined : shifted({ ...clock, stages }, by, at, isMoreTime(because) ? 'again' : 'once');
}

const isMoreTime = (because: LeadMove) => because === 'EXTENDED' || because === 'LOWERED';

/** Due time and what has not fired yet come so much later; given more time, a warning that has spoken speaks again if its new time is still to come. */
function shifted(clock: Clock, by: number, at: Date, warns: 'once' | 'again'): Partial<ClockPosition> {
  const later = (instant: Date) => new Date(instant.getTime() + by);
  const dueAt = later(clock.dueAt);
  const moved = clock.stages.map((stage) => ({ ...stage, at: later(stage.at) }));
  const repeated = warns === 'again' ? moved.slice(0, clock.stage).filter(({ kind, at: then }) => kind === 'warning' && then > at) : [];
  const left = [...repeated, ...moved.slice(clock.stage)];
  return {
    ...{
      dueAt,
      stages: [...clock.stages.slice(0, clock.stage), ...left],
      firesAt: left[0]?.at ?? null,
      state: left[0] ? 'armed' : 'fired',
    },
    changes: by === 0 ? clock.changes : [...clock.changes, { kind: 'due', at: at.toISOString(), dueAt: dueAt.toISOString() }],
  };
}
