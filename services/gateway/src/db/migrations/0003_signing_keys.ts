import { secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** Keys that sign what people approve. The private part opens with the account's password alone, and lies sealed in the vault besides. */
export const signingKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table signing_keys (street_id text not null, id uuid not null, account_id uuid not null, public_key bytea not null, salt bytea not null, sealed_key bytea not null,
           sealed bytea not null, made_at timestamptz(3) not null, primary key (street_id, id))`,
      )
      .execute(db);
    await sql.raw('create index signing_keys_of_account on signing_keys (street_id, account_id, id)').execute(db);
    await secureRows(db, 'signing_keys');
  },
  async down(db: Kysely<unknown>) {
    await sql.raw('drop table signing_keys').execute(db);
  },
};
