import { instalmentEvents, labels, type Ctx, type InstalmentView, type SeatKind } from '@wufang/contracts';
import { beijingDate, DomainError, fen, fenToJson, formatBeijing, formatFen } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { InstalmentRow } from '../db/instalments.schema.js';
import { entriesOf, instalments, issueOfInstalment } from '../db/instalments.store.js';
import { instalmentView } from '../db/instalments.view.js';
import { lockIssueWithinReach } from '../db/issues.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { openOf, paid, receive, wereInTime } from '../domain/payment-ledger.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { counterClosed, counterClosedRefund } from './counter-closed.js';
import { refuseUnknownFiles } from './known-files.js';
import { aboutInstalment, post, sumsOf } from './make-instalments.js';
import { closeIfPaid } from './settle-works.js';

export interface ReceiptInput {
  id: string;
  receiptId: string;
  amountFen: string;
  paidOn: string;
  document: string;
  documentId: string;
}

/**
 * A payment is recorded with its proof (付款凭证), by the payer's seat or by the community, which keeps the account for those without one. Never above what
 * is open. The same receipt sent twice is one entry. What was paid in full by its last day, though recorded later, was in time: by the days of all its
 * receipts, not of the one that was recorded last.
 */
export async function recordReceipt(tx: DeliberationTx, input: ReceiptInput, ctx: Ctx, rules: RuleBook): Promise<InstalmentView> {
  const { row, issue, seat } = await lockForPayment(tx, input.id, ctx);
  const entries = await entriesOf(tx, row.id);
  if (entries.some(({ id }) => id === input.receiptId)) return instalmentView(row);
  refuseUnlessOpen(row);
  refusePrivate(input.document);
  await refuseUnknownFiles(tx, issue.id, [input.documentId]);
  if (input.paidOn > beijingDate(tx.now)) throw new DomainError('time.future', { field: '付款日期' });
  const receivedFen = receive(row, BigInt(input.amountFen));
  const { receiptId: entryId, paidOn, document, documentId } = input;
  const received = post(tx, row, paid(receivedFen), { id: entryId, kind: 'RECEIPT', paidOn, document, documentId, seat });
  const isPaid = openOf(received) === 0n;
  if (isPaid) tx.stop(row.id, ['INSTALMENT_DUE']);
  const isInTime = wereInTime([...entries, { id: entryId, kind: 'RECEIPT', paidOn, counterOf: null }], row.dueAt);
  const withdrawsLate = isPaid && isInTime && row.lateAt !== null;
  const next: InstalmentRow = {
    ...received,
    state: isPaid ? 'PAID' : 'OPEN',
    lateAt: withdrawsLate ? null : row.lateAt,
  };
  const saved = tx.save(instalments, next, [
    fact(instalmentEvents.receiptRecorded, {
      ...{ ...aboutInstalment(next), ...sumsOf(next), entryId, receivedFen: fenToJson(fen(receivedFen)), paidOn, withdrawsLate },
    }),
  ]);
  await closeIfPaid(tx, issue, rules);
  return instalmentView(saved);
}

/**
 * A wrong entry is taken back by its opposite (冲销); both stay. What it had paid is open again, and its clock runs again; of a payment that is closed, see
 * `counterClosed`.
 */
