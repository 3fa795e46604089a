import { sql, type Migration } from 'kysely';

/**
 * What the unit that leads has asked of the next higher level (提级请求), the open one last. A constant default: no row is rewritten; the index holds the open
 * ones alone and is empty at first.
 */
export const escalationsMigration: Migration = {
  async up(db) {
    await sql`alter table work_orders add column escalations jsonb not null default '[]'`.execute(db);
    await sql`create index work_orders_escalated on work_orders (street_id, due_at, id) where escalations -> -1 ->> 'outcome' = 'OPEN'`.execute(
      db,
    );
  },
  async down(db) {
    await sql`drop index work_orders_escalated`.execute(db);
    await sql`alter table work_orders drop column escalations`.execute(db);
  },
};
