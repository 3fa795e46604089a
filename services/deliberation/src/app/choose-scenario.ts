import { randomInt } from 'node:crypto';
import { costPlanEvents, type CostPlanView, type Ctx, type PlanDocument } from '@wufang/contracts';
import { canonicalJson, DomainError, fenToJson, sha256Hex } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { homesOfEstate, placeOfPlan, seatsOfIssue } from '../db/plan-place.store.js';
import { homeIdsOf, lockPlanWithinReach, planHomeShares, planLines, plans, planVersions, sharesRows } from '../db/plans.store.js';
import type { PlanRow } from '../db/plans.schema.js';
import { planView } from '../db/plans.view.js';
import { issues } from '../db/issues.store.js';
import { rounds } from '../db/rounds.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { linesTogether } from '../domain/cost-share-gates.js';
import type { CostShares } from '../domain/cost-share.js';
import { comparePlan } from '../domain/plan-comparison.js';
import { carryConsents, payingSeats, type Line } from '../domain/plan-consents.js';
import {
  canonicalPlan,
  computeAll,
  computeOne,
  layOutPlan,
  problemTexts,
  typedPayers,
  type PlanPlace,
  type PlanSeat,
} from '../domain/plan-draft.js';
import { homeCode, lookupCodeOf, type KnownHome } from '../domain/plan-scope.js';
import { leadOf, nextOfPlan, refuseOutsidePlanning } from '../domain/plan-states.js';
import { seatActingFor } from '../domain/seats.js';
import { moveIssue } from './move-issue.js';
import { consentFact } from './note-consent.js';

/**
 * Chooses one of a version's scenarios: its amounts are frozen under the hash of the canonical plan, for payers and homes. Consents to the version
 * before stay with those whose amounts stay, home by home; every other party has to say anew (C8). Refused while there are problems, and when
 * the register has changed since the draft.
 */
