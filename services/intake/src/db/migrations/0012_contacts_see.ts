import { lookingAs } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Who first answered in 有事您找我 stays the complainant's contact and sees the demand, whoever leads by now. The rule for writing stays as it is. Who is the contact
 * already gets its place in the hints by which a unit's demands are looked up.
 */
export const contactsSeeMigration: Migration = {
  async up(db) {
    await seenBy(db, ['lead_unit_id = any', 'co_unit_ids &&', 'contact_unit_id = any']);
    await sql
      .raw(
        `insert into order_units (street_id, unit_id, demand_id) select street_id, contact_unit_id, demand_id from demand_orders
         where contact_unit_id is not null on conflict do nothing`,
      )
      .execute(db);
  },
  down: (db) => seenBy(db, ['lead_unit_id = any', 'co_unit_ids &&']),
};

async function seenBy(db: Kysely<unknown>, columns: readonly string[]): Promise<void> {
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  const maySee = [lookingAs.all, ...columns.map((column) => `${column} (${lookingAs.units})`)].join(' or ');
  await sql.raw(`alter policy demand_orders_rows on demand_orders using (${street} and (${maySee}))`).execute(db);
}
