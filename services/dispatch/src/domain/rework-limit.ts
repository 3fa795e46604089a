import { handlingCode, reworkWithinLevel, type DeadlineCode, type Level } from '@wufang/contracts';
import { beginClock, type ClockRules } from '@wufang/kernel';

/**
 * The limit of what was sent back for rework, and when it ends: that of a rework (W10), or for an emergency and a utility's work the limit of its level where
 * that ends before (`reworkWithinLevel`). Undefined where the table has neither.
 * Examples: level U sent back on 30 September at 18:00 -> UTIL_DONE, 1 October 18:00, not five working days after the holidays; level N -> REWORK.
 */
export function reworkLimit(rules: ClockRules, level: Level, at: Date): { code: DeadlineCode; dueAt: Date } | undefined {
  const isWithin = (reworkWithinLevel.value as readonly Level[]).includes(level);
  const codes: DeadlineCode[] = ['REWORK', ...(isWithin ? [handlingCode[level]] : [])];
  const counted = codes.flatMap((code) => {
    const clock = beginClock(rules, code, at);
    return clock ? [{ code, dueAt: clock.dueAt }] : [];
  });
  return counted.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
}
