import { createHash } from 'node:crypto';
import type { Position, SeatKind } from '@wufang/contracts';
import { canonicalJson } from '@wufang/kernel';

/** The receipt of a position (I-35): who has the nonce can show which entry of the board is theirs, and nobody else can. */
export function receiptOf(roundId: string, seat: SeatKind, accountId: string, position: Position, nonce: string): string {
  return createHash('sha256').update(canonicalJson({ roundId, seat, accountId, position, nonce })).digest('hex');
}
