import { sql, type Migration } from 'kysely';

/**
 * A vote on money is about a version of the plan, home by home: its id says all, and totals beside it would say the same a second time. Dropping columns
 * rewrites nothing. Back: nobody can say the totals of old votes in SQL, so that they open nothing that has an amount.
 */
export const votedVersionMigration: Migration = {
  async up(db) {
    await sql.raw('alter table owners_votes drop column voted_fund_fen, drop column voted_direct_fen').execute(db);
  },
  async down(db) {
    await sql.raw('update owners_votes set plan_id = null').execute(db);
    await sql
      .raw(
        `alter table owners_votes add column voted_fund_fen bigint check (voted_fund_fen >= 0), add column voted_direct_fen bigint check (voted_direct_fen >= 0),
           add constraint owners_votes_amounts check ((plan_id is null) = (voted_fund_fen is null) and (plan_id is null) = (voted_direct_fen is null))`,
      )
      .execute(db);
  },
};
