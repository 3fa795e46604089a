import { afterPause, dueAt, stageInstants, type Limit, type Stage } from './due.js';
import type { WorkCalendar } from './work-calendar.js';

/** When a stage of a clock fires: from its start, as a part of the limit, at a time of its last day, or after its due time. */
type StageAt =
  { minutes: number } | { days: number } | { clockTime: string } | { fraction: readonly [number, number] } | { afterDueMinutes: number };

/** A row of a time-limit table (时限表) as far as counting goes: the limit, its stages and who is told. */
export interface LimitRow {
  code: string;
  limit: Limit;
  stages: readonly { kind: ClockStage['kind']; at: StageAt; tell: readonly string[] }[];
}

/** One stage of a running clock: when it fires, of which kind, and who is told. */
export interface ClockStage {
  kind: 'warning' | 'breach' | 'after';
  at: Date;
  tell: string[];
}

/** What happened to a clock while it ran, in order: it stood still, or somebody gave it another due time. */
export type ClockChange = { kind: 'pause'; from: string; to: string | null } | { kind: 'due'; at: string; dueAt: string };

/** A clock of a duty, wherever it is kept. */
export interface Clock {
  code: string;
  startedAt: Date;
  dueAt: Date;
  /** The next stage in `stages`, and when it fires. */
  stage: number;
  stages: ClockStage[];
  firesAt: Date | null;
  state: 'armed' | 'paused' | 'stopped' | 'fired';
  stoppedAt: Date | null;
  policyVersion: number;
  calendarVersion: number;
  provisional: boolean;
  changes: ClockChange[];
}

/** What may change of a clock that runs. */
export type ClockPosition = Omit<Clock, 'code' | 'startedAt' | 'policyVersion'>;

/** A published time-limit table, the earlier ones, and the calendar that duties are counted with. */
export interface ClockRules<Row extends LimitRow = LimitRow> {
  limits: readonly Row[];
  policyVersion: number;
  /** Every table that was ever published, by its version: a clock that runs keeps its own. */
  tables: ReadonlyMap<number, readonly Row[]>;
  calendar: WorkCalendar;
  calendarVersion: number;
}

/** The row of a running clock in the table it was started by. */
export function limitOf<Row extends LimitRow>(rules: ClockRules<Row>, { policyVersion, code }: Pick<Clock, 'policyVersion' | 'code'>): Row {
  const row = rules.tables.get(policyVersion)?.find((limit) => limit.code === code);
  if (!row) throw new Error(`table ${policyVersion} has no row for the running clock ${code}`);
  return row;
}

/**
 * The clock of a code from an instant on, or none where the table in force has no row for it. `written`: start and due time that were set elsewhere,
 * as in an imported order; what has passed of it is skipped, and it is not counted anew when a calendar arrives. Of one that has but a start the row counts the
 * end, from there on, and a calendar counts it anew; what has passed is skipped all the same.
 */
export function beginClock(rules: ClockRules, code: string, at: Date, written?: { startedAt?: Date; dueAt?: Date }): Clock | undefined {
  const limit = rules.limits.find((row) => row.code === code);
  if (!limit) return undefined;
  const startedAt = written?.startedAt ?? at;
  const counted = written?.dueAt
    ? { ...stagesOf(limit, startedAt, written.dueAt, rules.calendar), provisional: false }
    : countClock(limit, startedAt, rules.calendar);
  const stage = written ? stagesPassed(counted.stages, at) : 0;
  const next = counted.stages[stage];
  return {
    ...{ code, startedAt, ...counted, stage, firesAt: next?.at ?? null, state: next ? 'armed' : 'fired', stoppedAt: null },
    ...{ policyVersion: rules.policyVersion, calendarVersion: rules.calendarVersion, changes: [] },
  };
}

/** How many stages of a clock have passed already. Stages are in order of time. */
export function stagesPassed(stages: readonly { at: Date }[], now: Date): number {
  const next = stages.findIndex((stage) => stage.at > now);
  return next === -1 ? stages.length : next;
}

/**
 * The clock of one row of the time-limit table, started at an instant: its due time and the instants of its stages, in order, the breach
 * exactly at the due time. A pure function of row, start and calendar (domain rules 4.6 and 3.9).
 */
