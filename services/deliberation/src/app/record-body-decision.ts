import { issueEvents, labels, type BodyDecision, type Ctx, type IssueView } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import { homesOfEstate } from '../db/plan-place.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { judgeBody } from '../domain/body-decision.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { seatsOfIssue } from './issue-seats.js';

type BodyInput = Omit<BodyDecision, 'isQuorate' | 'isPassed' | 'reasons' | 'toldOn'> & { id: string; toldOn?: string | undefined };

/** What 业委会, 物管会 or the residents' meeting (居民会议, which the community holds) decided in its own meeting, with the verdict its numbers allow; a decision that does not carry is kept as such. */
export async function recordBodyDecision(tx: DeliberationTx, input: BodyInput, ctx: Ctx): Promise<IssueView> {
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
  const decision: BodyDecision = { ...meeting, ...judgeBody(meeting, (await homesOfEstate(tx.sql, tx.streetId, issue.estateId)).length) };
  const { tableId, estateId } = issue;
  const decided = fact(issueEvents.bodyDecided, { tableId, estateId, decision });
  return issueView(tx.save(issues, { ...issue, bodyDecisions: [...issue.bodyDecisions, decision] }, [decided]));
}
