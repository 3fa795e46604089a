import { sql, type Migration } from 'kysely';

/** When a summons ended because its order was closed. Those from before ran on, and are as they were. */
export const endedSummonsesMigration: Migration = {
  async up(db) {
    await sql.raw('alter table summonses add column ended_at timestamptz(3)').execute(db);
  },
  async down(db) {
    await sql.raw('alter table summonses drop column ended_at').execute(db);
  },
};
