import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Payments by instalments and their ledger, which balances in every row and is only added to. New tables, so that nothing is locked. */
export const instalmentsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table instalments (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         issue_id uuid not null, resolution_id uuid not null, table_id uuid not null, estate_id uuid not null, title text not null, payer text not null, payer_name text not null,
         seat text, unit_id uuid not null, no int not null, name text not null, kind text not null, amount_fen bigint not null, paid_fen bigint not null, state text not null,
         due_at timestamptz(3), late_at timestamptz(3), concerned_unit_ids uuid[] not null, primary key (street_id, id),
         unique (street_id, resolution_id, payer, kind, no), foreign key (street_id, resolution_id) references resolutions,
         check (case when amount_fen < 0 then paid_fen between amount_fen and 0 else paid_fen between 0 and amount_fen end))`,
      `create index instalments_of_issue on instalments (street_id, issue_id, payer, no)`,
      `create index instalments_of_unit on instalments (street_id, unit_id, due_at) where state = 'OPEN'`,
      `create table payment_entries (street_id text not null, id uuid not null, instalment_id uuid not null, issue_id uuid not null, kind text not null,
         share_fen bigint not null, open_fen bigint not null, paid_fen bigint not null, document text, document_id uuid, paid_on text, reason text, counter_of uuid,
         seat text, recorded_at timestamptz(3) not null, concerned_unit_ids uuid[] not null, primary key (street_id, id),
         foreign key (street_id, instalment_id) references instalments deferrable initially deferred, check (share_fen + open_fen + paid_fen = 0))`,
      `create index payment_entries_of_instalment on payment_entries (street_id, instalment_id, recorded_at)`,
      `create unique index payment_entries_counter on payment_entries (street_id, counter_of) where counter_of is not null`,
      `create function frozen_entry() returns trigger language plpgsql as $$ begin raise exception 'entries of the ledger do not change'; end $$`,
      `create trigger payment_entries_frozen before update or delete on payment_entries for each row execute function frozen_entry()`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['instalments', 'payment_entries']) await secureRows(db, table, ['concerned_unit_ids']);
  },
  async down(db) {
    for (const statement of ['drop table payment_entries', 'drop table instalments', 'drop function frozen_entry'])
      await sql.raw(statement).execute(db);
  },
};
