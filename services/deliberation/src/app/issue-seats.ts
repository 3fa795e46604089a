import { issueEvents, type IssueSeat, type Seat, type SeatRole } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { issues } from '../db/issues.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { tables } from '../db/tables.store.js';
import { mandateOf, seatOf, seatsForIssue, withMandate } from '../domain/seats.js';

/** States in which the seats of an issue are still those of its table. */
const isBeforeConvening = ({ state }: IssueRow) => state === 'PROPOSED' || state === 'SCREENED';

/** Who sits at an issue: until it is convened those of its table as they are now, from then on as they were frozen. Who has stepped back has done so for good. */
export async function seatsOfIssue(tx: DeliberationTx, issue: IssueRow): Promise<IssueSeat[]> {
  if (!isBeforeConvening(issue)) return issue.seats;
  return seatsOfTable(tx, issue);
}

/** The table's seats as they are now, with what has been declared on this issue. */
export async function seatsOfTable(tx: DeliberationTx, issue: IssueRow): Promise<IssueSeat[]> {
  const table = await tx.lock(tables, issue.tableId);
  return seatsForIssue(table!.seats).map((seat) => ({ ...seat, steppedBack: seatOf(issue.seats, seat.kind).steppedBack }));
}

/** A mandate that a unit has taken back ends on an issue too, whose seats are a copy: the account is to speak for this unit's seat no more (ADR 0008). */
export function endMandateOn(tx: DeliberationTx, issue: IssueRow, { kind, unitId }: Seat, as: SeatRole, accountId: string): void {
  const seat = seatOf(issue.seats, kind);
  if (!issue.isOpen || unitId === null || seat.unitId !== unitId || mandateOf(seat, as)?.accountId !== accountId) return;
  const { tableId, estateId } = issue;
  const seats = issue.seats.map((other) => (other.kind === kind ? withMandate(seat, as, null) : other));
  tx.save(issues, { ...issue, seats }, [fact(issueEvents.mandateEnded, { tableId, estateId, seat: kind, as, unitId, accountId })]);
}
