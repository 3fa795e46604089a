import { costPlanEvents, worksEvents, type PayingSeat } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { plans } from '../db/plans.store.js';
import { resolutions } from '../db/resolutions.store.js';
import { bodyOf } from '../db/resolutions.view.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { lockWorksOf } from '../db/works.store.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { nextOfWorks } from '../domain/works-states.js';
import { aboutWorks, saved, writeDiary } from './make-works.js';

/**
 * A change that was not agreed on is given up (按原决议继续执行): what lies on the issue is again the plan of the resolution in force, with its payers, and
 * the works go on by it as if the change had not been asked for. What was paid stays paid. Answers what changes on the issue.
 */
export async function resumeWorks(
  tx: DeliberationTx,
  { id: issueId, planId, signedResolutionId }: IssueRow,
  reason: string,
): Promise<Pick<IssueRow, 'planId' | 'payers'>> {
  const { plan, signers } = bodyOf((await tx.lock(resolutions, signedResolutionId!))!);
  if (plan !== null && planId !== null && planId !== plan.id) await restorePlan(tx, planId, plan.id);
  const works = await lockWorksOf(tx, issueId);
  if (works) {
    const state = nextOfWorks(works.state, 'resume');
    const changes = works.changes.filter(({ isBackToTable }) => !isBackToTable);
    writeDiary(tx, works, { kind: 'CHANGED', text: `变更没有议成，按原决议继续施工：${reason}` });
    saved(tx, { ...works, state, changes }, fact(worksEvents.changeDropped, { ...aboutWorks(works), reason }));
  }
  const payers = signers.filter(({ pays }) => pays).map(({ seat, amountFen }): PayingSeat => ({ seat, amountFen }));
  return { planId: plan?.id ?? null, payers };
}

/** The version that was not signed gives way to the one that was. */
async function restorePlan(tx: DeliberationTx, unsignedId: string, signedId: string): Promise<void> {
  const [unsigned, signed] = [(await tx.lock(plans, unsignedId))!, (await tx.lock(plans, signedId))!];
  const { issueId, no } = signed;
  tx.save(plans, { ...unsigned, state: nextOfPlan(unsigned.state, 'supersede') }, [
    fact(costPlanEvents.planSuperseded, { issueId, no: unsigned.no, by: no }),
  ]);
  tx.save(plans, { ...signed, state: nextOfPlan(signed.state, 'restore') }, [fact(costPlanEvents.planRestored, { issueId, no })]);
}
