import { ownersVoteEvents, type Ctx, type OwnersVoteView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { ownersVotes } from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { lockVoteOfBody } from './owners-body.js';

/** The owners' body calls a vote off before it opens, with a reason. */
export async function callOffVote(tx: DeliberationTx, { id, reason }: { id: string; reason: string }, ctx: Ctx): Promise<OwnersVoteView> {
  const vote = await lockVoteOfBody(tx, id, ctx);
  refusePrivate(reason);
  return voteView(callOff(tx, vote, reason));
}

/** The vote will not be held. */
export function callOff(tx: DeliberationTx, vote: OwnersVoteRow, reason: string): OwnersVoteRow {
  const state = nextOfVote(vote.state, 'callOff');
  const { id, estateId, issueId, kind, title, concernedUnitIds } = vote;
  tx.stop(id, 'all');
  return tx.save(ownersVotes, { ...vote, state, calledOffReason: reason }, [
    fact(ownersVoteEvents.calledOff, { estateId, issueId, kind, title, reason, concernedUnitIds }),
  ]);
}
