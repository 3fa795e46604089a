import type { AnySchema } from './any-schema.js';
import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { Batch, BatchConflict } from './batch.js';
import { writeBatch, type Written } from './flush.js';
import type { Logger } from './logger.js';
import { kyselyOn, type PgClient, type PgPool } from './pool.js';
import { Tx } from './tx.js';
import { within } from './within.js';

export interface DbOptions {
  schema: string;
  pool: PgPool;
  logger: Logger;
  /** How many transactions at once; what waits meanwhile is written together by the next one. */
  lanes?: number;
  maxBatch?: number;
  /** Nobody waits longer for the commands of one transaction to decide. */
  limitMs?: number;
  /** While the first of a street's commands has waited longer than this, further ones are refused; without it all of them wait. */
  maxWaitMs?: number;
  /** Told after each commit what was written. */
  afterCommit?: (written: Written) => void;
}

interface Command {
  ctx: Ctx;
  work: (tx: Tx<AnySchema>) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  tries: number;
  since: number;
}

/** A use case or handler that hangs; its connection is thrown away, so that nothing it does later reaches anybody's transaction. */
export class TookTooLong extends Error {
  constructor(ms: number) {
    super(`no decision within ${ms / 1000} s`);
  }
}

/** A question somebody asks of a service's tables. */
interface Look {
  work: (sql: Kysely<AnySchema>) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { value: unknown } | { error: unknown };

const MAX_TRIES = 5;
/** So long a street's commands gather while its last transaction is under way. */
const GATHER_MS = 25;
/** More questions than this do not wait for each other on one connection. */
const MAX_LOOKS = 16;
/** Serialization failure, deadlock, a lock or a statement that took too long: the database was too busy for it, and nothing has happened. */
const busy = new Set(['40001', '40P01', '55P03', '57014']);
/** Serialization failure, deadlock, a key that another process wrote first, a lock that took too long, a row moved under us: run again and see. */
const again = new Set(['40001', '40P01', '23505', '55P03', '22012']);

/**
 * The one way into a service's tables. `run` is a command: its own decision, in a transaction that it may share with others that arrived
 * at the same time. `read` is a look, through row-level security as the caller.
 */
export class Db<DB = unknown> {
  private readonly queues = new Map<string, Command[]>();
  private readonly looks = new Map<string, Look[]>();
  private running = 0;
  /** Streets with a transaction under way: how many, and when the last of them began. */
  private readonly busy = new Map<string, { many: number; since: number }>();
  private growing: NodeJS.Timeout | undefined;
  private closing = false;
  private idle: (() => void) | undefined;

  constructor(private readonly options: DbOptions) {}

