import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** The exposure board (曝光台). A new table. */
export const exposuresMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table exposures (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, state text not null, place jsonb not null,
           problem text not null, photo_ids uuid[] not null, unit_id uuid not null, community_id uuid not null, proposed_by text not null, proposed_at timestamptz(3) not null,
           published_at timestamptz(3), fixed_at timestamptz(3), result text, reason text, primary key (street_id, id))`,
      )
      .execute(db);
    await sql.raw(`create index exposures_by_time on exposures (street_id, proposed_at desc, id)`).execute(db);
    await secureRows(db, 'exposures', ['unit_id', 'community_id']);
  },
  async down(db) {
    await sql.raw('drop table exposures').execute(db);
  },
};
