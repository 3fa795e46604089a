import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The checklist of the street's way of working (工作法) and what was ticked off at orders, as it was published each time. New tables. */
export const methodListsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table method_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         list_version int not null, primary key (street_id, id))`,
      `create table method_list_versions (street_id text not null, list_version int not null, list jsonb not null, primary key (street_id, list_version))`,
      `create table method_ticks (street_id text not null, order_id uuid not null, stage text not null, text text not null,
         ticked_at timestamptz(3) not null, ticked_by text not null, unit_id uuid, primary key (street_id, order_id, stage, text))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['method_lists', 'method_list_versions', 'method_ticks']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['method_ticks', 'method_list_versions', 'method_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
