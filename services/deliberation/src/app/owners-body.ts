import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { DeliberationTx } from '../db/schema.js';
import { tableOfEstate, tables } from '../db/tables.store.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { estateOfVote, ownersVotes } from '../db/votes.store.js';
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

/** The vote, locked after its table, for the owners' body of its estate as it sits there now; others learn nothing of it. */
export async function lockVoteOfBody(tx: DeliberationTx, id: string, ctx: Ctx): Promise<OwnersVoteRow> {
  // One that was announced in this very batch is not written yet, and nobody else knows of it.
  const estateId = (await estateOfVote(tx, id)) ?? (await tx.lock(ownersVotes, id))?.estateId;
  if (estateId === undefined) throw new DomainError('object.not-found', {});
  await ownersBodyOf(tx, estateId, ctx);
  return (await tx.lock(ownersVotes, id))!;
}
