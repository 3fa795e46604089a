import type { AnySchema } from './any-schema.js';
import 'reflect-metadata';
import { Module, type DynamicModule, type INestMicroservice, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport, type MicroserviceOptions } from '@nestjs/microservices';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { ServiceName, WitnessedHead } from '@wufang/contracts';
import { openDoor } from './answers.js';
import { Asker } from './ask.js';
import { verifyAudit } from './audit.js';
import { assertServers } from './assert-servers.js';
import { migrationsNeeded, type MigrateOptions } from './migrate.js';
import { Clocks, type ClockEffect } from './clocks.js';
import { Consumer, type EventConsumer } from './consumer.js';
import { Db } from './db.js';
import { listDead, replayDead } from './dead-events.js';
import { HealthCheck } from './health.js';
import { DayHeads } from './day-heads.js';
import { createLogger, NestLogger, type Logger } from './logger.js';
import { Metrics } from './metrics.js';
import { createPool, type PgPool } from './pool.js';
import { ensureStream, Relay } from './relay.js';
import { retell } from './retell.js';
import { RuleBook } from './rule-book.js';
import { plumbingSettings, readSettings, type PlumbingSettings } from './settings.js';
import { Vault } from './vault.js';

/** What a service is made of, besides its module. */
export interface ServiceParts {
  name: ServiceName;
  /** The service's Nest module; it gets the plumbing by injection. */
  module: Type;
  /** Provider classes that hear other services. */
  consumers?: readonly Type<EventConsumer>[];
  /** Provider classes whose `effects` say what clocks do. */
  clocks?: readonly Type<{ effects: readonly ClockEffect[] }>[];
  /** The schema this code was written for; a start on one that is behind is refused. */
  migrations?: MigrateOptions['migrations'];
  /** Tables whose rows end an audit chain. */
  aggregates: readonly string[];
  /** Called when everything runs, and before it stops. */
  onReady?: (app: INestMicroservice) => Promise<void> | void;
  onStop?: (app: INestMicroservice) => Promise<void> | void;
}

/** The name of the running service, for injection. */
export const SERVICE_NAME = 'SERVICE_NAME';
/** The connection to NATS, for injection. */
export const NATS = 'NATS';
/** The pool for reads that are not commands, for injection. */
export const POOL = 'POOL';

/** The settings a service was started with, for its own `config.ts`. */
export const ENV = 'ENV';

/** As long as a statement may take, and half of what the gateway waits for an answer. */
const MAX_WAIT_MS = 5_000;

export interface RunningService {
  app: INestMicroservice;
  stop(): Promise<void>;
}

/**
 * Starts a service: settings, pools, NATS, its handlers, consumers, clocks and relay; stops them in the right order on SIGTERM and SIGINT.
 * Anything missing or too old ends the process with one message before it has answered anything.
 */
export async function startService(parts: ServiceParts, env: NodeJS.ProcessEnv = process.env): Promise<RunningService> {
  const settings = readSettings(plumbingSettings, env);
  const logger = createLogger(parts.name, settings.WUFANG_LOG_LEVEL);
  try {
    return await start(parts, settings, logger, env);
  } catch (error) {
    logger.fatal({ error }, `${parts.name} cannot start: ${(error as Error).message}`);
    if (env !== process.env) throw error;
    await new Promise((done) => setTimeout(done, 50));
    process.exit(1);
  }
}

