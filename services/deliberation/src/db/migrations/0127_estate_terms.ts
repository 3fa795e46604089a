import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Terms of owners' bodies and property contracts, and the scans of their papers. New tables, so that nothing is locked. */
export const estateTermsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table estate_terms (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         table_id uuid not null, estate_id uuid not null, community_id uuid not null, kind text not null, state text not null, is_open boolean not null,
         steps jsonb not null, concerned_unit_ids uuid[] not null, primary key (street_id, id), foreign key (street_id, table_id) references tables)`,
      `create index estate_terms_of_estate on estate_terms (street_id, estate_id)`,
      `create index estate_terms_open on estate_terms (street_id, id) where is_open`,
      `create table estate_term_files (street_id text not null, term_id uuid not null, id uuid not null, type text not null, sealed_key bytea not null,
         sealed bytea not null, added_by text not null, added_at timestamptz(3) not null, primary key (street_id, term_id, id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'estate_terms', ['concerned_unit_ids']);
    // Who may see a scan is who may see the term that names it.
    await secureRows(db, 'estate_term_files');
  },
  async down(db) {
    for (const table of ['estate_term_files', 'estate_terms']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
