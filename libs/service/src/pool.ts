import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));

export type PgPool = pg.Pool;
export type PgClient = pg.PoolClient;

const limits = [
  'statement_timeout=5000',
  'lock_timeout=2000',
  'idle_in_transaction_session_timeout=10000',
  'jit=off',
  'plan_cache_mode=force_custom_plan',
];
/** The sweep and the relay look for the few rows at the head of an index; a planner without statistics would read the whole table. */
const findsByKey = new Set(['clocks', 'relay']);
const byIndex = ['enable_seqscan=off', 'enable_bitmapscan=off'];

/**
 * A pool with an end to every wait: 2 s for a connection, 5 s for a statement, 2 s for a lock, 10 s idle in a transaction. Each use
 * (commands, clocks, relay, health) has its own, so that one that is full does not stop the others. Statements are planned for the table as it
 * is: a plan kept from when it was empty would read all of it for ever.
 */
export function createPool(url: string, schema: string, use: string, max: number): PgPool {
  const pool = new pg.Pool({
    connectionString: url,
    // What does not wait for an answer is sent behind what does: fewer round trips.
    pipeline: true,
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

const bound = new WeakMap<PgClient, Kysely<unknown>>();

/** Kysely over one connection that somebody else opened a transaction on. */
export function kyselyOn<DB>(client: PgClient): Kysely<DB> {
  let kysely = bound.get(client);
  if (!kysely) {
    const lent = { query: client.query.bind(client), release: () => undefined };
    const pool = { connect: () => Promise.resolve(lent), end: () => Promise.resolve() };
    kysely = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: pool as never }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
    bound.set(client, kysely);
  }
  return kysely as Kysely<DB>;
}
