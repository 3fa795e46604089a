import type { AnySchema } from './any-schema.js';
import { createHash } from 'node:crypto';
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Envelope, systemCtx, type EventType } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { sql as query, type Kysely } from 'kysely';
import type { z } from 'zod';
import { TookTooLong, type Db } from './db.js';
import { describeError, type Logger } from './logger.js';
import type { Metrics } from './metrics.js';
import { ensureStream } from './relay.js';
import { anyOf } from './pool.js';
import { table } from './tables.js';
import type { Loader } from './batch.js';
import type { Tx } from './tx.js';

/** What to do with one kind of event. */
export interface On {
  type: EventType;
  apply: (tx: Tx<AnySchema>, event: Envelope<AnySchema>) => Promise<unknown> | unknown;
}

export function on<P extends z.ZodType>(
  type: EventType<P>,
  apply: (tx: Tx<AnySchema>, event: Envelope<z.output<P>>) => Promise<unknown> | unknown,
): On {
  return { type, apply };
}

/** The events of one source that a service listens to. */
export interface EventConsumer {
  readonly source: string;
  /** How long an event may wait for others to be applied with it, in milliseconds; longer is cheaper, for those nobody waits for. */
  readonly patienceMs?: number;
  readonly handlers: readonly On[];
}

interface InboxRow {
  streetId: string;
  consumer: string;
  aggregateId: string;
  version: number;
  eventId: string;
}
const inbox = table<InboxRow>('inbox', ['consumer', 'aggregateId', 'version']);
const heldEvents = table<InboxRow & { envelope: Envelope }>('inbox_held', ['consumer', 'aggregateId', 'version']);
export interface DeadEventRow {
  streetId: string;
  id: string;
  consumer: string;
  type: string;
  aggregateId: string | null;
  version: number | null;
  envelope: unknown;
  reason: string;
  tries: number;
}
const deadEvents = table<DeadEventRow>('dead_events', ['id', 'consumer']);

/** How far an aggregate has been heard, and what came before its turn. */
interface Place {
  head: number;
  held: Envelope[];
}

/** A message as it came, and the events in it: what one commit told, or a single one. */
interface Delivery {
  message: JsMsg;
  events: (Envelope | null)[];
}

const MAX_TRIES = 8;
/** A handler that hangs holds up its neighbours each time. */
const MAX_HANGS = 2;
const BATCH = 256;
const PATIENCE_MS = 5;

/**
 * Hears the events of one source, each exactly once and in the order of its aggregate, whatever JetStream delivers. Messages that arrive
 * together are applied together. An event that comes before its predecessor is held in the database; one that fails for good is parked in
 * `dead_events`, and only its own aggregate waits.
 */
export class Consumer {
  private readonly handlers = new Map<string, On>();
  private messages: ConsumerMessages | undefined;
  private queue: Delivery[] = [];
  private gathering: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private stopped = false;
  private readonly places: Loader<Place>;
  readonly name: string;
  lastProgressAt = Date.now();
  unacked = 0;

  constructor(
    private readonly options: {
      service: string;
      nc: NatsConnection;
      db: Db<AnySchema>;
      logger: Logger;
      metrics: Metrics;
      consumer: EventConsumer;
    },
  ) {
    const { service, consumer } = options;
    this.name = `${service}-from-${consumer.source}`;
    for (const handler of consumer.handlers) this.handlers.set(handler.type.type, handler);
    const name = this.name;
    this.places = {
      name: `places ${name}`,
      load: async (sql, ids, streetId) => {
        // Another process may be applying the predecessor of what came here; neither would see what the other writes.
        const locked = lockInbox(sql, name, streetId);
        const heads = sql
          .selectFrom('inbox')
          .select((eb) => ['aggregateId', eb.fn.max('version').as('version')])
          .where('streetId', '=', streetId)
          .where('consumer', '=', name)
          .where('aggregateId', '=', anyOf(ids))
          .groupBy('aggregateId')
          .execute() as Promise<{ aggregateId: string; version: number }[]>;
        const held = sql
          .selectFrom('inboxHeld')
          .select(['aggregateId', 'envelope'])
          .where('streetId', '=', streetId)
          .where('consumer', '=', name)
          .where('aggregateId', '=', anyOf(ids))
          .orderBy('version')
          .execute() as Promise<{ aggregateId: string; envelope: Envelope }[]>;
        // One behind the other on one connection: neither looks before the lock is had, and nobody waits for three answers in turn.
        await Promise.all([locked, heads, held]);
        const places = new Map((await heads).map(({ aggregateId, version }) => [aggregateId, { head: version, held: [] as Envelope[] }]));
        for (const { aggregateId, envelope } of await held) {
          if (!places.has(aggregateId)) places.set(aggregateId, { head: 0, held: [] });
          places.get(aggregateId)!.held.push(envelope);
        }
        return places;
      },
    };
  }

