import { sql, type Migration } from 'kysely';

/** A home whose area is not known is in the register all the same. Loosening a column, and a check on a table of some ten thousand rows, take moments. */
export const unknownAreas: Migration = {
  async up(db) {
    await sql
      .raw(
        `alter table homes alter column area_hundredths drop not null, alter column area_source drop not null, alter column area_source drop default,
           add constraint homes_area_has_source check ((area_hundredths is null) = (area_source is null))`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw('delete from homes where area_hundredths is null').execute(db);
    await sql
      .raw(
        `alter table homes drop constraint homes_area_has_source, alter column area_hundredths set not null, alter column area_source set not null,
           alter column area_source set default 'REGISTERED'`,
      )
      .execute(db);
  },
};
