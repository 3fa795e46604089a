import { sql, type Migration } from 'kysely';

/** Who looks after each building (楼栋管片员). Without a default no row is rewritten. */
export const buildingKeepers: Migration = {
  async up(db) {
    await sql`alter table buildings add column keeper_account_id text, add column keeper_phone text`.execute(db);
  },
  async down(db) {
    await sql`alter table buildings drop column keeper_account_id, drop column keeper_phone`.execute(db);
  },
};
