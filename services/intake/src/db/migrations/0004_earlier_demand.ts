import { sql, type Migration } from 'kysely';

/** The demand that was closed when new facts came. A column without default: no row is written anew. */
export const earlierDemandMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demands add column earlier_demand_id uuid`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demands drop column earlier_demand_id`).execute(db);
  },
};
