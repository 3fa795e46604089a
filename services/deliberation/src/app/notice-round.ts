import {
  issueEvents,
  labels,
  roundEvents,
  type Ctx,
  type MeetingBody,
  type PayingSeat,
  type RoundView,
  type SeatKind,
} from '@wufang/contracts';
import { DomainError, dueAt } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type Fact, type RuleBook } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { rounds } from '../db/rounds.store.js';
import { roundView } from '../db/rounds.view.js';
import type { DeliberationTx, IssueRow, RoundRow } from '../db/schema.js';
import { checkInFrom, limitFor, type noticeCodes, noticeFor, roundCodes } from '../domain/notice.js';
import { refusePrivate } from '../domain/public-text.js';
import { quorumOf } from '../domain/quorum.js';
import { isHeld, seatLeading, seatOf, unitsOfSeats } from '../domain/seats.js';
import { nextOfIssue } from '../domain/issue-states.js';
import { seatsOfTable } from './issue-seats.js';
import { moveIssue } from './move-issue.js';

export interface NoticeInput {
  id: string;
  roundId: string;
  agenda: string[];
  startsAt: string;
  bodies: MeetingBody[];
  isEmergency: boolean;
  payers?: SeatKind[] | undefined;
}

/**
 * The chair, after an escalation the street too, gives notice of a round (发会商通知). The first one convenes the issue: from here on its seats stay as they are now. Later ones follow a costed
 * plan, which lies before everyone with the notice, or, where none is needed, the planning itself.
 */
export async function noticeRound(tx: DeliberationTx, input: NoticeInput, ctx: Ctx, rules: RuleBook): Promise<RoundView> {
  const found = await lockIssueWithinReach(tx, input.id, ctx);
  const isFirst = found.state !== 'COST_DRAFT' && found.state !== 'PLANNING';
  const convenes = found.state !== 'COST_DRAFT';
  if (convenes) nextOfIssue(found, 'convene');
  if (!isFirst && found.roundId !== null && (await tx.lock(rounds, found.roundId))?.state === 'NOTICED')
    throw new DomainError('round.noticed', {});
  const issue = isFirst ? await freeze(tx, found) : found;
  seatLeading(issue, ctx.actor, tx.now);
  refusePrivate(...input.agenda);
  const limits = await rules.at(tx.streetId, tx.now);
  const startsAt = new Date(input.startsAt);
  if (input.isEmergency && !issue.decisionClasses.includes('EMERGENCY')) throw new DomainError('round.not-emergency', {});
  const code = noticeFor(limits, input.bodies, input.isEmergency, tx.now, startsAt);
  const payers = payersOf(issue, input.payers);
  const quorum = quorumOf(
    issue.seats,
    [],
    payers.map(({ seat }) => seat),
  );
  if (quorum.needed === null) throw new DomainError('round.too-few-seats', { held: quorum.held });
  const { agenda, bodies, isEmergency } = input;
  const no = isFirst ? 1 : issue.roundNo + 1;
  const round = startNotice(
    tx,
    { ...issue, payers },
    { id: input.roundId, no, noticeNo: 1, agenda, bodies, isEmergency, startsAt },
    code,
    limits,
  );
  const { tableId, estateId } = issue;
  const facts = [fact(issueEvents.payersNamed, { tableId, estateId, payers: payers.map(({ seat }) => seat) })];
  const change = { payers, roundId: round.id, quorumFailures: 0 };
  const { seats, concernedUnitIds, roundNo } = issue;
  if (!convenes) tx.save(issues, { ...issue, ...change }, facts);
  else
    await moveIssue(tx, found, 'convene', rules, { change: { ...change, seats, concernedUnitIds, roundNo: isFirst ? 0 : roundNo }, facts });
  return roundView(round);
}

/** The issue with the seats of its table as they are now. */
async function freeze(tx: DeliberationTx, issue: IssueRow): Promise<IssueRow> {
  const seats = await seatsOfTable(tx, issue);
  return { ...issue, seats, concernedUnitIds: unitsOfSeats(seats) };
}

/** Who would pay: as the plan on the table says, else as the chair names them. */
function payersOf(issue: IssueRow, named: readonly SeatKind[] | undefined): PayingSeat[] {
  if (issue.planId !== null || named === undefined) return issue.payers;
  for (const kind of named) if (!isHeld(seatOf(issue.seats, kind))) throw new DomainError('seat.vacant', { seat: labels.seatKind[kind] });
  return [...new Set(named)].map((seat) => ({ seat, amountFen: null }));
}

type Notice = Pick<RoundRow, 'id' | 'no' | 'noticeNo' | 'agenda' | 'bodies' | 'isEmergency' | 'startsAt'>;

/** A round whose notice goes out now. Its clocks are the issue's: one runs to the meeting, the other to the time by which whoever is not there has not come. */
export function startNotice(
  tx: DeliberationTx,
  issue: IssueRow,
  notice: Notice,
  code: (typeof noticeCodes)[number] | ReturnType<typeof noticeFor>,
  limits: ClockRules,
): RoundRow {
  const { startsAt } = notice;
  const waitUntil = dueAt(limitFor(limits, 'QUORUM_WAIT'), startsAt, limits.calendar).dueAt;
  const meeting = startClock(limits, code, issue.id, tx.now, { startedAt: tx.now, dueAt: startsAt });
  const waiting = startClock(limits, 'QUORUM_WAIT', issue.id, tx.now, { startedAt: startsAt, dueAt: waitUntil });
  tx.stop(issue.id, roundCodes);
  for (const clock of [meeting, waiting]) tx.arm(clock!);
  const { tableId, concernedUnitIds, payers } = issue;
  const paying = payers.map(({ seat }) => seat);
  return tx.create(
    rounds,
    {
      ...{ ...notice, issueId: issue.id, tableId, state: 'NOTICED' as const, noticedAt: tx.now, openedAt: null, closedAt: null },
      ...{
        attendance: [],
        positions: [],
        outcome: null,
        absent: [],
        quorum: quorumOf(issue.seats, [], paying),
        hadPlan: issue.planId !== null,
      },
      ...{ minuteItems: {}, minutesDueAt: null, minutesFinishedAt: null, concernedUnitIds },
    },
    [noticed(tx, issue, notice, paying)],
  );
}

function noticed(tx: DeliberationTx, issue: IssueRow, notice: Notice, payers: SeatKind[]): Fact {
  const { no, noticeNo, agenda, bodies, isEmergency, startsAt } = notice;
  return fact(roundEvents.roundNoticed, {
    ...{ ...aboutRound(issue, no), unitIds: issue.concernedUnitIds, noticeNo, title: issue.title, agenda, bodies, isEmergency, payers },
    ...{ startsAt: startsAt.toISOString(), checkInFrom: checkInFrom(startsAt).toISOString(), noticedAt: tx.now.toISOString() },
  });
}

/** What every fact of a round says of its issue. */
export function aboutRound(issue: IssueRow, no: number) {
  return { issueId: issue.id, tableId: issue.tableId, estateId: issue.estateId, no };
}
