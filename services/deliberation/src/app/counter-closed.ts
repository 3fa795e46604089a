import { instalmentEvents, type SeatKind } from '@wufang/contracts';
import { fen, fenToJson } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { InstalmentRow, PaymentEntryRow } from '../db/instalments.schema.js';
import { entriesOf, instalments, lockInstalmentsOf } from '../db/instalments.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { charged, correction, openOf, paid, refundCorrection, wereInTime } from '../domain/payment-ledger.js';
import { armClock } from './arm-clock.js';
import { aboutInstalment, makeInstalment, post, sumsOf } from './make-instalments.js';

export interface Counter {
  entryId: string;
  counterOf: string;
  reason: string;
  seat: SeatKind;
}

const json = (amount: bigint) => fenToJson(fen(amount));

/**
 * Takes back a wrong receipt of a payment that a later resolution or the settlement has closed: both entries stay, and the money that never came is taken off the
 * payer's account where it has gone (I-42). A refund of it shrinks first; what is left is owed within the time of the table. Answers the closed payment.
 */
export async function counterClosed(
  tx: DeliberationTx,
  issue: IssueRow,
  row: InstalmentRow,
  { paidFen: wrongFen }: Pick<PaymentEntryRow, 'paidFen'>,
  { entryId, counterOf, reason, seat }: Counter,
  rules: RuleBook,
): Promise<InstalmentRow> {
  const all = await lockInstalmentsOf(tx, issue.id);
  const others = all.filter(({ id, payer }) => payer === row.payer && id !== row.id);
  const { backFen, unpaid, ownFen, shrunk, refunds, owedFen } = correction(wrongFen, row, others);
  let closed = post(tx, row, paid(-wrongFen), { id: entryId, kind: 'COUNTER', counterOf, reason, seat });
  if (backFen > 0n) closed = post(tx, closed, paid(backFen), { kind: 'CARRY', reason });
  if (ownFen > 0n) closed = post(tx, closed, charged(-ownFen), { kind: 'ADJUST', reason });
  const saved = tx.save(instalments, closed, [
    fact(instalmentEvents.receiptCountered, { ...aboutInstalment(closed), ...sumsOf(closed), entryId, counterOf, reason }),
  ]);
  for (const one of others) {
    const of = (parts: readonly { id: string; byFen: bigint }[]) => parts.find(({ id }) => id === one.id)?.byFen ?? 0n;
    await correctOther(tx, one, { unpaidFen: of(unpaid), shareFen: of(refunds) - of(shrunk) }, reason, rules);
  }
  if (owedFen > 0n) {
    const { issueId, payer, payerName } = row;
    const { resolutionId, payerUnitId, seat: payerSeat } = others.findLast(({ kind }) => kind !== 'REFUND') ?? row;
    const owed = { issueId, resolutionId, payer, payerName, payerUnitId, seat: payerSeat, no: all.length + 1, name: '冲销补缴' };
    await makeInstalment(tx, issue, { ...owed, kind: 'BALANCE', amountFen: owedFen }, { dueAt: undefined }, rules);
  }
  return saved;
}

/**
 * Takes back that a closed refund was paid out: its payer never got it. Both entries stay (I-42); what the refund still carries is open again within the time of the
 * table, and what a later resolution has counted as gone pays what the payer owes, or goes back. That money was on the account all along: what it pays in full was
 * not late, unless another receipt was. Answers the closed refund.
 */
