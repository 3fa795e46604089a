import { sql, type Migration } from 'kysely';

/** The code by which a complainant answers a callback without being called. A column without default: no row is written anew. */
export const answerCodeMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table demands add column answer_index bytea`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table demands drop column answer_index`).execute(db);
  },
};