export function countClock(
  limit: LimitRow,
  startedAt: Date,
  calendar: WorkCalendar,
): { dueAt: Date; stages: ClockStage[]; provisional: boolean } {
  const due = dueAt(limit.limit, startedAt, calendar);
  return stagesOf(limit, startedAt, due.dueAt, calendar, due.provisional);
}

/** The same for a due time that was set elsewhere, as in an imported order. */
export function stagesOf(
  limit: LimitRow,
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

function kernelStage(stage: LimitRow['stages'][number], { limit }: LimitRow): Stage {
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
 * told cannot be untold. What it stood still is not forgotten, nor another due time that somebody gave it: what happened to it is applied again in
 * order. A due time that turns out to be past fires at once.
 */
export function recountClock(
  clock: Pick<Clock, 'startedAt' | 'dueAt' | 'stage' | 'stages' | 'firesAt' | 'changes'>,
  limit: LimitRow,
  calendar: WorkCalendar,
): { dueAt: Date; stages: ClockStage[]; firesAt: Date | null; provisional: boolean } {
  const old = stagesWithDates(clock.stages);
  const fired = old.slice(0, clock.stage);
  if (fired.some((stage) => stage.kind === 'breach')) {
    return { dueAt: clock.dueAt, stages: old, firesAt: clock.firesAt, provisional: false };
  }
  let counted = countClock(limit, clock.startedAt, calendar);
  for (const change of clock.changes) {
    if (change.kind === 'due') {
      counted = { ...withDue(limit, clock.startedAt, new Date(change.at), new Date(change.dueAt), calendar), provisional: false };
      continue;
    }
    if (change.to === null) continue;
    const moved = shifted(counted, limit, new Date(change.from), new Date(change.to), calendar);
    counted = { ...moved, provisional: counted.provisional || moved.provisional };
  }
  // Where a due time that was given left a warning out, the places no longer match: then only what is still to come is warned of.
  const left =
    counted.stages.length === old.length && !clock.changes.some(({ kind }) => kind === 'due')
      ? counted.stages.slice(clock.stage)
      : counted.stages.filter((stage) => stage.kind !== 'warning' || fired.every((done) => done.at < stage.at));
  return { dueAt: counted.dueAt, stages: [...fired, ...left], firesAt: left[0]?.at ?? null, provisional: counted.provisional };
}

/** Stages as they come out of the database, with dates. */
export function stagesWithDates(stages: readonly ClockStage[]): ClockStage[] {
  return stages.map((stage) => ({ ...stage, at: new Date(stage.at) }));
}

/** Due time and stages after a pause; what came before it stays, what comes after the due time stays as far behind it. */
function shifted(
  clock: { dueAt: Date; stages: ClockStage[] },
  limit: LimitRow,
  from: Date,
  to: Date,
  calendar: WorkCalendar,
): { dueAt: Date; stages: ClockStage[]; provisional: boolean } {
  const due = afterPause(limit.limit, clock.dueAt, from, to, calendar);
  let provisional = due.provisional;
  const stages = clock.stages.map((stage) => {
    if (stage.kind !== 'warning') return { ...stage, at: new Date(stage.at.getTime() + due.dueAt.getTime() - clock.dueAt.getTime()) };
    const moved = afterPause(limit.limit, stage.at, from, to, calendar);
    provisional ||= moved.provisional;
    return { ...stage, at: moved.dueAt };
  });
  return { dueAt: due.dueAt, stages, provisional };
}

/** Runs no longer. One whose last stage has fired, or that was stopped before, stays as it is. */
export function stopClock(clock: ClockPosition, at: Date): Partial<ClockPosition> {
  return clock.state === 'armed' || clock.state === 'paused' ? { state: 'stopped', firesAt: null, stoppedAt: at } : {};
}

/** Has fired a stage: the next one waits. */
export function afterStage(clock: ClockPosition, stage: number): Partial<ClockPosition> {
  const stages = stagesWithDates(clock.stages);
  const next = stages[stage + 1];
  return { stage: stage + 1, firesAt: next?.at ?? null, stages, state: next ? 'armed' : 'fired' };
}

/** Stands still from an instant on: no stage fires until it goes on (中止计时). */
export function pauseClock(clock: Clock, at: Date): Partial<ClockPosition> {
  return { state: 'paused', firesAt: null, changes: [...clock.changes, { kind: 'pause', from: at.toISOString(), to: null }] };
}

/**
 * Goes on after a pause: what has not fired yet comes later by what the clock stood still, counted as its limit counts (`afterPause`). One that
 * rested on a year without calendar is counted anew as a whole.
 */
export function resumeClock(clock: Clock, at: Date, rules: ClockRules): Partial<ClockPosition> {
  const limit = limitOf(rules, clock);
  const open = clock.changes.at(-1);
  if (open?.kind !== 'pause' || open.to !== null) throw new Error(`a clock that does not stand still: ${limit.code}`);
  const changes: ClockChange[] = [...clock.changes.slice(0, -1), { ...open, to: at.toISOString() }];
  const calendarVersion = rules.calendarVersion;
  if (clock.provisional) {
    const anew = recountClock({ ...clock, changes }, limit, rules.calendar);
    return { ...anew, changes, calendarVersion, state: anew.firesAt ? 'armed' : 'fired' };
  }
  const stages = stagesWithDates(clock.stages);
  const moved = shifted({ dueAt: clock.dueAt, stages: stages.slice(clock.stage) }, limit, new Date(open.from), at, rules.calendar);
  const next = moved.stages[0];
  return {
    ...{ dueAt: moved.dueAt, stages: [...stages.slice(0, clock.stage), ...moved.stages], firesAt: next?.at ?? null },
    ...{ state: next ? ('armed' as const) : ('fired' as const), provisional: moved.provisional, calendarVersion, changes },
  };
}

/** A due time that was given at an instant, and the stages that are still to come before and after it. */
function withDue(limit: LimitRow, startedAt: Date, at: Date, due: Date, calendar: WorkCalendar): { dueAt: Date; stages: ClockStage[] } {
  const counted = countClock(limit, startedAt, calendar);
  const stages = counted.stages
    .map((stage) => ({ ...stage, at: new Date(stage.at.getTime() + due.getTime() - counted.dueAt.getTime()) }))
    .filter((stage) => stage.kind !== 'warning' || (stage.at > at && stage.at < due));
  return { dueAt: due, stages };
}

/**
 * Gets another due time (延期). Warnings come as long before the new end as before the old one, if that is still to come; those that have fired
 * stay in the row as they were.
 * Example: due on the 10th with warnings 4 and 1 days before, moved on the 8th to the 15th -> warnings on the 11th and the 14th.
 */
export function moveClockDue(clock: Clock, at: Date, due: Date, rules: ClockRules): Partial<ClockPosition> {
  const limit = limitOf(rules, clock);
  const fired = stagesWithDates(clock.stages).slice(0, clock.stage);
  const { stages: left } = withDue(limit, clock.startedAt, at, due, rules.calendar);
  return {
    ...{ dueAt: due, stages: [...fired, ...left], firesAt: left[0]?.at ?? null, state: left[0] ? 'armed' : 'fired' },
    ...{ provisional: false, calendarVersion: rules.calendarVersion },
    changes: [...clock.changes, { kind: 'due', at: at.toISOString(), dueAt: due.toISOString() }],
  };
}

/** Whether a duty is late at an instant, or was when its clock stopped. What stands still is not late. */
export function isOverdue(clock: Pick<Clock, 'dueAt' | 'stoppedAt' | 'changes'>, now: Date): boolean {
  const last = clock.changes.at(-1);
  const end = last?.kind === 'pause' && last.to === null ? new Date(last.from) : (clock.stoppedAt ?? now);
  return end >= clock.dueAt;
}

/** How long a clock has run up to an instant, and how long of that it did not stand still, in milliseconds. */
export function clockDurations(clock: Pick<Clock, 'startedAt' | 'stoppedAt' | 'changes'>, now: Date): { rawMs: number; netMs: number } {
  const end = clock.stoppedAt ?? now;
  const raw = end.getTime() - clock.startedAt.getTime();
  const paused = clock.changes.reduce(
    (sum, change) =>
      change.kind === 'pause' ? sum + (change.to === null ? end : new Date(change.to)).getTime() - new Date(change.from).getTime() : sum,
    0,
  );
  return { rawMs: raw, netMs: raw - paused };
}
