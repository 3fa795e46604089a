import type { AnySchema } from './any-schema.js';
import { Envelope, systemCtx } from '@wufang/contracts';
import { isOutage, reasonOf, type Consumer, type DeadEventRow } from './consumer.js';
import type { Db } from './db.js';
import type { PgPool } from './pool.js';
import { camelRow } from './tables.js';

export interface DeadEvent {
  id: string;
  consumer: string;
  type: string;
  reason: string;
  tries: number;
  diedAt: string;
}

/** Events that could not be applied and wait for a person. */
export async function listDead(pool: PgPool): Promise<DeadEvent[]> {
  const rows = await pool.query<Record<string, unknown>>(
    'select id, consumer, type, reason, tries, died_at from dead_events where replayed_at is null order by died_at limit 1000',
  );
  return rows.rows.map((row) => {
    const dead = camelRow<Omit<DeadEvent, 'diedAt'> & { diedAt: Date }>(row);
    return { ...dead, diedAt: dead.diedAt.toISOString() };
  });
}

/**
 * Applies parked events again, those given or all, oldest version first; what was held behind them follows. One that fails again stays
 * parked with its new reason and does not keep the others back. Answers how many were applied; fails with `service.unavailable` while the
 * database is away.
 */
export async function replayDead(
  pool: PgPool,
  db: Db<AnySchema>,
  consumers: readonly Consumer[],
  ids?: readonly string[],
): Promise<number> {
  const rows = await pool.query<Record<string, unknown>>(
    `select * from dead_events where replayed_at is null and aggregate_id is not null and ($1::uuid[] is null or id = any($1::uuid[])) order by aggregate_id, version`,
    [ids ?? null],
  );
  let replayed = 0;
  for (const raw of rows.rows) {
    const dead = camelRow<DeadEventRow>(raw);
    const consumer = consumers.find((one) => one.name === dead.consumer);
    if (!consumer) continue;
    const place = [dead.streetId, dead.id, dead.consumer];
    try {
      await db.run(systemCtx(dead.streetId, `${dead.consumer} replay`), async (tx) => {
        await consumer.apply(tx, Envelope.parse(dead.envelope) as Envelope);
      });
    } catch (error) {
      if (isOutage(error)) throw error;
      await pool.query('update dead_events set reason = $4, tries = tries + 1 where street_id = $1 and id = $2 and consumer = $3', [
        ...place,
        reasonOf(error),
      ]);
      continue;
    }
    await pool.query('update dead_events set replayed_at = clock_timestamp() where street_id = $1 and id = $2 and consumer = $3', place);
    replayed += 1;
  }
  return replayed;
}
