import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Versions of the directory begin when they say, with who and why; drafts; and the events that tell how each row has done. */
export const directoryVersionsMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table directory_versions add in_force_from timestamptz(3), add published_by text not null default 'system', add reason text not null default '',
         add rows_count int, add rows_hash text not null default '', add based_on int, add rolls_back_to int`,
      `update directory_versions set in_force_from = published_at, rows_count = jsonb_array_length(rows)`,
      `alter table directory_versions alter in_force_from set not null, alter rows_count set not null`,
      `alter table directories add timeline jsonb not null default '[]'`,
      `update directories d set timeline = (
         select jsonb_agg(jsonb_build_object('version', v.directory_version, 'from', to_char(v.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.directory_version)
         from directory_versions v where v.street_id = d.street_id)`,
      `create table directory_withdrawals (street_id text not null, directory_version int not null, withdrawn_at timestamptz(3) not null, withdrawn_by text not null,
         reason text not null, primary key (street_id, directory_version), foreign key (street_id, directory_version) references directory_versions)`,
      `create table directory_drafts (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         title text not null, state text not null, based_on int not null, rows jsonb not null, rows_count int not null, published_as int, opened_by text not null,
         primary key (street_id, id))`,
      `alter table estates add name text`,
      // How a row has done is read from what happened to the orders it sent; only these facts matter for it.
      `create index events_of_dispatch on events (street_id, recorded_at) where type = 'dispatch.work-order.dispatched.v1'`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['directory_withdrawals', 'directory_drafts']) await secureRows(db, table);
  },
  async down(db) {
    const statements = [
      'drop index events_of_dispatch',
      'alter table estates drop name',
      'drop table directory_drafts',
      'drop table directory_withdrawals',
      'alter table directories drop timeline',
      `alter table directory_versions drop in_force_from, drop published_by, drop reason, drop rows_count, drop rows_hash, drop based_on, drop rolls_back_to`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
