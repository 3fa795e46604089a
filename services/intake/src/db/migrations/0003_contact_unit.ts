import { sql, type Migration } from 'kysely';

/** 有事您找我: who first answered a complainant, and stays their contact. A column without default: no row is written anew. */
export const contactUnitMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demand_orders add column contact_unit_id uuid`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demand_orders drop column contact_unit_id`).execute(db);
  },
};
