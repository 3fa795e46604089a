import type { DeadlineCode, Limit, TimeLimit, VoteClass, VoteKind } from '@wufang/contracts';
import { beijingDate, dayOfDate, daysInMonth, DomainError, formatBeijing, instantOfDay } from '@wufang/kernel';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The first instant a vote announced now may open. A notice of so many days does not count its own day, so that the assembly may be on the day so many days
 * later (物业管理条例 art. 35); shorter limits run at once.
 * Example: 15 days, announced on 2025-11-05 -> 2025-11-20 00:00 Beijing time; announced on the 6th -> the 21st.
 */
export function earliestOpening(limit: Limit, announcedAt: Date): Date {
  if (limit.clock === 'D') return instantOfDay(dayOfDate(beijingDate(announcedAt)) + limit.days);
  return new Date(announcedAt.getTime() + lengthMs(limit));
}

const lengthMs = (limit: Limit) => (limit.clock === 'D' ? limit.days * DAY_MS : 'minutes' in limit ? limit.minutes * MINUTE_MS : 0);
const lengthText = (ms: number) => (ms >= DAY_MS ? `${Math.round(ms / DAY_MS)} 日` : `${Math.round(ms / MINUTE_MS)} 分钟`);

/**
 * Refuses a notice that is too short or a period that is too short or too long. Nobody owes a notice for a poll that decides nothing; it may be shorter, not
 * longer, and does not lie in the past.
 */
export function refuseBadTimes(
  { kind, opensAt, closesAt, now }: { kind: VoteKind; opensAt: Date; closesAt: Date; now: Date },
  limits: readonly TimeLimit[],
): void {
  if (opensAt >= closesAt) throw new DomainError('vote.time-reversed');
  const earliest = kind === 'ADVISORY' ? now : earliestOpening(limitOf(limits, 'NOTICE_15D'), now);
  if (opensAt < earliest) throw new DomainError('vote.notice-short', { earliest: formatBeijing(earliest) });
  const min = kind === 'ADVISORY' ? 0 : lengthMs(limitOf(limits, 'VOTE_PERIOD_MIN'));
  const max = lengthMs(limitOf(limits, 'VOTE_PERIOD_MAX'));
  const period = closesAt.getTime() - opensAt.getTime();
  if (period < min || period > max) throw new DomainError('vote.period', { min: lengthText(min), max: lengthText(max) });
}

function limitOf(limits: readonly TimeLimit[], code: DeadlineCode): Limit {
  const row = limits.find((one) => one.code === code);
  if (!row) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  return row.limit;
}

/** The class an issue needs and none of the questions has, if any. Example: an issue of OWNER_SPEC, questions of OWNER_ORD alone -> OWNER_SPEC. */
export function missingClass(wanted: readonly string[], asked: readonly VoteClass[]): 'OWNER_ORD' | 'OWNER_SPEC' | null {
  return (['OWNER_ORD', 'OWNER_SPEC'] as const).find((one) => wanted.includes(one) && !asked.includes(one)) ?? null;
}

/**
 * The same date so many years on, at the end of its day; 29 February has its anniversary on the 28th.
 * Example: posted 2026-12-21 -> one year later 2027-12-22 00:00.
 */
export function yearsAfter(at: Date, years: number): Date {
  const [year, month, day] = beijingDate(at).split('-').map(Number) as [number, number, number];
  const on = Math.min(day, daysInMonth(year + years, month));
  return instantOfDay(dayOfDate(`${year + years}-${`${month}`.padStart(2, '0')}-${`${on}`.padStart(2, '0')}`) + 1);
}
