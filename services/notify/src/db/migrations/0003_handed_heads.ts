import { secureRows, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** The heads of a day that were handed to the witnesses, by service. */
export const handedHeads: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table handed_heads (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, day text not null, heads jsonb not null,
      primary key (street_id, id))`.execute(db);
    await secureRows(db, 'handed_heads');
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop table handed_heads`.execute(db);
  },
};
