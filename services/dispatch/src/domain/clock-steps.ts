import type { DeadlineCode, Level } from '@wufang/contracts';

/** What a fact does to the clocks of its subject: one starts, perhaps with a due time somebody has set, or some stop. */
export type ClockStep = { start: DeadlineCode; at: Date; dueAt?: Date } | { stop: readonly DeadlineCode[] };

const respondCodes = ['WHISTLE_RESPOND_E', 'WHISTLE_RESPOND'] as const satisfies readonly DeadlineCode[];
const comingCodes = [...respondCodes, 'WHISTLE_ONSITE'] as const satisfies readonly DeadlineCode[];
/** All clocks a summons may have. */
export const summonsCodes = [...comingCodes, 'WHISTLE_RESULT'] as const satisfies readonly DeadlineCode[];

/** The clocks of a whistle that is asked for. */
export const askedCodes = ['WHISTLE_ASKED_E', 'WHISTLE_ASKED'] as const satisfies readonly DeadlineCode[];

/** The order has another level: `startsAt` where that has another row, and since when it counts. */
interface Relevelled {
  fact: 'relevelled';
  level: Level;
  startsAt?: string | undefined;
  ownDueAt?: string | undefined;
}

export type SummonsFact =
  | {
      fact: 'summoned';
      level: Level;
      summonedAt: string;
      meetingAt: string | null;
      orderId: string | null;
      /** Absent of a fact from before a result had a time. */
      resultDueAt?: string | undefined;
    }
  | { fact: 'reportedIn' | 'explained' | 'checkedIn' | 'improperClaimed' | 'resultGiven' | 'lapsed' | 'ended' }
  | { fact: 'improperJudged'; isImproper: boolean }
  | Relevelled;

/** The clock in which a unit has to answer. Example: E -> WHISTLE_RESPOND_E, one hour; U -> WHISTLE_RESPOND, one working day. */
export function respondCode(level: Level): DeadlineCode {
  return level === 'E' ? 'WHISTLE_RESPOND_E' : 'WHISTLE_RESPOND';
}

/**
 * Clocks of a summons (domain rules 4.4 and 4.6, WHISTLE_RESPOND, WHISTLE_ONSITE and, of its result, CO_RETURN). Any answer ends the time to answer; only being
 * there ends the time to be there; only the result, or that none is owed, ends the time for the result; a claim that the whistle is improper ends nothing, the
 * judgement that it is ends all. For an order the result is due before the lead's own end (`resultDue`), about a place alone the row counts it; both from the
 * meeting where there is one.
 * Example: an explanation stops WHISTLE_RESPOND and leaves WHISTLE_ONSITE and WHISTLE_RESULT running.
 */
export function summonsSteps(told: SummonsFact): ClockStep[] {
  switch (told.fact) {
    case 'summoned': {
      const at = new Date(told.summonedAt);
      const meeting = told.meetingAt === null ? null : new Date(told.meetingAt);
      const result = { start: 'WHISTLE_RESULT' as const, at: meeting ?? at };
      const isCounted = told.orderId === null;
      return [
        { start: respondCode(told.level), at },
        ...(meeting === null ? [] : [{ start: 'WHISTLE_ONSITE' as const, at, dueAt: meeting }]),
        ...(told.resultDueAt === undefined ? [] : [isCounted ? result : { ...result, dueAt: new Date(told.resultDueAt) }]),
      ];
    }
    case 'reportedIn':
    case 'explained':
      return [{ stop: respondCodes }];
    case 'improperClaimed':
      return [];
    case 'improperJudged':
      return told.isImproper ? [{ stop: summonsCodes }] : [];
    case 'relevelled':
      return relevelled(told, respondCodes, respondCode);
    case 'checkedIn':
      return [{ stop: comingCodes }];
    case 'resultGiven':
    case 'lapsed':
    case 'ended':
      return [{ stop: summonsCodes }];
  }
}

/** The clock in which a request for a whistle is answered. Example: E -> WHISTLE_ASKED_E; U -> WHISTLE_ASKED. */
export function askedCode(level: Level): DeadlineCode {
  return level === 'E' ? 'WHISTLE_ASKED_E' : 'WHISTLE_ASKED';
}

/**
 * The clock in which the street says whether it blows a whistle that is asked for (regulation art. 16; P): from when it was asked, until it is sounded or declined; by another
 * row once its order has become an emergency, or is none any more (`answerAnew`).
 * Example: asked for an emergency -> WHISTLE_ASKED_E begins; sounded -> it stops.
 */
export function whistleSteps(told: { fact: 'asked'; level: Level; askedAt: string } | Relevelled | { fact: 'ended' }): ClockStep[] {
  switch (told.fact) {
    case 'asked':
      return [{ start: askedCode(told.level), at: new Date(told.askedAt) }];
    case 'relevelled':
      return relevelled(told, askedCodes, askedCode);
    case 'ended':
      return [{ stop: askedCodes }];
  }
}

function relevelled(
  { level, startsAt, ownDueAt }: Relevelled,
  stop: readonly DeadlineCode[],
  codeOf: (level: Level) => DeadlineCode,
): ClockStep[] {
  if (startsAt === undefined) return [];
  return [{ stop }, owed(codeOf(level), { fact: 'asked', at: startsAt, ownDueAt: ownDueAt ?? null })];
}

/** An answer is owed from an instant on: by a time that somebody set, or by the table. */
interface Asked {
  fact: 'asked';
  at: string;
  ownDueAt: string | null;
}

const owed = (code: DeadlineCode, { at, ownDueAt }: Asked): ClockStep => {
  const start = { start: code, at: new Date(at) };
  return ownDueAt === null ? start : { ...start, dueAt: new Date(ownDueAt) };
};

/** The one clock of an assigned task: runs to the due time that was set, if one was, until it is delivered or dropped. */
export function taskSteps(told: Asked | { fact: 'ended' }): ClockStep[] {
  const stop: ClockStep = { stop: ['ASSIGNED_TASK'] };
  return told.fact === 'asked' ? [stop, owed('ASSIGNED_TASK', told)] : [stop];
}

/**
 * The clocks of a supervision: the lead's time to reply, then that of who judges the reply (P), until it is lifted, revoked or sent back. `isJudged` is false of a
 * reply from before it had a time to be judged in.
 */
export function supervisionSteps(told: Asked | { fact: 'replied'; at: string; isJudged: boolean } | { fact: 'ended' }): ClockStep[] {
  const stop: ClockStep = { stop: ['SUPERVISION', 'SUPERVISION_JUDGE'] };
  switch (told.fact) {
    case 'asked':
      return [stop, owed('SUPERVISION', told)];
    case 'replied':
      return [stop, ...(told.isJudged ? [owed('SUPERVISION_JUDGE', { fact: 'asked', at: told.at, ownDueAt: null })] : [])];
    case 'ended':
      return [stop];
  }
}
