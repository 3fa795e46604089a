import { sql, type Migration } from 'kysely';

/**
 * Who pays an instalment, where it is a unit, beside who is reminded of it. Of those from before it is known only for payers with a seat. The rows are few:
 * some for each payer of a signed resolution.
 */
export const payerUnitsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table instalments add column payer_unit_id uuid').execute(db);
    await sql.raw('update instalments set payer_unit_id = unit_id where seat is not null').execute(db);
  },
  async down(db) {
    await sql.raw('alter table instalments drop column payer_unit_id').execute(db);
  },
};
