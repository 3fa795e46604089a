import { sql, type Migration } from 'kysely';

/** The last number of a year's programme, so that a place that is given back never gives its number to another project. A table of a row a year. */
export const programNumbersMigration: Migration = {
  async up(db) {
    await sql.raw('alter table project_programs add column last_no int not null default 0').execute(db);
    await sql.raw('update project_programs set last_no = taken').execute(db);
  },
  async down(db) {
    await sql.raw('alter table project_programs drop column last_no').execute(db);
  },
};