  run<T>(ctx: Ctx, work: (tx: Tx<DB>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.closing) return reject(new DomainError('service.unavailable', {}));
      const queue = this.queues.get(ctx.streetId);
      // Who comes now would be answered after nobody listens any more, and what waits would grow without an end.
      if (this.hasWaitedTooLong(queue)) return reject(new DomainError('service.unavailable', { cause: 'overload' }));
      const since = performance.now();
      const command: Command = { ctx, work, resolve: resolve as (value: unknown) => void, reject, tries: 0, since };
      if (queue) queue.push(command);
      else this.queues.set(ctx.streetId, [command]);
      // After this turn, so that what arrives together is in one transaction from the first command on.
      queueMicrotask(() => this.pump());
    });
  }

  /**
   * Reads as the caller: rows of other streets, and of other units where the scope says so, are not there. What the same eyes ask of the same
   * operation within one turn is asked in one transaction.
   */
  read<T>(ctx: Ctx, work: (sql: Kysely<DB>) => Promise<T>): Promise<T> {
    const units = ctx.scope === 'street' || ctx.scope === 'public' ? '*' : ctx.actor.unitIds.join(',');
    return new Promise<T>((resolve, reject) => {
      const look: Look = { work: work as Look['work'], resolve: resolve as (value: unknown) => void, reject };
      const { accountId } = ctx.actor;
      const eyes = `${ctx.operation} ${ctx.streetId} ${accountId} ${units}`;
      const together = this.looks.get(eyes);
      if (together && together.length < MAX_LOOKS) return void together.push(look);
      const looks = [look];
      this.looks.set(eyes, looks);
      setImmediate(() => {
        if (this.looks.get(eyes) === looks) this.looks.delete(eyes);
        void this.look({ streetId: ctx.streetId, units, accountId }, looks);
      });
    });
  }

  private async look(eyes: { streetId: string; units: string; accountId: string }, looks: readonly Look[]): Promise<void> {
    const failed: { look: Look; error: unknown }[] = [];
    let client: PgClient;
    try {
      client = await this.options.pool.connect();
    } catch (error) {
      for (const { reject } of looks) reject(refusalOfOutage(error));
      return;
    }
    try {
      const sql = kyselyOn<AnySchema>(client, 'read');
      // The first questions go out behind the begin without waiting for it; should the begin fail, row security shows them nothing.
      const begun = begin(client, eyes.streetId, eyes.units, eyes.accountId, true);
      await Promise.all([
        begun,
        ...looks.map(async (look) => {
          try {
            const found = await look.work(sql);
            await begun;
            // Nothing was written, so nobody needs to wait for the end of the transaction.
            look.resolve(found);
          } catch (error) {
            failed.push({ look, error });
          }
        }),
      ]);
      if (failed.some(({ error }) => isDatabaseError(error))) await client.query('rollback');
      else await client.query('commit');
      client.release();
    } catch (error) {
      await leave(client, error);
      for (const { reject } of looks) reject(refusalOfOutage(error));
      return;
    }
    for (const { look, error } of failed) {
      // One bad question ends the transaction for those behind it: each of them asks again alone.
      if (looks.length > 1 && isDatabaseError(error)) void this.look(eyes, [look]);
      else look.reject(refusalOfBusy(error));
    }
  }

  private hasWaitedTooLong(queue: readonly Command[] | undefined): boolean {
    const { maxWaitMs } = this.options;
    const first = queue?.[0];
    return maxWaitMs !== undefined && first !== undefined && performance.now() - first.since > maxWaitMs;
  }

  /** Whether it refuses commands because those before them have waited too long. */
  get isOverloaded(): boolean {
    return [...this.queues.values()].some((queue) => this.hasWaitedTooLong(queue));
  }

  /** How many commands wait for a transaction. */
  get waiting(): number {
    let n = 0;
    for (const queue of this.queues.values()) n += queue.length;
    return n;
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.running > 0 || this.waiting > 0) await new Promise<void>((done) => (this.idle = done));
  }

  private pump(): void {
    const { lanes = 2, maxBatch = 100 } = this.options;
    while (this.running < lanes) {
      const street = this.nextStreet(maxBatch);
      if (street === undefined) break;
      const queue = this.queues.get(street)!;
      // The street goes to the end of the line, so that a busy one does not starve the others.
      this.queues.delete(street);
      const taken = take(queue, maxBatch);
      if (queue.length > 0) this.queues.set(street, queue);
      this.running += 1;
      this.busy.set(street, { many: (this.busy.get(street)?.many ?? 0) + 1, since: performance.now() });
      void this.runBatch(taken).finally(() => {
        this.running -= 1;
        const busy = this.busy.get(street)!;
        busy.many -= 1;
        if (busy.many === 0) this.busy.delete(street);
        this.pump();
        if (this.running === 0 && this.waiting === 0) this.idle?.();
      });
    }
  }

  /**
   * The first street in line that need not wait: while a transaction of its own is under way, what comes gathers for the next one, which costs little more
   * for it; but a full one goes at once, and nobody waits long behind a slow one.
   */
  private nextStreet(maxBatch: number): string | undefined {
    let waitMs = Infinity;
    for (const [street, queue] of this.queues) {
      const busy = this.busy.get(street);
      const restMs = busy === undefined || queue.length >= maxBatch ? 0 : busy.since + GATHER_MS - performance.now();
      if (restMs <= 0) return street;
      waitMs = Math.min(waitMs, restMs);
    }
    if (waitMs < Infinity)
      this.growing ??= setTimeout(() => {
        this.growing = undefined;
        this.pump();
      }, Math.ceil(waitMs));
    return undefined;
  }

  private async runBatch(commands: Command[]): Promise<void> {
    let outcomes: Outcome[];
    let written: Written | undefined;
    try {
      ({ outcomes, written } = await this.transact(commands));
    } catch (error) {
      await this.afterFailure(commands, error);
      return;
    }
    const later: Command[] = [];
    commands.forEach((command, i) => {
      const outcome = outcomes[i]!;
      if ('value' in outcome) command.resolve(outcome.value);
      else if (outcome.error instanceof BatchConflict && command.tries++ < MAX_TRIES) later.push(command);
      else command.reject(outcome.error);
    });
    if (written) this.options.afterCommit?.(written);
    for (const command of later) await this.runBatch([command]);
  }

  /** One bad command must not take the others with it: half of them are tried without the other half, down to the bad one alone. */
  private async afterFailure(commands: Command[], error: unknown): Promise<void> {
    const refusal = refusalOfOutage(error);
    if (refusal !== error) {
      // The commit may have gone through before the connection broke: only who asked, with the same key, may ask again.
      for (const command of commands) command.reject(refusal);
      return;
    }
    if (commands.length > 1) {
      const half = commands.length >> 1;
      await this.runBatch(commands.slice(0, half));
      return this.runBatch(commands.slice(half));
    }
    const [command] = commands as [Command];
    const code = (error as { code?: string }).code ?? '';
    command.tries += 1;
    if (again.has(code) && command.tries < MAX_TRIES) {
      await new Promise((resolve) => setTimeout(resolve, command.tries * 10 + Math.random() * 20));
      return this.runBatch(commands);
    }
    command.reject(refusalOfBusy(error));
  }

  private async transact(commands: Command[]): Promise<{ outcomes: Outcome[]; written: Written | undefined }> {
    const client = await this.options.pool.connect();
    try {
      const streetId = commands[0]!.ctx.streetId;
      const [now, known] = await Promise.all([begin(client, streetId, '*', '*', false), answered(client, streetId, commands)]);
      const sql = kyselyOn<DB>(client, 'command');
      const batch = new Batch(client, sql, streetId);
      const done: Tx<AnySchema>[] = [];
      const deciding = Promise.allSettled(
        commands.map(async (command): Promise<Outcome> => {
          const tx = new Tx<DB>(command.ctx, now, sql, batch);
          try {
            const { idempotencyKey } = command.ctx;
            if (idempotencyKey !== undefined) {
              const place = `key:${keyOf(command.ctx)}`;
              await tx.hold(place);
              const before = known.get(keyOf(command.ctx)) ?? tx.recall<Answer>(place);
              if (before) {
                if (before.requestHash !== (command.ctx.requestHash ?? '')) throw new DomainError('request.key-reused', {});
                batch.release(tx, true);
                return { value: before.response };
              }
            }
            const value = await command.work(tx);
            if (idempotencyKey !== undefined) {
              const answer = { requestHash: command.ctx.requestHash ?? '', response: value };
              tx.remember(`key:${keyOf(command.ctx)}`, answer);
              tx.insert({ kind: 'table', name: 'idempotency_keys', key: [] }, {
                accountId: command.ctx.actor.accountId,
                operation: command.ctx.operation,
                key: idempotencyKey,
                requestHash: answer.requestHash,
                response: value === undefined ? null : value,
              } as object);
            }
            // In the order in which they finished: who came later on the same row has the last word.
            done.push(tx);
            batch.release(tx, true);
            return { value };
          } catch (error) {
            batch.release(tx, false);
            if (isDatabaseError(error)) throw error;
            return { error };
          }
        }),
      );
      // All of them have ended before the connection serves others; one that does not end loses it.
      const limitMs = this.options.limitMs ?? 60_000;
      const decided = await within(deciding, limitMs, () => new TookTooLong(limitMs));
      const failed = decided.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      const outcomes = decided.map((one) => (one as PromiseFulfilledResult<Outcome>).value);
      const written = await writeBatch(client, streetId, done);
      client.release();
      return { outcomes, written };
    } catch (error) {
      await leave(client, error);
      throw error;
    }
  }
}

