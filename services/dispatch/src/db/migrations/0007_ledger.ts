import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** What is being done about each order, and the views people keep of the ledger. */
export const ledgerMigration: Migration = {
  async up(db) {
    const statements = [
      // The ledger is walked by what is due next: running clocks, and orders for which none runs until their callback.
      `create index deadlines_by_due on deadlines (street_id, due_at, subject_id) where state = 'armed'`,
      `create index work_orders_waiting on work_orders (street_id, due_at, id) where is_open and state = 'COMPLETED'`,
      `create table measures (street_id text not null, order_id uuid not null, measure text not null, person_account_id text not null, planned_at timestamptz(3) not null,
         noted_at timestamptz(3) not null, primary key (street_id, order_id), foreign key (street_id, order_id) references work_orders)`,
      `create table saved_views (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         account_id text not null, name text not null, filter jsonb not null, is_shared boolean not null, removed_at timestamptz(3), primary key (street_id, id))`,
      `create index saved_views_of_account on saved_views (street_id, account_id) where removed_at is null`,
      `create index saved_views_shared on saved_views (street_id, name) where is_shared and removed_at is null`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['measures', 'saved_views']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['saved_views', 'measures']) await sql.raw(`drop table ${table}`).execute(db);
    for (const index of ['work_orders_waiting', 'deadlines_by_due']) await sql.raw(`drop index ${index}`).execute(db);
  },
};
