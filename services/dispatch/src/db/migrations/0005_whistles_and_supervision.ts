import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const madeTables = [
  'supervisor_comments',
  'leader_lists',
  'leader_list_schedules',
  'scheduling_meetings',
  'supervisions',
  'assigned_tasks',
  'summonses',
  'whistles',
];
const addedIndexes = ['work_orders_received', 'work_orders_closed', 'work_orders_hard'];

/**
 * Whistles and their summonses, assigned tasks, supervisions, scheduling meetings, leaders' lists and supervisors' comments; on the order: who has
 * taken it up, who has claimed it, how often it was urged. New columns have constant defaults, so no row is rewritten.
 */
export const whistlesAndSupervisionMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table work_orders add column section_chief text, add column urges int not null default 0, add column claimed_by_unit_id uuid,
         add column claimed_at timestamptz(3), add check ((claimed_by_unit_id is null) = (claimed_at is null))`,
      `create index work_orders_received on work_orders (street_id, received_at)`,
      // A closing order leaves the index of open ones anyway, so that this one costs its steps nothing.
      `create index work_orders_closed on work_orders (street_id, closed_at) where not is_open`,
      `create index work_orders_hard on work_orders (street_id, due_at, id) where is_open and is_problem_order`,
      `create table whistles (${aggregateColumns}, state text not null, order_id uuid, place jsonb not null, level text not null, reason text not null,
         whistling_unit_id uuid not null, summoned_unit_ids uuid[] not null, concerned_unit_ids uuid[] not null, summons_ids uuid[] not null, task_ids uuid[] not null,
         meeting jsonb, minutes text, result text, asked_at timestamptz(3), sounded_at timestamptz(3), settled_at timestamptz(3), primary key (street_id, id))`,
      `create index whistles_of_order on whistles (street_id, order_id) where order_id is not null`,
      `create index whistles_by_state on whistles (street_id, state, id)`,
      `create table summonses (${aggregateColumns}, whistle_id uuid not null, unit_id uuid not null, whistling_unit_id uuid not null, state text not null, level text not null,
         summoned_at timestamptz(3) not null, respond_due_at timestamptz(3) not null, answered_at timestamptz(3), answer text, checked_in_at timestamptz(3), check_in_point text,
         check_in_photo_id uuid, result text, result_at timestamptz(3), propriety text not null, improper_reason text, reported_to_district_at timestamptz(3),
         primary key (street_id, id), unique (street_id, whistle_id, unit_id), foreign key (street_id, whistle_id) references whistles)`,
      `create index summonses_by_time on summonses (street_id, summoned_at)`,
      `create table assigned_tasks (${aggregateColumns}, source text not null, source_id uuid not null, order_id uuid, unit_id uuid not null, text text not null, state text not null,
         entrusted_at timestamptz(3) not null, due_at timestamptz(3) not null, evidence text, photo_ids uuid[] not null, ended_at timestamptz(3), primary key (street_id, id))`,
      `create index assigned_tasks_of_source on assigned_tasks (street_id, source_id)`,
      `create index assigned_tasks_open on assigned_tasks (street_id, due_at, id) where state = 'ENTRUSTED'`,
      `create index assigned_tasks_by_due on assigned_tasks (street_id, due_at, id)`,
      `create table supervisions (${aggregateColumns}, order_id uuid not null, no text not null, lead_unit_id uuid not null, state text not null, trigger text not null, demand text not null,
         issued_by text not null, issued_at timestamptz(3) not null, due_at timestamptz(3) not null, reply text, replied_at timestamptz(3), ended_at timestamptz(3), primary key (street_id, id))`,
      `create index supervisions_of_order on supervisions (street_id, order_id)`,
      `create index supervisions_by_due on supervisions (street_id, due_at, id)`,
      `create table scheduling_meetings (${aggregateColumns}, state text not null, drawn_at timestamptz(3) not null, agenda jsonb not null, followed_task_ids uuid[] not null, task_ids uuid[] not null,
         adjourned_at timestamptz(3), primary key (street_id, id))`,
      `create index scheduling_meetings_by_time on scheduling_meetings (street_id, drawn_at desc)`,
      `create table leader_list_schedules (${aggregateColumns}, kind text not null, next_from timestamptz(3) not null, next_to timestamptz(3) not null,
         primary key (street_id, id), unique (street_id, kind))`,
      `create table leader_lists (${aggregateColumns}, kind text not null, window_from timestamptz(3) not null, window_to timestamptz(3) not null, made_at timestamptz(3) not null, contents jsonb not null,
         primary key (street_id, id), unique (street_id, kind, window_from))`,
      `create index leader_lists_by_time on leader_lists (street_id, made_at desc)`,
      `create table supervisor_comments (street_id text not null, id uuid not null, order_id uuid not null, by text not null, text text not null, photo_ids uuid[] not null, at timestamptz(3) not null,
         primary key (street_id, order_id, id), foreign key (street_id, order_id) references work_orders)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'whistles', ['concerned_unit_ids']);
    await secureRows(db, 'summonses', ['unit_id']);
    await secureRows(db, 'assigned_tasks', ['unit_id']);
    await secureRows(db, 'supervisions', ['lead_unit_id']);
    for (const table of ['scheduling_meetings', 'leader_list_schedules', 'leader_lists', 'supervisor_comments'])
      await secureRows(db, table);
  },
  async down(db) {
    for (const table of madeTables) await sql.raw(`drop table ${table}`).execute(db);
    for (const index of addedIndexes) await sql.raw(`drop index ${index}`).execute(db);
    await sql
      .raw('alter table work_orders drop column section_chief, drop column urges, drop column claimed_by_unit_id, drop column claimed_at')
      .execute(db);
  },
};
