import { coReturnShare, type TimeLimit } from '@wufang/contracts';

const MINUTE = 60_000;

/**
 * When a co-unit owes the lead its result: four fifths of the time the lead has left, and at least the least of the time-limit table (条例
 * 第十四条: before the lead's own end; domain rules 4.6, CO_RETURN).
 * Examples: asked at 10:00, lead due at 20:00 -> 18:00; asked at 10:00, lead due at 10:30 -> 11:00, the least of one hour.
 */
export function coReturnDue(startedAt: Date, leadDueAt: Date, limit: TimeLimit): Date {
  const { num, den } = coReturnShare.value;
  const share = Math.floor(((leadDueAt.getTime() - startedAt.getTime()) * num) / den);
  const least = limit.limit.clock === 'C' ? limit.limit.minutes * MINUTE : 0;
  return new Date(startedAt.getTime() + Math.max(share, least));
}
