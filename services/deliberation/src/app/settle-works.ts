import { instalmentEvents, retentionPeriod, worksEvents, type Ctx, type WorksView, type works as operations } from '@wufang/contracts';
import { beijingDate, dayOfDate, DomainError, fen, fenToJson, instantOfDay } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { InstalmentRow } from '../db/instalments.schema.js';
import { instalments, lockInstalmentsOf } from '../db/instalments.store.js';
import { issues } from '../db/issues.store.js';
import { plans } from '../db/plans.store.js';
import { resolutions } from '../db/resolutions.store.js';
import { bodyOf } from '../db/resolutions.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import type { WorksRow } from '../db/works.schema.js';
import { lockWorksOf } from '../db/works.store.js';
import { worksView } from '../db/works.view.js';
import { endOfDay } from '../domain/due-day.js';
import { charged } from '../domain/payment-ledger.js';
import { retainedOf } from '../domain/payment-schedule.js';
import { seatOf } from '../domain/seats.js';
import { settleWorks as settlementOf } from '../domain/works-settlement.js';
import { lookCodes } from '../domain/works-looks.js';
import { nextOfWorks } from '../domain/works-states.js';
import { armClock } from './arm-clock.js';
import { lockWorksFor } from './carry-out-works.js';
import { refuseUnknownFiles } from './known-files.js';
import { aboutInstalment, closeInstalment, makeInstalment, post, sumsOf, unitOfPayer } from './make-instalments.js';
import { aboutWorks, saved, tellClock } from './make-works.js';
import { moveIssue } from './move-issue.js';

/**
 * The lead settles (结算): the signed rule on the final invoices, each payer's difference to the fen. What was open closes, one payment on top or one refund takes
 * its place, the retention follows the settled price; what has been paid on it already counts as paid like everything else. Too far above the plan, the issue
 * goes back to the table instead and nobody owes more.
 */
