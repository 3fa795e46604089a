import { sql, type Migration } from 'kysely';

/** What a scheduling meeting is about (包片), and whether its agenda names all. Of meetings from before it is not known that anything was left off. */
export const meetingScopeMigration: Migration = {
  async up(db) {
    await sql.raw('alter table scheduling_meetings add column scope jsonb, add column is_cut boolean not null default false').execute(db);
  },
  async down(db) {
    await sql.raw('alter table scheduling_meetings drop column scope, drop column is_cut').execute(db);
  },
};
