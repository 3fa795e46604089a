import { type AnySchema, secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** Which stage of which clock a message tells, and who sits on the seats of the chain. New columns are empty for what is there already. */
export const ladder: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`alter table messages add column code text, add column stage int`.execute(db);
    await sql`create table chain_seats (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
      seat text not null, account_ids text[] not null, primary key (street_id, id), unique (street_id, seat))`.execute(db);
    await secureRows(db, 'chain_seats');
  },
  async down(db: Kysely<AnySchema>) {
    await sql`drop table chain_seats`.execute(db);
    await sql`alter table messages drop column code, drop column stage`.execute(db);
  },
};
