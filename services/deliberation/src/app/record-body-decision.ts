import { issueEvents, labels, type BodyDecision, type Ctx, type IssueView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { judgeBody } from '../domain/body-decision.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor } from '../domain/seats.js';
import { seatsOfIssue } from './issue-seats.js';

type BodyInput = Omit<BodyDecision, 'isQuorate' | 'isPassed' | 'reasons' | 'toldOn'> & { id: string; toldOn?: string | undefined };

/** What 业委会, 物管会 or the residents' meeting (居民会议, which the community holds) decided in its own meeting, with the verdict its numbers allow; a decision that does not carry is kept as such. */
export async function recordBodyDecision(tx: DeliberationTx, input: BodyInput, ctx: Ctx): Promise<IssueView> {
  const { id, ...counted } = input;
  const issue = await lockIssueWithinReach(tx, id, ctx);
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  const mayRecord = (kind: string) => kind === 'COMMUNITY' || (kind === 'OWNERS_BODY' && counted.body !== 'RESIDENTS_MEETING');
  const seats = (await seatsOfIssue(tx, issue)).filter(({ kind }) => mayRecord(kind));
  seatActingFor({ seats }, ctx.actor, tx.now);
  refusePrivate(input.document);
  const meeting = { ...counted, toldOn: counted.toldOn ?? null };
  const decision: BodyDecision = { ...meeting, ...judgeBody(meeting) };
  const { tableId, estateId } = issue;
  const decided = fact(issueEvents.bodyDecided, { tableId, estateId, decision });
  return issueView(tx.save(issues, { ...issue, bodyDecisions: [...issue.bodyDecisions, decision] }, [decided]));
}
