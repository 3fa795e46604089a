import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Points of the register (点位), so that a directory row that names one nobody knows is told. */
export const pointsMigration: Migration = {
  async up(db) {
    await sql`create table points (street_id text not null, code text not null, name text not null, primary key (street_id, code))`.execute(
      db,
    );
    await sql`create index points_by_name on points (street_id, name)`.execute(db);
    await secureRows(db, 'points');
  },
  async down(db) {
    await sql`drop table points`.execute(db);
  },
};
