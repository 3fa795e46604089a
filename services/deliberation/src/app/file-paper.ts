import { costPlanEvents, labels, type Ctx, type PaperKind, type PlanPaper, type ProjectState } from '@wufang/contracts';
import { DomainError, fenFromJson, fenToJson, formatFen, type Fen } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { amountsOf } from '../db/plan-gates.store.js';
import { lockPlanWithinReach, papersOfProject, papersPlace, planPapers, plans } from '../db/plans.store.js';
import { paperView } from '../db/plans.view.js';
import { projects } from '../db/projects.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { isInForce, lackingIn, leftOfProject, mayFile, paperName } from '../domain/plan-evidence.js';
import { nextOfPlan } from '../domain/plan-states.js';
import { seatActingFor } from '../domain/seats.js';
import { refuseUnknownFiles } from './known-files.js';

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
  projectId: string | null;
}

/**
 * Lays a paper on the table that opens a gate (凭据): each party its own, the community and the street those of payers without a seat. It stands for the
 * amount its payer pays in this version, or for the amount it names. Sent twice, it is one paper.
 */
export async function filePaper(tx: DeliberationTx, asked: Paper, ctx: Ctx): Promise<PlanPaper> {
  const { plan, issue } = await lockPlanWithinReach(tx, asked.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now);
  const state = nextOfPlan(plan.state, 'filePaper');
  const { payer, homeId, kind } = asked;
  const paying = plan.payers.find(({ code }) => code === payer);
  if (!paying) throw new DomainError('plan.payer-unknown', { payer });
  if (!mayFile(seat, kind, paying)) throw new DomainError('plan.paper-unfit', { payer, kind: paperName(kind) });
  const amounts = await amountsOf(tx.sql, plan);
  const home = homeId === null ? undefined : amounts.homes.get(homeId);
  const owed = homeId === null ? amounts.payers.get(payer) : home?.shareFen;
  if (owed === undefined) throw new DomainError('plan.paper-unfit', { payer, kind: paperName(kind) });
  const input = await byProject(tx, issue, asked, owed);
  const missing = lackingIn(input);
  if (missing !== null) throw new DomainError('plan.paper-incomplete', { kind: paperName(kind), missing });
  await refuseUnknownFiles(tx, issue.id, [input.documentId]);
  const row = {
    ...{ id: input.paperId, planId: plan.id, issueId: issue.id, planNo: plan.no, payer, homeId, kind, document: input.document },
    ...{ documentId: input.documentId, amountFen: input.amountFen === null ? null : fenFromJson(input.amountFen) },
    ...{ budgetSource: input.budgetSource, projectId: input.projectId, forAmountFen: owed, filedAt: tx.now, withdrawnAt: null },
    ...{ ownerId: home?.ownerId ?? null, forDirectFen: home?.directFen ?? null, unitId: paying.unitId },
  };
  tx.insert(planPapers, row);
  tx.save(plans, { ...plan, state }, [
    fact(costPlanEvents.paperFiled, {
      ...{ issueId: issue.id, no: plan.no, paperId: row.id, payer, kind, filedAt: tx.now.toISOString() },
    }),
  ]);
  return paperView({ streetId: tx.streetId, ...row }, isInForce(row, amounts));
}

/**
 * An approval of the street's pool that names its project (民生项目池) says what the street's leader approved, not what somebody types: document and source are taken
 * over, and of the amount what the payer pays, as far as other papers have not taken it. Money from outside the pool is typed, and stands as such.
 * Throws plan.project-unfit with what does not fit.
 */
async function byProject(tx: DeliberationTx, issue: IssueRow, paper: Paper, owed: Fen): Promise<Paper> {
  if (paper.projectId === null) return paper;
  const unfit = (reason: string) => new DomainError('plan.project-unfit', { reason });
  if (paper.kind !== 'POOL_APPROVAL') throw unfit('只有民生项目池批准可以写明项目。');
  // Two plans that name one project at once are asked one after the other.
  const project = await tx.lock(projects, paper.projectId);
  if (project?.communityId !== issue.communityId) throw unfit('没有这个项目，或者它不是本社区的项目。');
  const { approval, state, title } = project;
  if (approval === null || !paysFor.includes(state))
    throw unfit(`项目“${title}”${labels.projectState[state]}；已批复、尚未验收的项目才能作为凭据。`);
  const place = papersPlace(project.id);
  tx.mustSeeAll(place);
  const papers = await papersOfProject(tx.sql, tx.streetId, project.id);
  tx.remember(place, true);
  const leftFen = leftOfProject(fenFromJson(approval.amountFen), papers, { issueId: issue.id, payer: paper.payer });
  const amount = paper.amountFen === null ? owed : fenFromJson(paper.amountFen);
  if (amount > leftFen)
    throw unfit(
      `项目“${title}”批复 ¥${formatFen(fenFromJson(approval.amountFen))}，还剩 ¥${formatFen(leftFen)}，不够 ¥${formatFen(amount)}。`,
    );
  return { ...paper, document: approval.document, budgetSource: approval.budgetSource, amountFen: fenToJson(amount) };
}

/** States in which an approved project still has its money. */
const paysFor: readonly ProjectState[] = ['APPROVED', 'UNDER_WAY', 'DONE'];
