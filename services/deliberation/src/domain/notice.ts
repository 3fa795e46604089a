import { labels, type DeadlineCode, type MeetingBody, type TimeLimit } from '@wufang/contracts';
import { DomainError, dueAt, formatBeijing, type WorkCalendar } from '@wufang/kernel';

const codes: Record<MeetingBody, DeadlineCode> = {
  TABLE: 'NOTICE_3WD',
  OWNERS_COMMITTEE: 'NOTICE_5D',
  OWNERS_ASSEMBLY: 'NOTICE_15D',
};
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Rules {
  limits: readonly TimeLimit[];
  calendar: WorkCalendar;
}

/** The limit of a clock in the table in force, or the refusal that says it lacks one. */
export function limitFor({ limits }: Pick<Rules, 'limits'>, code: DeadlineCode): TimeLimit['limit'] {
  const row = limits.find((one) => one.code === code);
  if (!row) throw new DomainError('time-limits.invalid', { faults: `缺少${labels.deadlineCode[code]}` });
  return row.limit;
}

/**
 * The first instant at which a body may meet when its notice goes out now: in days, from the beginning of the last day of the notice on.
 * Example (物业管理条例第三十五条): notice on 2025-11-05 for an assembly -> 2025-11-20 00:00; on 2025-11-06 that is too late.
 */
export function earliestStart(rules: Rules, code: DeadlineCode, noticedAt: Date): Date {
  const limit = limitFor(rules, code);
  const { dueAt: at } = dueAt(limit, noticedAt, rules.calendar);
  return limit.clock === 'D' ? new Date(at.getTime() - DAY_MS) : at;
}

/**
 * The clock of a notice and the check that it is long enough: the strictest of the bodies that meet counts. Emergencies meet at once, but not before their notice.
 * Example: table and owners' committee -> NOTICE_5D or NOTICE_3WD, whichever ends later.
 */
export function noticeFor(
  rules: Rules,
  bodies: readonly MeetingBody[],
  isEmergency: boolean,
  noticedAt: Date,
  startsAt: Date,
): DeadlineCode {
  // A form knows minutes: who meets at once names the minute that has begun.
  if (startsAt.getTime() <= noticedAt.getTime() - MINUTE_MS)
    throw new DomainError('round.notice-short', { body: '会商', earliest: formatBeijing(noticedAt) });
  if (isEmergency) return 'NOTICE_NOW';
  const strictest = strictestOf(rules, bodies, noticedAt);
  if (startsAt < strictest.earliest)
    throw new DomainError('round.notice-short', { body: labels.meetingBody[strictest.body], earliest: formatBeijing(strictest.earliest) });
  return strictest.code;
}

/**
 * The clock of a second notice and the first instant it allows. Its three working days are the table's own (4.7, P); a committee or an assembly that meets with
 * it has what the law gives its members, a second time as well (L2-45, L2-35).
 * Example: table and owners' committee fail on Monday 2026-11-09 -> NOTICE_5D, from 2026-11-14 00:00 on.
 */
export function secondNotice(
  rules: Rules,
  bodies: readonly MeetingBody[],
  isEmergency: boolean,
  failedAt: Date,
): { code: DeadlineCode; earliest: Date } {
  if (isEmergency) return { code: 'NOTICE_NOW', earliest: earliestStart(rules, 'NOTICE_NOW', failedAt) };
  return strictestOf(rules, [...new Set<MeetingBody>(['TABLE', ...bodies])], failedAt);
}

const strictestOf = (rules: Rules, bodies: readonly MeetingBody[], noticedAt: Date) =>
  bodies
    .map((body) => ({ body, code: codes[body], earliest: earliestStart(rules, codes[body], noticedAt) }))
    .reduce((a, b) => (b.earliest > a.earliest ? b : a));

/**
 * How long before a meeting its notice is out, in words for the board: of every body that meets, the longest last.
 * Example: table and owners' committee -> 3 个工作日（五方议事桌）、5 日（业主委员会）.
 */
export function noticeText(rules: Pick<Rules, 'limits'>, bodies: readonly MeetingBody[]): string {
  const each = (Object.keys(codes) as MeetingBody[]).filter((body) => bodies.includes(body));
  const words = each.map((body) => ({ body, text: limitWords(rules, codes[body]) }));
  return words.map(({ body, text }) => (words.length > 1 ? `${text}（${labels.meetingBody[body]}）` : text)).join('、');
}

/** The limit of a clock in the table in force, in words for paper. Examples: 7 days -> 7 日; 5 working days -> 5 个工作日; 120 minutes -> 2 小时. */
export const limitWords = (rules: Pick<Rules, 'limits'>, code: DeadlineCode): string => limitText(limitFor(rules, code));

function limitText(limit: TimeLimit['limit']): string {
  if (limit.clock === 'D') return `${limit.days} ${limit.unit === 'working' ? '个工作日' : '日'}`;
  if (limit.clock === 'SAME_DAY') return '当日';
  const length = limit.minutes % 60 === 0 ? `${limit.minutes / 60} 小时` : `${Math.max(1, Math.round(limit.minutes))} 分钟`;
  return limit.clock === 'W' ? `工作时间 ${length}` : length;
}

/** All clocks a notice may have. */
export const noticeCodes = ['NOTICE_NOW', 'NOTICE_3WD', 'NOTICE_5D', 'NOTICE_15D'] as const satisfies readonly DeadlineCode[];
/** Clocks of a round that is called: its notice, the wait for those who come late, and that it is opened once enough are there. */
export const roundCodes = [...noticeCodes, 'QUORUM_WAIT', 'ROUND_START'] as const satisfies readonly DeadlineCode[];

/** How long before a meeting people may sign in (签到). */
export const checkInMinutes = { from: '2020-01-01', value: 60, unit: 'minutes before the meeting', source: 'P' } as const;
export const checkInFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - checkInMinutes.value * 60_000);
