import { secureRows, type AnySchema } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** Who is on duty for a seat and when, and which accounts are no more. New tables. */
export const onDuty: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table on_duty (street_id text not null, duty_id uuid not null, no int not null, seat text not null, unit_id uuid not null, account_id text not null,
      starts_at timestamptz(3) not null, ends_at timestamptz(3) not null, primary key (street_id, duty_id, no))`.execute(db);
    await sql`create index on_duty_of_seat on on_duty (street_id, seat, ends_at)`.execute(db);
    await sql`create index on_duty_of_account on on_duty (street_id, account_id)`.execute(db);
    await sql`create table disabled_accounts (street_id text not null, account_id text not null, primary key (street_id, account_id))`.execute(
      db,
    );
    for (const name of ['on_duty', 'disabled_accounts']) await secureRows(db, name);
  },
  async down(db: Kysely<AnySchema>) {
    for (const name of ['disabled_accounts', 'on_duty']) await sql`drop table ${sql.table(name)}`.execute(db);
  },
};
