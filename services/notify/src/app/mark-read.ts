import type { AnySchema, Tx } from '@wufang/service';
import { messageReads } from '../db/messages.store.js';

/** Notes that an account has read a message; whether it may see it was looked at before. */
export function markRead(tx: Tx<AnySchema>, messageId: string): void {
  tx.put(messageReads, { messageId, accountId: tx.ctx.actor.accountId, readAt: tx.now });
}
