import { createHash } from 'node:crypto';
import { notifyEvents, type ChainSeat } from '@wufang/contracts';
import { fact, type AnySchema, type Tx } from '@wufang/service';
import { chainSeats } from '../db/messages.store.js';

/** Says which accounts sit on a seat of the chain, so that each stage reaches other people; nobody: everyone of the seat's role. */
export async function seatAccounts(
  tx: Tx<AnySchema>,
  { seat, accountIds }: { seat: ChainSeat; accountIds: string[] },
): Promise<{ seat: ChainSeat; accountIds: string[] }> {
  const id = idOfSeat(tx.streetId, seat);
  const held = await tx.lock(chainSeats, id);
  const facts = [fact(notifyEvents.chainSeatHeld, { seat, accountIds, heldAt: tx.now.toISOString() })];
  if (held) tx.save(chainSeats, { ...held, accountIds }, facts);
  else tx.create(chainSeats, { id, seat, accountIds }, facts);
  return { seat, accountIds };
}

function idOfSeat(streetId: string, seat: string): string {
  const hash = createHash('sha256').update(`${streetId}/${seat}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(12, 15)}-8${hash.slice(15, 18)}-${hash.slice(18, 30)}`;
}
