import { sql, type Migration } from 'kysely';

/**
 * The version of the plan a vote was announced on, and what owners were to pay by it from their fund and in new money. Nobody can say it of votes from before:
 * they stay without, and open nothing that has an amount. Columns without a default, so that no row is written.
 */
export const votedAmountsMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `alter table owners_votes add column plan_id uuid, add column voted_fund_fen bigint check (voted_fund_fen >= 0),
           add column voted_direct_fen bigint check (voted_direct_fen >= 0),
           add constraint owners_votes_amounts check ((plan_id is null) = (voted_fund_fen is null) and (plan_id is null) = (voted_direct_fen is null))`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw('alter table owners_votes drop column plan_id, drop column voted_fund_fen, drop column voted_direct_fen').execute(db);
  },
};
