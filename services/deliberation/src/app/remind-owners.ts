import { ownersVoteEvents, type Ctx } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { inParts } from '../db/bound-homes.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { ballotsPlace, ownersVotes, silentOwners } from '../db/votes.store.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { lockVoteOfBody } from './owners-body.js';

/** The owners' body reminds those who have not voted. That somebody has not, is all it says; how the others voted, nobody here knows. */
export async function remindOwners(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx): Promise<{ owners: number }> {
  return { owners: await remind(tx, await lockVoteOfBody(tx, id, ctx)) };
}

/** Reminds whoever is silent; by hand, and by the clock half-way and shortly before the close. */
export async function remind(tx: DeliberationTx, vote: OwnersVoteRow): Promise<number> {
  const state = nextOfVote(vote.state, 'remind');
  tx.mustSeeAll(ballotsPlace(vote.id));
  const silent = await silentOwners(tx.sql, tx.streetId, vote.id);
  const { estateId, issueId, kind, title, closesAt } = vote;
  const about = { estateId, issueId, kind, title, closesAt: closesAt.toISOString() };
  const parts = await inParts(tx, silent);
  tx.save(
    ownersVotes,
    { ...vote, state },
    parts.map((part) => fact(ownersVoteEvents.reminded, { ...about, ...part })),
  );
  return silent.length;
}
