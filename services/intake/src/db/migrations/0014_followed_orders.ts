import { sql, type Migration } from 'kysely';

/** Since when a complainant follows the handling (跟办), and which entries of the course are its steps. Without a default no row is rewritten. */
export const followedOrdersMigration: Migration = {
  async up(db) {
    await sql.raw('alter table demand_orders add column invited_at timestamptz(3)').execute(db);
    await sql.raw('alter table timeline add column stage text').execute(db);
  },
  async down(db) {
    await sql.raw('alter table timeline drop column stage').execute(db);
    await sql.raw('alter table demand_orders drop column invited_at').execute(db);
  },
};
