import { instalmentEvents, type IssueSeat, type ResolutionBody, type SeatedPayer } from '@wufang/contracts';
import { fen, fenToJson } from '@wufang/kernel';
import { fact, type Fact, type RuleBook } from '@wufang/service';
import type { InstalmentRow, PaymentEntryRow } from '../db/instalments.schema.js';
import { instalments, lockInstalmentsOf, paymentEntries, placeOfEntries, placeOfInstalments } from '../db/instalments.store.js';
import { plans } from '../db/plans.store.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { dueOnceSigned } from '../domain/due-day.js';
import { afterPosting, carryOver, charged, openOf, paid, type Posting, type Standing } from '../domain/payment-ledger.js';
import { paymentsOf } from '../domain/payment-schedule.js';
import { isAdvisory, seatOf } from '../domain/seats.js';
import { armClock } from './arm-clock.js';

const json = (amount: bigint) => fenToJson(fen(amount));

/** What every fact of a payment says it is about. `unitId` keeps its account; who owes it is `payerUnitId`, where that is a unit. */
export const aboutInstalment = (row: InstalmentRow) => {
  const { issueId, resolutionId, tableId, estateId, title, payer, seat, unitId, payerUnitId, no, kind } = row;
  return { ...{ issueId, resolutionId, tableId, estateId, title, payer, seat, unitId, payerUnitId, no, instalmentKind: kind } };
};

type Standings = Standing & Pick<InstalmentRow, 'state'>;
export const sumsOf = ({ amountFen, paidFen, state }: Standings) => ({ amountFen: json(amountFen), paidFen: json(paidFen), state });

type EntryText = Pick<PaymentEntryRow, 'kind'> & Partial<Omit<PaymentEntryRow, 'streetId' | keyof Posting>>;

/** Writes an entry of the ledger and answers how the payment stands after it. */
export function post(tx: DeliberationTx, row: InstalmentRow, posting: Posting, text: EntryText): InstalmentRow {
  tx.remember(placeOfEntries(row.id), true);
  tx.insert(paymentEntries, {
    ...{
      id: tx.newId(),
      instalmentId: row.id,
      issueId: row.issueId,
      ...posting,
      recordedAt: tx.now,
      concernedUnitIds: row.concernedUnitIds,
    },
    ...{ document: null, documentId: null, paidOn: null, reason: null, counterOf: null, seat: null, ...text },
  });
  return { ...row, ...afterPosting(row, posting) };
}

/** What is open of a payment goes elsewhere: it shrinks to what has been paid of it, and is closed. */
export function closeInstalment(tx: DeliberationTx, row: InstalmentRow, reason: string): void {
  if (row.state !== 'OPEN') return;
  tx.stop(row.id, ['INSTALMENT_DUE']);
  const before = row.amountFen;
  const closed: InstalmentRow = { ...post(tx, row, charged(-openOf(row)), { kind: 'ADJUST', reason }), state: 'CLOSED' };
  tx.save(instalments, closed, [
    fact(instalmentEvents.adjusted, { ...aboutInstalment(closed), ...sumsOf(closed), beforeFen: json(before), reason }),
  ]);
}

export type NewInstalment = Pick<
  InstalmentRow,
  'issueId' | 'resolutionId' | 'payer' | 'payerName' | 'payerUnitId' | 'seat' | 'no' | 'name' | 'kind' | 'amountFen'
>;

/** A payment falls to somebody: by `dueAt`, or where none is given within the time of the table; the retention waits (`null`). `carriedFen` has been paid before. */
export async function makeInstalment(
  tx: DeliberationTx,
  issue: IssueRow,
  made: NewInstalment,
  { dueAt, carriedFen = 0n }: { dueAt: Date | null | undefined; carriedFen?: bigint },
  rules: RuleBook,
): Promise<void> {
  const limits = await rules.at(tx.streetId, tx.now);
  tx.remember(placeOfInstalments(issue.id), true);
  const id = tx.newId();
  const isPaid = made.amountFen === carriedFen;
  const due = dueAt === null || isPaid ? (dueAt ?? null) : armClock(tx, limits, 'INSTALMENT_DUE', id, dueAt && { dueAt }).dueAt;
  const community = seatOf(issue.seats, 'COMMUNITY').unitId!;
  // What goes back is owed by who keeps the account, not by the payer who waits for it.
  const isRefund = made.kind === 'REFUND';
  const unitId = isRefund ? community : (seatOf(issue.seats, made.seat ?? 'COMMUNITY').unitId ?? community);
  const { tableId, estateId, title } = issue;
  // A payer without a seat sees its own payments, and nothing else of the table.
  const concernedUnitIds = [...new Set([...issue.concernedUnitIds, ...(made.payerUnitId === null ? [] : [made.payerUnitId])])];
  const empty = {
    ...{ streetId: tx.streetId, version: 0, chainHash: null, updatedAt: tx.now, id, tableId, estateId, title, unitId, concernedUnitIds },
    ...{
      ...made,
      payerUnitId: isRefund ? null : made.payerUnitId,
      amountFen: 0n,
      paidFen: 0n,
      state: isPaid ? ('PAID' as const) : ('OPEN' as const),
      dueAt: due,
      lateAt: null,
    },
  };
  const owed = post(tx, empty, charged(made.amountFen), { kind: 'CHARGE' });
  const row = carriedFen === 0n ? owed : post(tx, owed, paid(carriedFen), { kind: 'CARRY', reason: '前一版决议的已付金额' });
  const carried: Fact[] =
    carriedFen === 0n ? [] : [fact(instalmentEvents.carried, { ...aboutInstalment(row), ...sumsOf(row), carriedFen: json(carriedFen) })];
  tx.create(instalments, row, [
    fact(instalmentEvents.made, { ...aboutInstalment(owed), ...sumsOf(owed), dueAt: due?.toISOString() ?? null }),
    ...carried,
  ]);
}

