import { labels, ownersVoteEvents, type Ctx, type OwnersVoteView, type PostedResult } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import {
  ballotsPlace,
  frozenHomes,
  lastScanOf,
  lockIssueOfVote,
  lockVoteOfMember,
  ownersVotes,
  readBallots,
  rollOwners,
  struckBallots,
} from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { countedBallots, tallyOf, turnoutOf } from '../domain/ballots.js';
import { refuseUndeclared } from '../domain/counting-group.js';
import { rollOf, type OwnerRoll } from '../domain/owner-roll.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { postedResult } from '../domain/posted-result.js';
import { refusePrivate } from '../domain/public-text.js';
import { votePackOf } from '../domain/vote-rule-pack.js';
import { officialTally, questionResult, type OfficialSums, type QuestionResult } from '../domain/vote-rules.js';
import { voteStatement } from '../domain/vote-statement.js';
import { armClock } from './arm-clock.js';
import { rollHomeOf } from './open-vote.js';
import { lockVoteOfBody } from './owners-body.js';
import { votersInParts } from './tell-voters.js';
import { ownersHaveDecided } from './vote-of-issue.js';

/**
 * The period is over. Under the lock of the vote and with every ballot in sight; where all of them have been read twice the result stands at once. What waits for
 * a second reading, or for what the city announces, has three days.
 */
export async function closeVote(tx: DeliberationTx, vote: OwnersVoteRow, rules: RuleBook): Promise<OwnersVoteRow> {
  tx.mustSeeAll(ballotsPlace(vote.id));
  const state = nextOfVote(vote.state, 'close');
  const { id, estateId, issueId, kind, title, ballots, returned, unchecked } = vote;
  const closedAt = tx.now.toISOString();
  tx.stop(id, ['VOTE_CLOSE']);
  const waits = kind === 'OFFICIAL' || unchecked > 0;
  const limits = await rules.at(tx.streetId, tx.now);
  const counting = waits ? armClock(tx, limits, 'VOTE_COUNT', id) : null;
  const closed = tx.save(ownersVotes, { ...vote, state, closedAt: tx.now }, [
    fact(ownersVoteEvents.closed, {
      ...{ estateId, issueId, kind, title, closedAt, ballots, returnedOwners: returned.owners, unchecked },
      memberAccountIds: vote.members.filter((one) => one.state !== 'RECUSED').map(({ accountId }) => accountId),
      ...(counting && {
        countDueAt: counting.dueAt.toISOString(),
        counted: { policyVersion: limits.policyVersion, calendarVersion: limits.calendarVersion },
      }),
    }),
  ]);
  return waits ? closed : countBallots(tx, closed, rules);
}

