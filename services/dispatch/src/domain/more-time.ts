import {
  complainantPauses,
  extensionDays,
  extensionTimes,
  reworkExtensionDays,
  labels,
  statutoryPauseDays,
  suspensionDays,
  type Extension,
  type Level,
  type OrderRequest,
  type Pause,
  type PauseKind,
  type Suspension,
  type WorkOrderState,
} from '@wufang/contracts';
import { addDays, atBeijing, beijingDate, DomainError, formatBeijing } from '@wufang/kernel';

/** What is known of an order's extensions, suspensions and pauses; the newest last. */
export interface TimePapers {
  extensions: Extension[];
  suspensions: Suspension[];
  pauses: Pause[];
}

/** An order as far as these rules look at it. */
export interface OrderInTime extends TimePapers {
  state: WorkOrderState;
  level: Level;
  dueAt: Date;
  reworks: number;
  openRequest: OrderRequest | null;
}

const DAY = 86_400_000;
const beingHandled: readonly WorkOrderState[] = ['ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING'];
/** 24:00 of a day. */
const endOf = (date: string) => atBeijing(addDays(date, 1), '00:00');

export function openPause({ pauses }: TimePapers): Pause | undefined {
  const last = pauses.at(-1);
  return last?.to === null ? last : undefined;
}

/**
 * How long pauses stood still within a span, in milliseconds; a pause that is open stands no longer than until its end, whether or not that has been found.
 * Example: 9:00–12:00, within 10:00–18:00 -> two hours; before 10:00 alone -> none.
 */
