import { sql, type Migration } from 'kysely';

/** The unit a complaint is about, which neither leads nor calls back. A column without default: no row is written anew. */
export const aboutUnitMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demands add column about_unit_id uuid`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demands drop column about_unit_id`).execute(db);
  },
};
