import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Work orders, what units note beside their steps, the directory by version, and what is kept of the registry. */
export const workOrdersMigration: Migration = {
  async up(db) {
    const statements = [
      `create table work_orders (
         street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         demand_id uuid not null, no text not null, state text not null, is_open boolean not null, close_basis text, demand_type text not null, category jsonb not null,
         level text not null, given_level text not null, title text not null, place jsonb not null, lead_unit_id uuid not null, co_unit_ids uuid[] not null, concerned_unit_ids uuid[] not null,
         sent_to_unit_id uuid not null, decision jsonb not null, received_at timestamptz(3) not null, dispatched_at timestamptz(3) not null, due_at timestamptz(3) not null,
         contacted_at timestamptz(3), completed_at timestamptz(3), closed_at timestamptz(3), reworks int not null, is_problem_order boolean not null, is_imported boolean not null,
         primary key (street_id, id), check (lead_unit_id = any(concerned_unit_ids)), check (is_open = (closed_at is null)), check ((close_basis is null) = is_open)) with (fillfactor = 80)`,
      // Both lists are walked in the order of the due time. No column that a step of handling changes is in an index, so steps stay within their page.
      `create index work_orders_by_due on work_orders (street_id, due_at, id)`,
      `create index work_orders_open_by_due on work_orders (street_id, due_at, id) where is_open`,
      `create index work_orders_by_no on work_orders (street_id, no)`,
      `create table order_notes (street_id text not null, order_id uuid not null, version int not null, note text, photo_ids uuid[] not null,
         primary key (street_id, order_id, version), foreign key (street_id, order_id) references work_orders)`,
      `create table directories (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         directory_version int not null, published_at timestamptz(3) not null, primary key (street_id, id), unique (street_id))`,
      `create table directory_versions (street_id text not null, directory_version int not null, published_at timestamptz(3) not null, rows jsonb not null,
         primary key (street_id, directory_version))`,
      `create table units (street_id text not null, id uuid not null, version int not null, name text not null, kind text not null, parent_name text, primary key (street_id, id))`,
      `create table estates (street_id text not null, id uuid not null, version int not null, community_id uuid not null, type text not null, firm_id uuid, rights_unit_id uuid,
         primary key (street_id, id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'work_orders', ['concerned_unit_ids']);
    for (const table of ['order_notes', 'directories', 'directory_versions', 'units', 'estates']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['estates', 'units', 'directory_versions', 'directories', 'order_notes', 'work_orders'])
      await sql.raw(`drop table ${table}`).execute(db);
  },
};
