import { issueEvents, labels, type Ctx, type IssueView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { orders } from '../db/tables.store.js';
import { nextOfIssue, takesOthersIn } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { seatsOfIssue } from './issue-seats.js';
import { moveIssue } from './move-issue.js';

/** The seat that brought an issue wants it back. The chair has to agree. */
export async function askWithdrawal(tx: DeliberationTx, input: { id: string; reason: string }, ctx: Ctx): Promise<IssueView> {
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  const seats = await seatsOfIssue(tx, issue);
  seatActingFor({ seats }, ctx.actor, tx.now, issue.proposedBy ?? 'COMMUNITY');
  nextOfIssue(issue, 'withdraw');
  refusePrivate(input.reason);
  const { tableId, estateId } = issue;
  const withdrawalAsked = { by: ctx.actor.accountId, reason: input.reason, at: tx.now.toISOString() };
  const asked = fact(issueEvents.withdrawalAsked, { tableId, estateId, reason: input.reason, at: withdrawalAsked.at });
  return issueView(tx.save(issues, { ...issue, withdrawalAsked }, [asked]));
}

/** The chair withdraws an issue: with its proposer where a seat brought it, alone where nobody with a seat did. */
export async function withdrawIssue(
  tx: DeliberationTx,
  input: { id: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<IssueView> {
  const issue = await lockForTheChair(tx, input.id, ctx);
  nextOfIssue(issue, 'withdraw');
  refusePrivate(input.reason);
  withProposer(issue);
  const { tableId, estateId } = issue;
  const facts = [fact(issueEvents.withdrawn, { tableId, estateId, reason: input.reason })];
  return issueView(await moveIssue(tx, issue, 'withdraw', rules, { facts, reason: input.reason }));
}

/** The chair lays an issue together with another of the same table; its orders and households go along, and none of them is told that it is over. */
export async function mergeIssue(
  tx: DeliberationTx,
  input: { id: string; into: string; reason: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<IssueView> {
  // Always in the same order, so that two merges do not wait for each other.
  const first = input.id < input.into ? input.id : input.into;
  await lockIssueWithinReach(tx, first, ctx);
  const issue = await lockForTheChair(tx, input.id, ctx);
  const target = await lockIssueWithinReach(tx, input.into, ctx);
  nextOfIssue(issue, 'merge');
  refusePrivate(input.reason);
  if (target.id === issue.id || target.tableId !== issue.tableId || !takesOthersIn(target)) throw new DomainError('issue.merge-unfit', {});
  withProposer(issue);
  const { tableId, estateId, orderIds, households } = issue;
  for (const id of orderIds) tx.put(orders, { id, issueId: target.id });
  const taken = { orderIds: [...new Set([...target.orderIds, ...orderIds])], households: target.households + households };
  tx.save(issues, { ...target, ...taken }, [fact(issueEvents.mergeTaken, { tableId, estateId, from: issue.id, orderIds, households })]);
  const merged = fact(issueEvents.mergedInto, { tableId, estateId, into: target.id, orderIds, households, reason: input.reason });
  return issueView(
    await moveIssue(tx, issue, 'merge', rules, { change: { mergedInto: target.id }, facts: [merged], reason: input.reason }),
  );
}

async function lockForTheChair(tx: DeliberationTx, id: string, ctx: Ctx): Promise<IssueRow> {
  const issue = await lockIssueWithinReach(tx, id, ctx);
  seatActingFor({ seats: await seatsOfIssue(tx, issue) }, ctx.actor, tx.now, 'COMMUNITY');
  return issue;
}

function withProposer({ proposedBy, withdrawalAsked }: IssueRow): void {
  if (proposedBy !== null && proposedBy !== 'COMMUNITY' && withdrawalAsked === null)
    throw new DomainError('issue.proposer-silent', { seat: labels.seatKind[proposedBy] });
}
