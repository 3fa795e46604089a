import { issueEvents, labels, roundEvents, type IssueState, type IssueStep } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type Fact, type RuleBook } from '@wufang/service';
import { usesAwaitingMoney } from '../db/emergency.store.js';
import { issues } from '../db/issues.store.js';
import { rounds } from '../db/rounds.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { orders } from '../db/tables.store.js';
import { talkCodes } from '../domain/issue-clock-codes.js';
import { isIssueOpen, issueTransitions, nextOfIssue, outcomeOf, stateClocks } from '../domain/issue-states.js';
import { roundCodes } from '../domain/notice.js';
import { roundTransitions } from '../domain/round-states.js';
import { callOffWithIssue } from './call-off-vote.js';
import { armPosting } from './expect-posting.js';
import { takeDown } from './take-down.js';
import { voidDrawn } from './void-resolution.js';

/** What else a step writes: columns of the issue, the facts that say why, and the reason in words for what goes with it. */
export interface Move {
  reason?: string;
  change?: Partial<Omit<IssueRow, 'id' | 'state' | 'isOpen' | 'version' | 'chainHash' | 'updatedAt' | 'streetId'>>;
  facts?: readonly Fact[];
}

/** A round that is noticed or being held goes with what it was called for. */
const endsRound: readonly IssueStep[] = ['withdraw', 'merge', 'amend', 'escalate', 'resume'];
async function callOffRound(tx: DeliberationTx, issue: IssueRow): Promise<void> {
  const round = issue.roundId === null ? undefined : await tx.lock(rounds, issue.roundId);
  const state = round && roundTransitions[round.state].callOff;
  if (!state) return;
  tx.stop(issue.id, roundCodes);
  const { id: issueId, tableId, estateId, concernedUnitIds: unitIds } = issue;
  tx.save(rounds, { ...round, state }, [
    fact(roundEvents.calledOff, { issueId, tableId, estateId, no: round.no, unitIds, at: tx.now.toISOString() }),
  ]);
}

/** An issue whose owners vote, or may have been asked to. */
const canBeVotedOn = (state: IssueState): boolean => state === 'OWNER_VOTING' || issueTransitions[state].openVote !== undefined;

/** What is voted on, hangs or waits for signatures goes with the issue, or with the plan it shows: nobody objects to or signs what is not proposed any more. */
const takesBack: readonly IssueStep[] = ['withdraw', 'merge', 'amend'];
async function takeBack(tx: DeliberationTx, was: IssueRow, next: IssueRow, reason: string): Promise<void> {
  if (canBeVotedOn(was.state)) await callOffWithIssue(tx, was, reason);
  if (was.state === 'SIGNING') await voidDrawn(tx, was, reason);
  if (was.state === 'PUBLICITY' || was.state === 'OBJECTION') await takeDown(tx, next, reason);
}

/** States in which a decided plan waits for being posted; whatever leads out of them, it does not any more. */
const isToPost = (state: IssueState): boolean => state === 'AGREED' || state === 'VOTED_PASS' || state === 'EMERGENCY_GO';

/** A changed plan has its rounds again, as if the first talk had just been held. */
const roundsAnew = (step: IssueStep) => (step === 'amend' || step === 'change' ? { roundNo: 1 } : {});

/** The resolution on an issue: with the last signature it is in force; whatever leads away from signing a later one, the one in force lies there again. */
function resolutionAfter({ resolutionId, signedResolutionId }: IssueRow, step: IssueStep) {
  if (step === 'execute') return { signedResolutionId: resolutionId };
  return takesBack.includes(step) || step === 'resume' ? { resolutionId: signedResolutionId ?? resolutionId } : {};
}

/**
 * The one way an issue changes its state: the table says where the step leads, the fact `moved` says so, the clock of the state it leaves stops and that
 * of the state it enters starts, and whoever waits for the issue hears that it has ended. Guards that look at the issue as it will be (its round, its
 * classes) see `change` already.
 */
export async function moveIssue(tx: DeliberationTx, issue: IssueRow, step: IssueStep, rules: RuleBook, move: Move = {}): Promise<IssueRow> {
  const changed = { ...issue, ...move.change, ...roundsAnew(step) };
  const { state: from } = issue;
  const to = nextOfIssue(changed, step);
  const next: IssueRow = { ...changed, ...resolutionAfter(changed, step), state: to, isOpen: isIssueOpen(to) };
  const { tableId, estateId, roundNo, decisionClasses, orderIds, title } = next;
  const at = tx.now.toISOString();
  const outcome = outcomeOf(from, to, issue.signedResolutionId !== null);
  if (endsRound.includes(step)) await callOffRound(tx, next);
  if (takesBack.includes(step)) await takeBack(tx, issue, next, move.reason ?? labels.issueStep[step]);
  if (!next.isOpen) {
    tx.stop(issue.id, talkCodes);
    // Money that nobody waits for any more is not late.
    for (const use of await usesAwaitingMoney(tx.sql, tx.streetId, issue.id)) tx.stop(use, ['EMERGENCY_AIM']);
  }
  const leaving = stateClocks[from];
  const entering = stateClocks[to];
  if (leaving && leaving !== entering) tx.stop(issue.id, [leaving]);
  if (entering && from !== to) {
    const clock = startClock(await rules.at(tx.streetId, tx.now), entering, issue.id, tx.now);
    if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${entering}` });
    tx.arm(clock);
  }
  if (from !== to && issue.planId !== null && isToPost(from)) tx.stop(issue.planId, ['PUBLICITY_POST']);
  if (next.planId !== null && (to === 'VOTED_PASS' || to === 'EMERGENCY_GO')) await armPosting(tx, next.planId, rules);
  // An order may be brought to a table again once this issue has nothing to do with it any more.
  if (outcome !== null && !next.isOpen) for (const id of orderIds) tx.put(orders, { id, issueId: null });
  return tx.save(issues, next, [
    ...(move.facts ?? []),
    fact(issueEvents.issueMoved, {
      ...{ tableId, estateId, step, from, to, roundNo, decisionClasses, unitIds: next.concernedUnitIds, at },
    }),
    ...(outcome === null ? [] : [fact(issueEvents.issueEnded, { tableId, estateId, outcome, orderIds, title, at })]),
  ]);
}
