import { sql, type Migration } from 'kysely';

/**
 * Until when a summoned unit owes its result, and of how many orders a scheduling meeting was told that nobody has said what will be done. Of summonses and
 * meetings from before neither is known.
 */
export const owedResultsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table summonses add column result_due_at timestamptz(3)').execute(db);
    await sql.raw('alter table scheduling_meetings add column unplanned int').execute(db);
  },
  async down(db) {
    await sql.raw('alter table summonses drop column result_due_at').execute(db);
    await sql.raw('alter table scheduling_meetings drop column unplanned').execute(db);
  },
};
