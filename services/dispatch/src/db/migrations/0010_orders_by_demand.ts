import { sql, type Migration } from 'kysely';

/**
 * The order of an earlier demand is found by the demand. No step of handling changes the column, so steps stay within their page. While the index is built
 * orders are read and not written: a second or two for a million.
 */
export const ordersByDemandMigration: Migration = {
  async up(db) {
    await sql.raw(`create index work_orders_by_demand on work_orders (street_id, demand_id)`).execute(db);
  },
  async down(db) {
    await sql.raw(`drop index work_orders_by_demand`).execute(db);
  },
};
