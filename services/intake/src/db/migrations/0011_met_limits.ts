import { sql, type Migration } from 'kysely';

/**
 * When an order's limit was met before it passed: from then on its complainant does not read that it is late. Of orders from before it is not known here.
 * Without a default no row is rewritten.
 */
export const metLimitsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table demand_orders add column limit_met_at timestamptz(3)').execute(db);
  },
  async down(db) {
    await sql.raw('alter table demand_orders drop column limit_met_at').execute(db);
  },
};
