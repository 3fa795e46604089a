import { sql, type Migration } from 'kysely';

/** What became of a complainant's personal data. A column without default: no row is written anew. The index holds only what waits for its end. */
export const erasureMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demands add column erasure text check (erasure in ('RESTRICTED', 'ERASED'))`).execute(db);
    await sql.raw(`create index demands_to_erase on demands (street_id, id) where erasure = 'RESTRICTED'`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demands drop column erasure`).execute(db);
  },
};
