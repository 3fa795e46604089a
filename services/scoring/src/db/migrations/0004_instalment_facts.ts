import { secureRows, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** What units have to pay by what they signed, and whether they were late. A new table, so that nothing is locked. */
export const instalmentFacts: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table instalment_facts (street_id text not null, instalment_id uuid not null, unit_id uuid, due_at timestamptz(3), is_late boolean,
      primary key (street_id, instalment_id))`.execute(db);
    await sql`create index instalment_facts_of_unit on instalment_facts (street_id, unit_id, due_at)`.execute(db);
    await secureRows(db, 'instalment_facts');
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop table instalment_facts`.execute(db);
  },
};
