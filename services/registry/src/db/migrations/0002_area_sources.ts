import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Where the area of a home is from, and what was told of the homes of each building. What is in so far came from the register; a constant default rewrites nothing. */
export const areaSources: Migration = {
  async up(db) {
    await sql.raw(`alter table homes add column area_source text not null default 'REGISTERED'`).execute(db);
    await sql
      .raw(
        `create table told_homes (street_id text not null, building_id uuid not null, part int not null, hash text not null, primary key (street_id, building_id, part),
           foreign key (street_id, building_id) references buildings)`,
      )
      .execute(db);
    await secureRows(db, 'told_homes');
  },
  async down(db) {
    await sql.raw('drop table told_homes').execute(db);
    await sql.raw('alter table homes drop column area_source').execute(db);
  },
};