export async function settleWorks(
  tx: DeliberationTx,
  input: z.output<(typeof operations)['settleWorks']['input']>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<WorksView> {
  const { row, issue } = await lockWorksFor(tx, input.id, ctx, 'LEAD');
  const state = nextOfWorks(row.state, 'settle');
  tx.stop(row.id, ['SETTLE']);
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (!plan || plan.scenario === null) {
    if (input.items.length > 0) throw new DomainError('works.item-unknown', { item: input.items[0]!.name });
    // Each party bound itself alone: there is nothing to share.
    await moveIssue(tx, issue, 'settle', rules);
    return worksView(await endWorks(tx, { ...row, state }, rules));
  }
  await refuseUnknownFiles(
    tx,
    issue.id,
    input.items.flatMap(({ documentIds }) => documentIds),
  );
  const before = await lockInstalmentsOf(tx, issue.id);
  const { schedule } = bodyOf((await tx.lock(resolutions, row.resolutionId))!);
  const { settlement, isBackToTable } = settlementOf({
    ...{ document: plan.document, scenario: plan.scenario, payers: plan.payers, changes: row.changes, items: input.items, now: tx.now },
    paidOf: (payer) => before.filter((one) => one.payer === payer).reduce((all, { paidFen }) => all + paidFen, 0n),
    retainedOf: (_, finalFen) => retainedOf(finalFen, schedule),
  });
  const moved = await moveIssue(tx, issue, 'settle', rules);
  const { plannedFen, finalFen, payers } = settlement;
  if (isBackToTable) {
    await moveIssue(tx, moved, 'change', rules);
    const told = fact(worksEvents.settlementRefused, { ...aboutWorks(row), plannedFen, finalFen });
    // They are worked on again, so that there is nothing yet to look at.
    tx.stop(row.id, [...lookCodes, 'RECTIFY']);
    const reopened = { ...row, state: nextOfWorks(row.state, 'refuseSettlement'), looks: [], rectifyDueAt: null };
    return worksView(saved(tx, reopened, told));
  }
  armClock(tx, await rules.at(tx.streetId, tx.now), 'SETTLEMENT_POST', row.id);
  const settled = saved(
    tx,
    { ...row, state, settlement, settlementPosting: null },
    fact(worksEvents.settled, { ...aboutWorks(row), settlement }),
  );
  const after: InstalmentRow[] = [];
  let isOpen = false;
  // Kept back is what has not been paid: a retention that an earlier version's payments lie on closes with them, and the whole is kept back anew.
  const isKept = ({ kind, state, paidFen }: InstalmentRow) => kind === 'RETENTION' && state === 'OPEN' && paidFen === 0n;
  for (const one of before) if (!isKept(one)) closeInstalment(tx, one, '结算');
  for (const { payer, payerName, seat, retainedFen, balanceFen } of payers) {
    const payerUnitId = unitOfPayer(plan.payers, issue.seats, payer);
    const of = { issueId: issue.id, resolutionId: row.resolutionId, payer, payerName, payerUnitId, seat };
    const kept = before.find((one) => one.payer === payer && isKept(one));
    const no = before.length + 1;
    if (kept) after.push(adjustRetention(tx, kept, BigInt(retainedFen)));
    else if (retainedFen !== '0')
      await makeInstalment(
        tx,
        moved,
        { ...of, no, name: '质保金', kind: 'RETENTION', amountFen: BigInt(retainedFen) },
        { dueAt: null },
        rules,
      );
    const balance = BigInt(balanceFen);
    if (balance === 0n) continue;
    isOpen = true;
    const kind = balance > 0n ? ('BALANCE' as const) : ('REFUND' as const);
    const name = balance > 0n ? '结算补缴' : '结算退款';
    await makeInstalment(tx, moved, { ...of, no, name, kind, amountFen: balance }, { dueAt: undefined }, rules);
  }
  if (isOpen) return worksView(settled);
  return worksView(
    await closeAccounts(
      tx,
      (await tx.lock(issues, issue.id))!,
      settled,
      payers.some(({ retainedFen }) => retainedFen !== '0'),
      rules,
    ),
  );
}

/** The retention follows the settled price. */
function adjustRetention(tx: DeliberationTx, row: InstalmentRow, amountFen: bigint): InstalmentRow {
  if (row.amountFen === amountFen) return row;
  const reason = '结算';
  const posted = post(tx, row, charged(amountFen - row.amountFen), { kind: 'ADJUST', reason });
  const next: InstalmentRow = { ...posted, state: amountFen === 0n ? 'CLOSED' : 'OPEN' };
  return tx.save(instalments, next, [
    fact(instalmentEvents.adjusted, { ...aboutInstalment(next), ...sumsOf(next), beforeFen: fenToJson(fen(row.amountFen)), reason }),
  ]);
}

/** After a payment: once nothing is open the warranty begins, or everything ends. */
export async function closeIfPaid(tx: DeliberationTx, issue: IssueRow, rules: RuleBook): Promise<void> {
  if (issue.state !== 'SETTLEMENT' && issue.state !== 'WARRANTY') return;
  const rows = await lockInstalmentsOf(tx, issue.id);
  const open = rows.filter(({ state }) => state === 'OPEN');
  const row = await lockWorksOf(tx, issue.id);
  if (!row || open.some(({ kind, dueAt }) => kind !== 'RETENTION' || dueAt !== null)) return;
  await closeAccounts(tx, issue, row, open.length > 0, rules);
}

/** Everything but the retention is paid: it is kept for a year from the acceptance on (质保期), or, with none, the issue is archived. */
async function closeAccounts(
  tx: DeliberationTx,
  issue: IssueRow,
  row: WorksRow,
  hasRetention: boolean,
  rules: RuleBook,
): Promise<WorksRow> {
  if (!hasRetention) return endWorks(tx, row, rules);
  if (issue.state !== 'SETTLEMENT') return row;
  const limits = await rules.at(tx.streetId, tx.now);
  await moveIssue(tx, issue, 'warrant', rules);
  const retentionEndsAt = yearsLater(row.acceptedAt!, retentionPeriod.value);
  // Who pays so late that the year is over by then is not kept waiting for good: a clock that begins past its end would never fire.
  const dueAt = retentionEndsAt > tx.now ? retentionEndsAt : endOfDay(tx.now);
  armClock(tx, limits, 'RETENTION', row.id, { startedAt: row.acceptedAt!, dueAt });
  const next = { ...row, state: nextOfWorks(row.state, 'warrant'), retentionEndsAt };
  return saved(tx, next, fact(worksEvents.warranted, { ...aboutWorks(row), retentionEndsAt: retentionEndsAt.toISOString() }));
}

async function endWorks(tx: DeliberationTx, row: WorksRow, rules: RuleBook): Promise<WorksRow> {
  await moveIssue(tx, (await tx.lock(issues, row.issueId))!, 'archive', rules);
  // Looks go on after everything is paid: the first rain may be months away.
  tx.stop(row.id, ['RETENTION']);
  return saved(
    tx,
    { ...row, state: nextOfWorks(row.state, 'end') },
    fact(worksEvents.ended, { ...aboutWorks(row), endedAt: tx.now.toISOString() }),
  );
}

/** The end of the same day so many years later; 29 February counts as the 28th. Example: accepted 2026-11-29 10:00 -> the end of 2027-11-29. */
function yearsLater(at: Date, years: number): Date {
  const [year, month, day] = beijingDate(at).split('-') as [string, string, string];
  const last = month === '02' && day === '29' ? '28' : day;
  return instantOfDay(dayOfDate(`${Number(year) + years}-${month}-${last}`) + 1);
}

/** The warranty comes to its end: a month before, the lead looks once more; at its end the retention falls due (返还质保金). */
export async function recordFiredRetention(
  tx: DeliberationTx,
  row: WorksRow,
  clock: DeadlineRow,
  fired: FiredStage,
  rules: RuleBook,
): Promise<void> {
  if (row.state !== 'WARRANTY' || row.releasedAt !== null) return;
  const issue = (await tx.lock(issues, row.issueId))!;
  const told = tellClock(tx, row, seatOf(issue.seats, 'COMMUNITY').unitId!, clock, fired);
  if (fired.kind !== 'breach') return;
  const limits = await rules.at(tx.streetId, tx.now);
  for (const one of await lockInstalmentsOf(tx, row.issueId)) {
    if (one.kind !== 'RETENTION' || one.state !== 'OPEN' || one.dueAt !== null) continue;
    const { dueAt } = armClock(tx, limits, 'INSTALMENT_DUE', one.id);
    const next = { ...one, dueAt };
    tx.save(instalments, next, [fact(instalmentEvents.fellDue, { ...aboutInstalment(next), ...sumsOf(next), dueAt: dueAt.toISOString() })]);
  }
  const releasedAt = tx.now;
  const next = { ...told, state: nextOfWorks(told.state, 'release'), releasedAt };
  saved(tx, next, fact(worksEvents.released, { ...aboutWorks(row), releasedAt: releasedAt.toISOString() }));
}
