import { labels, type CostSharePlan, type VoteMatter } from '@wufang/contracts';
import { beijingDate, DomainError, fen, fenFromJson } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { gatesOf, isCoveredBy, ownersParts, ownersTotals, type Gate, type OwnersTotals } from '../domain/cost-share-gates.js';
import { gateTexts } from '../domain/cost-share-gate-texts.js';
import { mattersToVote, type OwnersMatter } from '../domain/issue-rule-pack.js';
import { sharedByPayer } from '../domain/cost-share.js';
import { evidenceOf, isVotedFirst, type Amounts } from '../domain/plan-evidence.js';
import { computeOne } from '../domain/plan-draft.js';
import type { PlanRow } from './plans.schema.js';
import { homeIdsOf, linesOf, papersOfIssue, sharesRows } from './plans.store.js';
import type { DeliberationDb, IssueRow } from './schema.js';
import type { OwnersVoteRow } from './votes.schema.js';

type Sql = Kysely<DeliberationDb>;
type Evidence = NonNullable<CostSharePlan['evidence']>;

/** What payers and homes of a chosen version pay, as it is stored. */
export async function amountsOf(db: Sql, plan: PlanRow): Promise<Amounts> {
  const [lines, homes] = [await linesOf(db, plan.streetId, [plan.id]), await sharesRows(db, plan.streetId, plan.id)];
  const payers = sharedByPayer({ lines: lines.map((line) => ({ ...line, amountFen: fen(line.amountFen) })) });
  return {
    payers,
    units: new Map(plan.payers.map(({ code, unitId }) => [code, unitId])),
    homes: new Map(
      homes.map(({ homeId, code, ownerId, shareFen, directFen }) => [
        homeId,
        { code, ownerId, shareFen: fen(shareFen), directFen: fen(directFen) },
      ]),
    ),
  };
}

/**
 * The gates of a chosen version (3.6), with what has opened them: consents, papers that still cover the amount, passed votes, emergency use. Asked
 * before signing: while one is open nobody may sign. Throws `plan.not-chosen` for a version without frozen amounts.
 */
export async function gatesOfPlan(db: Sql, plan: PlanRow): Promise<Gate[]> {
  if (plan.scenario === null) throw new DomainError('plan.not-chosen', {});
  const [papers, amounts] = [await papersOfIssue(db, plan.streetId, plan.issueId), await amountsOf(db, plan)];
  const computed = computeOne(plan.document, plan.scenario);
  const emergency = await emergencyOf(db, plan, ownersTotals(computed.plan, computed.shares));
  const decided = { votes: await votesOn(db, plan), emergency };
  return gatesOf(computed.plan, computed.shares, evidenceOf(plan, papers, amounts, decided));
}

/** The gates that are still open. */
export async function openGates(db: Sql, plan: PlanRow): Promise<Gate[]> {
  return (await gatesOfPlan(db, plan)).filter(({ isMet }) => !isMet);
}

/**
 * Matters of an issue that its owners have not passed, or whose vote the street has annulled, or is annulling now (`exceptVoteId`); money apart, which waits at its
 * gate (3.6).
 */
export async function unvotedMatters(
  db: Sql,
  { id, streetId, matters }: Pick<IssueRow, 'id' | 'streetId' | 'matters'>,
  exceptVoteId?: string,
): Promise<OwnersMatter[]> {
  const asked = mattersToVote(matters);
  if (asked.length === 0) return [];
  const passed = new Map((await countedVotes(db, streetId, id)).flatMap((vote) => (vote.id === exceptVoteId ? [] : [...passedOf(vote)])));
  return asked.filter((matter) => passed.get(matter) !== true);
}

/** What the owners have still to vote on before the plan is announced as decided, in words; null where nothing is left. */
export async function voteToCome(db: Sql, issue: Pick<IssueRow, 'id' | 'streetId' | 'matters'>, plan: PlanRow): Promise<string | null> {
  const gate = (await openGates(db, plan)).find(isVotedFirst);
  if (gate) return gateTexts[gate.code];
  const unvoted = await unvotedMatters(db, issue);
  return unvoted.length === 0 ? null : mattersText(unvoted);
}

/** Example: COMMON_PARTS -> 改变共有部分用途或利用共有部分经营须业主表决通过（民法典第二百七十八条）. */
export const mattersText = (matters: readonly OwnersMatter[]) =>
  `${matters.map((matter) => labels.voteMatter[matter]).join('、')}须业主表决通过（民法典第二百七十八条）`;

