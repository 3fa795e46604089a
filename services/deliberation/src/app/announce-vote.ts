import { labels, ownersVoteEvents, type Ctx, type OwnersVoteView, type ownersVotes as operations } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { issues } from '../db/issues.store.js';
import { unvotedMatters } from '../db/plan-gates.store.js';
import { plans } from '../db/plans.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { homesInScope, ownersVotes, placeOfVotes, type VoteScope } from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { mattersOfPlan } from '../domain/cost-share-gates.js';
import { namedGroup } from '../domain/counting-group.js';
import { refusePrivate } from '../domain/public-text.js';
import { missingClass, refuseBadTimes } from '../domain/vote-notice.js';
import { defaultRollSettings, votePackAt, type VoteRulePack } from '../domain/vote-rule-pack.js';
import { refuseUnclearOptions, type VoteQuestion } from '../domain/vote-rules.js';
import { armClock } from './arm-clock.js';
import { ownersBodyOf } from './owners-body.js';
import { rollOfHomes } from './open-vote.js';
import { votersInParts } from './tell-voters.js';
import { issueToVoteOn } from './vote-of-issue.js';

export type Announcement = z.output<typeof operations.announceVote.input>;

/**
 * The owners' body announces a vote: what is asked, how, and from when to when. What is not in the notice is not voted on (物业管理条例 art. 35), so nothing of
 * it changes afterwards. Its issue moves when the vote opens.
 */
export async function announceVote(tx: DeliberationTx, input: Announcement, ctx: Ctx, rules: RuleBook): Promise<OwnersVoteView> {
  const limits = await rules.at(tx.streetId, tx.now);
  // Issues before their table, as everywhere.
  if (input.issueId !== undefined) await tx.lock(issues, input.issueId);
  const body = await ownersBodyOf(tx, input.estateId, ctx);
  const { id, issueId = null, estateId, buildingId = null, stairwell = null, kind, title, how, questions } = input;
  refusePrivate(title, how, ...questions.flatMap((one) => [one.title, ...one.options.map((option) => option.title)]));
  const isPoll = kind === 'ADVISORY';
  if (stairwell !== null && buildingId === null) throw new DomainError('request.invalid', { issues: 'buildingId：写明单元时须写明楼栋' });
  const pack = votePackAt(beijingDate(tx.now));
  refuseUnclearQuestions(questions);
  refuseWrongPlace(questions, { buildingId, stairwell });
  const [opensAt, closesAt] = [new Date(input.opensAt), new Date(input.closesAt)];
  refuseBadTimes({ kind, opensAt, closesAt, now: tx.now }, limits.limits);
  const members = namedGroup(input.groupAccountIds, input.interestedAccountIds, [], !isPoll);
  const settings = { ...defaultRollSettings(pack) };
  // The register tells no parking spaces, so none would be in the base that the ballot says they are counted in (I-33).
  if (input.hasParking === true)
    throw new DomainError('request.invalid', { issues: 'hasParking：名册中还没有车位，不能计入基数，请选“不计入”' });
  if (input.unsoldHeads !== undefined) settings.unsoldHeads = input.unsoldHeads;
  // Refused today where it would be called off when it opens.
  const homes = await homesInScope(tx.sql, tx.streetId, { estateId, buildingId, stairwell });
  rollOfHomes(homes, settings);

  let planId: string | null = null;
  if (issueId !== null) {
    const issue = await issueToVoteOn(tx, issueId, { estateId, buildingId, stairwell }, ctx, isPoll, body);
    if (!isPoll) {
      refuseMissingClass(pack, questions, await classesToAsk(tx, issue, pack));
      await refuseForeignMatter(tx, questions, issue);
      // What owners read in the notice is the plan of that day; a version that is chosen later is another matter.
      const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
      if (plan && plan.scenario !== null) planId = plan.id;
    }
  }
  const [announcedAt, rulesVersion] = [tx.now, pack.version];
  const { bodyUnitId, concernedUnitIds } = body;
  const groupAccountIds = members.map(({ accountId }) => accountId);
  armClock(tx, limits, 'VOTE_OPEN', id, { dueAt: opensAt });
  if (issueId !== null) tx.remember(placeOfVotes(issueId), true);
  const period = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  const owners = homes.map(({ ownerId }) => ownerId);
  const told = await votersInParts(tx, owners, body);
  const row = tx.create(
    ownersVotes,
    {
      ...{
        id,
        issueId,
        estateId,
        buildingId,
        stairwell,
        kind,
        state: 'ANNOUNCED' as const,
        title,
        how,
        questions,
        announcedAt,
        opensAt,
        closesAt,
      },
      ...{ planId, rulesVersion, settings, members, memberAccountIds: groupAccountIds, interestedAccountIds: input.interestedAccountIds },
      ...{ concernedUnitIds, bodyUnitId, roll: null, ballots: 0, returned: { owners: 0, area: 0, heads: 0 }, unchecked: 0 },
      ...{ closedAt: null, countedAt: null, results: null, statement: null, source: null, postDueAt: null, postedAt: null },
      ...{ postedWhere: null, keepUntil: null, calledOffReason: null, correction: null, annulment: null },
    },
    [
      fact(ownersVoteEvents.announced, {
        ...{ estateId, issueId, kind, title, how, questions, ...period },
        ...{ announcedAt: announcedAt.toISOString(), rulesVersion, groupAccountIds, concernedUnitIds },
        counted: { policyVersion: limits.policyVersion, calendarVersion: limits.calendarVersion },
      }),
      ...told.map((part) => fact(ownersVoteEvents.announcedTold, { ...{ estateId, issueId, kind, title, how }, ...period, ...part })),
    ],
  );
  return voteView(row);
}

