import {
  labels,
  tableEvents,
  type Ctx,
  type Seat,
  type SeatKind,
  type SeatMandate,
  type SeatRole,
  type TableView,
} from '@wufang/contracts';
import { DomainError, fen, formatFen } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { issues, openIssuesOfTable } from '../db/issues.store.js';
import type { DeliberationTx, IssueRow, TableRow } from '../db/schema.js';
import { lockTableWithinReach, tables, unitById } from '../db/tables.store.js';
import { tableView } from '../db/tables.view.js';
import { refusePrivate } from '../domain/public-text.js';
import { filledSeat, type SeatWish } from '../domain/fill-seat.js';
import { mandateOf, seatOf, unitsOfSeats, withMandate } from '../domain/seats.js';
import { heldMandates, highestLimit } from './held-mandates.js';
import { endMandateOn, passMandateOn } from './issue-seats.js';

/** The street says which unit sits in a seat, as itself or as a stand-in, or that the seat stays empty. Whoever spoke for the seat so far speaks no more. */
export async function seatUnit(tx: DeliberationTx, input: SeatWish & { id: string; seat: SeatKind }, ctx: Ctx): Promise<TableView> {
  const table = await lockTableWithinReach(tx, input.id, ctx);
  refusePrivate(input.reason);
  const unit = input.unitId === null ? null : await tx.load(unitById, input.unitId);
  if (unit === undefined) throw new DomainError('unit.unknown', { unit: input.unitId });
  const seat = filledSeat(seatOf(table.seats, input.seat), input, unit);
  const { estateId, communityId } = table;
  const { state, unitId, body, isBinding, reason } = seat;
  return tableView(
    saveSeat(
      tx,
      table,
      seat,
      fact(tableEvents.seatFilled, { estateId, communityId, seat: input.seat, state, unitId, body, isBinding, reason }),
    ),
  );
}

export interface AppointWish {
  as: SeatRole;
  accountId: string;
  document: string;
  amountLimitFen?: string | undefined;
  aboveLimit?: string | undefined;
  until?: string | undefined;
}

/** A unit appoints who speaks for it at a table, and at every open issue of it where the one before spoke: who was replaced decides and signs nothing more. */
export async function appoint(tx: DeliberationTx, input: AppointWish & { id: string; seat: SeatKind }, ctx: Ctx): Promise<TableView> {
  const open = await lockOpenIssues(tx, input.id);
  const table = await lockTableWithinReach(tx, input.id, ctx);
  const seat = seatOf(table.seats, input.seat);
  const mandate = await mandateFor(tx, seat, input, ctx);
  const { estateId, communityId } = table;
  const appointed = fact(tableEvents.appointed, { estateId, communityId, seat: seat.kind, as: input.as, unitId: seat.unitId!, mandate });
  const before = mandateOf(seat, input.as);
  if (before) for (const issue of open) passMandateOn(tx, issue, seat, input.as, before.accountId, mandate);
  return tableView(saveSeat(tx, table, withMandate(seat, input.as, mandate), appointed));
}

/**
 * The mandate a unit gives, checked against what the gateway lets the account do: it must act for the seat's unit now, and may not be given more than its own
 * limit. Only the unit itself appoints; a unit that is not the seat's own is told what the seat is, not more.
 */
export async function mandateFor<S extends Seat>(tx: DeliberationTx, seat: S, wish: AppointWish, ctx: Ctx): Promise<SeatMandate> {
  const { accountId, document, amountLimitFen = null, aboveLimit = null, until = null } = wish;
  const words = { seat: labels.seatKind[seat.kind] };
  if (seat.unitId === null) throw new DomainError('seat.vacant', words);
  if (!ctx.actor.unitIds.includes(seat.unitId)) throw new DomainError('seat.not-yours', words);
  refusePrivate(document, aboveLimit);
  if (amountLimitFen !== null && aboveLimit === null) throw new DomainError('seat.above-limit-needed', {});
  if (until !== null && new Date(until) <= tx.now) throw new DomainError('due.past', { field: '有效期' });
  const held = await heldMandates(tx, accountId, seat.unitId);
  if (held.length === 0) throw new DomainError('seat.account-unfit', words);
  const highest = highestLimit(held);
  if (highest !== null && (amountLimitFen === null || BigInt(amountLimitFen) > highest))
    throw new DomainError('seat.limit-too-high', { limit: formatFen(fen(highest)) });
  return { accountId, document, amountLimitFen, aboveLimit, until, grantedAt: tx.now.toISOString() };
}

/** A unit takes back who spoke for it: at the table and at every open issue of it, so that the account decides and signs nothing more for it. */
export async function endSeatMandate(
  tx: DeliberationTx,
  input: { id: string; seat: SeatKind; as: SeatRole },
  ctx: Ctx,
): Promise<TableView> {
  const open = await lockOpenIssues(tx, input.id);
  const table = await lockTableWithinReach(tx, input.id, ctx);
  const seat = seatOf(table.seats, input.seat);
  const mandate = mandateOf(seat, input.as);
  if (seat.unitId === null || !ctx.actor.unitIds.includes(seat.unitId))
    throw new DomainError('seat.not-yours', { seat: labels.seatKind[seat.kind] });
  if (!mandate) throw new DomainError('object.not-found', {});
  const { estateId, communityId } = table;
  const ended = fact(tableEvents.mandateEnded, {
    ...{ estateId, communityId, seat: seat.kind, as: input.as, unitId: seat.unitId, accountId: mandate.accountId },
  });
  for (const issue of open) endMandateOn(tx, issue, seat, input.as, mandate.accountId);
  return tableView(saveSeat(tx, table, withMandate(seat, input.as, null), ended));
}

/** Issues before their table: so everybody locks who needs both. */
async function lockOpenIssues(tx: DeliberationTx, tableId: string): Promise<IssueRow[]> {
  const open: IssueRow[] = [];
  for (const issueId of (await tx.load(openIssuesOfTable, tableId)) ?? []) open.push((await tx.lock(issues, issueId))!);
  return open;
}

function saveSeat(tx: DeliberationTx, table: TableRow, seat: Seat, told: ReturnType<typeof fact>): TableRow {
  const seats = table.seats.map((other) => (other.kind === seat.kind ? seat : other));
  return tx.save(tables, { ...table, seats, concernedUnitIds: unitsOfSeats(seats) }, [told]);
}
