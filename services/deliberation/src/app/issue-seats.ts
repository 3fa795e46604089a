import type { IssueSeat } from '@wufang/contracts';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { tables } from '../db/tables.store.js';
import { seatOf, seatsForIssue } from '../domain/seats.js';

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
