import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The policy library (制度库): papers and every version of their clauses. New tables. */
export const policies: Migration = {
  async up(db) {
    await sql`create table policies (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
      code text not null, name text not null, policy_version int not null, primary key (street_id, id), unique (street_id, code))`.execute(
      db,
    );
    await sql`create table policy_versions (street_id text not null, code text not null, policy_version int not null, begins_on date not null, source text not null,
      clauses jsonb not null, primary key (street_id, code, policy_version))`.execute(db);
    for (const table of ['policies', 'policy_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['policy_versions', 'policies']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
