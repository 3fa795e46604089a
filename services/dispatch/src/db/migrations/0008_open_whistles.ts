import { sql, type Migration } from 'kysely';

/**
 * Whistles that are not settled, with the order they were blown for. Those that are open now are found once; no order changes its state by that. A constant
 * default: no row is rewritten for the column, and few orders have an open whistle.
 */
export const openWhistlesMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table work_orders add column open_whistle_ids uuid[] not null default '{}'`).execute(db);
    await sql
      .raw(
        `update work_orders o set open_whistle_ids = w.ids
         from (select street_id, order_id, array_agg(id order by id) as ids from whistles where state = 'SOUNDED' and order_id is not null group by street_id, order_id) w
         where o.street_id = w.street_id and o.id = w.order_id and o.is_open`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw(`alter table work_orders drop column open_whistle_ids`).execute(db);
  },
};
