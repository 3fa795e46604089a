import { coReturnShare, type TimeLimit } from '@wufang/contracts';
import { countClock, type ClockRules } from '@wufang/kernel';

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

/**
 * When a summoned unit owes its result (吹哨报到, domain rules 4.4: CO_RETURN per unit; 4.6): for an order as a co-unit does, before the lead's own end; about a
 * place alone within the limit of WHISTLE_RESULT. What the units meet for is owed after the meeting, so that both are counted from it.
 * Examples: summoned at 10:00, lead due at 20:00 -> 18:00; with a meeting at 15:00 -> 19:00; about a place -> two working days.
 */
export function resultDue(summonedAt: Date, meetingAt: Date | null, leadDueAt: Date | null, rules: ClockRules<TimeLimit>): Date {
  const from = meetingAt ?? summonedAt;
  const row = (wanted: TimeLimit['code']) => rules.limits.find(({ code }) => code === wanted)!;
  if (leadDueAt !== null) return coReturnDue(from, leadDueAt, row('CO_RETURN'));
  return countClock(row('WHISTLE_RESULT'), from, rules.calendar).dueAt;
}