interface Answer {
  requestHash: string;
  response: unknown;
}

const keyOf = (ctx: Ctx) => `${ctx.actor.accountId}|${ctx.operation}|${ctx.idempotencyKey}`;

/** The answers that were given before under the keys of these commands. */
async function answered(client: PgClient, streetId: string, commands: Command[]): Promise<Map<string, Answer>> {
  const keyed = commands.filter(({ ctx }) => ctx.idempotencyKey !== undefined);
  if (keyed.length === 0) return new Map();
  const result = await client.query<{ account_id: string; operation: string; key: string; request_hash: string; response: unknown }>({
    name: 'idempotency',
    text: `select k.account_id, k.operation, k.key, k.request_hash, k.response
           from unnest($2::text[], $3::text[], $4::text[]) as wanted(account_id, operation, key)
           join idempotency_keys k on k.street_id = $1 and k.account_id = wanted.account_id and k.operation = wanted.operation and k.key = wanted.key`,
    values: [
      streetId,
      keyed.map(({ ctx }) => ctx.actor.accountId),
      keyed.map(({ ctx }) => ctx.operation),
      keyed.map(({ ctx }) => ctx.idempotencyKey),
    ],
  });
  return new Map(
    result.rows.map((row) => [`${row.account_id}|${row.operation}|${row.key}`, { requestHash: row.request_hash, response: row.response }]),
  );
}

