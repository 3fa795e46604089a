import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Photos and scans laid on the table. A new table, so that nothing is locked. */
export const issueFilesMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table issue_files (street_id text not null, issue_id uuid not null, id uuid not null, type text not null, sha256 bytea not null,
         sealed_key bytea not null, sealed bytea not null, seat text not null, added_by text not null, added_at timestamptz(3) not null,
         concerned_unit_ids uuid[] not null, primary key (street_id, issue_id, id), foreign key (street_id, issue_id) references issues)`,
      )
      .execute(db);
    await secureRows(db, 'issue_files', ['concerned_unit_ids']);
  },
  async down(db) {
    await sql.raw('drop table issue_files').execute(db);
  },
};
