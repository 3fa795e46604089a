import type { DeadlineCode } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { startClock, type ArmedDeadline, type ClockRules } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';

/** Starts a clock that begins to count at a later instant: its limit is counted from there, and nothing of it fires before. */
export function startLater(tx: DeliberationTx, rules: ClockRules, code: DeadlineCode, subjectId: string, startedAt: Date): ArmedDeadline {
  const clock = startClock(rules, code, subjectId, startedAt);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  const armed = { ...clock, id: tx.newId() };
  tx.arm(armed);
  return armed;
}

/**
 * Starts a clock of a subject. A table that lacks it cannot be worked by, and says so: a duty that nobody watches is worse than a refusal. `written`: start and
 * due time that somebody has set.
 */
export function armClock(
  tx: DeliberationTx,
  rules: ClockRules,
  code: DeadlineCode,
  subjectId: string,
  written?: { startedAt?: Date; dueAt: Date },
): ArmedDeadline {
  const clock = startClock(rules, code, subjectId, tx.now, written);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  tx.arm(clock);
  return clock;
}
