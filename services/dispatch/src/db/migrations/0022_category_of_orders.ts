import { sql, type Migration } from 'kysely';

/**
 * The first level of an order's category (一级分类) as a column of its own, by which the ledger finds the few open orders of a rare one: behind row-level
 * security nothing inside a document is asked of an index. It never changes, so that no step of handling touches the index. One pass over the orders, once.
 */
export const categoryOfOrdersMigration: Migration = {
  async up(db) {
    await sql.raw('alter table work_orders add column category1 text').execute(db);
    await sql.raw(`update work_orders set category1 = category ->> 0`).execute(db);
    await sql.raw('alter table work_orders alter column category1 set not null').execute(db);
    await sql.raw('create index work_orders_open_by_category on work_orders (street_id, category1) where is_open').execute(db);
  },
  async down(db) {
    await sql.raw('alter table work_orders drop column category1').execute(db);
  },
};
