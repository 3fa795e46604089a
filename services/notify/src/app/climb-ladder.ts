import type { Envelope } from '@wufang/contracts';
import type { AnySchema, Tx } from '@wufang/service';
import { deliveries, heldRungs, heldSeats, messages, type HeldRung } from '../db/messages.store.js';
import { onceEach, rungMessages, toldAt, type Rung } from '../domain/ladder.js';
import type { Draft } from '../domain/messages.js';
import { writeMessages } from './write-messages.js';

/**
 * A clock has reached a stage: those on its rung are told, at once or after the quiet hours. An earlier stage of the same clock that still waits for
 * the morning is left out, so that nobody wakes to two. `beside`: what others have to hear at the same hour.
 */
export async function climbLadder(tx: Tx<AnySchema>, event: Envelope, rung: Rung, beside: readonly Draft[] = []): Promise<void> {
  const held = (await tx.load(heldSeats, 'all')) ?? [];
  await tellOrHold(tx, event, [...onceEach(rungMessages(rung), held), ...beside], {
    ...{ owner: rung.clockOf ?? rung.subjectId, code: rung.code, stage: rung.stage, at: toldAt(rung, tx.now) },
  });
}

/** Messages that are told at their time; of the same owner and code an earlier one that still waits is left out. */
export async function tellOrHold(
  tx: Tx<AnySchema>,
  event: Envelope,
  drafts: readonly Draft[],
  { owner, code, stage, at }: { owner: string; code: string; stage: number | null; at: Date },
): Promise<void> {
  const waiting = await settleHeld(tx, owner, (held) => held.code === code, 'SUPERSEDED');
  const written = writeMessages(tx, event, drafts, { at, code, stage, clockOf: owner });
  tx.remember(placeOf(owner), [...waiting, ...(at > tx.now ? written.map((message) => ({ message, at })) : [])]);
}

/** Another unit owes the matter now: what still waits for the morning is told to its people, and not to those who had it in the evening. */
export async function readdressHeld(tx: Tx<AnySchema>, owner: string, leadUnitId: string): Promise<void> {
  const waiting = await settleHeld(tx, owner, () => false, 'WITHDRAWN');
  const readdressed = waiting.map((held) => {
    const { seat, unitId } = held.message;
    // Of the handler and of its section chief: what others are told is theirs whoever leads.
    if ((seat !== 'H' && seat !== 'S') || unitId === null || unitId === leadUnitId) return held;
    const message = { ...held.message, unitId: leadUnitId };
    tx.put(messages, message);
    return { ...held, message };
  });
  tx.remember(placeOf(owner), readdressed);
}

/** What was owed is done or over: what still waits for the morning is not told. */
export async function withdrawRungs(tx: Tx<AnySchema>, owner: string, codes: readonly string[] | 'all'): Promise<void> {
  const left = await settleHeld(tx, owner, ({ code }) => codes === 'all' || codes.includes(code), 'WITHDRAWN');
  tx.remember(placeOf(owner), left);
}

async function settleHeld(
  tx: Tx<AnySchema>,
  owner: string,
  isOver: (message: HeldRung['message'] & { code: string }) => boolean,
  state: 'SUPERSEDED' | 'WITHDRAWN',
): Promise<HeldRung[]> {
  const place = placeOf(owner);
  await tx.hold(place);
  const held = tx.recall<HeldRung[]>(place) ?? (await tx.load(heldRungs, owner)) ?? [];
  const waiting = held.filter(({ at }) => at > tx.now);
  const over = waiting.filter(({ message }) => message.code !== null && isOver({ ...message, code: message.code }));
  for (const { message, at } of over) tx.put(deliveries, { messageId: message.id, channel: 'IN_APP', state, at });
  return waiting.filter((rung) => !over.includes(rung));
}

const placeOf = (owner: string) => `held rungs of ${owner}`;
