import { labels, ownersVoteEvents, type Ctx, type OwnersVoteView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { inParts } from '../db/bound-homes.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import {
  announcedOfIssue,
  ballotsPlace,
  homesInScope,
  ownersVotes,
  ownersWhoVoted,
  placeOfVotes,
  silentOwners,
} from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { lockVoteOfBody } from './owners-body.js';
import { votersInParts } from './tell-voters.js';

/** The owners' body calls a vote off before it opens, with a reason. */
export async function callOffVote(tx: DeliberationTx, { id, reason }: { id: string; reason: string }, ctx: Ctx): Promise<OwnersVoteView> {
  const vote = await lockVoteOfBody(tx, id, ctx);
  refusePrivate(reason);
  if (vote.state !== 'ANNOUNCED')
    throw new DomainError('vote.illegal-step', { status: labels.ownersVoteState[vote.state], action: labels.ownersVoteAction.callOff });
  return voteView(await callOff(tx, vote, reason));
}

/**
 * Nobody votes any more on an issue that is withdrawn or laid together with another, or whose plan is taken back: its vote that runs, or waits for the count,
 * falls with it, and one that is announced is not opened. Ballots stay. A poll binds nobody and goes on.
 */
export async function callOffWithIssue(
  tx: DeliberationTx,
  { id, voteIds }: Pick<IssueRow, 'id' | 'voteIds'>,
  reason: string,
): Promise<void> {
  tx.mustSeeAll(placeOfVotes(id));
  const last = voteIds.at(-1);
  const announced = await announcedOfIssue(tx.sql, tx.streetId, id);
  for (const voteId of new Set([...(last === undefined ? [] : [last]), ...announced])) {
    const vote = await tx.lock(ownersVotes, voteId);
    if (vote && ['ANNOUNCED', 'OPEN', 'CLOSED'].includes(vote.state)) await callOff(tx, vote, reason);
  }
}

/** The vote will not be held, or not be counted. All who were told of it hear so, and those who have handed in a ballot that it decides nothing. */
export async function callOff(tx: DeliberationTx, vote: OwnersVoteRow, reason: string): Promise<OwnersVoteRow> {
  const state = nextOfVote(vote.state, 'callOff');
  const { id, estateId, issueId, kind, title, concernedUnitIds } = vote;
  tx.stop(id, 'all');
  tx.mustSeeAll(ballotsPlace(id));
  const voted = await ownersWhoVoted(tx.sql, tx.streetId, id);
  const others = vote.roll ? await silentOwners(tx.sql, tx.streetId, id) : await ownersInScope(tx, vote);
  const [returned, silent] = [voted.length === 0 ? [] : await inParts(tx, voted), await votersInParts(tx, others, vote)];
  const about = { estateId, issueId, kind, title, reason };
  return tx.save(ownersVotes, { ...vote, state, calledOffReason: reason }, [
    fact(ownersVoteEvents.calledOff, { ...about, concernedUnitIds }),
    ...returned.map((part) => fact(ownersVoteEvents.callOffTold, { ...about, hasReturned: true, ...part })),
    ...silent.map((part) => fact(ownersVoteEvents.callOffTold, { ...about, hasReturned: false, ...part })),
  ]);
}

const ownersInScope = async (tx: DeliberationTx, vote: OwnersVoteRow): Promise<string[]> =>
  (await homesInScope(tx.sql, tx.streetId, vote)).map(({ ownerId }) => ownerId);