export async function chooseScenario(
  tx: DeliberationTx,
  input: { id: string; scenario: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<CostPlanView> {
  const { plan, issue } = await lockPlanWithinReach(tx, input.id, ctx);
  seatActingFor(issue, ctx.actor, tx.now, leadOf(issue));
  refuseOutsidePlanning(issue);
  const state = nextOfPlan(plan.state, 'choose');
  await refuseNoticed(tx, issue);
  const { document } = plan;
  if (plan.problems.length > 0)
    throw new DomainError('plan.has-problems', { count: plan.problems.length, first: problemTexts(plan.problems)[0]!.text });
  if (!document.scenarios.some(({ name }) => name === input.scenario))
    throw new DomainError('plan.scenario-unknown', { scenario: input.scenario });
  const known = await homesOfEstate(tx.sql, tx.streetId, issue.estateId);
  const place = await placeOfPlan(tx, plan.scope, known);
  refuseChangedRegister(plan, place, known, await seatsOfIssue(tx, issue));

  const { shares } = computeOne(document, input.scenario);
  const hash = sha256Hex(canonicalPlan({ issueId: issue.id, no: plan.no, scenario: input.scenario, document, shares }));
  const earlier = await earlierChosen(tx, plan);
  const homeIds = earlier && {
    before: homeIdsOf(await sharesRows(tx.sql, tx.streetId, earlier.row.id)),
    after: homeIdsOf(known.map(({ ordinal, homeId }) => ({ code: homeCode(ordinal), homeId }))),
  };
  const { kept, voided } = homeIds
    ? carryConsents(earlier.row.consents, { payers: earlier.row.payers, shares: earlier.shares }, { payers: plan.payers, shares }, homeIds)
    : { kept: [], voided: [] };
  if (earlier) {
    tx.save(plans, { ...earlier.row, state: nextOfPlan(earlier.row.state, 'supersede') }, [
      fact(costPlanEvents.planSuperseded, { issueId: issue.id, no: earlier.row.no, by: plan.no }),
    ]);
  }
  const lines = linesTogether(shares).map(({ payer, capacity, money, amountFen }) => ({ payer, capacity, money, amountFen }));
  for (const line of lines) tx.insert(planLines, { planId: plan.id, ...line });
  insertHomeShares(tx, plan, shares, known);

  const unitOf = new Map(plan.payers.map(({ code, unitId }) => [code, unitId]));
  const asked = voided.filter((payer) => earlier!.row.consents.some((consent) => consent.payer === payer));
  const chosenAt = tx.now;
  const comparison = comparePlan(computeAll(document), input.scenario, place.fund);
  const saved = tx.save(plans, { ...plan, state, scenario: input.scenario, hash, chosenAt, comparison, consents: kept }, [
    fact(costPlanEvents.scenarioChosen, {
      ...{ issueId: issue.id, no: plan.no, unitIds: issue.concernedUnitIds, scenario: input.scenario, hash },
      ...{ totalFen: fenToJson(shares.totalFen), chosenAt: chosenAt.toISOString() },
      lines: lines.map(({ amountFen, ...line }) => ({ ...line, amountFen: fenToJson(amountFen) })),
      kept: kept.map(consentFact),
      voided: asked.map((payer) => ({ payer, unitId: unitOf.get(payer) ?? null })),
    }),
  ]);
  await putOnIssue(tx, issue, saved, lines, rules);
  return planView(saved, lines, issue.seats);
}

/** The plan is sent with the notice (4.7): between notice and meeting it does not become another, nor its payers others than those who were told to come. */
async function refuseNoticed(tx: DeliberationTx, { roundId }: IssueRow): Promise<void> {
  const round = roundId === null ? undefined : await tx.lock(rounds, roundId);
  if (round?.state === 'NOTICED') throw new DomainError('round.noticed', {});
}

/** The issue carries the version on the table and who would pay how much by it; its first choice ends the drafting (费用草案). */
async function putOnIssue(tx: DeliberationTx, issue: IssueRow, plan: PlanRow, lines: readonly Line[], rules: RuleBook): Promise<void> {
  const payers = payingSeats(plan.payers, lines);
  const change = { planId: plan.id, payers };
  const { tableId, estateId } = issue;
  const put = fact(costPlanEvents.planPut, { tableId, estateId, planId: plan.id, no: plan.no, payers });
  if (issue.state === 'COST_DRAFT') tx.save(issues, { ...issue, ...change }, [put]);
  else await moveIssue(tx, issue, 'draftCost', rules, { change, facts: [put] });
}

/** The version that was chosen before, with what it computed. */
async function earlierChosen(tx: DeliberationTx, plan: PlanRow): Promise<{ row: PlanRow; shares: CostShares } | null> {
  const found = (await planVersions(tx, plan.issueId)).find(({ id, state }) => state === 'CHOSEN' && id !== plan.id);
  if (!found) return null;
  const row = (await tx.lock(plans, found.id))!;
  return { row, shares: computeOne(row.document, row.scenario!).shares };
}

/** Lays the draft out anew: where homes, areas, owners or seats have changed since, the amounts would not be those of today. */
function refuseChangedRegister(plan: PlanRow, place: PlanPlace, known: readonly KnownHome[], seats: readonly PlanSeat[]): void {
  const { document } = plan;
  const weights = document.homes.flatMap(({ code, weight }) => {
    const home = known.find(({ ordinal }) => homeCode(ordinal) === code);
    return home && weight != null ? [{ homeId: home.homeId, weight }] : [];
  });
  const again = layOutPlan(
    {
      ...{ title: document.title, items: document.items, fundCustodian: document.fundCustodian, scenarios: document.scenarios, weights },
      otherPayers: typedPayers(plan.payers),
      ...{ isTechnical: false, expertReport: null, quotes: plan.quotes, contractor: plan.contractor },
    },
    place,
    known,
    seats,
  );
  // A draft from before the rule of left-over fen was named stays what it is.
  const facts = (of: PlanDocument) => canonicalJson({ ...of, tieRule: null });
  if (facts(again.document) !== facts(document)) throw new DomainError('plan.register-changed', {});
  // What the fund holds may have been stated since the draft.
  const found = again.problems.filter(({ code }) => code === 'plan.fund-short');
  if (found.length > 0) throw new DomainError('plan.has-problems', { count: found.length, first: problemTexts(found)[0]!.text });
}

function insertHomeShares(tx: DeliberationTx, plan: PlanRow, shares: CostShares, known: readonly KnownHome[]): void {
  const homeOf = new Map(known.map((home) => [homeCode(home.ordinal), home]));
  for (const { code, payer, shareFen, fundFen, directFen } of shares.homes) {
    const { homeId, ownerId, buildingId, building, stairwell, ordinal, areaHundredths, areaSource } = homeOf.get(code)!;
    tx.insert(planHomeShares, {
      ...{
        planId: plan.id,
        homeId,
        ownerId,
        buildingId,
        building,
        stairwell,
        ordinal,
        code,
        areaHundredths: areaHundredths!,
        areaSource: areaSource!,
      },
      ...{ payer, shareFen, fundFen, directFen, lookupCode: lookupCodeOf((below) => randomInt(below)) },
    });
  }
}
