import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Photos of projects from before and after the works. A new table, so that nothing is locked; a photo may be kept a moment before its project is proposed. */
export const projectPhotosMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table project_photos (street_id text not null, project_id uuid not null, id uuid not null, type text not null,
         sealed_key bytea not null, sealed bytea not null, added_by text not null, added_at timestamptz(3) not null,
         primary key (street_id, project_id, id))`,
      )
      .execute(db);
    // Who may see one is who may see the project that names it, which grows with its tasks.
    await secureRows(db, 'project_photos');
  },
  async down(db) {
    await sql.raw('drop table project_photos').execute(db);
  },
};
