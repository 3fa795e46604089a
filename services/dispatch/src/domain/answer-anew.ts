import type { DeadlineCode, Level, TimeLimit } from '@wufang/contracts';
import { beginClock, type ClockRules } from '@wufang/kernel';

/** An answer that is owed by the level of an order: to a request for a whistle, or by a unit that was whistled. */
export interface OwedAnswer {
  codeOf: (level: Level) => DeadlineCode;
  level: Level;
  /** Since when it is owed, and until when; null of one from before it had a clock. */
  since: Date | null;
  dueAt: Date | null;
}

/**
 * From when an answer is owed anew once its order has another level: of an emergency from now, and no later than it was owed already; of what was found to be none from when it
 * was first owed, as the order itself is counted from its dispatch. Undefined where the same row counts, or one without a clock is no emergency.
 * Examples: asked at 10:00 for N, raised to E at 10:20 -> from 10:20; lowered again -> from 10:00; N to U -> nothing.
 */
export function answerAnew(
  { codeOf, level: before, since, dueAt }: OwedAnswer,
  level: Level,
  now: Date,
  rules: ClockRules<TimeLimit>,
): { startsAt: Date; ownDueAt?: Date } | undefined {
  if (codeOf(before) === codeOf(level)) return undefined;
  if (level !== 'E') return dueAt === null || since === null ? undefined : { startsAt: since };
  const counted = beginClock(rules, codeOf(level), now)!.dueAt;
  return dueAt !== null && dueAt > now && dueAt < counted ? { startsAt: now, ownDueAt: dueAt } : { startsAt: now };
}
