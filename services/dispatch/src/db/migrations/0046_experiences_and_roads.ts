import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';

/** Practices that worked (经验做法), and the street's roads as they were published each time (道路名录). New tables. */
export const experiencesAndRoadsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table experiences (${aggregateColumns}, title text not null, text text not null, category text[] not null, of jsonb not null, published_at timestamptz(3) not null,
         published_by text not null, withdrawn_at timestamptz(3), primary key (street_id, id))`,
      `create index experiences_by_time on experiences (street_id, published_at desc, id) where withdrawn_at is null`,
      `create index experiences_by_category on experiences (street_id, (category[1]), published_at desc) where withdrawn_at is null`,
      `create table road_lists (${aggregateColumns}, list_version int not null, primary key (street_id, id))`,
      `create table road_list_versions (street_id text not null, list_version int not null, list jsonb not null, primary key (street_id, list_version))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['experiences', 'road_lists', 'road_list_versions']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of ['road_list_versions', 'road_lists', 'experiences']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
