import { annulmentYears, ownersVoteEvents, type Ctx, type OwnersVoteView } from '@wufang/contracts';
import { fact } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import { ownersVotes } from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { yearsAfter } from '../domain/vote-notice.js';
import { lockVoteOfBody } from './owners-body.js';

/**
 * The result hangs where owners see it (物业管理条例 art. 37). From then on owners may ask a court to annul the decision for a year, and its file is kept at
 * least so long; nothing here ever deletes it.
 */
export async function postResult(tx: DeliberationTx, { id, where }: { id: string; where: string }, ctx: Ctx): Promise<OwnersVoteView> {
  const vote = await lockVoteOfBody(tx, id, ctx);
  const state = nextOfVote(vote.state, 'post');
  refusePrivate(where);
  // Posted once more elsewhere: the first day counts for the time limit, the last for the file.
  const postedAt = vote.postedAt ?? tx.now;
  const keepUntil = yearsAfter(tx.now, annulmentYears.value);
  const { estateId, issueId, kind, title, concernedUnitIds } = vote;
  tx.stop(id, ['RESULT_POST']);
  const isInTime = vote.postDueAt === null || postedAt < vote.postDueAt;
  return voteView(
    tx.save(ownersVotes, { ...vote, state, postedAt, postedWhere: where, keepUntil }, [
      fact(ownersVoteEvents.resultPosted, {
        ...{ estateId, issueId, kind, title, where, postedAt: postedAt.toISOString(), isInTime, keepUntil: keepUntil.toISOString() },
        concernedUnitIds,
      }),
    ]),
  );
}
