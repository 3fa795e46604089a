import { createHash } from 'node:crypto';
import type { Envelope } from '@wufang/contracts';
import type { AnySchema, Tx } from '@wufang/service';
import { deliveries, messages } from '../db/messages.store.js';
import type { MessageRow } from '../db/schema.js';
import type { Draft } from '../domain/messages.js';

/**
 * Writes the messages an event owes, each with its delivery. In the app a message is delivered when it lies there; one that waits for the morning
 * lies there from then on.
 */
export function writeMessages(
  tx: Tx<AnySchema>,
  event: Envelope,
  drafts: readonly Draft[],
  told: { at: Date; code: string | null; stage: number | null; clockOf: string | null } = {
    at: tx.now,
    code: null,
    stage: null,
    clockOf: null,
  },
): Omit<MessageRow, 'streetId'>[] {
  return drafts.map((draft, i) => {
    const id = messageId(event.id, i);
    const { code, stage, clockOf } = told;
    const message = { id, ...draft, accountId: draft.accountId ?? null, code, stage, clockOf, createdAt: tx.now };
    tx.put(messages, message);
    tx.put(deliveries, { messageId: id, channel: 'IN_APP', state: told.at > tx.now ? 'HELD' : 'DELIVERED', at: told.at });
    return message;
  });
}

/** The same event owes the same messages, however often it is told. */
function messageId(eventId: string, i: number): string {
  const hash = createHash('sha256').update(`${eventId}/${i}`).digest('hex');
  return `${eventId.slice(0, 13)}-8${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
