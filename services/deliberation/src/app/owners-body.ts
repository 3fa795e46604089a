import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { DeliberationTx } from '../db/schema.js';
import { tableOfEstate, tables } from '../db/tables.store.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { ownersVotes } from '../db/votes.store.js';
import { seatActingFor, seatsForIssue } from '../domain/seats.js';

/** The body that sits for the owners at the estate's table, for whoever speaks for it now; and the units of the table, whom its votes concern. */
export async function ownersBodyOf(
  tx: DeliberationTx,
  estateId: string,
  ctx: Ctx,
): Promise<{ bodyUnitId: string; concernedUnitIds: string[] }> {
  const tableId = await tx.load(tableOfEstate, estateId);
  const table = tableId === undefined ? undefined : await tx.lock(tables, tableId);
  if (!table) throw new DomainError('object.not-found', {});
  const { seat } = seatActingFor({ seats: seatsForIssue(table.seats) }, ctx.actor, tx.now, 'OWNERS_BODY');
  return { bodyUnitId: seat.unitId!, concernedUnitIds: table.concernedUnitIds };
}

/** The vote, locked, for the owners' body of its estate as it sits there now; others learn nothing of it. */
export async function lockVoteOfBody(tx: DeliberationTx, id: string, ctx: Ctx): Promise<OwnersVoteRow> {
  const vote = await tx.lock(ownersVotes, id);
  if (!vote) throw new DomainError('object.not-found', {});
  await ownersBodyOf(tx, vote.estateId, ctx);
  return vote;
}
