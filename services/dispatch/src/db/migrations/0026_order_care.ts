import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const made = ['home_visits', 'referrals', 'order_ways'];

/** How each order is handled (四方四办、工作法、一案一策), where it was referred to, and who called on whom. New tables. */
export const orderCareMigration: Migration = {
  async up(db) {
    const ofOrder = 'foreign key (street_id, order_id) references work_orders';
    const statements = [
      `create table order_ways (street_id text not null, order_id uuid not null, way text, methods text[] not null, plan text, noted_at timestamptz(3) not null,
         unit_id uuid, primary key (street_id, order_id), ${ofOrder})`,
      `create table referrals (street_id text not null, order_id uuid not null, id uuid not null, kind text not null, referred_to text not null, reason text not null,
         state text not null, outcome text, made_at timestamptz(3) not null, ended_at timestamptz(3), unit_id uuid, primary key (street_id, order_id, id), ${ofOrder})`,
      `create table home_visits (street_id text not null, order_id uuid not null, id uuid not null, by text not null, purpose text not null, outcome text not null,
         is_dispute boolean not null, note text, visited_at timestamptz(3) not null, unit_id uuid, primary key (street_id, order_id, id), ${ofOrder})`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of made) await secureRows(db, table);
  },
  async down(db) {
    for (const table of made) await sql.raw(`drop table ${table}`).execute(db);
  },
};
