import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The communities' lists of homes to be called on first (重点户名册). New tables; no unit but the community of a home sees it. */
export const careHomesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table care_lists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         community_id uuid not null, homes int not null, primary key (street_id, id))`,
      `create table care_homes (street_id text not null, home_id uuid not null, estate_id uuid not null, building_id uuid not null, community_id uuid not null, kind text not null,
         since timestamptz(3) not null, kept_by text not null, primary key (street_id, home_id))`,
      `create index care_homes_of_estate on care_homes (street_id, estate_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['care_lists', 'care_homes']) await secureRows(db, table, ['community_id']);
  },
  async down(db) {
    for (const table of ['care_homes', 'care_lists']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
