import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** That a home was taken off an account, by itself or by the community, and whether it may be bound again. The new table is empty; the index is over few rows. */
export const endedBindingsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table ended_bindings (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         account_id text not null, home_id uuid not null, owner_id uuid, ended_by text not null check (ended_by in ('ACCOUNT', 'COMMUNITY')), reason text, may_bind_again boolean not null,
         bound_at timestamptz(3), ended_at timestamptz(3) not null, primary key (street_id, id), check (ended_by = 'ACCOUNT' or reason is not null))`,
      `create index ended_bindings_of_account on ended_bindings (street_id, account_id, home_id, ended_at desc)`,
      `create index bound_homes_of_home on bound_homes (street_id, home_id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'ended_bindings');
  },
  async down(db) {
    await sql.raw('drop index bound_homes_of_home').execute(db);
    await sql.raw('drop table ended_bindings').execute(db);
  },
};
