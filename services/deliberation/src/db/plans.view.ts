import type { CostPlanView, Ctx, IssueSeat, OwnHomeShare, PlanGate, PlanPaper, PlanStatement } from '@wufang/contracts';
import { DomainError, fen, fenToJson } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { totalsByPayer } from '../domain/cost-share.js';
import {
  arithmeticOf,
  homeStatement,
  levelJson,
  payerStatement,
  planStatement,
  shareOfHome,
  type StatementOf,
} from '../domain/cost-share-statement.js';
import { gateTexts } from '../domain/cost-share-gate-texts.js';
import { canBeSigned, type Gate } from '../domain/cost-share-gates.js';
import { payingParties, seatlessPayers, unconfirmedParties } from '../domain/plan-consents.js';
import type { Computed } from '../domain/plan-comparison.js';
import { computeOne, problemTexts } from '../domain/plan-draft.js';
import { doerOf, isInForce } from '../domain/plan-evidence.js';
import { homeCode, homeLabel, homeNumber, isInScope } from '../domain/plan-scope.js';
import { readIssueRow } from './names.view.js';
import { amountsOf, gatesOfPlan, unvotedMatters } from './plan-gates.store.js';
import type { PlanHomeShareRow, PlanLineRow, PlanPaperRow, PlanRow } from './plans.schema.js';
import { homesOfEstate } from './plan-place.store.js';
import { homeByKey, linesOf, papersOfIssue, sharesRows } from './plans.store.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;
type Line = Pick<PlanLineRow, 'payer' | 'capacity' | 'money' | 'amountFen'>;

/** A version for its table. `seats`: the issue's, since of owners whose representatives bind nobody there is nobody whose word is missing (4.7). */
export function planView(row: PlanRow, lines: readonly Line[], seats: readonly IssueSeat[]): CostPlanView {
  const { id, issueId, no, numberText, state, title, scopeText, payers, comparison, consents, quotes, contractor, expertReport, version } =
    row;
  return {
    ...{ id, issueId, no, numberText, state, title, scopeText, payers, comparison, consents, quotes, contractor, expertReport, version },
    totalFen: fenToJson(fen(row.totalFen)),
    homes: row.homesCount,
    items: row.document.items.map(({ name, amountFen, work }) => ({ name, amountFen, work })),
    problems: problemTexts(row.problems),
    chosen: row.scenario === null ? null : { scenario: row.scenario, hash: row.hash!, at: row.chosenAt!.toISOString() },
    lines: lines.map(({ payer, capacity, money, amountFen }) => ({ payer, capacity, money, amountFen: fenToJson(fen(amountFen)) })),
    unconfirmed: unconfirmedParties(payingParties(lines), consents, seatlessPayers(payers, seats)),
  };
}

/** The versions of an issue's plan, new ones first; for its seats. */
export async function listPlans(db: Sql, { issueId }: { issueId: string }, ctx: Ctx): Promise<{ plans: CostPlanView[] }> {
  const { seats } = await readIssueRow(db, issueId, ctx);
  const rows = await db
    .selectFrom('plans')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('no', 'desc')
    .execute();
  const lines =
    rows.length === 0
      ? []
      : await linesOf(
          db,
          ctx.streetId,
          rows.map(({ id }) => id),
        );
  return {
    plans: rows.map((row) =>
      planView(
        row,
        lines.filter(({ planId }) => planId === row.id),
        seats,
      ),
    ),
  };
}

