import { roundEvents, type Ctx, type RoundView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { lockRoundWithinReach, rounds } from '../db/rounds.store.js';
import { roundView } from '../db/rounds.view.js';
import type { DeliberationTx, IssueRow, RoundRow } from '../db/schema.js';
import { roundCodes, secondNotice } from '../domain/notice.js';
import { quorumOf } from '../domain/quorum.js';
import { nextOfRound } from '../domain/round-states.js';
import { isHeld, seatActingFor, seatOf } from '../domain/seats.js';
import { notBefore, payingOf, seatsThere, type OnRound } from './hold-round.js';
import { moveIssue } from './move-issue.js';
import { aboutRound, startNotice } from './notice-round.js';

/** The chair sees that too few have come, and need not wait for the clock. */
export async function failRound(tx: DeliberationTx, input: OnRound, ctx: Ctx, rules: RuleBook): Promise<RoundView> {
  const { issue, round } = await lockRoundWithinReach(tx, input, ctx);
  seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  nextOfRound(round.state, 'fail');
  notBefore(round.startsAt, tx.now, '宣布未达到会方数');
  if (quorumOf(issue.seats, seatsThere(round.attendance), payingOf(issue)).isMet) throw new DomainError('round.quorate', {});
  return roundView(await failQuorum(tx, issue, round, rules));
}

/** Notices after which nobody waits any longer (提级). */
const NOTICES = 2;

/**
 * A round that did not come about (domain rules 4.7). The first time a second notice goes out, for the first hour it may be; the second time the issue goes
 * up to the street, and every unit that was not there is told of to dispatch, which whistles at it (吹哨).
 */
export async function failQuorum(tx: DeliberationTx, issue: IssueRow, round: RoundRow, rules: RuleBook): Promise<RoundRow> {
  const limits = await rules.at(tx.streetId, tx.now);
  const there = seatsThere(round.attendance);
  const absent = issue.seats.filter((seat) => isHeld(seat) && !there.includes(seat.kind)).map(({ kind }) => kind);
  const quorum = quorumOf(issue.seats, there, payingOf(issue));
  const at = tx.now.toISOString();
  const { no, noticeNo } = round;
  const quorumFailures = issue.quorumFailures + 1;
  const isLast = quorumFailures >= NOTICES;
  tx.stop(issue.id, roundCodes);
  const { communityId, title } = issue;
  const missed = isLast
    ? absent.flatMap((seat) => {
        const { unitId } = seatOf(issue.seats, seat);
        return unitId === null ? [] : [fact(roundEvents.unitAbsent, { ...aboutRound(issue, no), communityId, unitId, seat, title, at })];
      })
    : [];
  const saved = tx.save(rounds, { ...round, state: nextOfRound(round.state, 'fail'), absent, quorum }, [
    fact(roundEvents.quorumFailed, { ...aboutRound(issue, no), unitIds: issue.concernedUnitIds, noticeNo, absent, at }),
    ...missed,
  ]);
  if (isLast) {
    await moveIssue(tx, issue, 'escalate', rules, { change: { quorumFailures } });
    return saved;
  }
  const { agenda, bodies, isEmergency } = round;
  const { code, earliest } = secondNotice(limits, bodies, isEmergency, tx.now);
  const startsAt = sameHour(earliest, round.startsAt);
  const again = startNotice(tx, issue, { id: tx.newId(), no, noticeNo: noticeNo + 1, agenda, bodies, isEmergency, startsAt }, code, limits);
  await moveIssue(tx, issue, 'failQuorum', rules, { change: { quorumFailures, roundId: again.id } });
  return saved;
}

const DAY_MS = 86_400_000;
/** The first time of the same hour, not before `earliest`. A notice in minutes has no hour to keep. */
function sameHour(earliest: Date, first: Date): Date {
  const isMidnight = (earliest.getTime() + 8 * 3_600_000) % DAY_MS === 0;
  if (!isMidnight) return earliest;
  const hour = (first.getTime() + 8 * 3_600_000) % DAY_MS;
  return new Date(earliest.getTime() + hour);
}