async function start(parts: ServiceParts, settings: PlumbingSettings, logger: Logger, env: NodeJS.ProcessEnv): Promise<RunningService> {
  const { name } = parts;
  const metrics = new Metrics(name);
  const pools = {
    commands: createPool(settings.DATABASE_URL, name, 'commands', settings.WUFANG_POOL),
    clocks: createPool(settings.DATABASE_URL, name, 'clocks', 2),
    firing: createPool(settings.DATABASE_URL, name, 'firing', 3),
    relay: createPool(settings.DATABASE_URL, name, 'relay', 2),
    consumers: createPool(settings.DATABASE_URL, name, 'consumers', 3),
    health: createPool(settings.DATABASE_URL, name, 'health', 1),
  };
  const nc = await connectNats(settings, name);
  try {
    await assertServers({ settings, pool: pools.health, nc, logger, migrations: migrationsNeeded(parts.migrations ?? {}) });
  } catch (error) {
    await Promise.allSettled([nc.close(), ...Object.values(pools).map((pool) => pool.end())]);
    throw error;
  }
  await ensureStream(nc, name);

  let clocks: Clocks | undefined = undefined;
  const isCrowded = () => (clocks as Clocks | undefined)?.isCrowded ?? false;
  const relay = new Relay({ service: name, nc, pool: pools.relay, logger, metrics, mustWait: isCrowded });
  const afterCommit = (written: { events: Parameters<Relay['tell']>[0]; armed: readonly AnySchema[] }) => {
    if (written.events.length > 0) relay.tell(written.events);
    if (written.armed.length > 0) (clocks as Clocks | undefined)?.setAlarms(written.armed);
  };
  const dbFor = (pool: PgPool, lanes: number, maxBatch: number, limitMs?: number, after = afterCommit) =>
    new Db<AnySchema>({ schema: name, pool, logger, lanes, maxBatch, limitMs, afterCommit: after });
  const db = new Db<AnySchema>({
    schema: name,
    pool: pools.commands,
    logger,
    lanes: 2,
    maxBatch: 100,
    maxWaitMs: MAX_WAIT_MS,
    afterCommit,
  });
  // In a crowd the relay tells from the outbox, a little later.
  const clockDb = dbFor(pools.firing, 2, 250, 15_000, (written) => {
    if (!isCrowded()) afterCommit(written);
  });
  const consumerDb = dbFor(pools.consumers, 2, 256, 15_000);

  openDoor({ key: Buffer.from(settings.WUFANG_CONTEXT_KEY, 'base64'), logger, metrics });
  const rules = new RuleBook(pools.commands);
  const plumbing = plumbingModule({
    [SERVICE_NAME]: name,
    [NATS]: nc,
    [POOL]: pools.commands,
    [ENV]: env,
    byClass: [
      [Db, db],
      [Vault, new Vault(settings.WUFANG_VAULT_KEY)],
      [RuleBook, rules],
      [Metrics, metrics],
      [Asker, new Asker(nc, name === 'gateway' ? settings.WUFANG_CONTEXT_KEY : undefined)],
    ],
    logger,
  });
  const root: DynamicModule = { module: Root, imports: [plumbing, parts.module] };
  const { servers, user, pass } = natsOptions(settings);
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(root, {
    transport: Transport.NATS,
    options: {
      servers: [servers],
      user,
      pass,
      queue: name,
      name: `${name} rpc`,
      inboxPrefix: inboxOf(name),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      gracefulShutdown: true,
      gracePeriod: 300,
    },
    logger: new NestLogger(logger),
    abortOnError: false,
  } as MicroserviceOptions);

  clocks = new Clocks({
    service: name,
    pool: pools.clocks,
    db: clockDb,
    rules,
    redisUrl: settings.REDIS_URL,
    logger,
    metrics,
    effects: (parts.clocks ?? []).flatMap((type) => app.get(type).effects),
  });
  const consumers = (parts.consumers ?? []).map(
    (type) => new Consumer({ service: name, nc, db: consumerDb, logger, metrics, consumer: app.get(type) }),
  );
  const health = new HealthCheck({
    service: name,
    version: process.env['npm_package_version'] ?? '0.1.0',
    pool: pools.health,
    nc,
    db,
    clocks,
    relay,
    consumers,
    metrics,
  });
  serveOperator(nc, name, { health, clocks, pools, aggregates: parts.aggregates, db: consumerDb, consumers, metrics });

  for (const consumer of consumers) await consumer.start();
  relay.start();
  clocks.start();
  const days = new DayHeads({ service: name, pool: pools.relay, db: clockDb, logger });
  days.start();
  await app.listen();
  await parts.onReady?.(app);
  await health.listen(settings.WUFANG_HEALTH_PORT);
  logger.info('ready');

  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      health.stopping = true;
      logger.info('stopping');
      await parts.onStop?.(app);
      // First no new questions, then what is under way, then telling what it wrote.
      await app.close();
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await Promise.all([clocks!.stop(), days.stop()]);
      await Promise.all([db.close(), clockDb.close(), consumerDb.close()]);
      await relay.stop();
      health.close();
      await nc.drain().catch(() => undefined);
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      logger.info('stopped');
    })());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), 9_000).unref();
      void stop().then(() => process.exit(0));
    });
  }
  process.on('unhandledRejection', (error) => logger.error({ error }, 'a promise nobody waits for failed'));
  return { app, stop };
}

