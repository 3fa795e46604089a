import { sql, type Migration } from 'kysely';

/** The resolution in force (现行决议) stands on its issue. One column without a default, so that nothing is rewritten; those signed before are taken from their resolutions. */
export const signedResolutionsMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table issues add column signed_resolution_id uuid`,
      `update issues set signed_resolution_id = signed.id from (
         select distinct on (street_id, issue_id) street_id, issue_id, id from resolutions where state = 'SIGNED' order by street_id, issue_id, no desc
       ) signed where signed.street_id = issues.street_id and signed.issue_id = issues.id`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    await sql.raw('alter table issues drop column signed_resolution_id').execute(db);
  },
};