export async function counterClosedRefund(
  tx: DeliberationTx,
  issue: IssueRow,
  row: InstalmentRow,
  { paidFen }: Pick<PaymentEntryRow, 'paidFen'>,
  { entryId, counterOf, reason, seat }: Counter,
  rules: RuleBook,
): Promise<InstalmentRow> {
  const limits = await rules.at(tx.streetId, tx.now);
  const all = await lockInstalmentsOf(tx, issue.id);
  const others = all.filter(({ id, payer }) => payer === row.payer && id !== row.id);
  const { hereFen, onto, tooMuchFen } = refundCorrection(-paidFen, row, others);
  let next = post(tx, row, paid(-paidFen), { id: entryId, kind: 'COUNTER', counterOf, reason, seat });
  if (hereFen < -paidFen) next = post(tx, next, paid(hereFen + paidFen), { kind: 'CARRY', reason });
  if (hereFen > 0n) next = { ...next, state: 'OPEN', dueAt: armClock(tx, limits, 'INSTALMENT_DUE', row.id).dueAt };
  const saved = tx.save(instalments, next, [
    fact(instalmentEvents.receiptCountered, { ...aboutInstalment(next), ...sumsOf(next), entryId, counterOf, reason }),
  ]);
  for (const { id, byFen } of onto) {
    const before = others.find((other) => other.id === id)!;
    const posted = post(tx, before, paid(byFen), { kind: 'CARRY', reason });
    const isPaid = openOf(posted) === 0n;
    if (isPaid) tx.stop(id, ['INSTALMENT_DUE']);
    const withdrawsLate = isPaid && before.lateAt !== null && wereInTime(await entriesOf(tx, id), before.dueAt);
    const after: InstalmentRow = { ...posted, state: isPaid ? 'PAID' : 'OPEN', lateAt: withdrawsLate ? null : before.lateAt };
    tx.save(instalments, after, [
      fact(instalmentEvents.carried, {
        ...aboutInstalment(after),
        ...sumsOf(after),
        carriedFen: json(byFen),
        ...(withdrawsLate && { withdrawsLate }),
      }),
    ]);
  }
  if (tooMuchFen > 0n) {
    const { resolutionId, payerUnitId, seat: payerSeat } = others.findLast(({ kind }) => kind !== 'REFUND') ?? row;
    const { issueId, payer, payerName } = row;
    const of = { issueId, resolutionId, payer, payerName, payerUnitId, seat: payerSeat, no: all.length + 1 };
    const over = { ...of, name: '冲销后多付', kind: 'BALANCE' as const, amountFen: tooMuchFen };
    await makeInstalment(tx, issue, over, { dueAt: null, carriedFen: tooMuchFen }, rules);
    await makeInstalment(tx, issue, { ...of, name: '冲销退款', kind: 'REFUND', amountFen: -tooMuchFen }, { dueAt: undefined }, rules);
  }
  return saved;
}

/** What the correction takes off another payment of the payer: money that it was paid with, and what of its share stood only for that. */
async function correctOther(
  tx: DeliberationTx,
  row: InstalmentRow,
  { unpaidFen, shareFen }: { unpaidFen: bigint; shareFen: bigint },
  reason: string,
  rules: RuleBook,
): Promise<void> {
  if (unpaidFen === 0n && shareFen === 0n) return;
  let next = row;
  const facts: ((now: InstalmentRow) => Fact)[] = [];
  if (unpaidFen > 0n) {
    next = post(tx, next, paid(-unpaidFen), { kind: 'CARRY', reason });
    facts.push((now) => fact(instalmentEvents.carried, { ...aboutInstalment(now), ...sumsOf(now), carriedFen: json(-unpaidFen) }));
  }
  if (shareFen !== 0n) {
    next = post(tx, next, charged(shareFen), { kind: 'ADJUST', reason });
    facts.push((now) =>
      fact(instalmentEvents.adjusted, { ...aboutInstalment(now), ...sumsOf(now), beforeFen: json(row.amountFen), reason }),
    );
  }
  const isNothing = next.amountFen === 0n;
  if (row.state !== 'CLOSED') next = { ...next, state: isNothing ? 'CLOSED' : openOf(next) === 0n ? 'PAID' : 'OPEN' };
  if (row.state === 'OPEN' && next.state !== 'OPEN') tx.stop(row.id, ['INSTALMENT_DUE']);
  if (row.state === 'PAID' && next.state === 'OPEN' && row.dueAt !== null) {
    const limits = await rules.at(tx.streetId, tx.now);
    // It was taken for paid: its payer has the time of the table from now on, where its own is over.
    next = {
      ...next,
      dueAt: armClock(tx, limits, 'INSTALMENT_DUE', row.id, row.dueAt > tx.now ? { startedAt: tx.now, dueAt: row.dueAt } : undefined).dueAt,
    };
  }
  tx.save(
    instalments,
    next,
    facts.map((told) => told(next)),
  );
}
