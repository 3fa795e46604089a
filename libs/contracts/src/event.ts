import { z } from 'zod';
import { Actor } from './actor.js';

/**
 * One fact a service tells. `type` is the JetStream subject. A change that could break a reader is a new `.v2`.
 * Payloads carry no personal data: ids, codes, times, and texts meant for the public.
 */
export interface EventType<P extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly summary: string;
  readonly payload: P;
}

/** What an event of this type says. */
export type PayloadOf<E> = E extends EventType<infer P> ? z.output<P> : never;

export function event<P extends z.ZodType>(type: string, summary: string, payload: P): EventType<P> {
  return { type, summary, payload };
}

/** The envelope every event travels in. `version` counts 1..n without gap within its aggregate. */
export const Envelope = z.object({
  id: z.uuid(),
  type: z.string(),
  streetId: z.string(),
  aggregate: z.string(),
  aggregateId: z.string(),
  version: z.number().int().positive(),
  recordedAt: z.string(),
  actor: Actor,
  payload: z.unknown(),
});
export type Envelope<P = unknown> = Omit<z.infer<typeof Envelope>, 'payload'> & { payload: P };
