import { lookingAs } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The community whose grid worker looks at the place (网格核实) sees the demand and its photos, and keeps its own with it. Of orders that were completed before
 * it is not known here. Without a default no row is rewritten.
 */
export const checkersSeeMigration: Migration = {
  async up(db) {
    await sql.raw('alter table demand_orders add column checker_unit_id uuid').execute(db);
    await seenBy(db, ['lead_unit_id = any', 'co_unit_ids &&', 'contact_unit_id = any', 'checker_unit_id = any']);
  },
  async down(db) {
    await seenBy(db, ['lead_unit_id = any', 'co_unit_ids &&', 'contact_unit_id = any']);
    await sql.raw('alter table demand_orders drop column checker_unit_id').execute(db);
  },
};

async function seenBy(db: Kysely<unknown>, columns: readonly string[]): Promise<void> {
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  const maySee = [lookingAs.all, ...columns.map((column) => `${column} (${lookingAs.units})`)].join(' or ');
  await sql.raw(`alter policy demand_orders_rows on demand_orders using (${street} and (${maySee}))`).execute(db);
}
