import { sql, type Migration } from 'kysely';

/** The firm and the property-rights unit of an estate, whom a resident may name in a complaint. Columns without default: no row is written anew. */
export const unitsOfEstateMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table estates add column firm_id uuid, add column rights_unit_id uuid`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table estates drop column firm_id, drop column rights_unit_id`).execute(db);
  },
};
