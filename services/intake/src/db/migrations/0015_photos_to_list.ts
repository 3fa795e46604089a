import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/**
 * Demands whose photos may have come before anybody listened to what is told of them: which photos each has is told once more, and the row goes (`list-old-photos.ts`). Only ids
 * are read, by the index of the table's key.
 */
export const photosToListMigration: Migration = {
  async up(db) {
    await sql
      .raw('create table photos_to_list (street_id text not null, demand_id uuid not null, primary key (street_id, demand_id))')
      .execute(db);
    await sql.raw('insert into photos_to_list select distinct street_id, demand_id from attachments').execute(db);
    await secureRows(db, 'photos_to_list');
  },
  async down(db) {
    await sql.raw('drop table photos_to_list').execute(db);
  },
};