function take(queue: Command[], max: number): Command[] {
  return queue.splice(0, max);
}

/**
 * A command finds its rows by key. Without statistics, as in a new or fast growing table, the planner takes the street alone for selective and
 * reads all of it; so the other ways are closed to it.
 */
const without = (...ways: string[]) => ways.map((way) => `, set_config('enable_${way}', 'off', true)`).join('');
const byKey = without('seqscan', 'bitmapscan', 'hashjoin', 'mergejoin');
/** A plan that was kept from when the table was small must not read all of it. */
const byIndex = without('seqscan');

/** Opens the transaction for one street, says whose eyes look, and answers the database's time in whole milliseconds. */
async function begin(client: PgClient, streetId: string, units: string, accountId: string, isRead: boolean): Promise<Date> {
  if (!/^[\w*-]{1,60}$/.test(streetId) || !/^[\w*,-]*$/.test(units)) throw new DomainError('street.unknown', { streetId });
  // Who is not known by an ordinary name sees nothing that is somebody's own.
  const account = accountId === '*' ? (isRead ? '' : '*') : /^[\w-]{1,60}$/.test(accountId) ? accountId : '';
  const results = (await client.query(
    `begin${isRead ? ' read only' : ''}; select date_trunc('milliseconds', app_now()) as now, set_config('app.street_id', '${streetId}', true), set_config('app.unit_ids', '${units}', true), set_config('app.account_id', '${account}', true)${isRead ? byIndex : byKey}`,
  )) as unknown as { rows: { now: Date }[] }[];
  return results[1]!.rows[0]!.now;
}

async function leave(client: PgClient, error: unknown): Promise<void> {
  if (error instanceof TookTooLong) {
    client.release(error);
    return;
  }
  try {
    await client.query('rollback');
    client.release();
  } catch {
    // The connection is gone; the pool must not hand it out again.
    client.release(error instanceof Error ? error : true);
  }
}

function isDatabaseError(error: unknown): boolean {
  if (error instanceof DomainError || error instanceof BatchConflict) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) || isOutage(error);
}

/** An outage of the database as the refusal that says so; anything else as it is. */
export function refusalOfOutage(error: unknown): unknown {
  if (error instanceof DomainError || !isOutage(error)) return error;
  const { code, message } = error as { code?: string; message?: string };
  return new DomainError('service.unavailable', { cause: code ?? message });
}

/** The same of one command or question alone, which may also have found the database too busy time and again. */
function refusalOfBusy(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code !== undefined && busy.has(code) ? new DomainError('service.unavailable', { cause: code }) : refusalOfOutage(error);
}

/** The database is not there, is full, or is shutting down: the caller may try again with the same key. */
function isOutage(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(08|53|57P|58)/.test(code ?? '') ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(message ?? '')
  );
}
