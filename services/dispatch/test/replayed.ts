import type { TimeLimit } from '@wufang/contracts';
import type { Clock, ClockRules } from '@wufang/kernel';
import type { ServiceUnderTest } from '@wufang/testing';
import type { LoggedFact } from '../src/domain/replay-clocks.js';
import { replaySteps } from '../src/domain/replay-steps.js';

/** The log of a subject, in order. */
export const logOf = (sut: ServiceUnderTest, subjectId: string) =>
  sut.rows<LoggedFact & Record<string, unknown>>(
    'select type, payload, recorded_at as "recordedAt" from events where aggregate_id = $1 order by version',
    [subjectId],
  );

/** The clocks of a subject as they are stored. */
export const storedClocks = (sut: ServiceUnderTest, subjectId: string) =>
  sut.rows<Clock & Record<string, unknown>>(
    `select code, started_at as "startedAt", due_at as "dueAt", stage, stages, fires_at as "firesAt", state, stopped_at as "stoppedAt",
       policy_version as "policyVersion", calendar_version as "calendarVersion", provisional, changes from deadlines where subject_id = $1`,
    [subjectId],
  );

/** A clock as text, so that dates out of JSON and dates out of columns are alike. */
export function plain(clock: Clock): string {
  const { code, startedAt, dueAt, stage, stages, firesAt, state, stoppedAt, policyVersion, calendarVersion, provisional, changes } = clock;
  const told = stages.map(({ at, kind, tell }) => ({ at: new Date(at), kind, tell }));
  return JSON.stringify({
    ...{ code, startedAt, dueAt, stage, stages: told, firesAt, state, stoppedAt, policyVersion, calendarVersion, provisional },
    changes: changes.map((change) => (change.kind === 'pause' ? [change.from, change.to] : [change.at, change.dueAt])),
  });
}

/** Every clock of subjects other than orders, as stored and as found again from their logs; both as sorted text, by subject. */
export async function replayedSteps(
  sut: ServiceUnderTest,
  subjectIds: readonly string[],
  rulesOf: (policyVersion: number, calendarVersion: number) => ClockRules<TimeLimit>,
): Promise<{ stored: string[][]; replayed: string[][] }> {
  const stored: string[][] = [];
  const replayed: string[][] = [];
  for (const id of subjectIds) {
    const { log, clocks } = await atOneInstant(sut, id);
    stored.push(clocks.map(plain).sort());
    replayed.push(replaySteps(log, rulesOf).map(plain).sort());
  }
  return { stored, replayed };
}

/** A subject's log and its clocks of the same instant: a clock that runs in seconds may fire between two looks, which are then taken again. */
async function atOneInstant(sut: ServiceUnderTest, subjectId: string) {
  for (;;) {
    const log = await logOf(sut, subjectId);
    const clocks = await storedClocks(sut, subjectId);
    if ((await logOf(sut, subjectId)).length === log.length) return { log, clocks };
  }
}
