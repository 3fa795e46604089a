import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Objections to a dispatch, legs of co-units, and the pilots of 有事您找我. */
export const disputesAndLegsMigration: Migration = {
  async up(db) {
    const statements = [
      // A constant default is kept in the catalogue: no row is written anew.
      `alter table work_orders add column open_dispute_id uuid, add column open_leg_ids uuid[] not null default '{}', add column contact_unit_id uuid,
         add column hand_up_step text, add column hand_up_version int`,
      `create table disputes (
         street_id text not null, id uuid not null, order_id uuid not null, no text not null, level text not null, state text not null, lead_unit_id uuid not null,
         rule_ids text[] not null, directory_version int not null, reason text not null, text text not null, photo_ids uuid[] not null, is_beside boolean not null,
         raised_at timestamptz(3) not null, due_at timestamptz(3) not null, decided_at timestamptz(3), to_unit_id uuid, decision_text text,
         primary key (street_id, id), foreign key (street_id, order_id) references work_orders, check ((state = 'OPEN') = (decided_at is null)))`,
      `create index disputes_by_due on disputes (street_id, state, due_at, id)`,
      `create unique index disputes_of_order on disputes (street_id, order_id, raised_at)`,
      `create table legs (
         street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         order_id uuid not null, demand_id uuid not null, no text not null, unit_id uuid not null, lead_unit_id uuid not null, task text, state text not null, is_open boolean not null,
         started_at timestamptz(3) not null, due_at timestamptz(3) not null, accepted_at timestamptz(3), closed_at timestamptz(3),
         report text, stage_report text, evidence text, photo_ids uuid[] not null,
         primary key (street_id, id), foreign key (street_id, order_id) references work_orders, check (unit_id <> lead_unit_id), check (is_open = (closed_at is null)))`,
      // A unit owes the lead one thing at a time.
      `create unique index legs_open_of_order on legs (street_id, order_id, unit_id) where is_open`,
      `create index legs_of_order on legs (street_id, order_id, started_at)`,
      `create index legs_open_by_due on legs (street_id, due_at, id) where is_open`,
      `create index legs_of_unit_by_due on legs (street_id, unit_id, is_open, due_at, id)`,
      `create table hand_up_pilots (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null,
         pilot_version int not null, primary key (street_id, id), unique (street_id))`,
      `create table hand_up_pilot_versions (street_id text not null, pilot_version int not null, pilot jsonb not null, primary key (street_id, pilot_version))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'disputes', ['lead_unit_id']);
    await secureRows(db, 'legs', ['unit_id', 'lead_unit_id']);
    await secureRows(db, 'hand_up_pilots');
    await secureRows(db, 'hand_up_pilot_versions');
  },
  async down(db) {
    for (const table of ['hand_up_pilot_versions', 'hand_up_pilots', 'legs', 'disputes']) await sql.raw(`drop table ${table}`).execute(db);
    await sql
      .raw(
        `alter table work_orders drop column open_dispute_id, drop column open_leg_ids, drop column contact_unit_id, drop column hand_up_step, drop column hand_up_version`,
      )
      .execute(db);
  },
};
