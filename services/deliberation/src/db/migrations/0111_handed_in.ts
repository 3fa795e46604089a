import { sql, type Migration } from 'kysely';

/**
 * When an owner handed a ballot in, beside when somebody entered it: the last one handed in counts. For ballots from before it is the time of their entry, by
 * which they were counted. Filling it is the one change a ballot ever sees, so that the trigger that forbids it is off for that statement, in the same
 * transaction; ballots of a street are some thousands.
 */
export const handedInMigration: Migration = {
  async up(db) {
    for (const statement of [
      'alter table ballots add column handed_in_at timestamptz(3)',
      'alter table ballots disable trigger ballots_stay',
      'update ballots set handed_in_at = entered_at',
      'alter table ballots enable trigger ballots_stay',
      'alter table ballots alter column handed_in_at set not null, add constraint ballots_handed_in check (handed_in_at <= entered_at)',
    ])
      await sql.raw(statement).execute(db);
  },
  async down(db) {
    await sql.raw('alter table ballots drop column handed_in_at').execute(db);
  },
};
