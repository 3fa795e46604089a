import { sql, type Migration } from 'kysely';

/**
 * What was done about each home of an incident: told, and asked after when all was restored. Columns that may be empty or have a constant default; the tables are
 * changed without being written anew.
 */
export const outreachMigration: Migration = {
  async up(db) {
    await sql`alter table incident_homes add column told text, add column told_at timestamptz(3), add column told_by text,
      add column after_care text, add column after_care_at timestamptz(3), add column after_care_by text`.execute(db);
    await sql`alter table incidents add column reached int not null default 0, add column well int not null default 0, add column not_well int not null default 0`.execute(
      db,
    );
  },
  async down(db) {
    await sql`alter table incidents drop column reached, drop column well, drop column not_well`.execute(db);
    await sql`alter table incident_homes drop column told, drop column told_at, drop column told_by,
      drop column after_care, drop column after_care_at, drop column after_care_by`.execute(db);
  },
};
