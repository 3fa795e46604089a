import { issueEvents, labels, type Ctx, type IssueSeat, type IssueState, type IssueView, type SeatKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { issues, lockIssueWithinReach } from '../db/issues.store.js';
import { issueView } from '../db/issues.view.js';
import { resolutions } from '../db/resolutions.store.js';
import { rounds } from '../db/rounds.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { tables } from '../db/tables.store.js';
import { refusePrivate } from '../domain/public-text.js';
import { seatOf } from '../domain/seats.js';
import { refuseReseat } from '../domain/reseat.js';
import { voidConsentsOf } from './note-consent.js';

/** States in which everything has been signed: what was said before is history, and what follows is signed anew. */
const areSigned: readonly IssueState[] = ['EXECUTING', 'ACCEPTANCE', 'SETTLEMENT', 'WARRANTY'];

/**
 * Another unit sits in a seat at the table by now (换届、换物业): the street lets it take over an issue that was convened with the one before (接手议题). From then
 * on it is there, votes, signs and reads what has been so far; the one before reads on and decides nothing more. What was said for the seat of a plan that is not
 * signed counts no more, since nobody is bound by another's word; what all have signed stays theirs who signed it, promises and payments included.
 */
export async function reseatIssue(tx: DeliberationTx, input: { id: string; seat: SeatKind; reason: string }, ctx: Ctx): Promise<IssueView> {
  const issue = await lockIssueWithinReach(tx, input.id, ctx);
  if (!issue.isOpen) throw new DomainError('issue.not-open', { status: labels.issueState[issue.state] });
  refusePrivate(input.reason);
  const table = (await tx.lock(tables, issue.tableId))!;
  const before = seatOf(issue.seats, input.seat);
  const sits = seatOf(table.seats, input.seat);
  const round = issue.roundId === null ? undefined : await tx.lock(rounds, issue.roundId);
  const drawn = issue.resolutionId === null ? undefined : await tx.lock(resolutions, issue.resolutionId);
  refuseReseat({
    ...{ state: issue.state, before: before.unitId, now: sits },
    isThere: round?.state === 'NOTICED' && round.attendance.some(({ seat }) => seat === input.seat),
    isDrawn: issue.state === 'SIGNING' && drawn?.state === 'DRAWN',
  });
  const now: IssueSeat = { ...sits, steppedBack: before.steppedBack };
  const voided = areSigned.includes(issue.state) ? [] : await voidConsentsOf(tx, issue, input.seat);
  return issueView(reseated(tx, issue, before, now, voided, input.reason));
}

function reseated(
  tx: DeliberationTx,
  issue: IssueRow,
  before: IssueSeat,
  now: IssueSeat,
  voided: readonly string[],
  reason: string,
): IssueRow {
  const { tableId, estateId, title } = issue;
  const seats = issue.seats.map((seat) => (seat.kind === now.kind ? now : seat));
  // Who sat there reads on: it has decided here.
  const unitIds = [...new Set([...issue.concernedUnitIds, now.unitId!])];
  const told = fact(issueEvents.reseated, {
    ...{ tableId, estateId, title, seat: now.kind, beforeUnitId: before.unitId, now, reason },
    ...{ voided: [...voided], unitIds, at: tx.now.toISOString() },
  });
  return tx.save(issues, { ...issue, seats, concernedUnitIds: unitIds }, [told]);
}
