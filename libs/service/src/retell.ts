import type { PgPool } from './pool.js';

/**
 * Puts events back into the outbox, those of the last seconds or all, when JetStream has lost what it was told. Readers know what they have
 * applied. Answers how many are told again.
 */
export async function retell(pool: PgPool, sinceSeconds?: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local statement_timeout = '10min'`);
    const written = await client.query(
      `insert into outbox (street_id, aggregate_id, version)
       select street_id, aggregate_id, version from events
       where $1::float8 is null or recorded_at > clock_timestamp() - make_interval(secs => $1::float8)
       order by recorded_at, aggregate_id, version on conflict do nothing`,
      [sinceSeconds ?? null],
    );
    await client.query('commit');
    client.release();
    return written.rowCount ?? 0;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
