import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import { lockIssueWithinReach } from './issues.store.js';
import type { DeliberationTx, IssueRow, RoundRow } from './schema.js';

export const rounds = aggregate<RoundRow>('rounds', 'round');

/** The issue and the round it is in, both locked, the issue first. A round that is over, or another one, is not acted on any more. */
export async function lockRoundWithinReach(
  tx: DeliberationTx,
  { id, roundId }: { id: string; roundId: string },
  ctx: Ctx,
): Promise<{ issue: IssueRow; round: RoundRow }> {
  const issue = await lockIssueWithinReach(tx, id, ctx);
  if (issue.roundId !== roundId) throw new DomainError('round.not-current', {});
  return { issue, round: await roundOf(tx, issue) };
}

/** The round an issue is in, locked. */
export async function roundOf(tx: DeliberationTx, issue: IssueRow): Promise<RoundRow> {
  const round = issue.roundId === null ? undefined : await tx.lock(rounds, issue.roundId);
  if (!round) throw new DomainError('round.not-current', {});
  return round;
}
