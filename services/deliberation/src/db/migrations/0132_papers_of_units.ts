import { sql, type Migration } from 'kysely';

/** Which unit a paper is of (凭据): another one that pays in its place later is not bound by it. The rows are few: a page for each issue with a plan. */
export const papersOfUnitsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table plan_papers add column unit_id uuid').execute(db);
    await sql
      .raw(
        `update plan_papers p set unit_id = (
           select (paying.one ->> 'unitId')::uuid from plans v, jsonb_array_elements(v.payers) as paying(one)
           where v.street_id = p.street_id and v.id = p.plan_id and paying.one ->> 'code' = p.payer)
         where home_id is null`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw('alter table plan_papers drop column unit_id').execute(db);
  },
};
