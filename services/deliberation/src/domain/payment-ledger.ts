import type { InstalmentKind, InstalmentState } from '@wufang/contracts';
import { dayOfDate, DomainError, fen, formatFen, instantOfDay } from '@wufang/kernel';

/** What one entry moves between the three columns of the ledger (应付、未付、已付); they add up to zero, in every entry and in all (I-42). */
export interface Posting {
  /** What is owed, as its opposite: a share of ¥100 stands here as −10000. */
  shareFen: bigint;
  openFen: bigint;
  paidFen: bigint;
}

/** How one payment stands: what it amounts to (below zero: to be paid back) and what of it is paid. */
export interface Standing {
  amountFen: bigint;
  paidFen: bigint;
}

export const openOf = ({ amountFen, paidFen }: Standing): bigint => amountFen - paidFen;

/**
 * Whether all receipts that count, those nobody has taken back, came by the due time: by the days they were paid on, not by when they were written down.
 * Without a due time they are never late.
 */
export function wereInTime(
  entries: readonly { id: string; kind: string; paidOn: string | null; counterOf: string | null }[],
  dueAt: Date | null,
): boolean {
  const taken = new Set(entries.map(({ counterOf }) => counterOf));
  return entries.every(
    ({ id, kind, paidOn }) =>
      kind !== 'RECEIPT' || paidOn === null || taken.has(id) || dueAt === null || instantOfDay(dayOfDate(paidOn)) < dueAt,
  );
}

/** A share falls to somebody, grows or shrinks. */
export const charged = (byFen: bigint): Posting => ({ shareFen: -byFen, openFen: byFen, paidFen: 0n });

/** Money that has come in (below zero: gone back), or an entry of it taken back. */
export const paid = (byFen: bigint): Posting => ({ shareFen: 0n, openFen: -byFen, paidFen: byFen });

export const afterPosting = ({ amountFen, paidFen }: Standing, posting: Posting): Standing => ({
  amountFen: amountFen - posting.shareFen,
  paidFen: paidFen + posting.paidFen,
});

/**
 * What a receipt moves: never more than is open, and for a refund never more than has to go back.
 * Examples: open 100, received 60 -> paid +60; received 101 -> instalment.over-share; open −50, paid back 50 -> paid −50.
 */
export function receive(standing: Standing, receivedFen: bigint): bigint {
  if (receivedFen <= 0n) throw new DomainError('instalment.nothing-paid', {});
  const open = openOf(standing);
  const size = open < 0n ? -open : open;
  if (receivedFen > size)
    throw new DomainError('instalment.over-share', { open: formatFen(fen(size)), amount: formatFen(fen(receivedFen)) });
  return open < 0n ? -receivedFen : receivedFen;
}

/**
 * What has been paid already, put on the payments of a new resolution in their order; what is too much goes back.
 * Example: 70 paid; new payments 50, 30 -> 50 and 20; new payment 60 -> 60, and 10 back.
 */
export function carryOver(paidFen: bigint, amounts: readonly bigint[]): { onto: bigint[]; tooMuchFen: bigint } {
  let left = paidFen;
  const onto = amounts.map((amount) => {
    const part = left < amount ? left : amount;
    left -= part;
    return part;
  });
  return { onto, tooMuchFen: left };
}

/** What a closed refund that was never paid out gives back, and where the money of it lies since. */
export interface RefundCorrection {
  /** What stands on the closed refund as paid out: it is open again. */
  hereFen: bigint;
  /** What had left it already: it was never gone, so that it pays what is open, in order; what is too much goes back. */
  onto: PartOf[];
  tooMuchFen: bigint;
}

/**
 * What it means that paying out a closed refund was written down wrongly (冲销): the payer never got it. Where the refund still carries it, it is owed to them again; where
 * a later resolution has counted it as gone, it pays their open payments, and what is left is to be paid back. Shares stay as they are, and what is paid of the account
 * grows by the entry. The retention that waits takes nothing. `others`: the payer's other payments, the oldest first.
 * Examples: 50 settled as paid out -> 50 to be paid out again; 50 counted as gone, 30 open by the new resolution -> these are paid, 20 go back.
 */