@Module({})
class Root {}

@Module({})
class Plumbing {}

function plumbingModule(
  given: { byClass: [Type<AnySchema> | (abstract new (...args: AnySchema[]) => AnySchema), unknown][]; logger: Logger } & Record<
    string,
    unknown
  >,
): DynamicModule {
  const providers = [
    ...[SERVICE_NAME, NATS, POOL, ENV].map((token) => ({ provide: token, useValue: given[token] })),
    ...given.byClass.map(([type, value]) => ({ provide: type, useValue: value })),
    { provide: 'LOGGER', useValue: given.logger },
  ];
  return { module: Plumbing, global: true, providers, exports: providers.map((provider) => provider.provide) };
}

function natsOptions(settings: PlumbingSettings) {
  const url = new URL(settings.NATS_URL);
  return {
    servers: `${url.protocol}//${url.host}`,
    ...(url.username && { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }),
  } as { servers: string; user?: string; pass?: string };
}

/** Where answers to a service come; nobody else may listen there. */
export const inboxOf = (name: string) => `_INBOX.${name}`;

export async function connectNats(settings: PlumbingSettings, name: string): Promise<NatsConnection> {
  return connect({
    ...natsOptions(settings),
    name,
    inboxPrefix: inboxOf(name),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    pingInterval: 10_000,
    maxPingOut: 2,
    ignoreAuthErrorAbort: true,
    // A stack for each question, kept in case it fails, costs more than the question.
    noAsyncTraces: true,
  });
}

interface OperatorParts {
  health: HealthCheck;
  clocks: Clocks;
  pools: { commands: PgPool; health: PgPool };
  aggregates: readonly string[];
  db: Db<AnySchema>;
  consumers: readonly Consumer[];
  metrics: Metrics;
}

/** What the gateway asks every service for the person on duty: health, metrics, audit check, dead events, telling again what a stream has lost. */
function serveOperator(nc: NatsConnection, name: string, parts: OperatorParts): void {
  const serve = (verb: string, work: (input: AnySchema) => Promise<unknown>) =>
    nc.subscribe(`rpc.${name}.operator.${verb}`, {
      queue: name,
      callback: (_, message) => {
        void work(message.data.length > 0 ? message.json() : {})
          .then((ok) => message.respond(JSON.stringify({ ok })))
          .catch((error: unknown) => message.respond(JSON.stringify({ error: (error as Error).message })));
      },
    });
  serve('health', () => parts.health.check());
  serve('metrics', () => parts.metrics.registry.metrics());
  serve('verify-audit', (input: { witness?: WitnessedHead[] }) => verifyAudit(parts.pools.commands, parts.aggregates, input.witness));
  serve('confirm-time', () => Promise.resolve(parts.clocks.guard.confirm()));
  serve('dead-events', () => listDead(parts.pools.commands));
  serve('retell', (input: { sinceSeconds?: number }) => retell(parts.pools.commands, input.sinceSeconds));
  serve('replay-dead', (input: { ids?: string[] }) => replayDead(parts.pools.commands, parts.db, parts.consumers, input.ids));
}
