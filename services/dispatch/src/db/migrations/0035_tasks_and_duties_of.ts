import { sql, type Migration } from 'kysely';

/**
 * Who decided an assigned task, and which order a recurring duty is about. Three nullable columns without default: nothing is rewritten; earlier rows know neither.
 */
export const tasksAndDutiesOfMigration: Migration = {
  async up(db) {
    await sql`alter table assigned_tasks add column entrusted_by text`.execute(db);
    await sql`alter table duty_plans add column order_id uuid`.execute(db);
    await sql`alter table duties add column order_id uuid`.execute(db);
  },
  async down(db) {
    await sql`alter table duties drop column order_id`.execute(db);
    await sql`alter table duty_plans drop column order_id`.execute(db);
    await sql`alter table assigned_tasks drop column entrusted_by`.execute(db);
  },
};
