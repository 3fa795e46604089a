import { sql, type Migration } from 'kysely';

const neverCompared = ['chain_hash', 'decision', 'before_incident', 'extensions', 'suspensions', 'pauses', 'place'];

/**
 * An index that names `state` takes every step of handling out of its page and writes all indexes anew. Who waits for a callback has been
 * completed, and only completing and closing change that. Built while orders are written: a street's open and completed orders are few.
 */
export const stepsWithinPageMigration: Migration = {
  async up(db) {
    const statements = [
      `drop index work_orders_waiting`,
      `create index work_orders_waiting on work_orders (street_id, due_at, id) where is_open and completed_at is not null`,
      // Documents that no question compares are not counted either.
      `alter table work_orders ${neverCompared.map((column) => `alter ${column} set statistics 0`).join(', ')}`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    const statements = [
      `alter table work_orders ${neverCompared.map((column) => `alter ${column} set statistics -1`).join(', ')}`,
      `drop index work_orders_waiting`,
      `create index work_orders_waiting on work_orders (street_id, due_at, id) where is_open and state = 'COMPLETED'`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
