import { type AnySchema, secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/** The facts that rates are counted from; each row is filled by events in any order, so its columns may be empty for a while. */
export const facts: Migration = {
  async up(db: Kysely<AnySchema>) {
    await sql`create table units (street_id text not null, id uuid not null, name text not null, kind text not null, primary key (street_id, id))`.execute(
      db,
    );
    await sql`create table demand_facts (street_id text not null, demand_id uuid not null, order_id uuid, community_id uuid, received_at timestamptz(3), primary key (street_id, demand_id))`.execute(
      db,
    );
    await sql`create index demand_facts_received on demand_facts (street_id, received_at)`.execute(db);
    await sql`create table order_facts (street_id text not null, order_id uuid not null, lead_unit_id uuid, completed_at timestamptz(3), primary key (street_id, order_id))`.execute(
      db,
    );
    await sql`create index order_facts_completed on order_facts (street_id, completed_at)`.execute(db);
    await sql`create table callback_facts (street_id text not null, callback_id uuid not null, demand_id uuid not null, order_id uuid not null, valid boolean not null, contacted boolean,
      solved boolean, satisfaction text, answered_at timestamptz(3) not null, primary key (street_id, callback_id))`.execute(db);
    await sql`create index callback_facts_of_order on callback_facts (street_id, order_id)`.execute(db);
    for (const name of ['units', 'demand_facts', 'order_facts', 'callback_facts']) await secureRows(db, name);
  },
  async down(db: Kysely<AnySchema>) {
    for (const name of ['callback_facts', 'order_facts', 'demand_facts', 'units']) await sql`drop table ${sql.table(name)}`.execute(db);
  },
};