  /** Listens until it is stopped; a stream or consumer that has vanished with its server's data is made again. */
  async start(): Promise<void> {
    await this.attach();
    void this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.messages?.close().catch(() => undefined);
    clearTimeout(this.gathering);
    await this.working;
  }

  private async attach(): Promise<void> {
    const { nc, service, consumer } = this.options;
    const manager = await jetstreamManager(nc);
    try {
      await manager.consumers.info(consumer.source, service);
    } catch {
      // A source that has not started yet, or whose stream was lost, has none; whoever comes first makes it.
      await ensureStream(nc, consumer.source);
      await manager.consumers.add(consumer.source, {
        durable_name: service,
        ack_policy: AckPolicy.Explicit,
        deliver_policy: DeliverPolicy.All,
        ack_wait: 30 * 1e9,
        max_ack_pending: 1_000,
        filter_subject: `${consumer.source}.>`,
      });
    }
  }

  private async listen(): Promise<void> {
    const { nc, service, consumer, logger } = this.options;
    const js = jetstream(nc);
    while (!this.stopped) {
      try {
        await this.attach();
        const durable = await js.consumers.get(consumer.source, service);
        this.messages = await durable.consume({ max_messages: 200, expires: 10_000, idle_heartbeat: 2_500 });
        void this.watch(this.messages);
        for await (const message of this.messages) this.take(message);
      } catch (error) {
        if (!this.stopped) logger.warn({ error, source: consumer.source }, 'listening failed; it starts again');
      }
      if (!this.stopped) await new Promise((done) => setTimeout(done, 500));
    }
  }

  /** Ends the listening when the server says that stream or consumer are gone, so that `listen` makes them again. */
  private async watch(messages: ConsumerMessages): Promise<void> {
    for await (const status of messages.status()) {
      if (status.type === 'heartbeat' && !this.working) this.lastProgressAt = Date.now();
      if (status.type === 'consumer_deleted' || status.type === 'stream_not_found' || status.type === 'consumer_not_found') {
        await messages.close().catch(() => undefined);
        return;
      }
      if (status.type === 'heartbeats_missed' && status.count >= 4) {
        await messages.close().catch(() => undefined);
        return;
      }
    }
  }

  private take(message: JsMsg): void {
    this.queue.push({ message, events: read(message) });
    this.unacked += 1;
    if (this.working) return;
    if (this.queue.length >= BATCH) this.work();
    else this.gathering ??= setTimeout(() => this.work(), this.options.consumer.patienceMs ?? PATIENCE_MS);
  }

  private work(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    if (this.working || this.queue.length === 0) return;
    let events = 0;
    const many = this.queue.findIndex((one) => (events += one.events.length) >= BATCH);
    const taken = this.queue.splice(0, many < 0 ? this.queue.length : many + 1);
    this.working = this.applyAll(taken).finally(() => {
      this.working = undefined;
      this.unacked -= taken.length;
      if (this.queue.length > 0) this.work();
    });
  }

  private async applyAll(deliveries: Delivery[]): Promise<void> {
    const all = deliveries.flatMap((delivery) => delivery.events.map((envelope) => ({ delivery, envelope })));
    // In order of version, so that what came shuffled within a batch is not held for nothing.
    all.sort((a, b) => (a.envelope?.version ?? 0) - (b.envelope?.version ?? 0));
    const done = new Map<Delivery, Promise<boolean>[]>(deliveries.map((delivery) => [delivery, []]));
    for (const { delivery, envelope } of all) {
      const { message } = delivery;
      done.get(delivery)!.push(envelope ? this.applyOne(message, envelope) : this.bury(message, null, 'not an event'));
    }
    await Promise.all(
      [...done].map(async ([{ message }, events]) => {
        const isDone = (await Promise.all(events)).every(Boolean);
        const tries = message.info.deliveryCount;
        if (isDone) message.ack();
        else message.nak(Math.min(100 * 2 ** tries, 10_000));
      }),
    );
    this.lastProgressAt = Date.now();
  }

