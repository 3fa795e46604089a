import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';

/** Publicities of plans, and the objections to them. New tables, so that nothing is locked. */
export const publicitiesMigration: Migration = {
  async up(db) {
    const statements = [
      `create table publicities (${aggregateColumns}, issue_id uuid not null, plan_id uuid not null, no int not null, state text not null, title text not null, number_text text not null,
         lines jsonb not null, point text not null, photo_ids uuid[] not null, posted_at timestamptz(3) not null, ends_at timestamptz(3) not null, ended_at timestamptz(3),
         affected_owners int not null, raised jsonb not null, assembly jsonb, concerned_unit_ids uuid[] not null, primary key (street_id, id),
         unique (street_id, issue_id, no), foreign key (street_id, plan_id) references plans)`,
      `create unique index publicities_hanging on publicities (street_id, issue_id) where state = 'POSTED'`,
      `create index publicities_board on publicities (street_id, posted_at desc) where state = 'POSTED'`,
      `create table objections (${aggregateColumns}, publicity_id uuid not null, issue_id uuid not null, plan_id uuid not null, by text not null, seat text, unit_id uuid, home_id uuid, owner_id uuid,
         home_label text, reason text not null, document_id uuid, state text not null, raised_at timestamptz(3) not null, due_at timestamptz(3) not null, answer text,
         answered_at timestamptz(3), concerned_unit_ids uuid[] not null, primary key (street_id, id), foreign key (street_id, publicity_id) references publicities)`,
      `create index objections_of_publicity on objections (street_id, publicity_id)`,
      `create index objections_of_home on objections (street_id, home_id) where home_id is not null`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['publicities', 'objections']) await secureRows(db, table, ['concerned_unit_ids']);
  },
  async down(db) {
    for (const table of ['objections', 'publicities']) await sql.raw(`drop table ${table}`).execute(db);
  },
};