export function refundCorrection(wrongFen: bigint, closed: Standing, others: readonly Payment[]): RefundCorrection {
  const stands = closed.paidFen < 0n ? -closed.paidFen : 0n;
  const hereFen = wrongFen < stands ? wrongFen : stands;
  const onto: PartOf[] = [];
  let left = wrongFen - hereFen;
  for (const one of others) {
    const open = openOf(one);
    const isWaiting = one.kind === 'RETENTION' && one.dueAt === null;
    if (one.state !== 'OPEN' || one.kind === 'REFUND' || isWaiting || open <= 0n) continue;
    const byFen = left < open ? left : open;
    if (byFen === 0n) break;
    onto.push({ id: one.id, byFen });
    left -= byFen;
  }
  return { hereFen, onto, tooMuchFen: left };
}

/** One payment of a payer's account, as far as a correction of it goes. */
export interface Payment extends Standing {
  id: string;
  kind: InstalmentKind;
  state: InstalmentState;
  dueAt: Date | null;
}

/** So much of one payment. */
export interface PartOf {
  id: string;
  byFen: bigint;
}

/** What a payment that was closed has to give back, and where in its payer's account. */
export interface Correction {
  /** What had left the closed payment already, and comes back to it, so that only what is there goes. */
  backFen: bigint;
  /** What is paid elsewhere with the money that never came, and is not. */
  unpaid: PartOf[];
  /** Shares that stood only because they were paid: the closed payment's own part is `ownFen`. */
  ownFen: bigint;
  shrunk: PartOf[];
  /** Refunds that go back less, and what the payer owes beyond them. */
  refunds: PartOf[];
  owedFen: bigint;
}

/**
 * What it means that a receipt on a closed payment was wrong (冲销): the money never came, so it is taken off wherever it has gone since; what a payer
 * was to get back of it shrinks first, and what is left is owed. The account's shares stay as they are, and its paid sum falls by the receipt. `others`: the
 * payer's other payments, the oldest first.
 * Examples: 100 typed twice, 200 carried onto a payment of 150 and a refund of 50, one taken back -> no refund, 50 of the 150 open; settled at 100 with 200 paid
 * -> the refund of 100 is gone; the refund paid out already -> 100 owed.
 */
export function correction(wrongFen: bigint, closed: Standing, others: readonly Payment[]): Correction {
  const backFen = wrongFen > closed.paidFen ? wrongFen - closed.paidFen : 0n;
  const ownFen = wrongFen - backFen;
  // What was paid too much before a change stands there only to be refunded.
  const isExtra = ({ kind, state, dueAt }: Payment) => state === 'CLOSED' || (kind === 'BALANCE' && state === 'PAID' && dueAt === null);
  const paidOnes = others.filter(({ kind, paidFen }) => kind !== 'REFUND' && paidFen > 0n).reverse();
  const [unpaid, shrunk] = [[] as PartOf[], [] as PartOf[]];
  let left = backFen;
  for (const one of [...paidOnes.filter(isExtra), ...paidOnes.filter((other) => !isExtra(other))]) {
    const byFen = left < one.paidFen ? left : one.paidFen;
    if (byFen === 0n) break;
    unpaid.push({ id: one.id, byFen });
    if (isExtra(one)) shrunk.push({ id: one.id, byFen });
    left -= byFen;
  }
  let owedFen = shrunk.reduce((all, { byFen }) => all + byFen, ownFen);
  const refunds: PartOf[] = [];
  for (const one of others.filter(({ kind, state }) => kind === 'REFUND' && state === 'OPEN')) {
    const open = -openOf(one);
    const byFen = owedFen < open ? owedFen : open;
    if (byFen <= 0n) break;
    refunds.push({ id: one.id, byFen });
    owedFen -= byFen;
  }
  return { backFen, unpaid, ownFen, shrunk, refunds, owedFen };
}
