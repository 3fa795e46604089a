import { sql, type Migration } from 'kysely';

/** Where and when a settlement hangs (结算张贴); null where none hangs. */
export const postedSettlementsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table works add column settlement_posting jsonb').execute(db);
  },
  async down(db) {
    await sql.raw('alter table works drop column settlement_posting').execute(db);
  },
};
