import { createHash } from 'node:crypto';
import type { Envelope } from '@wufang/contracts';
import type { AnySchema, Tx } from '@wufang/service';
import { deliveries, messages } from '../db/messages.store.js';
import type { Draft } from '../domain/messages.js';

/** Writes the messages an event owes, each with its delivery. In the app a message is delivered when it lies there. */
export function writeMessages(tx: Tx<AnySchema>, event: Envelope, drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const id = messageId(event.id, i);
    tx.put(messages, { id, ...draft, createdAt: tx.now });
    tx.put(deliveries, { messageId: id, channel: 'IN_APP', state: 'DELIVERED', at: tx.now });
  });
}

/** The same event owes the same messages, however often it is told. */
function messageId(eventId: string, i: number): string {
  const hash = createHash('sha256').update(`${eventId}/${i}`).digest('hex');
  return `${eventId.slice(0, 13)}-8${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
