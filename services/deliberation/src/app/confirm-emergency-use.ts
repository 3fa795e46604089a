import { emergencyEvents, labels, type Ctx, type EmergencyUseView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { emergencyUses, lockUseWithinReach } from '../db/emergency.store.js';
import { useView } from '../db/emergency.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { isBeyondVote, nextOfEmergency, withConfirmation } from '../domain/emergency-use.js';
import { nextOfIssue } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { confirmCorrection } from './correct-emergency-use.js';
import { aboutUse, seatAtIssue } from './file-emergency-use.js';
import { moveIssue } from './move-issue.js';

/**
 * Street and body confirm, each for itself; when both have, an issue that is agreed on goes on without a vote. A use of one that is further already moves nothing. A
 * correction of what was posted they confirm in the same way.
 */
export async function confirmUse(tx: DeliberationTx, { id }: { id: string }, ctx: Ctx, rules: RuleBook): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  const { issue, kind } = await seatAtIssue(tx, use, ctx);
  if (use.state === 'CORRECTING') return useView(await confirmCorrection(tx, use, issue, kind));
  nextOfEmergency(use.state, 'confirm');
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  // What the issue cannot take is refused to the first who confirms, not to the second.
  const isBeyond = isBeyondVote(issue.state);
  if (!isBeyond) nextOfIssue(issue, 'goEmergency');
  const confirmedAt = tx.now.toISOString();
  const { confirmedBy, isComplete } = withConfirmation(use.confirmedBy, kind, confirmedAt, issue.seats);
  const state = nextOfEmergency(use.state, isComplete ? 'complete' : 'confirm');
  if (isComplete && !isBeyond) await moveIssue(tx, issue, 'goEmergency', rules);
  return useView(
    tx.save(emergencyUses, { ...use, state, confirmedBy }, [
      fact(emergencyEvents.confirmed, { ...aboutUse(use), seat: kind, isComplete, confirmedAt }),
    ]),
  );
}

/** The street holds that it is no emergency: the owners have to be asked. Or that a correction is not right: then the posting stands as it hangs. */
export async function refuseUse(tx: DeliberationTx, { id, reason }: { id: string; reason: string }, ctx: Ctx): Promise<EmergencyUseView> {
  const use = await lockUseWithinReach(tx, id, ctx);
  await seatAtIssue(tx, use, ctx);
  const state = nextOfEmergency(use.state, 'refuse');
  refusePrivate(reason);
  if (use.state === 'CORRECTING')
    return useView(
      tx.save(emergencyUses, { ...use, state, proposed: null }, [fact(emergencyEvents.correctionRefused, { ...aboutUse(use), reason })]),
    );
  tx.stop(id, 'all');
  return useView(
    tx.save(emergencyUses, { ...use, state, refusedReason: reason }, [fact(emergencyEvents.refused, { ...aboutUse(use), reason })]),
  );
}
