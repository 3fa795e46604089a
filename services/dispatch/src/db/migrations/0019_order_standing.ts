import { sql, type Migration } from 'kysely';

/**
 * Whether the lead stands on the ladder of 有事您找我, since when it has been on site, and to how many units the order has gone without being taken. Orders
 * from before count as on the ladder, not seen on site and sent to one unit, as they were treated. Constant defaults: no row is rewritten.
 */
export const orderStandingMigration: Migration = {
  async up(db) {
    const columns = ['is_on_ladder boolean not null default true', 'on_site_at timestamptz(3)', 'passed_to int not null default 1'];
    await sql.raw(`alter table work_orders ${columns.map((column) => `add column ${column}`).join(', ')}`).execute(db);
  },
  async down(db) {
    await sql.raw('alter table work_orders drop column is_on_ladder, drop column on_site_at, drop column passed_to').execute(db);
  },
};
