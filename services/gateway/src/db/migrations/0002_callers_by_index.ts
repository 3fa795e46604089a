import { sql, type Migration } from 'kysely';

/** The question of every request keeps its plan; one made while few had signed in must not read all sessions later. */
export const callersByIndex: Migration = {
  async up(db) {
    await sql.raw('alter function callers(bytea[]) set enable_seqscan = off').execute(db);
  },
  async down(db) {
    await sql.raw('alter function callers(bytea[]) reset enable_seqscan').execute(db);
  },
};
