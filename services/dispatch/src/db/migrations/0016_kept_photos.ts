import { lookingAs, secureRowsWhere } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/**
 * Photos that belong to no demand's work: of who was summoned by a whistle, seen by that unit and the street, and of a citizen supervisor, seen by who sees
 * the order. What was checked in with before stays with the demand. A constant default: no summons is rewritten for the column.
 */
export const keptPhotosMigration: Migration = {
  async up(db) {
    const statements = [
      `create table kept_photos (street_id text not null, subject_id uuid not null, id uuid not null, unit_id uuid, added_by text not null, width int not null, height int not null, bytes int not null,
         data bytea not null, sha256 bytea not null, added_at timestamptz(3) not null, primary key (street_id, subject_id, id))`,
      `alter table summonses add column is_photo_with_whistle boolean not null default false`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRowsWhere(db, 'kept_photos', `${lookingAs.all} or unit_id is null or unit_id = any(${lookingAs.units})`);
  },
  async down(db) {
    await sql.raw(`alter table summonses drop column is_photo_with_whistle`).execute(db);
    await sql.raw(`drop table kept_photos`).execute(db);
  },
};
