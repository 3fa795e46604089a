import { issueEvents, labels, type Ctx, type IssueView, type SeatKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import { mattersText, unvotedMatters } from '../db/plan-gates.store.js';
import { roundOf } from '../db/rounds.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { missingInMinutes, wordsOfMissing } from '../domain/minutes.js';
import { nextOfIssue, stateClocks } from '../domain/issue-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { isHeld, seatActingFor, seatLeading, seatOf } from '../domain/seats.js';
import { moveIssue } from './move-issue.js';
import { resumeWorks } from './resume-works.js';

export interface NextInput {
  id: string;
  step: 'plan' | 'replan' | 'amend' | 'resume' | 'reject' | 'escalate' | 'archive';
  leadSeat?: SeatKind | undefined;
  reason: string;
}

/**
 * The chair, after an escalation the street too, says what comes next: after a round, whose minutes are finished by then; or that a plan which is agreed, voted on or waits for signatures is
 * taken back (退回拟方案); or, once a resolution is in force, that a change is given up and the works go on by it. A plan that hangs is taken down by its publicity, where objections are answered. Who works out the plan (拟方案的一方) has 15
 * days to report.
 */
export async function decideNext(tx: DeliberationTx, input: NextInput, ctx: Ctx, rules: RuleBook): Promise<IssueView> {
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  seatLeading(issue, ctx.actor, tx.now);
  nextOfIssue(issue, input.step);
  if (input.step === 'amend' && (issue.state === 'PUBLICITY' || issue.state === 'OBJECTION')) throw new DomainError('publicity.hangs', {});
  refusePrivate(input.reason);
  if (issue.state === 'VOTED_PASS' && input.step === 'archive') {
    const unvoted = await unvotedMatters(tx.sql, issue);
    if (unvoted.length > 0) throw new DomainError('issue.unvoted', { needs: mattersText(unvoted) });
  }
  if (issue.state === 'ROUND_CLOSED') {
    const round = await roundOf(tx, issue);
    const missing = missingInMinutes(round.minuteItems, round.hadPlan, round.positions);
    if (round.minutesFinishedAt === null) throw new DomainError('minutes.unfinished', { missing: wordsOfMissing(missing) || '定稿' });
  }
  const { step, reason } = input;
  const isPlanning = step === 'plan' || step === 'replan' || step === 'amend';
  const leadSeat = isPlanning ? (input.leadSeat ?? issue.leadSeat) : issue.leadSeat;
  if (isPlanning && leadSeat === null) throw new DomainError('issue.lead-needed', {});
  if (isPlanning && !isHeld(seatOf(issue.seats, leadSeat!))) throw new DomainError('seat.vacant', { seat: labels.seatKind[leadSeat!] });
  const restored = step === 'resume' ? await resumeWorks(tx, issue, reason) : {};
  const { tableId, estateId } = issue;
  const facts = [fact(issueEvents.nextDecided, { tableId, estateId, step, leadSeat, reason })];
  return issueView(await moveIssue(tx, issue, step, rules, { change: { ...restored, leadSeat }, facts, reason }));
}

/** Who works out the plan says how far it is; the clock begins again. */
export async function reportPlan(
  tx: DeliberationTx,
  input: { id: string; progress: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<IssueView> {
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  const { kind: seat } = seatActingFor(issue, ctx.actor, tx.now, issue.leadSeat ?? 'COMMUNITY');
  if (issue.state !== 'PLANNING' && issue.state !== 'CHANGE')
    throw new DomainError('issue.illegal-step', { status: labels.issueState[issue.state], action: '报拟方案进展' });
  refusePrivate(input.progress);
  const code = stateClocks.PLANNING!;
  const clock = startClock(await rules.at(tx.streetId, tx.now), code, issue.id, tx.now);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  tx.stop(issue.id, [code]);
  tx.arm(clock);
  const { tableId, estateId } = issue;
  const reported = fact(issueEvents.planReported, { tableId, estateId, seat, progress: input.progress, at: tx.now.toISOString() });
  return issueView(tx.save(issues, issue, [reported]));
}