/**
 * With the last signature every payer owes its share as the schedule says (C6). Where an earlier resolution of the issue was worked by, what has been paid
 * on it is carried onto the new payments in their order, what is too much goes back, and nobody's open part passes to another payer.
 */
export async function makeInstalments(
  tx: DeliberationTx,
  issue: IssueRow,
  { id: resolutionId, drawnAt }: ResolutionRow,
  body: ResolutionBody,
  rules: RuleBook,
): Promise<void> {
  const paidBefore = await takeBack(tx, issue.id);
  const payments = paymentsOf(body.shares, body.schedule);
  const unitOf = await unitsOfPayers(tx, issue);
  const named = new Map([...paidBefore.values(), ...body.shares].map(({ payer, name, seat }) => [payer, { name, seat }]));
  for (const [payer, { name: payerName, seat }] of named) {
    const payerUnitId = unitOf(payer) ?? paidBefore.get(payer)?.payerUnitId ?? null;
    const own = payments.filter((payment) => payment.payer === payer);
    const { onto, tooMuchFen } = carryOver(
      paidBefore.get(payer)?.paidFen ?? 0n,
      own.map(({ amountFen }) => amountFen),
    );
    const of = { issueId: issue.id, resolutionId, payer, payerName, payerUnitId, seat };
    for (const [i, { no, name, kind, amountFen, dueOn }] of own.entries()) {
      const dueAt = kind === 'RETENTION' ? null : dueOn === null ? undefined : dueOnceSigned({ dueOn, drawnAt }, tx.now);
      await makeInstalment(tx, issue, { ...of, no, name, kind, amountFen }, { dueAt, carriedFen: onto[i]! }, rules);
    }
    if (tooMuchFen > 0n) {
      // What was paid too much is owed to the payer: paid in full so far, to be paid back down to nothing.
      const over = { ...of, no: 1, name: '方案变更前多付', kind: 'BALANCE' as const, amountFen: tooMuchFen };
      await makeInstalment(tx, issue, over, { dueAt: null, carriedFen: tooMuchFen }, rules);
      const back = { ...of, no: 1, name: '方案变更退款', kind: 'REFUND' as const, amountFen: -tooMuchFen };
      await makeInstalment(tx, issue, back, { dueAt: undefined }, rules);
    }
  }
}

/** The unit that a payer of the plan on the table is itself; null for owners, donors and whoever else is none here. */
async function unitsOfPayers(tx: DeliberationTx, { planId, seats }: IssueRow): Promise<(payer: string) => string | null> {
  const plan = planId === null ? undefined : await tx.lock(plans, planId);
  return (payer) => unitOfPayer(plan?.payers ?? [], seats, payer);
}

/** Example: 自来水公司 that is registered -> its unit; owners whose representatives bind nobody -> null. */
export function unitOfPayer(payers: readonly SeatedPayer[], seats: readonly IssueSeat[], code: string): string | null {
  const payer = payers.find((one) => one.code === code);
  if (!payer || (payer.seat !== null && isAdvisory(seatOf(seats, payer.seat)))) return null;
  // Another body may speak for the owners by now.
  return payer.kind === 'OWNERS' && payer.seat !== null ? seatOf(seats, payer.seat).unitId : payer.unitId;
}

/** What each payer has paid by the resolution before; its payments are closed and what was paid leaves them. */
async function takeBack(tx: DeliberationTx, issueId: string) {
  const before = new Map<string, Pick<InstalmentRow, 'payer' | 'payerUnitId' | 'seat' | 'paidFen'> & { name: string }>();
  for (const row of await lockInstalmentsOf(tx, issueId)) {
    const { payer, payerName: name, payerUnitId, seat, paidFen } = row;
    const unit = payerUnitId ?? before.get(payer)?.payerUnitId ?? null;
    before.set(payer, { payer, name, payerUnitId: unit, seat, paidFen: (before.get(payer)?.paidFen ?? 0n) + paidFen });
    if (row.amountFen === 0n) continue;
    tx.stop(row.id, ['INSTALMENT_DUE']);
    const reason = '由新一版决议代替';
    const moved = paidFen === 0n ? row : post(tx, row, paid(-paidFen), { kind: 'CARRY', reason });
    const closed: InstalmentRow = { ...post(tx, moved, charged(-moved.amountFen), { kind: 'ADJUST', reason }), state: 'CLOSED' };
    tx.save(instalments, closed, [
      fact(instalmentEvents.adjusted, { ...aboutInstalment(closed), ...sumsOf(closed), beforeFen: json(row.amountFen), reason }),
    ]);
  }
  return before;
}
