import { issueEvents, labels, type BodyDecision, type Ctx, type IssueView } from '@wufang/contracts';
import { beijingDate, dayOfDate, DomainError, dueAt, instantOfDay } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { isToBePosted, judgeBody } from '../domain/body-decision.js';
import { endOfDay } from '../domain/due-day.js';
import { limitFor } from '../domain/notice.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { seatsOfIssue } from './issue-seats.js';

type BodyInput = Omit<BodyDecision, 'isQuorate' | 'isPassed' | 'reasons' | 'toldOn' | 'recordedAt' | 'posting'> & {
  id: string;
  toldOn?: string | undefined;
};

/** What 业委会, 物管会 or the residents' meeting (居民会议, which the community holds) decided in its own meeting, with the verdict its numbers allow; a decision that does not carry is kept as such. What a committee has
 * decided is to be posted in time. */
export async function recordBodyDecision(tx: DeliberationTx, input: BodyInput, ctx: Ctx, rules: RuleBook): Promise<IssueView> {
  const { id, ...counted } = input;
  const issue = await lockIssueWithinReach(tx, id, ctx);
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  const mayRecord = (kind: string) => kind === 'COMMUNITY' || (kind === 'OWNERS_BODY' && counted.body !== 'RESIDENTS_MEETING');
  const seats = await seatsOfIssue(tx, issue);
  seatActingFor({ seats: seats.filter(({ kind }) => mayRecord(kind)) }, ctx.actor, tx.now);
  const { body } = seatOf(seats, 'OWNERS_BODY');
  if (counted.body !== 'RESIDENTS_MEETING' && body !== null && body !== counted.body)
    throw new DomainError('request.invalid', {
      issues: `body：这张议事桌上代表业主的是${labels.ownersBody[body]}，请按实际作出决定的组织登记`,
    });
  if (counted.heldOn > beijingDate(tx.now)) throw new DomainError('time.future', { field: '开会日期' });
  refusePrivate(input.document);
  const meeting = { ...counted, toldOn: counted.toldOn ?? null };
  const judged = judgeBody(meeting, (await homesOfEstate(tx.sql, tx.streetId, issue.estateId)).length);
  const decision: BodyDecision = { ...meeting, ...judged, recordedAt: tx.now.toISOString() };
  const { tableId, estateId } = issue;
  const decided = fact(issueEvents.bodyDecided, { tableId, estateId, decision });
  if (isToBePosted(decision) && !issue.bodyDecisions.some(isToBePosted))
    expectPosting(tx, issue, decision, await rules.at(tx.streetId, tx.now));
  return issueView(tx.save(issues, { ...issue, bodyDecisions: [...issue.bodyDecisions, decision] }, [decided]));
}

/** When the three days from the meeting on end. */
const postingDue = ({ heldOn }: BodyDecision, limits: ClockRules): Date =>
  dueAt(limitFor(limits, 'BODY_POST'), instantOfDay(dayOfDate(heldOn)), limits.calendar).dueAt;

/** The clock of the posting. What is recorded when its time is over is to be posted the same day: a clock that begins past its end would never fire. */
function expectPosting(tx: DeliberationTx, { id }: IssueRow, decision: BodyDecision, limits: ClockRules): void {
  const due = postingDue(decision, limits);
  armClock(tx, limits, 'BODY_POST', id, { startedAt: tx.now, dueAt: due > tx.now ? due : endOfDay(tx.now) });
}

/** Body or community say where a committee's decision hangs (张贴决定). How long it has to is the table's; of what a 业委会 decides no rule says so. */
export async function postBodyDecision(
  tx: DeliberationTx,
  input: { id: string; no: number; where: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<IssueView> {
  const limits = await rules.at(tx.streetId, tx.now);
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  const seats = await seatsOfIssue(tx, issue);
  seatActingFor({ seats: seats.filter(({ kind }) => kind === 'COMMUNITY' || kind === 'OWNERS_BODY') }, ctx.actor, tx.now);
  refusePrivate(input.where);
  const decision = issue.bodyDecisions[input.no - 1];
  if (!decision || !isToBePosted(decision)) throw new DomainError('body.nothing-to-post', {});
  const { body } = decision;
  const hangsUntil = body === 'PROPERTY_MGMT_COMMITTEE' ? dueAt(limitFor(limits, 'PUBLICITY_10WD'), tx.now, limits.calendar).dueAt : null;
  const posting = { where: input.where, postedAt: tx.now.toISOString(), hangsUntil: hangsUntil?.toISOString() ?? null };
  const bodyDecisions = issue.bodyDecisions.map((one, i) => (i === input.no - 1 ? { ...one, posting } : one));
  tx.stop(issue.id, ['BODY_POST']);
  const next = bodyDecisions.find(isToBePosted);
  if (next) expectPosting(tx, issue, next, limits);
  const { tableId, estateId } = issue;
  const isInTime = tx.now < postingDue(decision, limits);
  return issueView(
    tx.save(issues, { ...issue, bodyDecisions }, [
      fact(issueEvents.bodyDecisionPosted, {
        ...{ tableId, estateId, no: input.no, body, where: input.where, postedAt: posting.postedAt, isInTime },
      }),
    ]),
  );
}