/** The counting group counts once everything is read; where the clock has not closed the vote yet, it does that too. */
export async function countVote(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<OwnersVoteView> {
  await lockIssueOfVote(tx, id);
  const vote = await lockVoteOfMember(tx, id, ctx);
  if (vote.kind === 'OFFICIAL') throw new DomainError('vote.wrong-kind', { kind: labels.voteKind[vote.kind] });
  refuseUndeclared(vote.members, ctx.actor.accountId);
  if (vote.state === 'OPEN') refuseBeforeClose(tx, vote);
  if (vote.unchecked > 0) throw new DomainError('vote.unchecked', { count: vote.unchecked });
  tx.mustSeeAll(ballotsPlace(id));
  return voteView(vote.state === 'OPEN' ? await closeVote(tx, vote, rules) : await countBallots(tx, vote, rules));
}

async function countBallots(tx: DeliberationTx, vote: OwnersVoteRow, rules: RuleBook): Promise<OwnersVoteRow> {
  const [roll, read] = [await frozenRoll(tx, vote), await readBallots(tx.sql, tx.streetId, vote.id)];
  const pack = votePackOf(vote.rulesVersion);
  const time = { opensAt: vote.opensAt, closesAt: vote.closesAt };
  const { counted, ...others } = countedBallots(
    roll,
    read.map(({ no, ownerId, handedInAt, choices }) => ({ ownerKey: ownerId, at: handedInAt, serial: no, choices })),
    time,
  );
  const { returned } = turnoutOf(roll, counted);
  const results = vote.questions.map((question) =>
    questionResult(
      pack,
      question,
      tallyOf(
        roll,
        counted,
        question.code,
        question.options.map(({ code }) => code),
      ),
    ),
  );
  const struck = await struckBallots(tx.sql, tx.streetId, vote.id);
  const statement = voteStatement({
    ...{ title: vote.title, kind: vote.kind, pack, roll, time, ballots: { ...others, returned, struck }, results },
  });
  return finish(tx, vote, rules, { state: nextOfVote(vote.state, 'count'), results, statement, source: null });
}

/** The roll as it was frozen, whatever the registry says today. */
async function frozenRoll(tx: DeliberationTx, vote: OwnersVoteRow): Promise<OwnerRoll> {
  const homes = await frozenHomes(tx.sql, tx.streetId, vote.id);
  return rollOf(homes.map(rollHomeOf), vote.settings);
}

/** What the city's own system announced takes the place of a count: sums alone, on the roll that was frozen here. */
export async function importOfficial(
  tx: DeliberationTx,
  input: { id: string; source: string; sums: (OfficialSums & { question: string })[] },
  ctx: Ctx,
  rules: RuleBook,
): Promise<OwnersVoteView> {
  await lockIssueOfVote(tx, input.id);
  let vote = await lockVoteOfBody(tx, input.id, ctx);
  if (vote.kind !== 'OFFICIAL') throw new DomainError('vote.wrong-kind', { kind: labels.voteKind[vote.kind] });
  refusePrivate(input.source);
  if (vote.state === 'OPEN') {
    refuseBeforeClose(tx, vote);
    vote = await closeVote(tx, vote, rules);
  }
  const state = nextOfVote(vote.state, 'importOfficial');
  // Two hands, as with a paper ballot: who types the sums is not who kept what the city announced.
  const announced = await lastScanOf(tx.sql, tx.streetId, vote.id);
  if (announced === undefined || announced.addedBy === ctx.actor.accountId) throw new DomainError('vote.official-file', {});
  const roll = await frozenRoll(tx, vote);
  const pack = votePackOf(vote.rulesVersion);
  const unasked = input.sums.find(({ question }) => !vote.questions.some(({ code }) => code === question));
  if (unasked || input.sums.length !== vote.questions.length)
    throw new DomainError('vote.official-unsound', { question: unasked?.question ?? '', reason: '事项与公告不一致' });
  const results = vote.questions.map((question) => {
    const sums = input.sums.find((one) => one.question === question.code);
    if (!sums) throw new DomainError('vote.official-unsound', { question: question.code, reason: '缺少这一事项' });
    return questionResult(pack, question, officialTally(roll, question, sums));
  });
  const { source } = input;
  const time = { opensAt: vote.opensAt, closesAt: vote.closesAt };
  const statement = voteStatement({ title: vote.title, kind: vote.kind, source, pack, roll, time, ballots: null, results });
  return voteView(await finish(tx, vote, rules, { state, results, statement, source, scanId: announced.id }));
}

function refuseBeforeClose(tx: DeliberationTx, vote: OwnersVoteRow): void {
  if (tx.now < vote.closesAt) throw new DomainError('vote.still-open', { closesAt: formatBeijing(vote.closesAt) });
}

interface Finished {
  state: OwnersVoteRow['state'];
  results: readonly QuestionResult[];
  statement: string[];
  source: string | null;
  /** Of an official result: the file that shows it. */
  scanId?: string | null;
}

/** The result stands: it is told, its posting is owed in three days, and the issue goes on. A poll decides nothing and moves nothing. */
async function finish(
  tx: DeliberationTx,
  vote: OwnersVoteRow,
  rules: RuleBook,
  { state, results, statement, source, scanId = null }: Finished,
): Promise<OwnersVoteRow> {
  const limits = await rules.at(tx.streetId, tx.now);
  const { id, estateId, issueId, kind, title, concernedUnitIds } = vote;
  const posted: PostedResult[] = results.map(postedResult);
  const outcome = results.every((one) => one.outcome === 'PASSED') ? ('PASSED' as const) : ('FAILED' as const);
  const isPoll = kind === 'ADVISORY';
  tx.stop(id, ['VOTE_COUNT']);
  const told = await votersInParts(tx, await rollOwners(tx.sql, tx.streetId, id), vote);
  const postDueAt = isPoll ? null : armClock(tx, limits, 'RESULT_POST', id).dueAt;
  const counted = tx.save(ownersVotes, { ...vote, state, results: posted, statement, source, countedAt: tx.now, postDueAt }, [
    fact(ownersVoteEvents.counted, {
      ...{ estateId, issueId, kind, title, outcome, results: posted, source, scanId, countedAt: tx.now.toISOString() },
      ...{ postDueAt: postDueAt?.toISOString() ?? null, concernedUnitIds },
      counted: { policyVersion: limits.policyVersion, calendarVersion: limits.calendarVersion },
    }),
    ...told.map((part) => fact(ownersVoteEvents.countedTold, { estateId, issueId, kind, title, outcome, ...part })),
  ]);
  if (issueId !== null && !isPoll) await ownersHaveDecided(tx, issueId, outcome === 'PASSED', rules);
  return counted;
}
