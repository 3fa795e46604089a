import {
  issueEvents,
  labels,
  roundEvents,
  type Ctx,
  type Interest,
  type IssueSeat,
  type IssueView,
  type SeatKind,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import { rounds } from '../db/rounds.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { quorumOf } from '../domain/quorum.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatActingFor, seatOf, withMandate } from '../domain/seats.js';
import { mandateFor, type AppointWish } from './fill-seat.js';
import { payingOf, seatsThere } from './hold-round.js';
import { seatsOfIssue } from './issue-seats.js';
import { voidConsent } from './note-consent.js';
import { aboutRound } from './notice-round.js';

export interface StepBackInput {
  id: string;
  seat: SeatKind;
  accountId: string;
  interest: Interest;
  reason: string;
}

/**
 * A representative with an interest steps back (回避): by its own word, or by the chair's. From now on the deputy speaks, or whom the unit appoints instead; what
 * the one who steps back has said in a round that is still open counts no more, neither there nor for the plan on the table.
 */
export async function stepBack(tx: DeliberationTx, input: StepBackInput, ctx: Ctx): Promise<IssueView> {
  const issue = await lockOpen(tx, input.id, ctx);
  const seats = await seatsOfIssue(tx, issue);
  const isSelf = input.accountId === ctx.actor.accountId;
  seatActingFor({ seats }, ctx.actor, tx.now, isSelf ? input.seat : 'COMMUNITY');
  refusePrivate(input.reason);
  const seat = seatOf(seats, input.seat);
  const { accountId, interest, reason } = input;
  const isSpeaker = [seat.representative, seat.deputy].some((mandate) => mandate?.accountId === accountId);
  if (!isSpeaker) throw new DomainError('seat.account-unfit', { seat: labels.seatKind[input.seat] });
  const steppedBack = { accountId, interest, reason, declaredBy: ctx.actor.accountId, at: tx.now.toISOString() };
  await voidPosition(tx, issue, input.seat, accountId);
  const { tableId, estateId } = issue;
  const told = fact(issueEvents.steppedBack, { tableId, estateId, seat: input.seat, steppedBack });
  return saveSeat(tx, issue, { ...seatOf(issue.seats, input.seat), steppedBack: [...seat.steppedBack, steppedBack] }, told);
}

/** After convening, a unit appoints somebody for this one issue: the earlier one has left, or has stepped back. Nobody comes back who has stepped back. */
export async function replaceMandate(
  tx: DeliberationTx,
  input: AppointWish & { id: string; seat: SeatKind },
  ctx: Ctx,
): Promise<IssueView> {
  const issue = await lockOpen(tx, input.id, ctx);
  const seat = seatOf(issue.seats, input.seat);
  const mandate = await mandateFor(tx, seat, input, ctx);
  const back = seat.steppedBack.find(({ accountId }) => accountId === input.accountId);
  if (back) throw new DomainError('seat.stepped-back', { interest: labels.interest[back.interest] });
  const { tableId, estateId } = issue;
  const told = fact(issueEvents.mandateReplaced, { tableId, estateId, seat: input.seat, as: input.as, mandate });
  return saveSeat(tx, issue, withMandate(seat, input.as, mandate), told);
}

async function lockOpen(tx: DeliberationTx, id: string, ctx: Ctx): Promise<IssueRow> {
  const issue = await lockIssueWithinReach(tx, id, ctx);
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  return issue;
}

/** Who steps back is not there any more, and has said nothing: whoever speaks for the seat now signs in for it. */
async function voidPosition(tx: DeliberationTx, issue: IssueRow, seat: SeatKind, accountId: string): Promise<void> {
  const round = issue.roundId === null ? undefined : await tx.lock(rounds, issue.roundId);
  if (round?.state !== 'NOTICED' && round?.state !== 'OPEN') return;
  const left = round.attendance.some((there) => there.seat === seat && there.accountId === accountId);
  const attendance = round.attendance.filter((there) => there.seat !== seat || there.accountId !== accountId);
  // What a round opened with stays as it was; before that, whether enough are there is asked anew.
  const quorum = round.state === 'NOTICED' ? quorumOf(issue.seats, seatsThere(attendance), payingOf(issue)) : round.quorum;
  const at = tx.now.toISOString();
  const positions = round.positions.filter((taken) => taken.seat !== seat || taken.accountId !== accountId);
  const isVoided = positions.length < round.positions.length;
  if (!left && !isVoided) return;
  const about = { ...aboutRound(issue, round.no), seat, at };
  tx.save(rounds, { ...round, attendance, positions, quorum }, [
    ...(left ? [fact(roundEvents.checkInVoided, { ...about, accountId })] : []),
    ...(isVoided ? [fact(roundEvents.positionVoided, about)] : []),
  ]);
  if (isVoided) await voidConsent(tx, issue, seat, round.id);
}

function saveSeat(tx: DeliberationTx, issue: IssueRow, seat: IssueSeat, told: ReturnType<typeof fact>): IssueView {
  const seats = issue.seats.map((other) => (other.kind === seat.kind ? seat : other));
  return issueView(tx.save(issues, { ...issue, seats }, [told]));
}
