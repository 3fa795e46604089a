import { sql, type Migration } from 'kysely';

/**
 * A refund is owed by the community, which keeps the account, and is nobody's duty to pay who waits for it. Of those that are open, who is reminded changes; the
 * rows are few. Back: the payer's seat says who was reminded before.
 */
export const whoRefundsMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `update instalments i set payer_unit_id = null, unit_id = (
           select (s ->> 'unitId')::uuid from issues x, jsonb_array_elements(x.seats) s
           where x.street_id = i.street_id and x.id = i.issue_id and s ->> 'kind' = 'COMMUNITY')
         where kind = 'REFUND' and state = 'OPEN'`,
      )
      .execute(db);
  },
  async down(db) {
    await sql
      .raw(
        `update instalments i set unit_id = unit.id, payer_unit_id = unit.id from (
           select x.street_id, x.id as issue_id, s ->> 'kind' as seat, (s ->> 'unitId')::uuid as id from issues x, jsonb_array_elements(x.seats) s) unit
         where i.kind = 'REFUND' and i.state = 'OPEN' and unit.street_id = i.street_id and unit.issue_id = i.issue_id and unit.seat = i.seat and unit.id is not null`,
      )
      .execute(db);
  },
};