/**
 * What owners have last said in this issue, by the item of 民法典第二百七十八条: of each item the newest counted vote alone, so that a no takes back an earlier
 * yes. A vote on money carries what each home was to pay by the version it was announced on, and no more (C8, I-45).
 */
async function votesOn(db: Sql, plan: PlanRow): Promise<Evidence['votes']> {
  const newest = new Map<number, Evidence['votes'][number]>();
  const votes = await countedVotes(db, plan.streetId, plan.issueId);
  const parts = await partsOfVersions(db, plan, votes);
  const covers = ({ planId }: CountedVote, money: keyof OwnersTotals) =>
    planId !== null && isCoveredBy(parts.get(planId)!, parts.get(plan.id)!, money);
  for (const vote of votes)
    for (const [matter, isYes] of passedOf(vote)) {
      const item = itemOfMatter[matter];
      if (item === undefined) continue;
      const money = moneyOfMatter[matter];
      const isPassed = isYes && (money === undefined || covers(vote, money));
      const countsUnsold = (vote.roll?.unsold.heads ?? 0) > 0;
      newest.set(item, { item, isPassed, countsUnsold, document: `业主表决：${vote.title}` });
    }
  return [...newest.values()];
}

/** What owners pay by a version and by those that were voted on, home by home. A home is known by its id: its code is its rank, which moves when one comes in before it. */
async function partsOfVersions(db: Sql, plan: PlanRow, votes: readonly CountedVote[]): Promise<Map<string, Map<string, OwnersTotals>>> {
  const ids = [...new Set([plan.id, ...votes.flatMap(({ planId }) => planId ?? [])])];
  const rows = await db.selectFrom('plans').selectAll().where('streetId', '=', plan.streetId).where('id', 'in', ids).execute();
  const versions = new Map<string, Map<string, OwnersTotals>>();
  for (const { id, document, scenario } of rows) {
    const homeIds = homeIdsOf(await sharesRows(db, plan.streetId, id));
    const { plan: computed, shares } = computeOne(document, scenario!);
    versions.set(id, new Map([...ownersParts(computed, shares)].map(([who, part]) => [homeIds.get(who) ?? who, part])));
  }
  return versions;
}

type CountedVote = Pick<OwnersVoteRow, 'id' | 'title' | 'results' | 'roll' | 'planId'>;

/** The counted votes of an issue in the order they were counted; a poll that binds nobody is none, nor is what the street has annulled. */
function countedVotes(db: Sql, streetId: string, issueId: string): Promise<CountedVote[]> {
  return db
    .selectFrom('ownersVotes')
    .select(['id', 'title', 'results', 'roll', 'planId'])
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('kind', '!=', 'ADVISORY')
    .where('results', 'is not', null)
    .where('state', '!=', 'ANNULLED')
    .orderBy('countedAt')
    .orderBy('id')
    .execute();
}

/** Whether a vote has passed each matter it asked about: with every question of it. */
function passedOf({ results }: CountedVote): Map<VoteMatter, boolean> {
  const passed = new Map<VoteMatter, boolean>();
  for (const { question, passed: option } of results!)
    passed.set(question.matter, (passed.get(question.matter) ?? true) && option !== null);
  return passed;
}

/**
 * The emergency use of the fund that street and body have confirmed, with the day on which owners were told: one whose estimate the plan does not exceed. What is
 * used and posted has spent its money, and opens nothing for a version that was chosen after that.
 */
async function emergencyOf(db: Sql, { streetId, issueId, chosenAt }: PlanRow, { fundFen }: OwnersTotals): Promise<Evidence['emergency']> {
  const uses = await db
    .selectFrom('emergencyUses')
    .select(['emergencyCase', 'evidence', 'noticedAt', 'estimateFen', 'state', 'postedAt'])
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('state', 'in', ['CONFIRMED', 'POSTED', 'CORRECTING'])
    .orderBy('noticedAt', 'desc')
    .execute();
  const isUnspent = ({ state, postedAt }: (typeof uses)[number]) => state === 'CONFIRMED' || (chosenAt !== null && chosenAt < postedAt!);
  const use = uses.find((one) => fenFromJson(one.estimateFen) >= fundFen && isUnspent(one));
  if (!use) return null;
  return { case: use.emergencyCase, proof: use.evidence.documents[0]!, noticePostedOn: use.noticedAt && beijingDate(use.noticedAt) };
}

const itemOfMatter: Partial<Record<VoteMatter, number>> = { FUND_USE: 5, FUND_RAISE: 6, REBUILD: 7, COMMON_PARTS: 8 };
const moneyOfMatter: Partial<Record<VoteMatter, keyof OwnersTotals>> = { FUND_USE: 'fundFen', FUND_RAISE: 'directFen' };
