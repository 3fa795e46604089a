import { costPlanEvents, type CostPlanView, type Ctx, type SeatedPayer } from '@wufang/contracts';
import { canonicalJson, fenFromJson, fenToJson, sha256Hex } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { lockIssueWithinReach } from '../db/issues.store.js';
import { homesOfEstate, placeOfPlan, seatsOfIssue } from '../db/plan-place.store.js';
import { plans, planVersions } from '../db/plans.store.js';
import { planView } from '../db/plans.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById, unitByName } from '../db/tables.store.js';
import { sum } from '../domain/cost-share.js';
import { comparePlan } from '../domain/plan-comparison.js';
import { computeAll, layOutPlan, type PlanDraft } from '../domain/plan-draft.js';
import { scopeText } from '../domain/plan-scope.js';
import { leadOf, nextOfPlan, refuseOutsidePlanning } from '../domain/plan-states.js';
import { seatActingFor } from '../domain/seats.js';
import { refuseUnknownFiles } from './known-files.js';

/**
 * A party drafts the next version of the plan (拟方案). Homes are those the register has in the issue's scope, payers those who have a seat; every
 * scenario is computed at once and laid side by side. A draft with problems is kept with them and cannot be chosen. An earlier draft gives
 * way; a version that was chosen stays in force until a later one is chosen.
 */
export async function draftPlan(tx: DeliberationTx, input: PlanDraft & { issueId: string }, ctx: Ctx): Promise<CostPlanView> {
  const issue = await lockIssueWithinReach(tx, input.issueId, ctx);
  seatActingFor(issue, ctx.actor, tx.now, leadOf(issue));
  refuseOutsidePlanning(issue);
  await refuseUnknownFiles(
    tx,
    issue.id,
    [...input.quotes, ...(input.expertReport ? [input.expertReport] : [])].map(({ documentId }) => documentId),
  );
  // Who keeps the fund is the register's to say, where it does.
  const fundCustodian = (await tx.load(estateById, issue.estateId))?.fundCustodian ?? input.fundCustodian;
  const known = await homesOfEstate(tx.sql, tx.streetId, issue.estateId);
  const [place, versions] = [await placeOfPlan(tx, issue.scope, known), await planVersions(tx, issue.id)];
  const { document, payers: laidOut, problems } = layOutPlan({ ...input, fundCustodian }, place, known, await seatsOfIssue(tx, issue));
  const payers = await withUnits(tx, laidOut);
  const no = (versions[0]?.no ?? 0) + 1;
  for (const earlier of versions.filter(({ state }) => state === 'DRAFT')) {
    const plan = (await tx.lock(plans, earlier.id))!;
    tx.save(plans, { ...plan, state: nextOfPlan(plan.state, 'supersede') }, [
      fact(costPlanEvents.planSuperseded, { issueId: issue.id, no: plan.no, by: no }),
    ]);
  }
  const id = tx.newId();
  const totalFen = sum(document.items.map(({ amountFen }) => fenFromJson(amountFen)));
  const comparison = problems.length > 0 ? null : comparePlan(computeAll(document), document.scenarios[0]!.name, place.fund);
  const plan = tx.create(
    plans,
    {
      ...{ id, issueId: issue.id, no, numberText: `FT${id.slice(-8).toUpperCase()}`, state: 'DRAFT' as const, title: document.title },
      ...{ scope: issue.scope, scopeText: scopeText(place), totalFen, homesCount: document.homes.length, document, payers, problems },
      ...{ comparison, scenario: null, hash: null, chosenAt: null, consents: [], quotes: input.quotes, contractor: input.contractor },
      ...{ expertReport: input.expertReport, concernedUnitIds: issue.concernedUnitIds },
    },
    [
      fact(costPlanEvents.planDrafted, {
        ...{ issueId: issue.id, no, totalFen: fenToJson(totalFen), homes: document.homes.length, problems: problems.length },
        documentHash: sha256Hex(canonicalJson(document)),
      }),
    ],
  );
  return planView(plan, [], issue.seats);
}

/** Payers that were typed in and bear the name of a registered unit are that unit: it hears of what it pays, and reads it. Example: 自来水公司 that is registered -> its unit. */
async function withUnits(tx: DeliberationTx, payers: readonly SeatedPayer[]): Promise<SeatedPayer[]> {
  const found: SeatedPayer[] = [];
  for (const payer of payers) {
    const isTyped = payer.seat === null && payer.unitId === null;
    found.push(isTyped ? { ...payer, unitId: (await tx.load(unitByName, payer.name)) ?? null } : payer);
  }
  return found;
}