function refuseUnclearQuestions(questions: readonly VoteQuestion[]): void {
  for (const [i, question] of questions.entries()) {
    refuseUnclearOptions(question);
    if (questions.findIndex(({ code }) => code === question.code) !== i)
      throw new DomainError('vote.options-unclear', { question: question.code });
  }
}

/** Who is affected by a home that becomes a business are the owners of its building, no more and no fewer (建筑物区分所有权司法解释第十一条). */
function refuseWrongPlace(
  questions: readonly VoteQuestion[],
  { buildingId, stairwell }: Pick<VoteScope, 'buildingId' | 'stairwell'>,
): void {
  if (!questions.some(({ matter }) => matter === 'HOME_TO_BUSINESS')) return;
  if (buildingId === null || stairwell !== null)
    throw new DomainError('request.invalid', { issues: 'buildingId：住宅改为经营性用房须由本栋楼的业主表决，请写明楼栋，不写单元' });
}

/**
 * Who decides about what the issue does not bring decides nothing of it; money is asked about where a plan takes it, and what a line of the chosen plan needs
 * where it has such a line, whatever the issue was screened as (民法典第二百七十八条).
 */
async function refuseForeignMatter(tx: DeliberationTx, questions: readonly VoteQuestion[], issue: IssueRow): Promise<void> {
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  const own = new Set<string>([...issue.matters.map(({ matter }) => matter), ...mattersOfPlan(plan?.document.items)]);
  const foreign = questions.find(({ matter }) => !own.has(matter));
  if (!foreign) return;
  const missing = (await unvotedMatters(tx.sql, issue)).map((matter) => labels.voteMatter[matter]).join('、') || '无';
  throw new DomainError('vote.matter-foreign', { matter: labels.voteMatter[foreign.matter], missing });
}

/** Which classes a vote of an issue has to ask: all of them, and once owners have voted those of what they have not passed; what has passed is not asked again. */
async function classesToAsk(tx: DeliberationTx, issue: IssueRow, pack: VoteRulePack): Promise<readonly string[]> {
  if (issue.state !== 'VOTED_PASS' && issue.state !== 'VOTED_FAIL') return issue.decisionClasses;
  return (await unvotedMatters(tx.sql, issue)).map((matter) => pack.matters[matter].value);
}

function refuseMissingClass(pack: VoteRulePack, questions: readonly VoteQuestion[], wanted: readonly string[]): void {
  const missing = missingClass(
    wanted,
    questions.map(({ matter }) => pack.matters[matter].value),
  );
  if (missing) throw new DomainError('vote.matter-missing', { voteClass: labels.voteClass[missing] });
}
