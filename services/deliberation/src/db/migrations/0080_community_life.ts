import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const madeTables = [
  'office_questions',
  'courtyard_matters',
  'courtyards',
  'council_sessions',
  'monthly_slots',
  'project_programs',
  'projects',
];

/** The project pool with its yearly programme and monthly slots, council sessions, courtyards with their matters, questions of office days. New tables only. */
export const communityLifeMigration: Migration = {
  async up(db) {
    const statements = [
      `create table projects (${aggregateColumns}, state text not null, title text not null, problem text not null, type text not null, zone text, origin text not null,
         origin_ids uuid[] not null, place jsonb not null, community_id uuid not null, concerned_unit_ids uuid[] not null, month text, tasks jsonb not null,
         budget_fen bigint check (budget_fen > 0), support jsonb not null, approval jsonb, reason text, before_photo_ids uuid[] not null, after_photo_ids uuid[] not null,
         result text, accepted_by jsonb not null, proposed_at timestamptz(3) not null, primary key (street_id, id))`,
      `create index projects_by_state on projects (street_id, state, id)`,
      `create table project_programs (${aggregateColumns}, year int not null, quota int not null, taken int not null check (taken between 0 and quota),
         primary key (street_id, id), unique (street_id, year))`,
      `create table monthly_slots (${aggregateColumns}, community_id uuid not null, month text not null, project_id uuid, due_at timestamptz(3) not null, is_missed boolean not null,
         primary key (street_id, id), unique (street_id, month, community_id))`,
      `create table council_sessions (${aggregateColumns}, state text not null, community_id uuid not null, estate_id uuid, issue_id uuid, concerned_unit_ids uuid[] not null,
         topic text not null, plan text, rounds jsonb not null, result text, opened_at timestamptz(3) not null, primary key (street_id, id))`,
      `create table courtyards (${aggregateColumns}, name text not null, community_id uuid not null, estate_id uuid, building_id uuid, stairwell text, branch text not null,
         primary key (street_id, id))`,
      `create table courtyard_matters (${aggregateColumns}, courtyard_id uuid not null, community_id uuid not null, concerned_unit_ids uuid[] not null, state text not null, title text not null,
         text text not null, raised_at timestamptz(3) not null, supporter_ids jsonb not null, convened_at timestamptz(3), invited_unit_ids uuid[] not null, answers jsonb not null,
         result text, issue_id uuid, primary key (street_id, id), foreign key (street_id, courtyard_id) references courtyards)`,
      `create index courtyard_matters_of on courtyard_matters (street_id, courtyard_id, id)`,
      `create table office_questions (${aggregateColumns}, office_day_on text not null, community_id uuid not null, unit_id uuid not null, concerned_unit_ids uuid[] not null, state text not null,
         title text not null, question text not null, asked_at timestamptz(3) not null, due_at timestamptz(3) not null, answer text, answered_at timestamptz(3), outcome text,
         project_id uuid, issue_id uuid, primary key (street_id, id))`,
      `create index office_questions_by_day on office_questions (street_id, office_day_on, id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['projects', 'council_sessions', 'office_questions']) await secureRows(db, table, ['concerned_unit_ids']);
    await secureRows(db, 'monthly_slots', ['community_id']);
    // Residents read their courtyards; who reads what of it is said by the access table.
    for (const table of ['project_programs', 'courtyards', 'courtyard_matters']) await secureRows(db, table);
  },
  async down(db) {
    for (const table of madeTables) await sql.raw(`drop table ${table}`).execute(db);
  },
};
