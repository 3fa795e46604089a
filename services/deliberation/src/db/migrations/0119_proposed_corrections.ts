import { sql, type Migration } from 'kysely';

/**
 * A correction of an emergency use waits to be confirmed before it counts. A column without a default: short. Back: what waits is dropped, and the posting it would
 * have replaced stands.
 */
export const proposedCorrectionsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table emergency_uses add column proposed jsonb').execute(db);
  },
  async down(db) {
    await sql.raw(`update emergency_uses set state = 'POSTED' where state = 'CORRECTING'`).execute(db);
    await sql.raw('alter table emergency_uses drop column proposed').execute(db);
  },
};
