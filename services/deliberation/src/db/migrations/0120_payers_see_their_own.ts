import { sql, type Migration } from 'kysely';

/**
 * A payer that has no seat sees its own payments and their ledger. Those of before are few: some for each payer of a signed resolution. The ledger stays as it
 * is, but for who may read it.
 */
export const payersSeeTheirOwnMigration: Migration = {
  async up(db) {
    const statements = [
      `update instalments set concerned_unit_ids = array_append(concerned_unit_ids, payer_unit_id)
         where payer_unit_id is not null and not payer_unit_id = any(concerned_unit_ids)`,
      'alter table payment_entries disable trigger payment_entries_frozen',
      `update payment_entries e set concerned_unit_ids = i.concerned_unit_ids from instalments i
         where i.street_id = e.street_id and i.id = e.instalment_id and i.concerned_unit_ids <> e.concerned_unit_ids`,
      'alter table payment_entries enable trigger payment_entries_frozen',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down() {
    // Who may read what concerns them does no harm to the version before.
  },
};
