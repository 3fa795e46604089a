import { sql, type Migration } from 'kysely';

/**
 * Which unit a complaint is about, as dispatch has it: it may come out after the dispatch. What was dispatched so far has it from the demand; a street's
 * demands are written anew once, complaints about a unit alone.
 */
export const aboutUnitOfOrderMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demand_orders add column about_unit_id uuid`).execute(db);
    await sql
      .raw(
        `update demand_orders o set about_unit_id = d.about_unit_id from demands d
         where d.street_id = o.street_id and d.id = o.demand_id and d.about_unit_id is not null`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demand_orders drop column about_unit_id`).execute(db);
  },
};
