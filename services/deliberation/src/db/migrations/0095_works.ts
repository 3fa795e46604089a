import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The works after a signing, with their diary. New tables, so that nothing is locked. */
export const worksMigration: Migration = {
  async up(db) {
    const statements = [
      `create table works (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid not null, resolution_id uuid not null, table_id uuid not null, estate_id uuid not null, title text not null, state text not null,
         stages jsonb not null, changes jsonb not null, team jsonb, checks jsonb not null, acceptance_no int not null, failed_items jsonb not null,
         rectify_due_at timestamptz(3), accepted_at timestamptz(3), settlement jsonb, retention_ends_at timestamptz(3), released_at timestamptz(3),
         concerned_unit_ids uuid[] not null, primary key (street_id, id), unique (street_id, issue_id), foreign key (street_id, resolution_id) references resolutions)`,
      `create index works_newest on works (street_id, id desc)`,
      `create table works_entries (street_id text not null, id uuid not null, works_id uuid not null, kind text not null, stage_no int, text text not null,
         photo_ids uuid[] not null, seat text, at timestamptz(3) not null, concerned_unit_ids uuid[] not null, primary key (street_id, id),
         foreign key (street_id, works_id) references works)`,
      `create index works_entries_of_works on works_entries (street_id, works_id, at desc)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['works', 'works_entries']) await secureRows(db, table, ['concerned_unit_ids']);
  },
  async down(db) {
    for (const table of ['works_entries', 'works']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
