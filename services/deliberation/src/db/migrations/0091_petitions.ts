import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';

/** Petitions of households (联名) and suggestions to take repeated demands up together. New tables, and one empty column of the orders read table. */
export const petitionsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table petitions (${aggregateColumns}, estate_id uuid not null, community_id uuid not null, scope jsonb not null, state text not null, title text not null,
         problem text not null, supporters jsonb not null, issue_id uuid, started_at timestamptz(3) not null, concerned_unit_ids uuid[] not null,
         primary key (street_id, id), check ((state = 'BROUGHT') = (issue_id is not null)))`,
      `create index petitions_of_estate on petitions (street_id, estate_id, id)`,
      `create table clusters (${aggregateColumns}, estate_id uuid not null, building_id uuid, community_id uuid not null, category jsonb not null, state text not null,
         order_ids uuid[] not null, suggested_at timestamptz(3) not null, reason text, issue_id uuid, concerned_unit_ids uuid[] not null, primary key (street_id, id))`,
      // One suggestion at a time about one place and group.
      `create unique index clusters_open on clusters (street_id, estate_id, coalesce(building_id, estate_id), category) where state = 'SUGGESTED'`,
      `alter table orders add column cluster_id uuid`,
      `create index orders_alike on orders (street_id, estate_id, received_at) where cluster_id is null`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['petitions', 'clusters']) await secureRows(db, table, ['concerned_unit_ids']);
  },
  async down(db) {
    const statements = [
      'drop index orders_alike',
      'alter table orders drop column cluster_id',
      'drop table clusters',
      'drop table petitions',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