export async function counterReceipt(
  tx: DeliberationTx,
  input: { id: string; receiptId: string; entryId: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<InstalmentView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const { row, issue, seat } = await lockForPayment(tx, input.id, ctx);
  const entries = await entriesOf(tx, row.id);
  if (entries.some(({ id, counterOf }) => id === input.entryId && counterOf === input.receiptId)) return instalmentView(row);
  const wrong = entries.find(({ id }) => id === input.receiptId);
  if (!wrong) throw new DomainError('object.not-found', {});
  if (wrong.kind !== 'RECEIPT' || entries.some(({ counterOf }) => counterOf === wrong.id))
    throw new DomainError('instalment.countered', {});
  refusePrivate(input.reason);
  const { entryId, receiptId: counterOf, reason } = input;
  if (row.state === 'CLOSED') {
    const take = wrong.paidFen < 0n ? counterClosedRefund : counterClosed;
    const closed = await take(tx, issue, row, wrong, { entryId, counterOf, reason, seat }, rules);
    await closeIfPaid(tx, issue, rules);
    return instalmentView(closed);
  }
  const back = post(tx, row, paid(-wrong.paidFen), { id: entryId, kind: 'COUNTER', counterOf, reason, seat });
  const next: InstalmentRow = { ...back, state: 'OPEN' };
  const about = { ...aboutInstalment(next), ...sumsOf(next) };
  const countered = fact(instalmentEvents.receiptCountered, { ...about, entryId, counterOf, reason });
  if (row.state !== 'PAID' || row.dueAt === null) return instalmentView(tx.save(instalments, next, [countered]));
  if (row.dueAt > tx.now) {
    armClock(tx, limits, 'INSTALMENT_DUE', row.id, { startedAt: tx.now, dueAt: row.dueAt });
    return instalmentView(tx.save(instalments, next, [countered]));
  }
  const isNewlyLate = row.lateAt === null;
  return instalmentView(
    tx.save(instalments, isNewlyLate ? { ...next, lateAt: row.dueAt } : next, [countered, ...(isNewlyLate ? [lateFact(next)] : [])]),
  );
}

/**
 * The clock of a payment has come to a stage: its payer is reminded; at the breach it is late, once, and the whole table hears of it. A refund's
 * are the community's, which keeps the account. Nothing is spread over others.
 */
export function recordFiredInstalment(tx: DeliberationTx, row: InstalmentRow, { code, dueAt }: DeadlineRow, fired: FiredStage): void {
  if (row.state !== 'OPEN') return;
  const { stage, kind, tell, skipped } = fired;
  const isNewlyLate = kind === 'breach' && row.lateAt === null;
  tx.save(instalments, isNewlyLate ? { ...row, lateAt: row.dueAt } : row, [
    fact(instalmentEvents.clockFired, {
      ...{ ...aboutInstalment(row), code, stage, kind, tell, dueAt: dueAt.toISOString(), skippedStages: skipped },
    }),
    ...(isNewlyLate ? [lateFact(row)] : []),
  ]);
}

function lateFact(row: InstalmentRow) {
  const dueAt = row.dueAt!;
  const open = openOf(row);
  const sum = formatFen(fen(open < 0n ? -open : open));
  const reason =
    row.kind === 'REFUND'
      ? `应退${row.payerName}的“${row.name}”应于 ${formatBeijing(dueAt)} 前退还，尚有 ¥${sum}`
      : `${row.payerName}“${row.name}”应于 ${formatBeijing(dueAt)} 前付清，尚有 ¥${sum}`;
  return fact(instalmentEvents.late, {
    ...{ ...aboutInstalment(row), reason, dueAt: dueAt.toISOString(), openFen: fenToJson(fen(open)), unitIds: row.concernedUnitIds },
  });
}

/** The retention is kept back until the warranty ends: before, nobody pays it. */
function refuseUnlessOpen({ state, kind, dueAt }: InstalmentRow): void {
  if (state === 'OPEN' && kind === 'RETENTION' && dueAt === null) throw new DomainError('instalment.not-open', { status: '质保期未满' });
  if (state !== 'OPEN') throw new DomainError('instalment.not-open', { status: labels.instalmentState[state] });
}

/** The issue first, then the payment; and the seat that may keep its account. */
async function lockForPayment(tx: DeliberationTx, id: string, ctx: Ctx): Promise<{ row: InstalmentRow; issue: IssueRow; seat: SeatKind }> {
  const issueId = await tx.load(issueOfInstalment, id);
  if (issueId === undefined) throw new DomainError('object.not-found', {});
  const issue = await lockIssueWithinReach(tx, issueId, ctx);
  const row = (await tx.lock(instalments, id))!;
  const { kind } = seatActingFor(issue, ctx.actor, tx.now);
  if (kind !== 'COMMUNITY' && kind !== row.seat)
    throw new DomainError('seat.not-yours', { seat: labels.seatKind[row.seat ?? 'COMMUNITY'] });
  return { row, issue, seat: kind };
}
