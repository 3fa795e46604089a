import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Ctx, serviceNames, type Operation, type Problem } from '@wufang/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { DomainError } from '@wufang/kernel';
import type { z } from 'zod';
import { contextKeyFor } from './context-key.js';

/** A question as it travels: who asks, signed by the gateway, and what. */
export interface Question {
  ctx: string;
  signature: string;
  input: unknown;
}
export type Answer = { ok: unknown } | { problem: Problem };

const MAX_AGE_MS = 60_000;

/** Signs who acts. The time inside keeps a question that was overheard from being asked again much later. */
export function signCtx(key: Buffer, ctx: Ctx): { ctx: string; signature: string } {
  const text = JSON.stringify({ ...ctx, askedAt: Date.now() });
  return { ctx: text, signature: createHmac('sha256', key).update(text).digest('base64') };
}

/** Who acts, if the gateway has signed it for this operation; throws otherwise. */
export function readCtx(key: Buffer, operation: string, question: Partial<Question>): Ctx {
  const { ctx = '', signature = '' } = question;
  const expected = createHmac('sha256', key).update(ctx).digest();
  const given = Buffer.from(signature, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new DomainError('access.denied', {});
  const read = JSON.parse(ctx) as Ctx & { askedAt: number };
  if (read.operation !== operation || Math.abs(Date.now() - read.askedAt) > MAX_AGE_MS) throw new DomainError('access.denied', {});
  return Ctx.parse(read);
}

export function hashInput(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

/** Asks the owning service and waits for its answer. Nobody there, or no answer in time, is a problem with a code of its own. */
export class Asker {
  private n = 0;
  private readonly keys: Map<string, Buffer> | undefined;

  constructor(
    private readonly nc: NatsConnection,
    /** Undefined in every service but the gateway: only it knows who acts. */
    gatewayKey: string | undefined,
  ) {
    if (gatewayKey === undefined) return;
    this.keys = new Map(serviceNames.map((service) => [service, Buffer.from(contextKeyFor(gatewayKey, service), 'base64')]));
  }

  async ask<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, ctx: Ctx): Promise<Answer> {
    const key = this.keys?.get(operation.name.slice(0, operation.name.indexOf('.')));
    if (!key) throw new Error('only the gateway asks, and only services');
    const subject = `rpc.${operation.name}`;
    const packet = JSON.stringify({ pattern: subject, id: String(this.n++), data: { ...signCtx(key, ctx), input } });
    try {
      const reply = await this.nc.request(subject, packet, { timeout: operation.timeoutMs ?? 10_000 });
      const { response, err } = reply.json<{ response?: Answer; err?: unknown }>();
      if (response === undefined) throw new Error(`no answer: ${JSON.stringify(err)}`);
      return response;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Asks a service for what the person on duty wants to know of it: health, metrics, its audit chains, its dead events. */
  async askOperator<T>(service: string, verb: string, input: object, timeoutMs: number): Promise<T> {
    try {
      const reply = await this.nc.request(`rpc.${service}.operator.${verb}`, JSON.stringify(input), { timeout: timeoutMs });
      const answer = reply.json<{ ok: T } | { error: string }>();
      if ('error' in answer) throw new Error(`${service} ${verb}: ${answer.error}`);
      return answer.ok;
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** Nobody there is one refusal, no answer in time another: after the first nothing has happened, after the second something may have. */
function refusalOf(error: unknown): unknown {
  const { name } = error as Error;
  if (name === 'TimeoutError') return new DomainError('service.timeout', {});
  if (['NoRespondersError', 'RequestError', 'ClosedConnectionError', 'ConnectionError'].includes(name))
    return new DomainError('service.unavailable', {});
  return error;
}
