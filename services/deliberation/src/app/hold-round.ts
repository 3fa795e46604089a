import { roundEvents, type Attendance, type Ctx, type RoundView, type SeatKind } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, startClock, type RuleBook } from '@wufang/service';
import { lockRoundWithinReach, rounds } from '../db/rounds.store.js';
import { roundView } from '../db/rounds.view.js';
import type { DeliberationTx, IssueRow, RoundRow } from '../db/schema.js';
import { outcomeOfRound } from '../domain/consent.js';
import { checkInFrom, roundCodes } from '../domain/notice.js';
import { atClose } from '../domain/position.js';
import { quorumOf } from '../domain/quorum.js';
import { nextOfRound } from '../domain/round-states.js';
import { isHeld, seatActingFor } from '../domain/seats.js';
import { expectPosting } from './expect-posting.js';
import { moveIssue } from './move-issue.js';
import { unconfirmedOf } from './note-consent.js';
import { aboutRound } from './notice-round.js';

export interface OnRound {
  id: string;
  roundId: string;
}

/** A seat signs in (签到). Twice is once: who is there already stays as it came. */
export async function checkIn(tx: DeliberationTx, input: OnRound, ctx: Ctx): Promise<RoundView> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  const { kind: seat, as } = seatActingFor(issue, ctx.actor, tx.now);
  const state = nextOfRound(round.state, 'checkIn');
  notBefore(checkInFrom(round.startsAt), tx.now, '签到');
  const { accountId } = ctx.actor;
  if (round.attendance.some((there) => there.seat === seat && there.accountId === accountId)) return roundView(round);
  const there: Attendance = { seat, as, accountId, at: tx.now.toISOString() };
  const attendance = [...round.attendance, there];
  const quorum = quorumOf(issue.seats, seatsThere(attendance), payingOf(issue));
  const saved = tx.save(rounds, { ...round, state, attendance, quorum }, [
    fact(roundEvents.checkedIn, { ...aboutRound(issue, round.no), attendance: there }),
  ]);
  return roundView(saved);
}

/** The chair opens the round: it is time, enough parties are there, and so is everyone who would pay. */
export async function openRound(tx: DeliberationTx, input: OnRound, ctx: Ctx, rules: RuleBook): Promise<RoundView> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  const state = nextOfRound(round.state, 'open');
  notBefore(round.startsAt, tx.now, '开会');
  const quorum = quorumOf(issue.seats, seatsThere(round.attendance), payingOf(issue));
  if (!quorum.isMet) throw new DomainError('round.no-quorum', { reasons: quorum.reasons.join('；') });
  tx.stop(issue.id, roundCodes);
  await moveIssue(tx, issue, 'openRound', rules, { change: { roundNo: round.no, quorumFailures: 0 } });
  const opened = { ...round, state, quorum, openedAt: tx.now, hadPlan: issue.planId !== null };
  const saved = tx.save(rounds, opened, [
    fact(roundEvents.roundOpened, {
      ...{ ...aboutRound(issue, round.no), unitIds: issue.concernedUnitIds, quorum, openedAt: tx.now.toISOString() },
    }),
  ]);
  return roundView(saved);
}

/**
 * The chair closes the round. Seats that have said nothing are absent; nobody says anything afterwards. With a plan on the table the positions decide at
 * once (`outcomeOfRound`): it is agreed, or the chair has to say what comes next.
 */
export async function closeRound(tx: DeliberationTx, input: OnRound, ctx: Ctx, rules: RuleBook): Promise<RoundView> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  const state = nextOfRound(round.state, 'close');
  const closedAt = tx.now.toISOString();
  const held = issue.seats.filter(isHeld).map(({ kind }) => kind);
  const positions = atClose(held, round.positions, closedAt);
  const { matters, seats } = issue;
  const unconfirmed = await unconfirmedOf(tx, issue);
  const outcome = outcomeOfRound({ hadPlan: round.hadPlan, matters, seats, paying: payingOf(issue), unconfirmed }, positions);
  const minutes = startClock(await rules.at(tx.streetId, tx.now), 'MINUTES', issue.id, tx.now);
  if (!minutes) throw new DomainError('time-limits.invalid', { faults: '缺少MINUTES' });
  tx.arm(minutes);
  await moveIssue(tx, issue, outcome === 'AGREED' ? 'agree' : 'closeRound', rules);
  if (unconfirmed !== null && outcome === 'AGREED') await expectPosting(tx, issue.planId!, rules);
  const absent = positions.filter(({ position }) => position === 'ABSENT').map(({ seat }) => seat);
  const saved = tx.save(rounds, { ...round, state, positions, outcome, absent, closedAt: tx.now, minutesDueAt: minutes.dueAt }, [
    fact(roundEvents.roundClosed, { ...aboutRound(issue, round.no), unitIds: issue.concernedUnitIds, positions, outcome, closedAt }),
  ]);
  return roundView(saved);
}

export const payingOf = ({ payers }: Pick<IssueRow, 'payers'>): SeatKind[] => payers.map(({ seat }) => seat);
export const seatsThere = (attendance: RoundRow['attendance']): SeatKind[] => attendance.map(({ seat }) => seat);

export function notBefore(from: Date, now: Date, action: string): void {
  if (now < from) throw new DomainError('round.too-early', { from: formatBeijing(from), action });
}
