import { sql, type Migration } from 'kysely';

/** Looks at accepted works, the period of a petition, and what the street has ordered about owners' votes. Columns with constant defaults or none, so that no table is rewritten. */
export const looksAndAnnulmentsMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table works add column looks jsonb not null default '[]'`,
      `create index works_waiting_for_rain on works (street_id) where looks @> '[{"kind": "RAIN", "state": "WAITING"}]'`,
      `alter table petitions add column expires_at timestamptz(3)`,
      `alter table owners_votes add column correction jsonb, add column annulment jsonb`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    const statements = [
      'alter table owners_votes drop column correction, drop column annulment',
      'alter table petitions drop column expires_at',
      'alter table works drop column looks',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
