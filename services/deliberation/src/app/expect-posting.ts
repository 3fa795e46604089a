import { costPlanEvents } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import { issues } from '../db/issues.store.js';
import { voteToCome } from '../db/plan-gates.store.js';
import { plans } from '../db/plans.store.js';
import type { PlanRow } from '../db/plans.schema.js';
import type { DeliberationTx } from '../db/schema.js';
import { seatOf } from '../domain/seats.js';
import { armClock } from './arm-clock.js';

/**
 * From here on the decided plan has to be posted within three days (北京市物业管理条例第三十七条、第五十七条); one that waits for the owners' vote is not
 * decided yet, and one that the vote or an emergency has decided is posted from then on (`moveIssue`).
 */
export async function expectPosting(tx: DeliberationTx, planId: string, rules: RuleBook): Promise<void> {
  const plan = (await tx.lock(plans, planId))!;
  const issue = (await tx.lock(issues, plan.issueId))!;
  if ((await voteToCome(tx.sql, issue, plan)) !== null) return;
  await armPosting(tx, planId, rules);
}

/** The three days begin. */
export async function armPosting(tx: DeliberationTx, planId: string, rules: RuleBook): Promise<void> {
  const limits = await rules.at(tx.streetId, tx.now);
  tx.stop(planId, ['PUBLICITY_POST']);
  armClock(tx, limits, 'PUBLICITY_POST', planId);
}

/** The plan is to be posted, or late: told to the chair, then upwards. */
export async function recordFiredPosting(tx: DeliberationTx, plan: PlanRow, clock: DeadlineRow, fired: FiredStage): Promise<void> {
  const issue = (await tx.lock(issues, plan.issueId))!;
  // What waits for one more vote may not hang yet, and nobody is late with it.
  if ((await voteToCome(tx.sql, issue, plan)) !== null) return;
  tx.save(plans, plan, [
    fact(costPlanEvents.planClockFired, {
      ...{ issueId: issue.id, unitId: seatOf(issue.seats, 'COMMUNITY').unitId!, code: clock.code, stage: fired.stage },
      ...{ kind: fired.kind, tell: fired.tell, dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}
