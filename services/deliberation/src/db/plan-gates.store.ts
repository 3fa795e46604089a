import type { CostSharePlan, VoteMatter } from '@wufang/contracts';
import { beijingDate, DomainError, fen, type Fen } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { gatesOf, type Gate } from '../domain/cost-share-gates.js';
import { evidenceOf, type Amounts } from '../domain/plan-evidence.js';
import { computeOne } from '../domain/plan-draft.js';
import type { PlanRow } from './plans.schema.js';
import { linesOf, papersOfIssue, sharesRows } from './plans.store.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;
type Evidence = NonNullable<CostSharePlan['evidence']>;

/** What payers and homes of a chosen version pay, as it is stored. */
export async function amountsOf(db: Sql, plan: PlanRow): Promise<Amounts> {
  const [lines, homes] = [await linesOf(db, plan.streetId, [plan.id]), await sharesRows(db, plan.streetId, plan.id)];
  const payers = new Map<string, Fen>();
  for (const { payer, capacity, amountFen } of lines)
    if (capacity !== 'DUTY') payers.set(payer, fen((payers.get(payer) ?? 0n) + amountFen));
  return { payers, homes: new Map(homes.map(({ homeId, code, shareFen }) => [homeId, { code, shareFen: fen(shareFen) }])) };
}

/**
 * The gates of a chosen version (3.6), with what has opened them: consents, papers that still cover the amount, passed votes, emergency use. Asked
 * before signing: while one is open nobody may sign. Throws `plan.not-chosen` for a version without frozen amounts.
 */
export async function gatesOfPlan(db: Sql, plan: PlanRow): Promise<Gate[]> {
  if (plan.scenario === null) throw new DomainError('plan.not-chosen', {});
  const [papers, amounts] = [await papersOfIssue(db, plan.streetId, plan.issueId), await amountsOf(db, plan)];
  const computed = computeOne(plan.document, plan.scenario);
  return gatesOf(
    computed.plan,
    computed.shares,
    evidenceOf(plan, papers, amounts, { votes: await votesOn(db, plan), emergency: await emergencyOf(db, plan) }),
  );
}

/** The gates that are still open. */
export async function openGates(db: Sql, plan: PlanRow): Promise<Gate[]> {
  return (await gatesOfPlan(db, plan)).filter(({ isMet }) => !isMet);
}

/** What owners have voted on in this issue, by the item of 民法典第二百七十八条; a poll that binds nobody is none, nor is what the street has annulled. */
async function votesOn(db: Sql, { streetId, issueId }: PlanRow): Promise<Evidence['votes']> {
  const rows = await db
    .selectFrom('ownersVotes')
    .select(['title', 'results', 'roll'])
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('kind', '!=', 'ADVISORY')
    .where('results', 'is not', null)
    .where('state', '!=', 'ANNULLED')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ title, results, roll }) =>
    results!.flatMap(({ question, passed }) => {
      const item = itemOfMatter[question.matter];
      if (item === undefined) return [];
      return [{ item, isPassed: passed !== null, countsUnsold: (roll?.unsold.heads ?? 0) > 0, document: `业主表决：${title}` }];
    }),
  );
}

/** The emergency use of the fund that street and body have confirmed, with the day on which owners were told. */
async function emergencyOf(db: Sql, { streetId, issueId }: PlanRow): Promise<Evidence['emergency']> {
  const use = await db
    .selectFrom('emergencyUses')
    .select(['emergencyCase', 'evidence', 'noticedAt'])
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('state', 'in', ['CONFIRMED', 'POSTED'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!use) return null;
  return { case: use.emergencyCase, proof: use.evidence.documents[0]!, noticePostedOn: use.noticedAt && beijingDate(use.noticedAt) };
}

const itemOfMatter: Partial<Record<VoteMatter, number>> = { FUND_USE: 5, FUND_RAISE: 6, REBUILD: 7, COMMON_PARTS: 8 };
