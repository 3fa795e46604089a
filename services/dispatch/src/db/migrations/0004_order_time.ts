import { sql, type Migration } from 'kysely';

/** What an order keeps of its extensions, suspensions and pauses. Constant defaults: no row is rewritten. */
export const orderTimeMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `alter table work_orders add column first_due_at timestamptz(3), add column open_request text, add column extensions jsonb not null default '[]',
           add column suspensions jsonb not null default '[]', add column pauses jsonb not null default '[]'`,
      )
      .execute(db);
    // The reviewers' desk: what is asked and not decided, by due time.
    await sql.raw(`create index work_orders_asked on work_orders (street_id, due_at, id) where open_request is not null`).execute(db);
  },
  async down(db) {
    await sql.raw(`drop index work_orders_asked`).execute(db);
    await sql
      .raw(
        `alter table work_orders drop column first_due_at, drop column open_request, drop column extensions, drop column suspensions, drop column pauses`,
      )
      .execute(db);
  },
};
