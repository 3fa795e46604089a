import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** What units that sold public homes bear of an emergency use. A new table, so that nothing is locked. */
export const emergencyUnitSharesMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table emergency_unit_shares (street_id text not null, use_id uuid not null, unit_id uuid not null, share_fen bigint not null check (share_fen >= 0),
           primary key (street_id, use_id, unit_id), foreign key (street_id, use_id) references emergency_uses)`,
      )
      .execute(db);
    await secureRows(db, 'emergency_unit_shares', ['unit_id']);
  },
  async down(db) {
    await sql.raw('drop table emergency_unit_shares').execute(db);
  },
};
