import { emergencyEvents, type Ctx, type EmergencyUseView, type SeatKind } from '@wufang/contracts';
import { fenFromJson } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { EmergencyUseRow } from '../db/emergency.schema.js';
import { emergencyUses, postingOf } from '../db/emergency.store.js';
import { useView } from '../db/emergency.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { nextOfEmergency, withConfirmation } from '../domain/emergency-use.js';
import { refusePrivate } from '../domain/public-text.js';
import { aboutUse, ownersTold } from './file-emergency-use.js';
import { lockForPosting, shareOut, type Posting } from './post-emergency-use.js';

/**
 * The party that applied says what was posted by mistake, with a reason. Nothing is shared out or told yet: street and owners' body confirm it as they
 * confirmed the application (domain rules 3.8). Said anew, it has to be confirmed anew.
 */
export async function proposeCorrection(tx: DeliberationTx, input: Posting & { reason: string }, ctx: Ctx): Promise<EmergencyUseView> {
  const { use } = await lockForPosting(tx, input, ctx);
  const state = nextOfEmergency(use.state, 'correct');
  const { usedFen, contractor, where, reason } = input;
  refusePrivate(reason);
  const [at, beforeFen] = [tx.now.toISOString(), use.usedFen!];
  const proposed = { usedFen, contractor, where, reason, at, confirmedBy: [] };
  return useView(
    tx.save(emergencyUses, { ...use, state, proposed }, [
      fact(emergencyEvents.correctionProposed, { ...aboutUse(use), usedFen, beforeFen, contractor, where, reason, proposedAt: at }),
    ]),
  );
}

/**
 * A seat confirms the correction that waits. When both have, it is another posting of the same kind; the shares of the one before stay, and owners are
 * told again.
 */
export async function confirmCorrection(
  tx: DeliberationTx,
  use: EmergencyUseRow,
  issue: IssueRow,
  seat: SeatKind,
): Promise<EmergencyUseRow> {
  const proposed = use.proposed!;
  const confirmedAt = tx.now.toISOString();
  const { confirmedBy, isComplete } = withConfirmation(proposed.confirmedBy, seat, confirmedAt, issue.seats);
  const state = nextOfEmergency(use.state, isComplete ? 'complete' : 'confirm');
  const confirmed = fact(emergencyEvents.correctionConfirmed, { ...aboutUse(use), seat, isComplete, confirmedAt });
  if (!isComplete) return tx.save(emergencyUses, { ...use, state, proposed: { ...proposed, confirmedBy } }, [confirmed]);
  const { usedFen, contractor, where, reason } = proposed;
  const { change, told } = await shareOut(tx, { ...use, postingNo: postingOf(use) + 1 }, issue, fenFromJson(usedFen));
  const beforeFen = use.usedFen!;
  const correction = { reason, beforeFen, at: confirmedAt };
  const posting = { ...change, usedFen, contractor, postedWhere: where, postedAt: tx.now, correction, proposed: null };
  return tx.save(emergencyUses, { ...use, ...posting, state }, [
    confirmed,
    fact(emergencyEvents.useCorrected, {
      ...{ ...aboutUse(use), usedFen, beforeFen, homes: change.homes, contractor, where, reason },
      ...{ postingNo: change.postingNo, postedAt: confirmedAt },
    }),
    ...(await ownersTold(tx, use, 'CORRECTED', told)),
  ]);
}
