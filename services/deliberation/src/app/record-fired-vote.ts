import { ownersVoteEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { ownersVotes } from '../db/votes.store.js';

/** The time to count, to post a result, or to put a decision right, has come to a stage. */
export function recordFiredVote(tx: DeliberationTx, vote: OwnersVoteRow, clock: DeadlineRow, fired: FiredStage): void {
  const { estateId, issueId, bodyUnitId } = vote;
  const { stage, kind, tell, skipped } = fired;
  tx.save(ownersVotes, vote, [
    fact(ownersVoteEvents.clockFired, {
      ...{ estateId, issueId, code: clock.code, dueAt: clock.dueAt.toISOString(), unitId: bodyUnitId },
      ...{ stage, kind, tell, skippedStages: skipped },
    }),
  ]);
}
