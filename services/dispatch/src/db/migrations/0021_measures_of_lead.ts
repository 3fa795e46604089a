import { sql, type Migration } from 'kysely';

/**
 * Whose measure (措施) it is: after another unit has taken an order over, its former lead's plan and person are not its own. What was noted since the order was
 * dispatched or handed over to who leads it now is that unit's; of older ones it is not known, and they are shown no more.
 */
export const measuresOfLeadMigration: Migration = {
  async up(db) {
    await sql.raw('alter table measures add column lead_unit_id uuid').execute(db);
    await sql
      .raw(
        `update measures m set lead_unit_id = w.lead_unit_id from work_orders w
         where w.street_id = m.street_id and w.id = m.order_id and m.noted_at >= greatest(w.dispatched_at, w.handed_over_at)`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw('alter table measures drop column lead_unit_id').execute(db);
  },
};
