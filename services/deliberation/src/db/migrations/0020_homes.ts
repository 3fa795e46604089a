import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The homes of every estate as the registry tells them: the base of votes and shares. */
export const homesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table estate_homes (street_id text not null, home_id uuid not null, estate_id uuid not null, building_id uuid not null, stairwell text not null, ordinal int not null,
         area_hundredths int not null, area_source text not null, nature text not null, owner_id uuid not null, is_unit boolean not null,
         owner_deposit_fen bigint not null, seller_deposit_fen bigint not null, primary key (street_id, home_id))`,
      `create index estate_homes_of_estate on estate_homes (street_id, estate_id, ordinal)`,
      `create index estate_homes_of_owner on estate_homes (street_id, owner_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'estate_homes');
  },
  async down(db) {
    await sql.raw('drop table estate_homes').execute(db);
  },
};
