import type { DeadlineCode, Stage as StageRow, TimeLimit } from '@wufang/contracts';
import { dueAt, stageInstants, type Stage, type WorkCalendar } from '@wufang/kernel';
import { newId } from './ids.js';

/** One stage of a running clock: when it fires, of which kind, and who is told. */
export interface ClockStage {
  kind: StageRow['kind'];
  at: Date;
  tell: string[];
}

/** A clock as it is started. The row in `deadlines` is the timer; an alarm in Redis only makes it punctual. */
export interface ArmedDeadline {
  id: string;
  subjectId: string;
  code: string;
  startedAt: Date;
  dueAt: Date;
  stages: ClockStage[];
  policyVersion: number;
  calendarVersion: number;
  provisional: boolean;
  /** Set when the command that started it, or a later one of the batch, stopped it again. */
  stoppedAt?: Date;
  /** Stages before this one had passed when an order came in as history: recorded as skipped, nobody is told. */
  firstStage?: number;
}

export interface DeadlineStop {
  subjectId: string;
  code: string;
}

/** The next position of a clock after a stage has fired, or after it was counted anew. */
export interface DeadlineMove {
  id: string;
  version: number;
  stage: number;
  firesAt: Date | null;
  dueAt: Date;
  stages: ClockStage[];
  state: 'armed' | 'fired';
  provisional: boolean;
  calendarVersion: number;
}

export interface DeadlineRow {
  streetId: string;
  id: string;
  subjectId: string;
  code: DeadlineCode;
  stage: number;
  stages: ClockStage[];
  startedAt: Date;
  dueAt: Date;
  firesAt: Date | null;
  state: 'armed' | 'stopped' | 'fired';
  stoppedAt: Date | null;
  version: number;
  policyVersion: number;
  calendarVersion: number;
  provisional: boolean;
}

export function isStoppedBy(clock: ArmedDeadline, stop: DeadlineStop): boolean {
  return clock.subjectId === stop.subjectId && (stop.code === '*' || stop.code === clock.code);
}

export function deadlineRow(streetId: string, clock: ArmedDeadline): Omit<DeadlineRow, 'code'> & { code: string } {
  const stage = clock.firstStage ?? 0;
  const next = clock.stages[stage];
  const state = clock.stoppedAt ? 'stopped' : next ? 'armed' : 'fired';
  return {
    streetId,
    id: clock.id,
    subjectId: clock.subjectId,
    code: clock.code,
    stage,
    stages: clock.stages,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    firesAt: state === 'armed' ? next!.at : null,
    state,
    stoppedAt: clock.stoppedAt ?? null,
    version: 1,
    policyVersion: clock.policyVersion,
    calendarVersion: clock.calendarVersion,
    provisional: clock.provisional,
  };
}

/** A published time-limit table and the calendar it is counted with. */
export interface ClockRules {
  limits: readonly TimeLimit[];
  policyVersion: number;
  calendar: WorkCalendar;
  calendarVersion: number;
}

/**
 * The clock of one row of the time-limit table, started at an instant: its due time and the instants of its stages, in order, the breach
 * exactly at the due time. A pure function of row, start and calendar (domain rules 4.6 and 3.9).
 */
export function countClock(
  limit: TimeLimit,
  startedAt: Date,
  calendar: WorkCalendar,
): { dueAt: Date; stages: ClockStage[]; provisional: boolean } {
  const due = dueAt(limit.limit, startedAt, calendar);
  return stagesOf(limit, startedAt, due.dueAt, calendar, due.provisional);
}

/** The same for a due time that was set elsewhere, as in an imported order. */
export function stagesOf(
  limit: TimeLimit,
  startedAt: Date,
  due: Date,
  calendar: WorkCalendar,
  provisional = false,
): { dueAt: Date; stages: ClockStage[]; provisional: boolean } {
  const instants = stageInstants(
    limit.stages.map((stage) => kernelStage(stage, limit)),
    startedAt,
    due,
    calendar,
  );
  const stages = instants.map(({ stage, at }) => ({ kind: limit.stages[stage]!.kind, at, tell: [...limit.stages[stage]!.tell] }));
  return { dueAt: due, stages, provisional: provisional || instants.some((instant) => instant.provisional) };
}

function kernelStage(stage: StageRow, { limit }: TimeLimit): Stage {
  const { at } = stage;
  if ('minutes' in at)
    return { after: limit.clock === 'W' || limit.clock === 'CW' ? { ...limit, minutes: at.minutes } : { clock: 'C', minutes: at.minutes } };
  if ('days' in at) return { after: { clock: 'D', days: at.days, unit: limit.clock === 'D' ? limit.unit : 'calendar', roll: false } };
  if ('clockTime' in at) return { at: at.clockTime, on: 'due' };
  if ('afterDueMinutes' in at) return { afterDue: at.afterDueMinutes };
  const [num, den] = at.fraction;
  return { part: { num, den }, ...((limit.clock === 'W' || limit.clock === 'CW') && { clock: limit }) };
}

/**
 * A provisional clock counted anew. Stages that have fired stay as they were; one whose breach has fired keeps its due time, since what was
 * told cannot be untold. A due time that turns out to be past fires at once.
 */
export function recountClock(
  clock: DeadlineRow,
  limit: TimeLimit,
  calendar: WorkCalendar,
): { dueAt: Date; stages: ClockStage[]; firesAt: Date | null; provisional: boolean } {
  const old = clock.stages.map((stage) => ({ ...stage, at: new Date(stage.at) }));
  const fired = old.slice(0, clock.stage);
  if (fired.some((stage) => stage.kind === 'breach')) {
    return { dueAt: clock.dueAt, stages: old, firesAt: clock.firesAt, provisional: false };
  }
  const counted = countClock(limit, clock.startedAt, calendar);
  // Where the new due time left a warning out, the places no longer match: then only what is still to come is warned of.
  const left =
    counted.stages.length === old.length
      ? counted.stages.slice(clock.stage)
      : counted.stages.filter((stage) => stage.kind !== 'warning' || fired.every((done) => done.at < stage.at));
  return { dueAt: counted.dueAt, stages: [...fired, ...left], firesAt: left[0]?.at ?? null, provisional: counted.provisional };
}

/** Starts the clock of a code for a subject, or none where the table in force has no row for it. */
export function startClock(rules: ClockRules, code: DeadlineCode, subjectId: string, startedAt: Date): ArmedDeadline | undefined {
  const limit = rules.limits.find((row) => row.code === code);
  if (!limit) return undefined;
  return {
    id: newId(startedAt),
    subjectId,
    code,
    startedAt,
    ...countClock(limit, startedAt, rules.calendar),
    policyVersion: rules.policyVersion,
    calendarVersion: rules.calendarVersion,
  };
}
