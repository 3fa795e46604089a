import { sql, type Migration } from 'kysely';

/**
 * When an order's limit was met before it passed, and when its lead got it out of another unit's hands. Of orders from before neither is known: they are late
 * by their due time, and their window for an objection counts from the dispatch, as they did. Without a default no row is rewritten.
 */
export const metLimitsMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table work_orders add column limit_met_at timestamptz(3), add column handed_over_at timestamptz(3)`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table work_orders drop column limit_met_at, drop column handed_over_at`).execute(db);
  },
};
