import { createHash } from 'node:crypto';
import { jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';
import type { PgPool } from './pool.js';
import { camelRow } from './tables.js';
import { envelopeOf, type EventRow } from './tx.js';

const CLAIM = 500;
const POLL_MS = 500;
/** Rows younger than this are being told by the process that wrote them. */
const GRACE_MS = 2_000;
/** Told rows leave the outbox together so often, well within the grace. */
const ERASE_MS = 200;
const MAX_PENDING = 5_000;
/** The most events in one message, and the most characters of them; a single event is smaller. NATS refuses a message of 1 MB. */
const MESSAGE = 100;
const MESSAGE_CHARACTERS = 250_000;
const DAY_NS = 24 * 3600 * 1e9;

/** One stream for each service that tells. 2.9 servers know neither metadata nor several filters; none is used. */
export async function ensureStream(nc: NatsConnection, service: string): Promise<void> {
  const manager = await jetstreamManager(nc);
  const config = {
    name: service,
    subjects: [`${service}.>`],
    storage: 'file' as const,
    retention: 'limits' as const,
    max_age: 14 * DAY_NS,
    duplicate_window: 120 * 1e9,
    num_replicas: 1,
  };
  try {
    await manager.streams.info(service);
  } catch {
    await manager.streams.add(config);
  }
}

/**
 * Tells events, those of one commit in one message, since a message costs more than what is in it. Right after a commit the process that wrote them publishes them itself; whatever it leaves behind (a crash, a NATS
 * outage) is claimed from the outbox with SKIP LOCKED by any instance. A row leaves the outbox only after the acknowledgement.
 */
export class Relay {
  private readonly js: JetStreamClient;
  private timer: NodeJS.Timeout | undefined;
  private told: { streetId: string; aggregateId: string; version: number }[] = [];
  private erasing: Promise<void> | undefined;
  private claiming: Promise<void> | undefined;
  private pending = 0;
  private stopped = false;
  /** While NATS is away its client keeps what is published in memory; nothing is published then. */
  private isConnected = true;
  lastProgressAt = Date.now();
  waiting = 0;

  constructor(
    private readonly options: {
      service: string;
      nc: NatsConnection;
      pool: PgPool;
      logger: Logger;
      metrics: Metrics;
      /** Whether something more pressing is under way than telling what lies in the outbox; never for long. */
      mustWait: () => boolean;
    },
  ) {
    this.js = jetstream(options.nc, { timeout: 5_000 });
  }

  start(): void {
    void this.watchConnection();
    this.timer = setInterval(() => {
      this.claiming ??= this.claim().finally(() => (this.claiming = undefined));
    }, POLL_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    const until = Date.now() + 2_000;
    while (this.pending > 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 10));
    await this.claiming;
    await this.erasing;
    await this.erase();
  }

  /** Publishes what was just committed; never waited for. Too much at once, or no NATS, is left to the claim. */
  tell(events: readonly EventRow[]): void {
    if (this.stopped || this.pending > MAX_PENDING || !this.isConnected || this.options.nc.isClosed()) return;
    for (const message of messagesOf(events)) {
      const { events: together } = message;
      this.pending += together.length;
      this.publish(message)
        .then(
          () => this.told.push(...together.map(({ streetId, aggregateId, version }) => ({ streetId, aggregateId, version }))),
          () => undefined,
        )
        .finally(() => {
          this.pending -= together.length;
          this.eraseSoon();
        })
        .catch(() => undefined);
    }
  }

  /** Told rows leave the outbox together, some milliseconds later. */
  private eraseSoon(): void {
    this.erasing ??= new Promise<void>((done) => setTimeout(done, ERASE_MS))
      .then(() => this.erase())
      .finally(() => {
        this.erasing = undefined;
        if (this.told.length > 0 && !this.stopped) this.eraseSoon();
      });
  }

  private async watchConnection(): Promise<void> {
    for await (const { type } of this.options.nc.status()) {
      if (type === 'disconnect') this.isConnected = false;
      if (type === 'reconnect') this.isConnected = true;
    }
  }

  private async publish({ events, texts }: Message): Promise<void> {
    // The same events told twice are the same message; told in other company they are another one, and readers know what they have.
    const hash = createHash('sha1');
    for (const { id } of events) hash.update(id);
    await this.js.publish(`${this.options.service}.told`, `[${texts.join(',')}]`, { msgID: hash.digest('base64url') });
    this.options.metrics.published.inc(events.length);
    this.lastProgressAt = Date.now();
  }

  private async erase(): Promise<void> {
    const told = this.told;
    if (told.length === 0) return;
    this.told = [];
    try {
      await this.options.pool.query({
        name: 'erase told',
        text: `delete from outbox as o using unnest($1::text[], $2::uuid[], $3::int[]) as t(street_id, aggregate_id, version)
               where o.street_id = t.street_id and o.aggregate_id = t.aggregate_id and o.version = t.version`,
        values: [told.map((row) => row.streetId), told.map((row) => row.aggregateId), told.map((row) => row.version)],
      });
    } catch (error) {
      // They will be claimed and told once more; readers know them.
      this.options.logger.debug({ error }, 'told events stay in the outbox');
    }
  }

  private async claim(): Promise<void> {
    try {
      while (this.isConnected && !this.options.mustWait()) {
        const told = await this.claimOnce();
        if (told < CLAIM || this.stopped) return;
      }
    } catch (error) {
      this.options.logger.warn({ error }, 'outbox could not be told; it is tried again');
      // The stream may be gone with its server's data.
      await ensureStream(this.options.nc, this.options.service).catch(() => undefined);
    }
  }

  private async claimOnce(): Promise<number> {
    const client = await this.options.pool.connect();
    try {
      await client.query('begin');
      const result = await client.query<Record<string, unknown>>({
        name: 'claim outbox',
        text: `select e.*, o.seq from (
                 select seq, street_id, aggregate_id, version from outbox where written_at < clock_timestamp() - interval '${GRACE_MS} milliseconds'
                 order by seq limit ${CLAIM} for update skip locked) as o
               join events e on e.street_id = o.street_id and e.aggregate_id = o.aggregate_id and e.version = o.version order by o.seq`,
      });
      this.waiting = result.rows.length;
      this.options.metrics.outboxWaiting.set(result.rows.length);
      if (result.rows.length > 0) {
        const events = result.rows.map((row) => camelRow<EventRow & { seq: bigint }>(row));
        await Promise.all(messagesOf(events).map((message) => this.publish(message)));
        await client.query('delete from outbox where seq = any($1::bigint[])', [events.map((event) => event.seq.toString())]);
      } else {
        this.lastProgressAt = Date.now();
      }
      await client.query('commit');
      client.release();
      return result.rows.length;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }
}

interface Message {
  events: EventRow[];
  texts: string[];
}

/** Events by message, in their order: few enough, and small enough together. A character may be three bytes.
 * Example: 150 small ones -> 100 and 50. */
export function messagesOf(events: readonly EventRow[]): Message[] {
  const messages: Message[] = [];
  let size = Infinity;
  for (const event of events) {
    const text = JSON.stringify(envelopeOf(event));
    let last = messages.at(-1);
    if (!last || last.events.length === MESSAGE || size + text.length > MESSAGE_CHARACTERS) {
      messages.push((last = { events: [], texts: [] }));
      size = 0;
    }
    last.events.push(event);
    last.texts.push(text);
    size += text.length;
  }
  return messages;
}
