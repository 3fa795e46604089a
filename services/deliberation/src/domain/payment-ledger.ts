import { DomainError, fen, formatFen } from '@wufang/kernel';

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
