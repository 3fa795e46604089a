import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Which homes there are, measured or not: one whose area is not known blocks a plan rather than dropping out of it. */
export const listedHomesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table listed_homes (street_id text not null, building_id uuid not null, stairwell text not null, estate_id uuid not null, home_ids uuid[] not null,
         primary key (street_id, building_id, stairwell))`,
      `create index listed_homes_of_estate on listed_homes (street_id, estate_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'listed_homes');
  },
  async down(db) {
    await sql.raw('drop table listed_homes').execute(db);
  },
};
