import { sql, type Migration } from 'kysely';

/**
 * Until when the street has to say whether it blows a whistle that is asked for, and who has blown the one a unit was summoned by. Of those from before neither is
 * known; the clock of what is asked begins with the next request.
 */
export const askedWhistlesMigration: Migration = {
  async up(db) {
    await sql.raw('alter table whistles add column answer_due_at timestamptz(3)').execute(db);
    await sql.raw('alter table summonses add column sounded_by text').execute(db);
  },
  async down(db) {
    await sql.raw('alter table whistles drop column answer_due_at').execute(db);
    await sql.raw('alter table summonses drop column sounded_by').execute(db);
  },
};
