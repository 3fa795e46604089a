import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The colours of the street's codes (民情码), as they were published each time. New tables. */
export const codeListsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table code_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         list_version int not null, primary key (street_id, id))`,
      `create table code_list_versions (street_id text not null, list_version int not null, list jsonb not null, primary key (street_id, list_version))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['code_lists', 'code_list_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['code_list_versions', 'code_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
