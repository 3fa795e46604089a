import { secureRows, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** What units have promised at their tables, and how it ended. A new table, so that nothing is locked. */
export const commitmentFacts: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table commitment_facts (street_id text not null, commitment_id uuid not null, unit_id uuid, due_at timestamptz(3), is_late boolean, is_kept boolean, ended_at timestamptz(3),
      primary key (street_id, commitment_id))`.execute(db);
    await sql`create index commitment_facts_of_unit on commitment_facts (street_id, unit_id, due_at)`.execute(db);
    await secureRows(db, 'commitment_facts');
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop table commitment_facts`.execute(db);
  },
};
