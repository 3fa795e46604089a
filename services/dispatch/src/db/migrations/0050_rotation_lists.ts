import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Whose turn it is for which business lines (干部轮转办件), as it was published each time. New tables. */
export const rotationListsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table rotation_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         list_version int not null, primary key (street_id, id))`,
      `create table rotation_list_versions (street_id text not null, list_version int not null, list jsonb not null, primary key (street_id, list_version))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['rotation_lists', 'rotation_list_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['rotation_list_versions', 'rotation_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
