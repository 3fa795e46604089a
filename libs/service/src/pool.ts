import { Socket } from 'node:net';
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type RawBuilder } from 'kysely';
import pg from 'pg';

const [TEXT_LIST, UUID_LIST] = [1009, 2951];

/**
 * A time as the database writes it in UTC with whole milliseconds or none; undefined when it looks otherwise. A row has a dozen of them, and the driver's own
 * reading by regular expression costs several times as much.
 * Example: `2026-11-29 08:00:00.5+00` -> 2026-11-29T08:00:00.500Z.
 */
export function timeOf(text: string): Date | undefined {
  const { length } = text;
  if (length < 22 || length > 26 || !text.endsWith('+00') || text[10] !== ' ') return undefined;
  const digits = (from: number, to: number) => {
    let n = 0;
    for (let i = from; i < to; i++) n = n * 10 + text.charCodeAt(i) - 48;
    return n;
  };
  const ms = length === 22 ? 0 : digits(20, length - 3) * 10 ** (26 - length);
  return new Date(Date.UTC(digits(0, 4), digits(5, 7) - 1, digits(8, 10), digits(11, 13), digits(14, 16), digits(17, 19), ms));
}

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
// A date is a text, as in the domain; as a Date it would be an instant of whatever zone the process runs in.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

// A list is empty more often than not.
for (const list of [TEXT_LIST, UUID_LIST]) {
  const parseList = pg.types.getTypeParser(list) as (text: string) => string[];
  pg.types.setTypeParser(list, (text: string) => (text === '{}' ? [] : parseList(text)));
}
const parseTime = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => timeOf(text) ?? parseTime(text));

export type PgPool = pg.Pool;
export type PgClient = pg.PoolClient;

const limits = ['statement_timeout=5000', 'lock_timeout=2000', 'idle_in_transaction_session_timeout=10000', 'jit=off'];
/** The sweep and the relay look for the few rows at the head of an index; a planner without statistics would read the whole table. */
const findsByKey = new Set(['clocks', 'relay']);
const byIndex = ['enable_seqscan=off', 'enable_bitmapscan=off', 'plan_cache_mode=force_custom_plan'];

/** Sends what was written within one turn together: a write of its own for each question costs more than the question. */
function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isGathering = false;
  socket.write = (...args: unknown[]) => {
    if (!isGathering) {
      isGathering = true;
      socket.cork();
      process.nextTick(() => {
        isGathering = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
  return socket;
}

/**
 * A pool with an end to every wait: 2 s for a connection, 5 s for a statement, 2 s for a lock, 10 s idle in a transaction. Each use
 * (commands, clocks, relay, health) has its own, so that one that is full does not stop the others.
 */
export function createPool(url: string, schema: string, use: string, max: number): PgPool {
  const pool = new pg.Pool({
    connectionString: url,
    // What does not wait for an answer is sent behind what does: fewer round trips.
    pipeline: true,
    stream: gatheringSocket,
    max,
    min: 1,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: `wufang-${schema}-${use}`,
    options: [...limits, ...(findsByKey.has(use) ? byIndex : [])].map((setting) => `-c ${setting}`).join(' ') + ` -c search_path=${schema}`,
  });
  // A broken connection is replaced by the next caller. Without listeners it would end the process: the pool's own hears idle ones alone.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** How often a statement must have been asked before its plan is kept, and how many are kept at most on each connection. */
const WORTH_KEEPING = 3;
const MAX_KEPT = 300;
const asked = new Map<string, number>();
const names = new Map<string, string>();

/** A name for a statement that is asked again and again: planning it costs several times what running it does. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_KEPT) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < WORTH_KEEPING) {
    // Statements of ever new shapes are not remembered for ever.
    if (asked.size > 10 * MAX_KEPT) asked.clear();
    asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  const name = `k${names.size}`;
  names.set(text, name);
  return name;
}

/** Any of these ids, as one parameter: a list of them would be a statement of its own for each length, and planned each time. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}

type Use = 'read' | 'command';
const bound = new WeakMap<PgClient, Partial<Record<Use, Kysely<unknown>>>>();

/**
 * Kysely over one connection that somebody else opened a transaction on. Plans are kept apart by use: those of commands are made with other
 * ways open to the planner than those of reads.
 */
export function kyselyOn<DB>(client: PgClient, use: Use): Kysely<DB> {
  let kysely = bound.get(client)?.[use];
  if (!kysely) {
    const query = (text: string, values: unknown[]) => {
      const name = nameOf(text);
      return client.query(name === undefined ? { text, values } : { name: `${use} ${name}`, text, values });
    };
    const lent = { query, release: () => undefined };
    const pool = { connect: () => Promise.resolve(lent), end: () => Promise.resolve() };
    kysely = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: pool as never }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
    bound.set(client, { ...bound.get(client), [use]: kysely });
  }
  return kysely as Kysely<DB>;
}
