import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Which communities are in which area (片区), as it was published each time. New tables. */
export const areasMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table area_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
           list_version int not null, primary key (street_id, id))`,
      )
      .execute(db);
    await sql
      .raw(
        `create table area_list_versions (street_id text not null, list_version int not null, list jsonb not null,
           primary key (street_id, list_version))`,
      )
      .execute(db);
    for (const table of ['area_lists', 'area_list_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['area_list_versions', 'area_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
