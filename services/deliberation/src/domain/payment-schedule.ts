import { type InstalmentKind, type ResolvedShare, type ScheduledPayment } from '@wufang/contracts';
import { DomainError, fenFromJson, type DateText, type Fen } from '@wufang/kernel';
import { readRatio } from './cost-share-plan.js';
import { instalmentsOf } from './cost-share-settlement.js';

/** One payment of one payer, before it has an id. */
export interface DuePayment {
  payer: string;
  no: number;
  name: string;
  kind: InstalmentKind;
  amountFen: Fen;
  /** The last day to pay; null for the retention, and where no day was signed. */
  dueOn: string | null;
}

/** Where nothing else was signed, everybody pays once. */
const atOnce: ScheduledPayment = { name: '一次付清', ratio: '100%', dueOn: null, isRetention: false };

const partsOf = (schedule: readonly ScheduledPayment[]) =>
  schedule.map(({ name, ratio, isRetention }) => ({ name, ratio: readRatio(ratio), isRetention }));

const refuse = (reason: string): never => {
  throw new DomainError('resolution.schedule', { reason });
};

/**
 * Refuses a schedule (分期安排) that cannot be worked by: its parts are the whole, days do not run backwards and none has passed, one retention at most,
 * which comes last, has no day (the warranty decides) and keeps under its cap.
 * Example: 30 %, 40 %, 27 % and 3 % retention -> fine; 30 %, 40 %, 26 % -> resolution.schedule; 4 % retention -> plan.retention-too-high.
 */
export function checkSchedule(schedule: readonly ScheduledPayment[], hasPlan: boolean, today: DateText): void {
  if (schedule.length === 0) return;
  if (!hasPlan) refuse('没有分摊方案，不必安排分期付款。请删去分期安排。');
  let last: string = today;
  for (const [i, { dueOn, isRetention }] of schedule.entries()) {
    if (isRetention && i !== schedule.length - 1) refuse('质保金只能有一笔，并且排在最后。');
    if (isRetention && dueOn !== null) refuse('质保金在质保期满后支付，不填日期。');
    if (dueOn === null) continue;
    if (dueOn < today) throw new DomainError('due.past', { field: '付款期限' });
    if (dueOn < last) refuse('付款期限要一笔比一笔晚，请按先后排列。');
    last = dueOn;
  }
  const parts = partsOf(schedule);
  const [num, den] = parts.reduce(([n, d], { ratio }) => [n * ratio.den + ratio.num * d, d * ratio.den], [0n, 1n]);
  if (num !== den) refuse('各笔比例合计应当正好是 100%，请改正。');
  instalmentsOf(0n as Fen, parts);
}

/** What of a final share is kept back until the warranty ends: the retention by the schedule, to the fen. Example: ¥54,000.01 and 3 % -> 1,620.00. */
export function retainedOf(finalFen: Fen, schedule: readonly ScheduledPayment[] = []): bigint {
  if (!schedule.at(-1)?.isRetention) return 0n;
  return instalmentsOf(finalFen, partsOf(schedule)).at(-1)!;
}

/**
 * What each payer pays when (C6): its share split by the schedule, to the fen. Payments of nothing are left out.
 * Example: ¥93,200.01 at 30/40/27 % and 3 % retention -> 27,960.00, 37,280.01, 25,164.00 and 2,796.00.
 */
export function paymentsOf(
  shares: readonly Pick<ResolvedShare, 'payer' | 'amountFen'>[],
  schedule: readonly ScheduledPayment[] = [],
): DuePayment[] {
  const signed = schedule.length === 0 ? [atOnce] : schedule;
  const parts = partsOf(signed);
  return shares.flatMap(({ payer, amountFen }) =>
    instalmentsOf(fenFromJson(amountFen), parts).flatMap((amount, i): DuePayment[] => {
      const { name, dueOn, isRetention } = signed[i]!;
      return amount === 0n ? [] : [{ payer, no: i + 1, name, kind: isRetention ? 'RETENTION' : 'SIGNED', amountFen: amount, dueOn }];
    }),
  );
}