export function stoodStill(pauses: readonly Pick<Pause, 'from' | 'to' | 'until'>[], within: { from: Date; to: Date }): number {
  const parts = pauses.map(({ from, to, until }) => {
    const begun = Math.max(Date.parse(from), within.from.getTime());
    const ended = Math.min(Date.parse(to ?? until), within.to.getTime());
    return Math.max(0, ended - begun);
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** The pause that nobody has looked at yet, whether it goes on or has ended: the one that goes on before those that ended, the earliest of these first. */
export function pauseToReview(order: TimePapers): Pause | undefined {
  const going = openPause(order);
  return going?.review === 'OPEN' ? going : order.pauses.find(({ review }) => review === 'OPEN');
}

/** Refuses a step that an order whose clock stands still, or about which something is asked, has to wait with. */
export function refuseWaiting(order: OrderInTime, action: string): void {
  if (openPause(order)) throw new DomainError('work-order.paused', { action });
  if (order.openRequest) throw new DomainError('work-order.request-open', { request: labels.orderRequest[order.openRequest] });
}

/** An order for a step that nobody's answer to a hand-over (转办) is waited for with: it gives the order to another unit itself. */
export function asIfAnswered<O extends { openRequest: OrderRequest | null }>(order: O): O {
  return order.openRequest === 'TRANSFER' ? { ...order, openRequest: null } : order;
}

export function refusePastDue({ dueAt }: { dueAt: Date }, now: Date): void {
  if (now >= dueAt) throw new DomainError('extension.past-due', { dueAt: formatBeijing(dueAt) });
}

function refuseUnhandled(state: WorkOrderState, action: string, besides?: WorkOrderState): void {
  if (state !== besides && !beingHandled.includes(state))
    throw new DomainError('work-order.illegal-step', { status: labels.workOrderState[state], action });
}

/**
 * The due time a unit may ask for (延期, 条例第十五条; domain rules 4.4): before the old one has come, once for the 7-day class and twice for the 15-day
 * class, each time by no more than the class's own limit; never for emergencies and utilities. What is sent back for rework may be extended by no more
 * than a rework's limit; what was granted before counts, so that being sent back gives nobody another extension.
 * Example: level N, due on the 10th, nothing granted yet, asked for the 15th -> the 15th at 24:00; once more -> extension.used-up.
 */
export function extensionAskedFor(order: OrderInTime, dueOn: string, now: Date): Date {
  refuseUnhandled(order.state, labels.orderRequest.EXTENSION, 'REWORK');
  if (order.level === 'E' || order.level === 'U') throw new DomainError('extension.never', { what: labels.level[order.level] });
  refuseWaiting(order, labels.orderRequest.EXTENSION);
  refusePastDue(order, now);
  const max = extensionTimes.value[order.level];
  if (order.extensions.filter(({ outcome }) => outcome === 'GRANTED').length >= max) throw new DomainError('extension.used-up', { max });
  const newDueAt = endOf(dueOn);
  refuseEarlierDue(order, newDueAt);
  if (newDueAt > latestDue(order)) throw extensionDate(order);
  return newDueAt;
}

/**
 * An extension never shortens a limit: what was asked for may have been overtaken by the due time before it is decided.
 * Example: due on the 10th, the 10th at 24:00 asked for, meanwhile due on the 12th -> extension.date.
 */
export function refuseEarlierDue(order: Pick<OrderInTime, 'dueAt' | 'reworks' | 'level'>, newDueAt: Date): void {
  if (newDueAt <= order.dueAt) throw extensionDate(order);
}

function latestDue({ dueAt, reworks, level }: Pick<OrderInTime, 'dueAt' | 'reworks' | 'level'>): Date {
  const days = reworks > 0 || level === 'E' || level === 'U' ? reworkExtensionDays.value : extensionDays.value[level];
  return new Date(dueAt.getTime() + days * DAY);
}

function extensionDate(order: Pick<OrderInTime, 'dueAt' | 'reworks' | 'level'>): DomainError {
  return new DomainError('extension.date', { after: formatBeijing(order.dueAt), latest: formatBeijing(latestDue(order)) });
}

/**
 * When a suspended matter is looked at again (挂账复核): the end of a day after today, at most 90 days ahead.
 * Example: asked on 2026-11-22 for 2027-02-20 -> 2027-02-21 00:00; for 2027-02-21 -> suspension.date.
 */
export function reviewAskedFor(reviewOn: string, now: Date): Date {
  const today = beijingDate(now);
  const latest = addDays(today, suspensionDays.value);
  if (reviewOn <= today || reviewOn > latest) throw new DomainError('suspension.date', { latest, days: suspensionDays.value });
  return endOf(reviewOn);
}

/**
 * What is urgent is done first and argued about afterwards (先办后议, domain rules 4.5-1): an emergency is neither brought to the table nor put off; nor is water, heat,
 * power or gas before somebody has been at the place, which counts with a photo (UTIL_ONSITE), or has reported how it stands.
 * Example: E -> work-order.urgent-first; U, nobody there yet -> the same; U, checked in without a photo -> the same; with one -> nothing; N -> nothing.
 */
export function refuseUrgent(
  { level, onSiteAt, limitMetAt }: { level: Level; onSiteAt: Date | null; limitMetAt: Date | null },
  action: string,
): void {
  const isUrgent = level === 'E' || (level === 'U' && onSiteAt === null && limitMetAt === null);
  if (!isUrgent) return;
  const rule = level === 'E' ? '须一办到底' : '须先到现场处置并拍照签到（没有照片的不算到场），或报告阶段性进展';
  throw new DomainError('work-order.urgent-first', { what: labels.level[level], rule, action });
}

export function refuseSuspending(order: OrderInTime): void {
  if (order.state !== 'HANDLING')
    throw new DomainError('work-order.illegal-step', {
      status: labels.workOrderState[order.state],
      action: labels.orderRequest.SUSPENSION,
    });
  refuseWaiting(order, labels.orderRequest.SUSPENSION);
}

/**
 * Until when a unit's clock may stand still (domain rules 4.6): never for emergencies and utilities; for the complainant twice, three days each; for a
 * statutory period as long as that says.
 * Example: level N, one pause before, no end said -> three days from now; two before -> pause.used-up; level U -> pause.never.
 */
export function pauseAskedFor(order: OrderInTime, kind: PauseKind, until: Date | undefined, now: Date): Date {
  const action = '暂停计时';
  refuseUnhandled(order.state, action);
  if (order.level === 'E' || order.level === 'U') throw new DomainError('pause.never', {});
  refuseWaiting(order, action);
  refusePastDue(order, now);
  const { times, days } = complainantPauses.value;
  const isForComplainant = kind === 'WAITING_FOR_COMPLAINANT';
  if (isForComplainant && order.pauses.filter((pause) => pause.kind === kind).length >= times)
    throw new DomainError('pause.used-up', { times });
  const latest = new Date(now.getTime() + (isForComplainant ? days : statutoryPauseDays.value) * DAY);
  const end = until ?? (isForComplainant ? latest : now);
  if (end <= now || end > latest) throw new DomainError('pause.until', { latest: formatBeijing(latest) });
  return end;
}

/** Who may decide about a request: not who asked. */
export function refuseOwn(askedBy: string, accountId: string): void {
  if (askedBy === accountId) throw new DomainError('work-order.own-request', {});
}

/** The last of a list, changed. */
export function changeLast<T>(list: readonly T[], change: Partial<T>): T[] {
  return [...list.slice(0, -1), { ...list.at(-1)!, ...change }];
}

/** What is asked about an order and nobody decides any more, because who asked no longer handles it. */
export function lapsedRequest(
  order: Pick<TimePapers, 'extensions' | 'suspensions'> & { openRequest: OrderRequest | null },
  at: Date,
): Partial<Pick<TimePapers, 'extensions' | 'suspensions'>> & { openRequest: null; askedTransfer: null } {
  const lapsed = { outcome: 'LAPSED' as const, decidedAt: at.toISOString() };
  return {
    ...{ openRequest: null, askedTransfer: null },
    ...(order.openRequest === 'EXTENSION' && { extensions: changeLast(order.extensions, lapsed) }),
    ...(order.openRequest === 'SUSPENSION' && { suspensions: changeLast(order.suspensions, lapsed) }),
  };
}

/**
 * What an order leaves behind that nobody decides or waits for any more, because it was completed or closed: an open request lapses, an open pause
 * and a suspension end, a pause no later than its own end.
 */
export function settledPapers(
  order: TimePapers & { openRequest: OrderRequest | null },
  at: Date,
): Partial<TimePapers> & { openRequest: null; askedTransfer: null } {
  const now = at.toISOString();
  const suspension = order.suspensions.at(-1);
  const pause = openPause(order);
  return {
    ...lapsedRequest(order, at),
    ...(suspension?.outcome === 'GRANTED' &&
      suspension.endedAt === null && { suspensions: changeLast(order.suspensions, { endedAt: now }) }),
    ...(pause && { pauses: changeLast(order.pauses, { to: pause.until < now ? pause.until : now }) }),
  };
}
