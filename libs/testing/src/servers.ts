import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Ctx, EventType, Named, Operation, Role, ServiceName, Relation, SignedApproval } from '@wufang/contracts';
import { newSigningKey, signCanonical } from '@wufang/kernel';
import {
  contextKeyFor,
  inboxOf,
  type AnySchema,
  Asker,
  hashInput,
  migrateService,
  newId,
  roleOf,
  startService,
  type Answer,
  type MigrateOptions,
  type RunningService,
  type ServiceParts,
} from '@wufang/service';
import { fetchFonts, silent, startServers, type Servers } from '@wufang/servers';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import type { z } from 'zod';

const cacheDir = process.env['WUFANG_CACHE'] ?? join(import.meta.dirname, '../../../../.wufang/cache');

/** Private servers for one test file. */
export async function testServers(): Promise<Servers & { end(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wufang-test-'));
  const servers = await startServers({ dataDir, cacheDir });
  return Object.assign(servers, {
    end: async () => {
      await servers.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}

/** One service running against private servers, with its neighbours played by the test. */
export class ServiceUnderTest {
  /** Keys of the accounts that approve something. */
  private readonly signingKeys = new Map<string, ReturnType<typeof newSigningKey> & { id: string }>();

  private constructor(
    readonly servers: Servers & { end(): Promise<void> },
    readonly service: RunningService,
    readonly name: ServiceName,
    readonly nc: NatsConnection,
    readonly admin: pg.Pool,
    private readonly asker: Asker,
    /** Environment of the service, to start it once more. */
    readonly env: Record<string, string>,
  ) {}

  static async start(
    parts: ServiceParts,
    migrations: MigrateOptions['migrations'],
    extra: Record<string, string> = {},
  ): Promise<ServiceUnderTest> {
    const servers = await testServers();
    const password = randomBytes(12).toString('hex');
    await migrateService({ adminUrl: servers.postgres.adminUrl, service: parts.name, password, migrations });
    const url = new URL(servers.postgres.adminUrl);
    url.username = roleOf(parts.name);
    url.password = password;
    // The gateway under test signs itself; for the others the test is the gateway.
    const gatewayKey = randomBytes(32).toString('base64');
    const env = {
      DATABASE_URL: url.href,
      NATS_URL: servers.nats.urlFor(parts.name),
      REDIS_URL: servers.redis.url,
      WUFANG_CONTEXT_KEY: parts.name === 'gateway' ? gatewayKey : contextKeyFor(gatewayKey, parts.name),
      WUFANG_VAULT_KEY: randomBytes(32).toString('base64'),
      WUFANG_LOG_LEVEL: process.env['WUFANG_LOG_LEVEL'] ?? 'error',
      // Who prints needs the Chinese fonts, which a bare machine does not have.
      ...(parts.name === 'deliberation' && { WUFANG_FONTS: await fetchFonts({ cacheDir, progress: silent }) }),
      ...extra,
    };
    const service = await startService(parts, env);
    const nats = new URL(servers.nats.adminUrl);
    const nc = await connect({
      servers: nats.host,
      user: decodeURIComponent(nats.username),
      pass: decodeURIComponent(nats.password),
      inboxPrefix: inboxOf('gateway'),
    });
    const admin = new pg.Pool({ connectionString: servers.postgres.adminUrl, max: 4, options: `-c search_path=${parts.name}` });
    admin.on('error', () => undefined);
    const asker = new Asker(nc, gatewayKey);
    return new ServiceUnderTest(servers, service, parts.name, nc, admin, asker, env);
  }

  /** Asks an operation as somebody, the way the gateway would. */
  ask<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, as: Caller): Promise<Answer> {
    const isCommand = operation.method !== 'GET';
    const ctx: Ctx = {
      requestId: newId(new Date()),
      operation: operation.name,
      streetId: as.streetId ?? 'qingyun',
      actor: {
        ...{ accountId: as.accountId ?? `account-${as.role}`, roles: [as.role], unitIds: as.unitIds ?? [] },
        ...(as.otherUnitIds && { otherUnitIds: as.otherUnitIds }),
      },
      scope: as.scope ?? 'street',
      ...(operation.namesPeople && { people: as.people ?? [] }),
      ...(operation.reauthenticates && { approval: as.approval ?? this.approvalOf(operation.name, input as Record<string, unknown>, as) }),
      ...(isCommand && { idempotencyKey: as.idempotencyKey ?? newId(new Date()), requestHash: hashInput(input) }),
    };
    return this.asker.ask(operation, input, ctx);
  }

  /** What the gateway signs for an account once it has given its password again. */
  approvalOf(operation: string, input: Record<string, unknown>, as: Caller): SignedApproval {
    const accountId = as.accountId ?? `account-${as.role}`;
    const key = this.signingKeys.get(accountId) ?? { id: randomUUID(), ...newSigningKey() };
    this.signingKeys.set(accountId, key);
    const approval = {
      ...{ v: 'wufang.approval.v1' as const, streetId: as.streetId ?? 'qingyun', operation, input, accountId, keyId: key.id },
      approvedAt: new Date().toISOString(),
    };
    const signature = signCanonical(approval, key.privateKey).toString('base64');
    return { approval, publicKey: key.publicKey.toString('base64'), signature };
  }

  /** The answer of an operation that must succeed, checked by its schema. */
  async ok<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, as: Caller): Promise<z.output<O>> {
    const answer = await this.ask(operation, input, as);
    if ('problem' in answer) throw new Error(`${operation.name}: ${answer.problem.code} ${answer.problem.detail}`);
    return operation.output.parse(answer.ok);
  }

  /** The code of an operation that must be refused. */
  async refused<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, as: Caller): Promise<string> {
    const answer = await this.ask(operation, input, as);
    if ('ok' in answer) throw new Error(`${operation.name} was not refused`);
    return answer.problem.code;
  }

  /** Tells a fact as a neighbour would. Answers its envelope, to be told again. */
  async tell<P extends z.ZodType>(
    type: EventType<P>,
    payload: z.input<P>,
    about: { aggregateId: string; version: number; streetId?: string; id?: string },
  ): Promise<object> {
    const [source, thing] = type.type.split('.') as [string, string];
    const envelope = {
      id: about.id ?? newId(new Date()),
      type: type.type,
      streetId: about.streetId ?? 'qingyun',
      aggregate: thing,
      aggregateId: about.aggregateId,
      version: about.version,
      recordedAt: new Date().toISOString(),
      actor: { accountId: 'system', roles: [], unitIds: [] },
      payload: type.payload.parse(payload),
    };
    await this.publish(source, type.type, envelope);
    return envelope;
  }

  /** Publishes anything under a subject; the stream is made if its owner has not been there yet. */
  async publish(source: string, subject: string, body: object): Promise<void> {
    const manager = await jetstreamManager(this.nc);
    await manager.streams.info(source).catch(() => manager.streams.add({ name: source, subjects: [`${source}.>`] }));
    await jetstream(this.nc).publish(subject, JSON.stringify(body));
  }

  /** Rows by SQL, as the database's owner. */
  async rows<R extends object = Record<string, AnySchema>>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(text, values)).rows as R[];
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.nc.close();
    await this.admin.end();
    await this.servers.end();
  }
}

/** Who asks. */
export interface Caller {
  role: Role;
  accountId?: string;
  unitIds?: string[];
  /** Units held in a capacity that the operation does not name. */
  otherUnitIds?: string[];
  /** Of an operation that names people: who they are, as the gateway would say. */
  people?: Named[];
  scope?: Relation | 'public';
  streetId?: string;
  idempotencyKey?: string;
  /** Of an operation that takes the password again: what the gateway signed, in place of what it would sign. */
  approval?: SignedApproval;
}

/** Waits until the question has the wanted answer; what it last threw is the failure. */
export async function eventually<T>(look: () => Promise<T> | T, { within = 10_000, every = 50 } = {}): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, every));
    }
  }
}
