import { costPlanEvents, type Ctx, type PlanPaper } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { amountsOf } from '../db/plan-gates.store.js';
import { lockPlanWithinReach, papersOfIssue, planPapers, plans } from '../db/plans.store.js';
import { paperView } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { isInForce, mayFile, paperName } from '../domain/plan-evidence.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { signedPlanNo } from './signed-plan.js';

/**
 * Takes a paper back from the table (撤回凭据): a slip of who filed it, or the owner's, donor's or unit's own word. By whoever may file it; the paper stays in the list
 * as what was there. What a signed resolution rests on stays in force: that needs another resolution. Sent twice, it is taken back once.
 */
export async function withdrawPaper(
  tx: DeliberationTx,
  input: { id: string; paperId: string; reason: string },
  ctx: Ctx,
): Promise<PlanPaper> {
  const { plan, issue } = await lockPlanWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const paper = (await papersOfIssue(tx.sql, tx.streetId, issue.id)).find(({ id }) => id === input.paperId);
  if (!paper) throw new DomainError('object.not-found', {});
  const { payer, kind } = paper;
  const paying = plan.payers.find(({ code }) => code === payer);
  if (!paying || !mayFile(seat, kind, paying)) throw new DomainError('plan.paper-unfit', { payer, kind: paperName(kind) });
  if (paper.withdrawnAt === null) {
    const state = nextOfPlan(plan.state, 'withdrawPaper');
    if (paper.planNo <= (await signedPlanNo(tx, issue))) throw new DomainError('plan.paper-bound', {});
    refusePrivate(input.reason);
    paper.withdrawnAt = tx.now;
    tx.put(planPapers, paper);
    tx.save(plans, { ...plan, state }, [
      fact(costPlanEvents.paperWithdrawn, {
        ...{ issueId: issue.id, no: plan.no, paperId: paper.id, payer, kind, reason: input.reason, withdrawnAt: tx.now.toISOString() },
      }),
    ]);
  }
  return paperView(paper, isInForce(paper, await amountsOf(tx.sql, plan)));
}
