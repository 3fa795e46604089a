import { DomainError } from '@wufang/kernel';
import { startClock, type ArmedDeadline, type ClockRules } from '@wufang/service';
import type { DispatchTx } from '../db/schema.js';
import type { ClockStep } from '../domain/clock-steps.js';

/** By which table and calendar a fact's clocks are counted, for the fact itself: so that they can be counted again from the log. */
export function countedBy({ policyVersion, calendarVersion }: ClockRules): { counted: { policyVersion: number; calendarVersion: number } } {
  return { counted: { policyVersion, calendarVersion } };
}

/**
 * Starts and stops the clocks of a subject as its facts say, and answers those that were started. A table that lacks a clock cannot be worked by, and
 * says so: a duty that nobody watches is worse than a refusal.
 */
export function takeClockSteps(tx: DispatchTx, rules: ClockRules | null, subjectId: string, steps: readonly ClockStep[]): ArmedDeadline[] {
  const started: ArmedDeadline[] = [];
  for (const step of steps) {
    if ('stop' in step) {
      tx.stop(subjectId, step.stop);
      continue;
    }
    const written = step.dueAt && { startedAt: step.at, dueAt: step.dueAt };
    const clock = rules && startClock(rules, step.start, subjectId, step.at, written);
    if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${step.start}` });
    tx.arm(clock);
    started.push(clock);
  }
  return started;
}
