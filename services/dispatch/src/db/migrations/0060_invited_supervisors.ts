import { sql, type Migration } from 'kysely';

/** That supervisors of the community are asked to look at one order, and what for. Null of all that are there. */
export const invitedSupervisorsMigration: Migration = {
  async up(db) {
    await sql`alter table work_orders add column supervisors_asked_at timestamptz(3), add column supervisors_asked_for text`.execute(db);
  },
  async down(db) {
    await sql`alter table work_orders drop column supervisors_asked_for, drop column supervisors_asked_at`.execute(db);
  },
};
