import type { Envelope } from '@wufang/contracts';
import type { AnySchema, Tx } from '@wufang/service';
import { deliveries, heldRungs, type HeldRung } from '../db/messages.store.js';
import { rungMessages, toldAt, type Rung } from '../domain/ladder.js';
import { writeMessages } from './write-messages.js';

/**
 * A clock has reached a stage: those on its rung are told, at once or after the quiet hours. An earlier stage of the same clock that still waits for
 * the morning is left out, so that nobody wakes to two.
 */
export async function climbLadder(tx: Tx<AnySchema>, event: Envelope, rung: Rung): Promise<void> {
  const waiting = await settleHeld(tx, rung.subjectId, ({ code }) => code === rung.code, 'SUPERSEDED');
  const at = toldAt(rung, tx.now);
  const isHeld = at > tx.now;
  const ids = writeMessages(tx, event, rungMessages(rung), { at, code: rung.code, stage: rung.stage });
  tx.remember(placeOf(rung.subjectId), [...waiting, ...(isHeld ? ids.map((id) => ({ id, code: rung.code, at })) : [])]);
}

/** What was owed is done or over: what still waits for the morning is not told. */
export async function withdrawRungs(tx: Tx<AnySchema>, subjectId: string, codes: readonly string[] | 'all'): Promise<void> {
  const left = await settleHeld(tx, subjectId, ({ code }) => codes === 'all' || codes.includes(code), 'WITHDRAWN');
  tx.remember(placeOf(subjectId), left);
}

async function settleHeld(
  tx: Tx<AnySchema>,
  subjectId: string,
  isOver: (rung: HeldRung) => boolean,
  state: 'SUPERSEDED' | 'WITHDRAWN',
): Promise<HeldRung[]> {
  const place = placeOf(subjectId);
  await tx.hold(place);
  const held = tx.recall<HeldRung[]>(place) ?? (await tx.load(heldRungs, subjectId)) ?? [];
  const waiting = held.filter(({ at }) => at > tx.now);
  for (const { id, at } of waiting.filter(isOver)) tx.put(deliveries, { messageId: id, channel: 'IN_APP', state, at });
  return waiting.filter((rung) => !isOver(rung));
}

const placeOf = (subjectId: string) => `held rungs of ${subjectId}`;
