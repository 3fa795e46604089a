import { sql, type Migration } from 'kysely';

/**
 * Whether an order is a hard one that a section chief has to lead, and the hand-over that waits for the unit it is meant for. Two columns, one with a constant
 * default: short, nothing is rewritten. Orders that are problem orders already are not made hard by it: no clock would say so.
 */
export const handsOfOrdersMigration: Migration = {
  async up(db) {
    await sql`alter table work_orders add column is_hard boolean not null default false, add column asked_transfer jsonb`.execute(db);
  },
  async down(db) {
    await sql`alter table work_orders drop column asked_transfer, drop column is_hard`.execute(db);
  },
};
