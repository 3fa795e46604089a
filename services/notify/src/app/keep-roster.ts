import type { ChainSeat, DutyTurn } from '@wufang/contracts';
import type { AnySchema, Tx } from '@wufang/service';
import { onDuty } from '../db/messages.store.js';

/** Who stands for a seat during a shift (值班、替班): turns are only added, or end earlier, so that each is written again under its number. */
export function keepRoster(
  tx: Tx<AnySchema>,
  dutyId: string,
  { seat, unitId, turns }: { seat?: ChainSeat | null | undefined; unitId: string; turns?: readonly DutyTurn[] | undefined },
): void {
  if (!seat || !turns) return;
  turns.forEach(({ accountId, from, until }, no) =>
    tx.put(onDuty, { dutyId, no, seat, unitId, accountId, startsAt: new Date(from), endsAt: new Date(until) }),
  );
}
