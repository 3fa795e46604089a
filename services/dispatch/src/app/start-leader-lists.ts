import { leaderListKinds, systemCtx } from '@wufang/contracts';
import type { Db, PgPool } from '@wufang/service';
import type { DispatchDb } from '../db/schema.js';
import { scheduleLeaderLists } from './make-leader-list.js';

/**
 * Schedules leaders' lists for every street that has a time-limit table and lacks one of the schedules: its opening was heard before lists were made, and is
 * not heard again. Done at each start; a street that has them all is left as it is.
 */
export async function startLeaderLists(pool: PgPool, db: Db<DispatchDb>): Promise<void> {
  for (const streetId of await withoutLists(pool)) {
    try {
      await db.run(systemCtx(streetId, 'leader-lists'), (tx) => scheduleLeaderLists(tx));
    } catch (error) {
      // Another process of this service has just done the same.
      if ((await withoutLists(pool)).includes(streetId)) throw error;
    }
  }
}

async function withoutLists(pool: PgPool): Promise<string[]> {
  const found = await pool.query<{ street_id: string }>(
    `select distinct t.street_id from time_limits t
     where (select count(*) from leader_list_schedules s where s.street_id = t.street_id) < $1 order by t.street_id`,
    [leaderListKinds.length],
  );
  return found.rows.map(({ street_id: streetId }) => streetId);
}
