import { sql, type Migration } from 'kysely';

/**
 * Whose a home's consent is and to how much new money, and whether a paper was taken back; and whose home an account has bound. Papers from before keep covering
 * what they covered. A home that was bound before is taken to be of who owned it by the newest statement at that time; where there is none, it is nobody's
 * and is bound anew. The rows are few: a page each.
 */
export const whosePaperMigration: Migration = {
  async up(db) {
    await sql
      .raw('alter table plan_papers add column owner_id uuid, add column for_direct_fen bigint, add column withdrawn_at timestamptz(3)')
      .execute(db);
    await sql.raw('alter table bound_homes add column owner_id uuid').execute(db);
    await sql
      .raw(
        `update bound_homes b set owner_id = (
           select s.owner_id from plan_home_shares s join plans p on p.street_id = s.street_id and p.id = s.plan_id
           where s.street_id = b.street_id and s.home_id = b.home_id and p.chosen_at <= b.bound_at order by p.chosen_at desc limit 1)`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw('alter table bound_homes drop column owner_id').execute(db);
    await sql.raw('alter table plan_papers drop column owner_id, drop column for_direct_fen, drop column withdrawn_at').execute(db);
  },
};
