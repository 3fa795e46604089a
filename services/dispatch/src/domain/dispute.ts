import { labels, rejectedObjections, type DisputeReason, type Level, type TimeLimit, type WorkOrderState } from '@wufang/contracts';
import { DomainError, dueAt, formatBeijing, type WorkCalendar } from '@wufang/kernel';

/** When the unit that leads an order got it: by dispatch, by an objection that was upheld, or out of another unit's hands. Its time to object begins then. */
export function ledSince({ dispatchedAt, handedOverAt }: { dispatchedAt: Date; handedOverAt: Date | null }): Date {
  return handedOverAt !== null && handedOverAt > dispatchedAt ? handedOverAt : dispatchedAt;
}

/**
 * Until when the unit may object to an order that it got at `since`, or null where no window is set for the level: an emergency (domain rules 4.6,
 * DISPUTE_RAISE).
 */
export function disputeUntil(
  limits: readonly TimeLimit[],
  order: { level: Level; since: Date },
  calendar: WorkCalendar,
): { until: Date; limit: string } | null {
  const row = limits.find(({ code, levels }) => code === 'DISPUTE_RAISE' && (!levels || levels.includes(order.level)));
  if (!row) return null;
  return { until: dueAt(row.limit, order.since, calendar).dueAt, limit: limitText(row.limit) };
}

function limitText(limit: TimeLimit['limit']): string {
  if (limit.clock === 'D') return `${limit.days} ${limit.unit === 'working' ? '个工作日' : '日'}`;
  if (limit.clock === 'SAME_DAY') return '当日';
  return `${limit.minutes / 60} ${limit.clock === 'C' ? '小时' : '个工作小时'}`;
}

/**
 * Refuses a step by which an order would rest, gain time or go to another unit while it is being decided whose it is (domain rules 4.4): the arbiter's ruling has
 * to find it where it was.
 */
export function refuseInDispute({ openDisputeId }: { openDisputeId: string | null }, action: string): void {
  if (openDisputeId !== null) throw new DomainError('work-order.in-dispute', { action });
}

/**
 * Refuses an objection that has been ruled on: on grounds that were rejected since the unit has led the order, or when as many were rejected as a unit may have
 * (`rejectedObjections`). Other grounds (其他) name none, and only their number counts. Who leads it anew, after another unit did, begins anew.
 * Examples: NOT_OUR_DUTY rejected, NOT_OUR_DUTY again -> dispute.same-grounds; WRONG_PLACE then -> taken; two rejected -> dispute.often-rejected.
 */
export function refuseRejected(
  rejected: readonly { leadUnitId: string; reason: DisputeReason; decidedAt: Date }[],
  by: { leadUnitId: string; since: Date; reason: DisputeReason },
): void {
  const own = rejected.filter(({ leadUnitId, decidedAt }) => leadUnitId === by.leadUnitId && decidedAt >= by.since);
  if (own.length >= rejectedObjections[0].value) throw new DomainError('dispute.often-rejected', { count: own.length });
  if (by.reason !== 'OTHER' && own.some(({ reason }) => reason === by.reason))
    throw new DomainError('dispute.same-grounds', { reason: labels.disputeReason[by.reason] });
}

/** States in which an emergency may be argued about while it is handled (先办后议). */
const handled: readonly WorkOrderState[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'];

/**
 * How an objection is taken: it holds the order back until it is decided, or, in an emergency, it is decided beside while the handling goes on
 * (先办后议). Throws where the window is lost.
 * Examples: level N, dispatched 09:00, objected 14:30 -> held; objected 14:31 -> dispute.window-lost, since 4 working hours have passed;
 * level E, being handled -> beside.
 */
export function takeDispute(
  order: { state: WorkOrderState; level: Level },
  window: { until: Date; limit: string } | null,
  now: Date,
): 'held' | 'beside' | 'illegal' {
  if (order.level === 'E') return handled.includes(order.state) ? 'beside' : 'illegal';
  if (order.state !== 'DISPATCHED') return 'illegal';
  if (window && now > window.until)
    throw new DomainError('dispute.window-lost', { limit: window.limit, until: formatBeijing(window.until).slice(0, 16) });
  return 'held';
}
