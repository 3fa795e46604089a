import { sql, type Migration } from 'kysely';

/** The project of the pool whose approval a paper is (民生项目池批准); null for money outside the pool and for papers from before. */
export const projectPapersMigration: Migration = {
  async up(db) {
    const statements = [
      'alter table plan_papers add column project_id uuid',
      'create index plan_papers_project on plan_papers (street_id, project_id) where project_id is not null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    for (const statement of ['drop index plan_papers_project', 'alter table plan_papers drop column project_id'])
      await sql.raw(statement).execute(db);
  },
};
