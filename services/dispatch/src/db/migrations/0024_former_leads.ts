import { sql, type Migration } from 'kysely';

/**
 * Every unit that led an order until it was handed over to the next, so that the first of two still sees it. The column is empty for orders that were never
 * handed over; only the others are written, from the log.
 */
export const formerLeadsMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table work_orders add column former_lead_ids uuid[] not null default '{}'`).execute(db);
    await sql
      .raw(
        `update work_orders w set former_lead_ids = f.ids,
           concerned_unit_ids = w.concerned_unit_ids || array(select id from unnest(f.ids) as id where id <> all(w.concerned_unit_ids))
         from (select street_id, aggregate_id, array_agg(distinct (payload ->> 'fromUnitId')::uuid) as ids from events
               where type = 'dispatch.work-order.transferred.v1' group by 1, 2) f
         where w.street_id = f.street_id and w.id = f.aggregate_id`,
      )
      .execute(db);
  },
  /** Who sees them stays as it is: the next hand-over names it anew. */
  async down(db) {
    await sql.raw('alter table work_orders drop column former_lead_ids').execute(db);
  },
};
