import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { RuleBook } from '@wufang/service';
import { issues, isWithinReach } from '../db/issues.store.js';
import { unvotedMatters } from '../db/plan-gates.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import type { VoteScope } from '../db/votes.store.js';
import { isDecidedByVote, issueTransitions, nextOfIssue } from '../domain/issue-states.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { moveIssue } from './move-issue.js';

/**
 * The issue a vote is announced for: of the same estate, at a point where owners may be asked, by who speaks for the owners at it. Where another body sits for
 * them at the table by now, as a committee that was elected in place of the provisional one, that body calls the vote: the one before speaks for nobody any
 * more. Its scope is who
 * decides (民法典第二百七十八条；domain rules 3.1): owners of one building do not decide for an estate, nor the estate for a building. A poll binds nobody and
 * may ask whom it likes.
 */
export async function issueToVoteOn(
  tx: DeliberationTx,
  issueId: string,
  { estateId, buildingId, stairwell }: VoteScope,
  ctx: Ctx,
  isPoll: boolean,
  atTable: { concernedUnitIds: readonly string[] },
): Promise<IssueRow> {
  const issue = await tx.lock(issues, issueId);
  if (issue?.estateId !== estateId) throw new DomainError('object.not-found', {});
  const { unitId } = seatOf(issue.seats, 'OWNERS_BODY');
  if (unitId !== null && atTable.concernedUnitIds.includes(unitId)) {
    if (!isWithinReach(issue, ctx)) throw new DomainError('object.not-found', {});
    seatActingFor(issue, ctx.actor, tx.now, 'OWNERS_BODY');
  }
  if (isPoll) return issue;
  nextOfIssue(issue, 'openVote');
  if (issue.scope.buildingId !== buildingId || issue.scope.stairwell !== stairwell)
    throw new DomainError('request.invalid', { issues: 'buildingId：表决范围须与议题范围一致，请按议题的楼栋、单元填写' });
  return issue;
}

/** The vote opens and its issue with it. False: the issue has gone another way since the notice, and there is nothing to vote on any more. */
export async function openVoteOfIssue(tx: DeliberationTx, issueId: string, voteId: string, rules: RuleBook): Promise<boolean> {
  const issue = await tx.lock(issues, issueId);
  if (!issue || issueTransitions[issue.state].openVote === undefined) return false;
  await moveIssue(tx, issue, 'openVote', rules, { change: { voteIds: [...issue.voteIds, voteId] } });
  return true;
}

/**
 * What the owners had decided is annulled: an issue that has got no further than their vote has none any more, whichever of its votes it was, and one that their vote
 * alone had ended is open again. One with a plan is held by its gates. Orders that have heard of the end have gone on without it and may be brought again: these
 * are answered.
 */
export async function decisionAnnulled(tx: DeliberationTx, issueId: string, voteId: string, rules: RuleBook): Promise<string[]> {
  const issue = await tx.lock(issues, issueId);
  if (!issue?.voteIds.includes(voteId) || (issue.state !== 'VOTED_PASS' && issue.state !== 'ARCHIVED')) return [];
  const isUndecided = (await unvotedMatters(tx.sql, issue, voteId)).length > 0;
  if (issue.state === 'VOTED_PASS' && (isUndecided || issue.voteIds.at(-1) === voteId)) await moveIssue(tx, issue, 'failVote', rules);
  if (issue.state !== 'ARCHIVED' || !isUndecided || !isDecidedByVote(issue)) return [];
  await moveIssue(tx, issue, 'failVote', rules, { change: { orderIds: [] } });
  return issue.orderIds;
}

/** The owners have decided. An issue that was withdrawn or merged while they voted stays where it is. */
export async function ownersHaveDecided(tx: DeliberationTx, issueId: string, isPassed: boolean, rules: RuleBook): Promise<void> {
  const issue = await tx.lock(issues, issueId);
  if (issue?.state === 'OWNER_VOTING') await moveIssue(tx, issue, isPassed ? 'passVote' : 'failVote', rules);
}
