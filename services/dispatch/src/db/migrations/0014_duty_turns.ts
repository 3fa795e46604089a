import { sql, type Migration } from 'kysely';

/** Whose seat a shift stands for, and who had it from when until when (值班、替班). A default that is no expression: no row is written anew. */
export const dutyTurnsMigration: Migration = {
  async up(db) {
    await sql.raw(`alter table duty_plans add column seat text`).execute(db);
    await sql.raw(`alter table duties add column seat text, add column turns jsonb not null default '[]'`).execute(db);
  },
  async down(db) {
    await sql.raw(`alter table duties drop column turns, drop column seat`).execute(db);
    await sql.raw(`alter table duty_plans drop column seat`).execute(db);
  },
};
