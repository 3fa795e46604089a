import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Promises of a signed resolution (承诺事项). */
export const commitmentsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table commitments (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid not null, resolution_id uuid not null, table_id uuid not null, estate_id uuid not null, no int not null, title text not null, seat text not null,
         unit_id uuid not null, text text not null, evidence text not null, state text not null, due_at timestamptz(3) not null, late_at timestamptz(3), task_id uuid,
         ended_at timestamptz(3), concerned_unit_ids uuid[] not null, primary key (street_id, id), unique (street_id, resolution_id, no),
         foreign key (street_id, resolution_id) references resolutions)`,
      `create index commitments_of_issue on commitments (street_id, issue_id, due_at)`,
      `create index commitments_of_unit on commitments (street_id, unit_id, due_at)`,
      `create unique index commitments_of_task on commitments (street_id, task_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'commitments', ['concerned_unit_ids']);
  },
  async down(db) {
    await sql.raw('drop table commitments').execute(db);
  },
};
