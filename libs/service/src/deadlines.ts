import type { DeadlineCode, LimitInForce } from '@wufang/contracts';
import { beginClock, type Clock, type ClockPosition, type ClockRules as Rules } from '@wufang/kernel';
import { newId } from './ids.js';

/** The published time-limit tables of a street, completed by the platform's rows, and its calendar. */
export type ClockRules = Rules<LimitInForce>;

/** A clock as it is started, and stopped again where the command that started it, or a later one of the batch, did that. */
export interface ArmedDeadline extends Clock {
  id: string;
  subjectId: string;
}

export interface DeadlineStop {
  subjectId: string;
  code: string;
  at: Date;
}

/** A clock as its row has it. The row in `deadlines` is the timer; an alarm in Redis only makes it punctual. */
export interface DeadlineRow extends Clock {
  streetId: string;
  id: string;
  subjectId: string;
  code: DeadlineCode;
  version: number;
}

/** The next position of a clock: after a stage has fired, when it pauses or goes on, or after it was counted anew. */
export interface DeadlineMove extends ClockPosition {
  id: string;
  subjectId: string;
  code: string;
  version: number;
  /** Nothing but where it stands differs from its row: not its stages, nor when it is due. */
  isStep: boolean;
}

export function isStoppedBy(clock: { subjectId: string; code: string }, stop: DeadlineStop): boolean {
  return clock.subjectId === stop.subjectId && (stop.code === '*' || stop.code === clock.code);
}

/**
 * Starts the clock of a code for a subject, or none where the table in force has no row for it. `written`: start and due time that were set
 * elsewhere, as in an imported order; a start alone is counted from (`beginClock`).
 */
export function startClock(
  rules: ClockRules,
  code: DeadlineCode,
  subjectId: string,
  at: Date,
  written?: { startedAt?: Date; dueAt?: Date },
): ArmedDeadline | undefined {
  const clock = beginClock(rules, code, at, written);
  return clock && { ...clock, id: newId(at), subjectId };
}
