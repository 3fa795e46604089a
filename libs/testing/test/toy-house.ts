import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { intakeEvents, type Ctx, type TimeLimit } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { Asker, contextKeyFor, createPool, inboxOf, migrateService, newId, roleOf } from '@wufang/service';
import type { Servers } from '@wufang/servers';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { ClockDump, CommandRecord, Dump, EventDump, History } from '../src/checkers.js';
import { eventually, ServiceProcess, testServers, type ProcessFaults } from '../src/index.js';
import { raise, toyMigrations, toyParts } from './toy.js';

const service = toyParts.name;
const streetId = 'qingyun';
const main = join(import.meta.dirname, 'toy-main.js');

/** A clock short enough for a test: a warning half-way, the breach at its end. */
const limitOf = (seconds: number): TimeLimit => ({
  code: 'SCREEN',
  limit: { clock: 'C', minutes: seconds / 60 },
  stages: [
    { kind: 'warning', at: { fraction: [1, 2] }, tell: ['H'] },
    { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S'] },
  ],
  source: 'test',
});

/** What the toy's events say of themselves, of both kinds. */
interface Payload {
  mark?: string;
  starts?: string;
  stops?: boolean;
  clockId?: string;
  stage?: number;
  skipped?: number;
}

/** What a client wants done; it insists with one key until it has an answer. */
export interface Wish {
  id: string;
  clock?: boolean;
  stop?: boolean;
  by?: number;
}

/**
 * Private servers, any number of toy services as processes, and clients that write down what they saw. `open` throws everything of the run
 * before away, so that scenarios follow each other on the same servers.
 */
export class ToyHouse {
  history: History = { commands: [], told: [], poison: [] };
  /** Every process of this run. */
  processes: ServiceProcess[] = [];
  private readonly loops = new Set<Promise<void>>();
  private isOpen = false;
  private readonly password = randomBytes(12).toString('hex');
  private readonly env: Record<string, string>;
  private readonly asker: Asker;
  /** How often clients were refused in this run, by code. */
  readonly refusals = new Map<string, number>();
  /** Versions told so far, by aggregate. */
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly servers: Servers & { end(): Promise<void> },
    readonly nc: NatsConnection,
    public admin: pg.Pool,
  ) {
    const gatewayKey = randomBytes(32).toString('base64');
    this.env = {
      DATABASE_URL: this.urlAt(servers.postgres.adminUrl),
      NATS_URL: servers.nats.urlFor(service),
      REDIS_URL: servers.redis.url,
      WUFANG_CONTEXT_KEY: contextKeyFor(gatewayKey, service),
      WUFANG_VAULT_KEY: randomBytes(32).toString('base64'),
    };
    this.asker = new Asker(nc, gatewayKey);
  }

  static async build(): Promise<ToyHouse> {
    const servers = await testServers();
    const nats = new URL(servers.nats.adminUrl);
    const nc = await connect({
      servers: nats.host,
      user: decodeURIComponent(nats.username),
      pass: decodeURIComponent(nats.password),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
      inboxPrefix: inboxOf('gateway'),
    });
    const admin = createPool(servers.postgres.adminUrl, service, 'test', 4);
    return new ToyHouse(servers, nc, admin);
  }

  /** Processes started from here on, and the checkers, look at another database. */
  async moveTo(adminUrl: string): Promise<void> {
    await this.admin.end();
    this.admin = createPool(adminUrl, service, 'test', 4);
    this.env['DATABASE_URL'] = this.urlAt(adminUrl);
  }

  private urlAt(adminUrl: string): string {
    const url = new URL(adminUrl);
    url.username = roleOf(service);
    url.password = this.password;
    return url.href;
  }

  /** An empty house with one street whose clocks run so many seconds. */
  async open(options: { clockSeconds?: number; withRedis?: boolean } = {}): Promise<void> {
    await this.close();
    this.history = { commands: [], told: [], poison: [] };
    this.versions.clear();
    this.refusals.clear();
    this.isOpen = true;
    await this.admin.query(`drop schema if exists ${service} cascade`);
    await migrateService({ adminUrl: this.servers.postgres.adminUrl, service, password: this.password, migrations: toyMigrations });
    const manager = await jetstreamManager(this.nc);
    for await (const stream of manager.streams.list()) await manager.streams.delete(stream.config.name);
    if (options.withRedis === false) await this.servers.kill('redis');
    else await this.servers.start('redis').then(() => this.flushRedis());
    await this.admin.query(`insert into time_limits (street_id, version, in_force_from, rows) values ($1, 1, '2020-01-01', $2)`, [
      streetId,
      JSON.stringify([limitOf(options.clockSeconds ?? 3)]),
    ]);
  }

  /** Does something again and again until the answer is called, or the house is closed. */
  repeatedly(turn: () => Promise<unknown>): () => Promise<void> {
    let isOver = false;
    const loop = (async () => {
      while (!isOver && this.isOpen) await turn();
    })();
    loop.catch(() => undefined);
    this.loops.add(loop);
    return async () => {
      isOver = true;
      await loop;
    };
  }

  /** Starts one more process and waits until it serves. */
  async start(faults: ProcessFaults = {}): Promise<ServiceProcess> {
    return this.spawn(faults).mustBeReady();
  }

  spawn(faults: ProcessFaults = {}): ServiceProcess {
    const started = ServiceProcess.spawn(main, this.env, faults);
    this.processes.push(started);
    return started;
  }

  async flushRedis(): Promise<void> {
    const redis = new Redis(this.servers.redis.adminUrl);
    await redis.flushall();
    redis.disconnect();
  }

  /** Asks until there is an answer, with the same key; gives up when the time is over, and then nobody knows. */
  async insist(wish: Wish, { within = 30_000, askTwice = false } = {}): Promise<CommandRecord> {
    const mark = randomUUID();
    const record: CommandRecord = { mark, outcome: 'unknown', answers: [] };
    this.history.commands.push(record);
    const input = { by: 1, ...wish, mark };
    const until = Date.now() + within;
    while (this.isOpen && Date.now() < until) {
      try {
        const answer = await this.asker.ask({ ...raise, timeoutMs: 1_000 }, input, this.ctx(mark));
        if ('ok' in answer) {
          record.answers.push(JSON.stringify(answer.ok));
          record.outcome = 'ok';
          if (!askTwice || record.answers.length > 1) return record;
          continue;
        }
        this.refused(answer.problem.code);
        // A refusal by a process whose clock is wrong, or whose database is away, is not the last word.
        if (!['service.unavailable', 'service.failed'].includes(answer.problem.code) && (wish.by ?? 1) < 0) {
          record.outcome = 'refused';
          return record;
        }
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.refused(error.code);
      }
      await sleep(20 + Math.random() * 30);
    }
    return record;
  }

  private refused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  /** The same command with one key several times at once, as a client does that was impatient; and once more for those without an answer. */
  async insistAtOnce(wish: Wish, times: number): Promise<CommandRecord> {
    const mark = randomUUID();
    const input = { by: 1, ...wish, mark };
    const asked = await Promise.allSettled(Array.from({ length: times }, () => this.asker.ask(raise, input, this.ctx(mark))));
    const answers = asked.flatMap((one) => (one.status === 'fulfilled' && 'ok' in one.value ? [JSON.stringify(one.value.ok)] : []));
    const record: CommandRecord = { mark, outcome: answers.length > 0 ? 'ok' : 'unknown', answers };
    this.history.commands.push(record);
    return record;
  }

  /** Whatever one operation answers now, once. */
  ask(operation: Parameters<Asker['ask']>[0], input: object) {
    return this.asker.ask(operation, input, { ...this.ctx(randomUUID()), operation: operation.name });
  }

  private ctx(key: string): Ctx {
    return {
      requestId: newId(new Date()),
      operation: raise.name,
      streetId,
      actor: { accountId: 'account-1', roles: ['administrator'], unitIds: [] },
      scope: 'street',
      idempotencyKey: key,
      requestHash: key,
    };
  }

  operator<T>(verb: string, input: object = {}, timeoutMs = 5_000): Promise<T> {
    return this.asker.askOperator<T>(service, verb, input, timeoutMs);
  }

  /** The next event of one aggregate as intake would tell it; not yet published. */
  nextEvent(aggregateId: string, answeredAt: unknown = '2026-01-01T00:00:00Z'): { id: string; body: string } {
    const version = (this.versions.get(aggregateId) ?? 0) + 1;
    this.versions.set(aggregateId, version);
    const id = newId(new Date());
    this.history.told.push({ id, aggregateId, version });
    const { type } = intakeEvents.demandAnswered;
    const actor = { accountId: 'system', roles: [], unitIds: [] };
    const envelope = { id, type, streetId, aggregate: 'demand', aggregateId, version, recordedAt: new Date().toISOString(), actor };
    return { id, body: JSON.stringify({ ...envelope, payload: { answeredAt } }) };
  }

  /** Publishes one message in intake's stream, insisting until the server has it. */
  async publish(body: string): Promise<void> {
    const js = jetstream(this.nc, { timeout: 1_000 });
    await eventually(
      async () => {
        if (this.isOpen) await js.publish(intakeEvents.demandAnswered.type, body);
      },
      { within: 20_000 },
    );
  }

  async tell(aggregateId: string): Promise<void> {
    await this.publish(this.nextEvent(aggregateId).body);
  }

  /** Waits until nothing is on its way any more, or until the patience ends; then the checkers say what is missing. */
  async settle(patience: number): Promise<boolean> {
    const expected = this.history.told.filter(({ id }) => !this.history.poison.includes(id)).length;
    const rest = async () => {
      const [row] = await this.rows<{ outbox: number; inbox: number; overdue: number; dead: number }>(
        `select (select count(*)::int from outbox) as outbox, (select count(*)::int from inbox where consumer like '%-intake') as inbox,
                (select count(*)::int from deadlines where state = 'armed') as overdue, (select count(*)::int from dead_events) as dead`,
      );
      const { outbox, inbox, overdue, dead } = row!;
      if (outbox > 0 || inbox < expected || overdue > 0 || dead < this.history.poison.length) throw new Error(JSON.stringify(row));
    };
    return eventually(rest, { within: patience, every: 100 }).then(
      () => true,
      () => false,
    );
  }

  /** What lies in the servers now. */
  async dump(): Promise<Dump> {
    const [now] = await this.rows<{ now: Date }>('select clock_timestamp() as now');
    const events = await this.rows<{ id: string; aggregate_id: string; version: number; recorded_at: Date; payload: Payload }>(
      'select id, aggregate_id, version, recorded_at, payload from events order by street_id, aggregate_id, version',
    );
    const stream = await this.streamIds();
    const clocks = await this.rows<{ id: string; subject_id: string; state: ClockDump['state']; stages: { at: string }[] }>(
      'select id, subject_id, state, stages from deadlines',
    );
    const effects = await this.rows<{ deadline_id: string; stage: number; fires_at: Date; at: Date }>(
      'select deadline_id, stage, fires_at, at from deadline_effects',
    );
    const inbox = await this.rows<{ aggregate_id: string; version: number; event_id: string }>(
      `select aggregate_id, version, event_id from inbox where consumer like '%-intake'`,
    );
    const audit = await this.operator<{ broken: object[] }>('verify-audit', {}, 20_000).catch((error: unknown) => ({
      broken: [{ error: (error as Error).message }],
    }));
    return {
      now: now!.now,
      events: events.map(({ id, aggregate_id, version, recorded_at, payload }): EventDump => {
        const { mark, starts, stops, clockId, stage, skipped } = payload;
        const fired = clockId !== undefined && { fired: { clockId, stage: stage!, skipped: skipped! } };
        return { id, aggregateId: aggregate_id, version, recordedAt: recorded_at, mark, starts, stops, ...fired };
      }),
      outbox: (await this.rows<{ n: number }>('select count(*)::int as n from outbox'))[0]!.n,
      stream,
      inbox: inbox.map((row) => ({ aggregateId: row.aggregate_id, version: row.version, eventId: row.event_id })),
      dead: (await this.rows<{ id: string }>('select id from dead_events where replayed_at is null')).map(({ id }) => id),
      clocks: clocks.map((row) => ({
        ...{ id: row.id, subjectId: row.subject_id, state: row.state },
        stages: row.stages.map((stage) => new Date(stage.at)),
      })),
      effects: effects.map((row) => ({ clockId: row.deadline_id, stage: row.stage, firesAt: row.fires_at, at: row.at })),
      broken: audit.broken.map((place) => JSON.stringify(place)),
    };
  }

  /** Ids of the events in the service's own stream. */
  private async streamIds(): Promise<string[]> {
    const manager = await jetstreamManager(this.nc);
    const info = await manager.streams.info(service).catch(() => undefined);
    const total = info?.state.messages ?? 0;
    if (total === 0) return [];
    const consumer = await jetstream(this.nc).consumers.get(service);
    const ids: string[] = [];
    const messages = await consumer.consume({ max_messages: 1_000 });
    for await (const message of messages) {
      ids.push(...message.json<{ id: string }[]>().map(({ id }) => id));
      if (message.info.pending === 0) break;
    }
    await messages.close();
    return ids;
  }

  async rows<R extends object>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(text, values)).rows as R[];
  }

  /** Ends clients and processes of this run. */
  async close(): Promise<void> {
    this.isOpen = false;
    await Promise.allSettled(this.loops);
    this.loops.clear();
    await Promise.all(this.processes.map((one) => one.kill()));
    this.processes = [];
  }

  async end(): Promise<void> {
    await this.close();
    await this.nc.close();
    await this.admin.end();
    await this.servers.end();
  }
}
