import { issueEvents, type IssueSeat, type Seat, type SeatMandate, type SeatRole } from '@wufang/contracts';
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
  const seat = copyOf(issue, { kind, unitId }, as, accountId);
  if (!seat) return;
  const ended = fact(issueEvents.mandateEnded, { ...placeOf(issue), seat: kind, as, unitId: unitId!, accountId });
  tx.save(issues, { ...issue, seats: seatsWith(issue, withMandate(seat, as, null)) }, [ended]);
}

/** Whom a unit appoints takes the place of `accountId` on an issue too, whose seats are a copy. Who has stepped back from it does not come back: then the place is empty. */
export function passMandateOn(tx: DeliberationTx, issue: IssueRow, of: Seat, as: SeatRole, accountId: string, mandate: SeatMandate): void {
  const seat = copyOf(issue, of, as, accountId);
  if (!seat) return;
  if (seat.steppedBack.some((back) => back.accountId === mandate.accountId)) {
    endMandateOn(tx, issue, of, as, accountId);
    return;
  }
  const replaced = fact(issueEvents.mandateReplaced, { ...placeOf(issue), seat: of.kind, as, mandate });
  tx.save(issues, { ...issue, seats: seatsWith(issue, withMandate(seat, as, mandate)) }, [replaced]);
}

/** An open issue's copy of a seat of the same unit, where this account stands in this role. */
function copyOf(issue: IssueRow, { kind, unitId }: Pick<Seat, 'kind' | 'unitId'>, as: SeatRole, accountId: string): IssueSeat | null {
  const seat = seatOf(issue.seats, kind);
  return issue.isOpen && unitId !== null && seat.unitId === unitId && mandateOf(seat, as)?.accountId === accountId ? seat : null;
}

const placeOf = ({ tableId, estateId }: IssueRow) => ({ tableId, estateId });
const seatsWith = ({ seats }: IssueRow, seat: IssueSeat) => seats.map((other) => (other.kind === seat.kind ? seat : other));