  /** Whether the event needs to come no more: applied, known, held, or parked. */
  private async applyOne(message: JsMsg, envelope: Envelope): Promise<boolean> {
    const { db, metrics, consumer, logger } = this.options;
    try {
      const outcome = await db.run(systemCtx(envelope.streetId, this.name), (tx) => this.apply(tx, envelope));
      metrics.consumed.inc({ source: consumer.source, outcome });
      return true;
    } catch (error) {
      const tries = message.info.deliveryCount;
      if (!isOutage(error) && tries >= (error instanceof TookTooLong ? MAX_HANGS : MAX_TRIES))
        return this.bury(message, envelope, reasonOf(error));
      logger.warn({ error, eventId: envelope.id, type: envelope.type, tries }, 'event could not be applied; it comes again');
      metrics.consumed.inc({ source: consumer.source, outcome: 'failed' });
      return false;
    }
  }

  /** Applies one event if it is the next of its aggregate, and then those that were held for it. */
  async apply(tx: Tx<AnySchema>, envelope: Envelope): Promise<'applied' | 'known' | 'held'> {
    const place = `inbox:${this.name}:${envelope.aggregateId}`;
    await tx.hold(place);
    const found = await tx.load(this.places, envelope.aggregateId);
    const head = tx.recall<number>(place) ?? found?.head ?? 0;
    if (envelope.version <= head) return 'known';
    const row = { consumer: this.name, aggregateId: envelope.aggregateId, version: envelope.version, eventId: envelope.id };
    if (envelope.version > head + 1) {
      tx.put(heldEvents, { ...row, envelope });
      return 'held';
    }
    await this.handle(tx, envelope);
    tx.insert(inbox, row);
    let reached = envelope.version;
    const followed: number[] = [];
    for (const next of found?.held ?? []) {
      if (next.version !== reached + 1) continue;
      await this.handle(tx, next);
      tx.insert(inbox, { consumer: this.name, aggregateId: next.aggregateId, version: next.version, eventId: next.id });
      reached = next.version;
      followed.push(reached);
    }
    tx.remember(place, reached);
    // The last thing this command does: after it nothing can fail that would not take the whole transaction with it.
    if (followed.length > 0) await this.forget(tx, envelope.aggregateId, followed);
    return 'applied';
  }

  private async forget(tx: Tx<AnySchema>, aggregateId: string, versions: readonly number[]): Promise<void> {
    await tx.sql
      .deleteFrom('inboxHeld')
      .where('streetId', '=', tx.streetId)
      .where('consumer', '=', this.name)
      .where('aggregateId', '=', aggregateId)
      .where('version', 'in', versions)
      .execute();
  }

  private async handle(tx: Tx<AnySchema>, envelope: Envelope): Promise<void> {
    const handler = this.handlers.get(envelope.type);
    if (handler) await handler.apply(tx, { ...envelope, payload: handler.type.payload.parse(envelope.payload) });
  }

  private async bury(message: JsMsg, envelope: Envelope | null, reason: string): Promise<boolean> {
    const { db, logger, metrics, consumer } = this.options;
    try {
      await db.run(systemCtx(envelope?.streetId ?? '-', this.name), (tx) => {
        tx.put(deadEvents, {
          id: envelope?.id ?? idOf(message.data),
          consumer: this.name,
          type: envelope?.type ?? message.subject,
          aggregateId: envelope?.aggregateId ?? null,
          version: envelope?.version ?? null,
          envelope: envelope ?? { raw: Buffer.from(message.data).toString('base64').slice(0, 100_000) },
          reason,
          tries: message.info.deliveryCount,
        });
        return Promise.resolve();
      });
      metrics.consumed.inc({ source: consumer.source, outcome: 'dead' });
      logger.error({ type: message.subject, eventId: envelope?.id, reason }, 'event parked in dead_events');
      return true;
    } catch (error) {
      logger.error({ error, type: message.subject }, 'event could not even be parked; it comes again');
      return false;
    }
  }
}

/** One transaction at a time looks where a street stands in the events of one source. */
async function lockInbox(sql: Kysely<AnySchema>, consumer: string, streetId: string): Promise<void> {
  await query`select pg_advisory_xact_lock(hashtextextended(${`inbox ${consumer} ${streetId}`}, 0))`.execute(sql);
}

/** The events of a message; what is none is null. */
function read(message: JsMsg): (Envelope | null)[] {
  try {
    const body: unknown = message.json();
    return (Array.isArray(body) ? body : [body]).map((one) => (Envelope.safeParse(one).data as Envelope | undefined) ?? null);
  } catch {
    return [null];
  }
}

/** The same unreadable message has the same id, however often it comes. */
function idOf(data: Uint8Array): string {
  return createHash('sha256')
    .update(data)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether the database is away or too busy; then nothing can be said about the event. */
export function isOutage(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'service.unavailable';
}

/** Why an event failed, without the values it carried. */
export function reasonOf(error: unknown): string {
  const described = describeError(error);
  return String(described['code'] ?? described['name']) + ': ' + String(described['message']).slice(0, 300);
}