export async function getPlan(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<CostPlanView> {
  const row = await readPlanRow(db, id, ctx);
  const { seats } = await readIssueRow(db, row.issueId, ctx);
  return planView(row, await linesOf(db, ctx.streetId, [id]), seats);
}

export async function listPapers(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<{ papers: PlanPaper[] }> {
  const plan = await readPlanRow(db, id, ctx);
  const papers = await papersOfIssue(db, ctx.streetId, plan.issueId);
  const amounts = await amountsOf(db, plan);
  return { papers: papers.map((paper) => paperView(paper, isInForce(paper, amounts))) };
}

export function paperView(row: PlanPaperRow, inForce: boolean): PlanPaper {
  const { id, payer, homeId, kind, document, documentId, budgetSource, projectId, planNo } = row;
  return {
    ...{ id, payer, homeId, kind, document, documentId, budgetSource, projectId, planNo, isInForce: inForce },
    amountFen: row.amountFen === null ? null : fenToJson(fen(row.amountFen)),
    filedAt: row.filedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

/** The gates of a chosen version: what each needs, who has to do it, and whether it is there. */
export async function getGates(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<{ gates: PlanGate[]; canBeSigned: boolean }> {
  const plan = await readPlanRow(db, id, ctx);
  const gates = await gatesOfPlan(db, plan);
  const issue = await db
    .selectFrom('issues')
    .select(['id', 'streetId', 'matters'])
    .where('streetId', '=', plan.streetId)
    .where('id', '=', plan.issueId)
    .executeTakeFirstOrThrow();
  const nameOf = (payer: string) => plan.payers.find(({ code }) => code === payer)?.name ?? payer;
  return {
    gates: gates.map((gate) => ({
      ...{ ...gate, amountFen: fenToJson(gate.amountFen), needs: gateTexts[gate.code], doneBy: doerOf(gate, nameOf) },
    })),
    canBeSigned: canBeSigned(gates) && (await unvotedMatters(db, issue)).length === 0,
  };
}

export interface AskedStatement {
  id: string;
  of: PlanStatement['of'];
  payer?: string | undefined;
  homeId?: string | undefined;
  scenario?: string | undefined;
  labels?: Record<string, string> | undefined;
}

/**
 * A version computed for who asks, in the scenario they name, else the chosen one, else the first; with homes under their labels and what each is called
 * inside. Refuses a version with problems and a scenario that it has not.
 */
export async function computedAsked(db: Sql, plan: PlanRow, asked: Pick<AskedStatement, 'scenario' | 'labels'>) {
  if (plan.problems.length > 0)
    throw new DomainError('plan.has-problems', { count: plan.problems.length, first: problemTexts(plan.problems)[0]!.text });
  const scenario = asked.scenario ?? plan.scenario ?? plan.document.scenarios[0]!.name;
  if (!plan.document.scenarios.some(({ name }) => name === scenario)) throw new DomainError('plan.scenario-unknown', { scenario });
  const codeOf = await codesOfHomes(db, plan);
  const named = Object.entries(asked.labels ?? {}).flatMap(([homeId, label]): [string, string][] => {
    const code = codeOf.get(homeId);
    return code === undefined ? [] : [[code, label]];
  });
  const { plan: costPlan, shares } = computeOne(plan.document, scenario);
  return { computed: { plan: { ...costPlan, homeNames: new Map([...namesOf(plan), ...named]) }, shares }, codeOf };
}

/** The gates of the scenario that was chosen; of any other nobody has asked yet. */
export async function gatesAsked(db: Sql, plan: PlanRow, { plan: { scenario } }: Computed): Promise<Gate[]> {
  return scenario === plan.scenario ? gatesOfPlan(db, plan) : [];
}

/** A statement for somebody at the table; room numbers come with the question and are kept nowhere. */
export async function makeStatement(db: Sql, asked: AskedStatement, ctx: Ctx): Promise<PlanStatement> {
  const plan = await readPlanRow(db, asked.id, ctx);
  const { computed, codeOf } = await computedAsked(db, plan, asked);
  const { plan: costPlan, shares } = computed;
  const code = asked.of === 'HOME' ? codeOf.get(asked.homeId ?? '') : asked.payer;
  if (asked.of === 'PLAN')
    return statementOf(plan, computed, { kind: 'PLAN' }, planStatement(costPlan, shares, await gatesAsked(db, plan, computed)));
  if (code === undefined || (asked.of === 'PAYER' && !costPlan.payers.has(code))) throw new DomainError('object.not-found', {});
  const lines = asked.of === 'HOME' ? homeStatement(costPlan, shares, code) : payerStatement(costPlan, shares, code);
  return statementOf(plan, computed, { kind: asked.of, code }, lines);
}

/** What the owner of a home sees: the way to its own share, nothing of any other home, and what it has asked. */
export async function ownHomeShare(db: Sql, share: PlanHomeShareRow, streetId: string): Promise<OwnHomeShare> {
  const plan = (await db
    .selectFrom('plans')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('id', '=', share.planId)
    .executeTakeFirst())!;
  const computed = computeOne(plan.document, plan.scenario!);
  const named = { ...computed, plan: { ...computed.plan, homeNames: namesOf(plan) } };
  const raised = await db
    .selectFrom('objections')
    .select(['raisedAt', 'reason', 'dueAt', 'answer'])
    .where('streetId', '=', streetId)
    .where('homeId', '=', share.homeId)
    .where('issueId', '=', plan.issueId)
    .where('ownerId', '=', share.ownerId)
    .orderBy('id')
    .execute();
  const replacedBy = plan.state === 'SUPERSEDED' ? await versionInForce(db, plan) : null;
  const lines = homeStatement(named.plan, named.shares, share.code);
  return {
    ...statementOf(plan, named, { kind: 'HOME', code: share.code }, [...(replacedBy ? [replacedText(replacedBy.no)] : []), ...lines]),
    ...{ homeLabel: homeLabel(share), state: plan.state, replacedBy },
    objections: raised.map(({ raisedAt, reason, dueAt, answer }) => ({
      ...{ raisedAt: raisedAt.toISOString(), reason, dueAt: dueAt.toISOString(), answer },
    })),
  };
}

/** The version of an issue whose amounts are frozen and in force, if there is one. */
async function versionInForce(db: Sql, { streetId, issueId }: PlanRow): Promise<{ no: number } | null> {
  const found = await db
    .selectFrom('plans')
    .select('no')
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('state', '=', 'CHOSEN')
    .executeTakeFirst();
  return found ?? null;
}

const replacedText = (no: number) => `本版方案已由第 ${no} 版代替，金额以新版分户说明为准。`;

/** The statement of a home for whoever holds its number and code; no login. */
export async function trackHomeShare(db: Sql, input: { streetId: string; no: string; code: string }): Promise<OwnHomeShare> {
  return ownHomeShare(db, await homeByKey(db, input.streetId, input), input.streetId);
}

/** Statements of the homes bound to an account, of versions that are in force. */
export async function listOwnShares(db: Sql, ctx: Ctx): Promise<{ shares: OwnHomeShare[] }> {
  const rows = await ownShareRows(db, ctx);
  return { shares: await Promise.all(rows.slice(0, 20).map((row) => ownHomeShare(db, row, ctx.streetId))) };
}

/** What the homes bound to an account pay in versions that are in force, new ones first; of a home that has been sold, no version with the new owner. */
export async function ownShareRows(db: Sql, ctx: Ctx): Promise<PlanHomeShareRow[]> {
  return db
    .selectFrom('boundHomes')
    .innerJoin('planHomeShares', (join) =>
      join
        .onRef('planHomeShares.streetId', '=', 'boundHomes.streetId')
        .onRef('planHomeShares.homeId', '=', 'boundHomes.homeId')
        .onRef('planHomeShares.ownerId', '=', 'boundHomes.ownerId'),
    )
    .innerJoin('plans', (join) =>
      join.onRef('plans.streetId', '=', 'planHomeShares.streetId').onRef('plans.id', '=', 'planHomeShares.planId'),
    )
    .selectAll('planHomeShares')
    .where('boundHomes.streetId', '=', ctx.streetId)
    .where('boundHomes.accountId', '=', ctx.actor.accountId)
    .where('plans.state', '=', 'CHOSEN')
    .orderBy('plans.id', 'desc')
    .orderBy('planHomeShares.ordinal')
    .limit(200)
    .execute();
}

/**
 * The homes of an issue's scope under the names they have in its plan: those the chosen version was frozen with, and for a home that has come since the
 * register's rank. A seat that files an owner's consent, or writes down agreed weights, says by them which home it means.
 */
export async function listPlanHomes(db: Sql, { issueId }: { issueId: string }, ctx: Ctx) {
  const { planId, scope, estateId } = await readIssueRow(db, issueId, ctx);
  const frozen = planId === null ? [] : await sharesRows(db, ctx.streetId, planId);
  const codeOf = new Map(frozen.map(({ homeId, code }) => [homeId, code]));
  const known = await homesOfEstate(db, ctx.streetId, estateId);
  return {
    homes: known
      .filter((home) => isInScope(scope, home))
      .map(({ homeId, buildingId, building, stairwell, ordinal }) => {
        const code = codeOf.get(homeId) ?? homeCode(ordinal);
        return { homeId, buildingId, code, name: homeLabel({ building, stairwell, code }) };
      }),
  };
}

/** Numbers and codes of all homes, for the statements that are carried to their doors. */
export async function homeKeysOf(db: Sql, { id }: { id: string }, ctx: Ctx) {
  const plan = await readPlanRow(db, id, ctx);
  if (plan.hash === null) throw new DomainError('plan.not-chosen', {});
  const rows = await sharesRows(db, ctx.streetId, id);
  return {
    homes: rows.map(({ homeId, ordinal, lookupCode }) => ({ homeId, no: homeNumber(plan.numberText, ordinal), code: lookupCode })),
  };
}

/** A version as the caller may see it, or 404: row-level security shows a unit only what concerns it. */
export async function readPlanRow(db: Sql, id: string, ctx: Ctx): Promise<PlanRow> {
  const row = await db.selectFrom('plans').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}

/** Homes by what the plan knows of their place, where nobody has given a room number. */
function namesOf(plan: PlanRow): Map<string, string> {
  return new Map(plan.document.homes.map(({ code, building, stairwell }) => [code, `${building ?? ''}${stairwell ?? ''}${code}`]));
}

/** What each home is called in this version: frozen once it is chosen, as the register ranks it before. */
async function codesOfHomes(db: Sql, plan: PlanRow): Promise<Map<string, string>> {
  if (plan.hash !== null) return new Map((await sharesRows(db, plan.streetId, plan.id)).map(({ homeId, code }) => [homeId, code]));
  const known = await homesOfEstate(db, plan.streetId, plan.scope.estateId);
  return new Map(known.map(({ homeId, ordinal }) => [homeId, homeCode(ordinal)]));
}

function statementOf(row: PlanRow, { plan, shares }: Computed, of: StatementOf, lines: string[]): PlanStatement {
  const share = of.kind === 'HOME' ? shareOfHome(shares, of.code) : null;
  const own = of.kind === 'PAYER' ? (totalsByPayer(shares).get(of.code) ?? fen(0n)) : (share?.shareFen ?? shares.totalFen);
  return {
    ...{ planId: row.id, numberText: row.numberText, scenario: plan.scenario, of: of.kind, lines },
    hash: plan.scenario === row.scenario ? row.hash : null,
    ...{ totalFen: fenToJson(shares.totalFen), amountFen: fenToJson(own) },
    steps: arithmeticOf(plan, shares, of).map((level) => levelJson(plan, level)),
    share: share && { shareFen: fenToJson(share.shareFen), fundFen: fenToJson(share.fundFen), directFen: fenToJson(share.directFen) },
  };
}
