import type { DeadlineCode, Level } from '@wufang/contracts';

/** What a fact does to the clocks of its subject: one starts, perhaps with a due time somebody has set, or some stop. */
export type ClockStep = { start: DeadlineCode; at: Date; dueAt?: Date } | { stop: readonly DeadlineCode[] };

const respondCodes = ['WHISTLE_RESPOND_E', 'WHISTLE_RESPOND'] as const satisfies readonly DeadlineCode[];
/** All clocks a summons may have. */
export const summonsCodes = [...respondCodes, 'WHISTLE_ONSITE'] as const satisfies readonly DeadlineCode[];

export type SummonsFact =
  | { fact: 'summoned'; level: Level; summonedAt: string; meetingAt: string | null }
  | { fact: 'reportedIn' | 'explained' | 'checkedIn' | 'improperClaimed' | 'resultGiven' | 'lapsed' }
  | { fact: 'improperJudged'; isImproper: boolean };

/** The clock in which a unit has to answer. Example: E -> WHISTLE_RESPOND_E, one hour; U -> WHISTLE_RESPOND, one working day. */
export function respondCode(level: Level): DeadlineCode {
  return level === 'E' ? 'WHISTLE_RESPOND_E' : 'WHISTLE_RESPOND';
}

/**
 * Clocks of a summons (domain rules 4.6, WHISTLE_RESPOND and WHISTLE_ONSITE). Any answer ends the time to answer; only being there ends the time
 * to be there; a claim that the whistle is improper ends nothing, the judgement that it is ends all.
 * Example: an explanation stops WHISTLE_RESPOND and leaves WHISTLE_ONSITE running.
 */
export function summonsSteps(told: SummonsFact): ClockStep[] {
  switch (told.fact) {
    case 'summoned': {
      const at = new Date(told.summonedAt);
      const answer: ClockStep = { start: respondCode(told.level), at };
      return told.meetingAt === null ? [answer] : [answer, { start: 'WHISTLE_ONSITE', at, dueAt: new Date(told.meetingAt) }];
    }
    case 'reportedIn':
    case 'explained':
      return [{ stop: respondCodes }];
    case 'improperClaimed':
      return [];
    case 'improperJudged':
      return told.isImproper ? [{ stop: summonsCodes }] : [];
    case 'checkedIn':
    case 'resultGiven':
    case 'lapsed':
      return [{ stop: summonsCodes }];
  }
}

/** The one clock of an assigned task or of a supervision: runs to the due time that was set, if one was, until it is answered or ended. */
export function answerSteps(
  code: 'ASSIGNED_TASK' | 'SUPERVISION',
  told: { fact: 'asked'; at: string; ownDueAt: string | null } | { fact: 'answered' | 'ended' },
): ClockStep[] {
  if (told.fact !== 'asked') return [{ stop: [code] }];
  const start = { start: code, at: new Date(told.at) };
  return [{ stop: [code] }, told.ownDueAt === null ? start : { ...start, dueAt: new Date(told.ownDueAt) }];
}
