import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** What was handed out for an incident and what came back. A new table. */
export const suppliesMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table incident_supplies (street_id text not null, incident_id uuid not null, id uuid not null, item text not null, move text not null,
           count int not null check (count > 0), home_id uuid, note text, at timestamptz(3) not null, unit_id uuid,
           primary key (street_id, incident_id, id), foreign key (street_id, incident_id) references incidents)`,
      )
      .execute(db);
    await secureRows(db, 'incident_supplies');
  },
  async down(db) {
    await sql.raw('drop table incident_supplies').execute(db);
  },
};
