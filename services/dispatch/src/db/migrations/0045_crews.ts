import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Crews on site by their own clock. New table; a crew that is on site already is marked on the page as before, its clock begins with the one that relieves it. */
export const crewsMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table crews (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
           incident_id uuid not null, shift_id uuid not null, unit_id uuid not null, on_at timestamptz(3) not null, due_at timestamptz(3) not null, ended_at timestamptz(3),
           primary key (street_id, id), foreign key (street_id, incident_id) references incidents)`,
      )
      .execute(db);
    await secureRows(db, 'crews', ['unit_id']);
  },
  async down(db) {
    await sql.raw('drop table crews').execute(db);
  },
};
