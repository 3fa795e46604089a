import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const readTables = ['orders', 'units', 'estates', 'buildings', 'account_mandates', 'ended_mandates', 'disabled_accounts'];

/** Tables, their issues, and what is kept of the registry and of the gateway's mandates. */
export const tablesAndIssuesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table tables (${aggregateColumns}, estate_id uuid not null, community_id uuid not null, seats jsonb not null, concerned_unit_ids uuid[] not null,
         opened_at timestamptz(3) not null, primary key (street_id, id), unique (street_id, estate_id))`,
      `create table issues (${aggregateColumns}, table_id uuid not null, estate_id uuid not null, community_id uuid not null, state text not null, is_open boolean not null,
         title text not null, problem text not null, scope jsonb not null, origin text not null, source_id uuid, proposed_by text, order_ids uuid[] not null, households int not null,
         matters jsonb not null, decision_classes text[] not null, screening jsonb not null, seats jsonb not null, concerned_unit_ids uuid[] not null, payers jsonb not null,
         round_no int not null, round_id uuid, quorum_failures int not null, plan_id uuid, vote_ids uuid[] not null, resolution_id uuid, lead_seat text, body_decisions jsonb not null,
         withdrawal_asked jsonb, merged_into uuid, proposed_at timestamptz(3) not null,
         primary key (street_id, id), foreign key (street_id, table_id) references tables)`,
      `create index issues_of_table on issues (street_id, table_id, id)`,
      `create index issues_open on issues (street_id, id) where is_open`,
      // Orders that may come to the table: where they are, what they are about, and whether they are open.
      `create table orders (street_id text not null, id uuid not null, demand_id uuid, estate_id uuid, building_id uuid, category jsonb, lead_unit_id uuid, received_at timestamptz(3), is_open boolean,
         issue_id uuid, primary key (street_id, id))`,
      `create index orders_of_estate on orders (street_id, estate_id, received_at)`,
      `create table units (street_id text not null, id uuid not null, version int not null, name text not null, kind text not null, primary key (street_id, id))`,
      `create table estates (street_id text not null, id uuid not null, version int not null, name text not null, community_id uuid not null, firm_id uuid, rights_unit_id uuid,
         owners_body text, primary key (street_id, id))`,
      `create table buildings (street_id text not null, id uuid not null, version int not null, estate_id uuid not null, name text not null, primary key (street_id, id))`,
      // Limits are kept as the text of an integer, as they travel.
      `create table account_mandates (street_id text not null, mandate_id uuid not null, account_id text not null, role text not null, unit_id uuid, until text, limit_fen text,
         primary key (street_id, mandate_id))`,
      `create index account_mandates_of_account on account_mandates (street_id, account_id)`,
      // What has ended is told apart from what was granted, so that it does not matter which is heard first.
      `create table ended_mandates (street_id text not null, mandate_id uuid not null, primary key (street_id, mandate_id))`,
      `create table disabled_accounts (street_id text not null, account_id text not null, primary key (street_id, account_id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'tables', ['concerned_unit_ids']);
    await secureRows(db, 'issues', ['concerned_unit_ids']);
    for (const table of readTables) await secureRows(db, table);
  },
  async down(db) {
    for (const table of [...readTables, 'issues', 'tables']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
