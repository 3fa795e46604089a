import { secureRows, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** Who is section chief of which unit. A new table. Whoever was appointed before it is not in it: of their unit every chief goes on hearing, until they are granted the mandate anew. */
export const unitChiefs: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table unit_chiefs (street_id text not null, mandate_id uuid not null, account_id text not null, unit_id uuid not null, until timestamptz(3),
      primary key (street_id, mandate_id))`.execute(db);
    await sql`create index unit_chiefs_of_unit on unit_chiefs (street_id, unit_id)`.execute(db);
    await secureRows(db, 'unit_chiefs');
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop table unit_chiefs`.execute(db);
  },
};
