import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The resource library (资源服务库). A new table only. */
export const resources: Migration = {
  async up(db) {
    await sql`create table resources (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
      name text not null, kind text not null, unit_id uuid, skills jsonb not null, categories jsonb not null, community_ids uuid[] not null, hours text not null,
      office_phone text, is_withdrawn boolean not null, primary key (street_id, id))`.execute(db);
    await secureRows(db, 'resources');
  },
  async down(db) {
    await sql`drop table resources`.execute(db);
  },
};
