import { notifyEvents, type DayClosed, type Envelope, type ServiceName } from '@wufang/contracts';
import { fact, idOf, type AnySchema, type Tx } from '@wufang/service';
import { deliveries, handedHeads, messages } from '../db/messages.store.js';
import { headMessages } from '../domain/witness-messages.js';

/** Hands the head of a service's day to the witnesses: one message a day for each of them, to which every service that closes adds its line. */
export async function handHeads(tx: Tx<AnySchema>, event: Envelope<DayClosed>, service: ServiceName): Promise<void> {
  const { day, head } = event.payload;
  const id = idOf(`heads of ${day} in ${tx.streetId}`);
  const held = await tx.lock(handedHeads, id);
  const facts = [fact(notifyEvents.headHanded, { day, service, head })];
  const heads = { ...held?.heads, [service]: head };
  if (held) tx.save(handedHeads, { ...held, heads }, facts);
  else tx.create(handedHeads, { id, day, heads }, facts);
  for (const draft of headMessages(day, heads)) {
    const messageId = idOf(`heads of ${day} in ${tx.streetId} for ${draft.role}`);
    tx.put(messages, { id: messageId, ...draft, code: null, stage: null, createdAt: tx.now });
    tx.put(deliveries, { messageId, channel: 'IN_APP', state: 'DELIVERED', at: tx.now });
  }
}
