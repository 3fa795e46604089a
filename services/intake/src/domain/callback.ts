import { labels, type CallbackState, type Satisfaction, type WorkOrderState } from '@wufang/contracts';
import { beijingDate, DomainError, msOfDay } from '@wufang/kernel';

export type CallbackAction = 'attempt' | 'record' | 'giveUp' | 'withdraw';

/** A callback (回访) is open until the complainant has answered, nobody could be reached, or what the unit had said was done is not. */
export const callbackTransitions: Record<CallbackState, Partial<Record<CallbackAction, CallbackState>>> = {
  OPEN: { attempt: 'OPEN', record: 'RECORDED', giveUp: 'UNREACHED', withdraw: 'WITHDRAWN' },
  RECORDED: {},
  UNREACHED: {},
  WITHDRAWN: {},
};

/** How a callback comes to be: opened, or told by an import with its answer. */
export const callbackEntries = { open: ['OPEN'], import: ['RECORDED', 'UNREACHED'] } as const satisfies Record<
  string,
  readonly CallbackState[]
>;

export function nextCallbackState(state: CallbackState, action: CallbackAction): CallbackState {
  const next = callbackTransitions[state][action];
  if (!next) throw new DomainError('callback.illegal-step', { status: labels.callbackState[state] });
  return next;
}

/**
 * From when a callback is owed because the limit has passed (domain rules 4.6, CALLBACK_DUE: starts at due, 1 day). 24:00 belongs to the day that it ends, so
 * the day of a limit of days is the next one.
 * Example: due 12-10 24:00 -> within 12-11, until its 24:00; due 12-10 10:00 -> as well.
 */
export function startOfCallback(limitDueAt: Date): Date {
  return msOfDay(limitDueAt) === 0 ? new Date(limitDueAt.getTime() - 1) : limitDueAt;
}

const NOON_MS = 12 * 3_600_000;

/** The half-day of Beijing a call falls in. Example: 2026-11-20T04:00:00Z -> '2026-11-20 PM'; a second before -> '2026-11-20 AM'. */
export function halfDayOf(at: Date): string {
  return `${beijingDate(at)} ${msOfDay(at) < NOON_MS ? 'AM' : 'PM'}`;
}

/**
 * One more call that nobody took. Tries count once a half-day; after so many of them the callback ends as not reached and is not valid
 * (domain rules 4.4, P). Example: third call on the same morning -> still open; first call of a third half-day -> not reached.
 */
export function afterAttempt(halfDays: readonly string[], at: Date, tries: number): { halfDays: string[]; isGivenUp: boolean } {
  const half = halfDayOf(at);
  const all = halfDays.includes(half) ? [...halfDays] : [...halfDays, half];
  return { halfDays: all, isGivenUp: all.length >= tries };
}

/**
 * Whether the desk may order rework: only for what is solved, yet not to the complainant's satisfaction, and with a reason. What is not
 * solved goes to rework by itself (architecture, decision 2).
 */
export function mayOrderRework(answer: { solved: boolean; satisfaction: Satisfaction; reason: string | null }): boolean {
  return answer.solved && answer.satisfaction === 'DISSATISFIED' && Boolean(answer.reason);
}

/**
 * What a complainant who answered alone is told comes of it (architecture, decision 2).
 * Example: not solved, the unit says done -> it goes back to the unit; not solved, still being handled -> the unit goes on.
 */
export function thanksFor(solved: boolean, order: WorkOrderState | null): string {
  if (solved) return '已记下：问题已解决。感谢您的评价。';
  if (order === 'COMPLETED') return '已记下：没有解决。将转回承办单位重新办理，办好后再请您评价。';
  return '已记下：还没有解决。承办单位继续办理，办结后再请您评价。';
}
