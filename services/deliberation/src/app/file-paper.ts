import { costPlanEvents, type Ctx, type PaperKind, type PlanPaper } from '@wufang/contracts';
import { DomainError, fenFromJson } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { amountsOf } from '../db/plan-gates.store.js';
import { lockPlanWithinReach, planPapers, plans } from '../db/plans.store.js';
import { paperView } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { isInForce, lackingIn, mayFile, paperName } from '../domain/plan-evidence.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { seatActingFor } from '../domain/seats.js';

export interface Paper {
  id: string;
  paperId: string;
  payer: string;
  homeId: string | null;
  kind: PaperKind;
  document: string;
  documentId: string | null;
  amountFen: string | null;
  budgetSource: string | null;
}

/**
 * Lays a paper on the table that opens a gate (凭据): each party its own, the community and the street those of payers without a seat. It stands for the
 * amount its payer pays in this version, or for the amount it names. Sent twice, it is one paper.
 */
export async function filePaper(tx: DeliberationTx, input: Paper, ctx: Ctx): Promise<PlanPaper> {
  const { plan, issue } = await lockPlanWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const state = nextOfPlan(plan.state, 'filePaper');
  const { payer, homeId, kind } = input;
  const paying = plan.payers.find(({ code }) => code === payer);
  if (!paying) throw new DomainError('plan.payer-unknown', { payer });
  if (!mayFile(seat, kind, paying)) throw new DomainError('plan.paper-unfit', { payer, kind: paperName(kind) });
  const missing = lackingIn(input);
  if (missing !== null) throw new DomainError('plan.paper-incomplete', { kind: paperName(kind), missing });
  const amounts = await amountsOf(tx.sql, plan);
  const home = homeId === null ? undefined : amounts.homes.get(homeId);
  const owed = homeId === null ? amounts.payers.get(payer) : home?.shareFen;
  if (owed === undefined) throw new DomainError('plan.paper-unfit', { payer, kind: paperName(kind) });
  const row = {
    ...{ id: input.paperId, planId: plan.id, issueId: issue.id, planNo: plan.no, payer, homeId, kind, document: input.document },
    ...{ documentId: input.documentId, amountFen: input.amountFen === null ? null : fenFromJson(input.amountFen) },
    ...{ budgetSource: input.budgetSource, forAmountFen: owed, filedAt: tx.now, withdrawnAt: null },
    ...{ ownerId: home?.ownerId ?? null, forDirectFen: home?.directFen ?? null },
  };
  tx.insert(planPapers, row);
  tx.save(plans, { ...plan, state }, [
    fact(costPlanEvents.paperFiled, {
      ...{ issueId: issue.id, no: plan.no, paperId: row.id, payer, kind, filedAt: tx.now.toISOString() },
    }),
  ]);
  return paperView({ streetId: tx.streetId, ...row }, isInForce(row, amounts));
}
