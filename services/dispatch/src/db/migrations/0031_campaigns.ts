import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

/** Campaigns (专项行动) and what was found in them. New tables. Who sees a campaign sees its findings, which are read through it alone. */
export const campaignsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table campaigns (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, kind text not null, state text not null,
         title text not null, lead_unit_id uuid not null, unit_ids uuid[] not null, concerned_unit_ids uuid[] not null, places jsonb not null, items jsonb not null, plan text,
         start_on date not null, end_on date not null, cluster_id uuid, order_ids uuid[] not null, shift_plan_ids uuid[] not null, found int not null, settled int not null, demanded int not null,
         summary text, opened_at timestamptz(3) not null, closed_at timestamptz(3), primary key (street_id, id))`,
      `create index campaigns_by_time on campaigns (street_id, opened_at desc, id)`,
      `create table campaign_findings (street_id text not null, campaign_id uuid not null, id uuid not null, state text not null, place jsonb not null, item text not null, note text not null,
         photo_ids uuid[] not null, unit_id uuid, found_by text not null, found_at timestamptz(3) not null, steps jsonb not null, demand_id uuid,
         primary key (street_id, campaign_id, id), foreign key (street_id, campaign_id) references campaigns)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'campaigns', ['concerned_unit_ids']);
    await secureRows(db, 'campaign_findings');
  },
  async down(db) {
    for (const table of ['campaign_findings', 'campaigns']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
