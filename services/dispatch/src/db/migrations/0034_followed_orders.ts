import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const made = ['building_keepers', 'duty_ticks', 'duty_checklist_versions', 'duty_checklists', 'followed_orders'];

/** Complainants who were invited to follow their order, what of the checklist (三包) is done, and who looks after each building. New tables. */
export const followedOrdersMigration: Migration = {
  async up(db) {
    const ofOrder = 'foreign key (street_id, order_id) references work_orders';
    const statements = [
      `create table followed_orders (street_id text not null, order_id uuid not null, invited_at timestamptz(3) not null, joined_at timestamptz(3),
         primary key (street_id, order_id), ${ofOrder})`,
      `create table duty_checklists (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         list_version int not null, primary key (street_id, id))`,
      `create table duty_checklist_versions (street_id text not null, list_version int not null, list jsonb not null, primary key (street_id, list_version))`,
      `create table duty_ticks (street_id text not null, order_id uuid not null, duty text not null, done_at timestamptz(3) not null, unit_id uuid,
         primary key (street_id, order_id, duty), ${ofOrder})`,
      `create table building_keepers (street_id text not null, building_id uuid not null, account_id text, primary key (street_id, building_id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of made) await secureRows(db, table);
  },
  async down(db) {
    for (const table of made) await sql.raw(`drop table ${table}`).execute(db);
  },
};
