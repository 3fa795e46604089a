import { sql, type Migration } from 'kysely';

/** The unit a complaint is about, and what the grid worker's look at the place says (网格核实). Columns without default: no row is written anew. */
export const complainedAboutMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table work_orders add column about_unit_id uuid, add column grid_check text`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table work_orders drop column about_unit_id, drop column grid_check`).execute(db);
  },
};
