import { secureRows } from '@wufang/service';
import { sql, type Migration } from 'kysely';

const aggregateColumns =
  'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const madeTables = [
  'duties',
  'duty_plans',
  'rains',
  'watch_checks',
  'sweep_checks',
  'sweeps',
  'incident_households',
  'incident_steps',
  'incident_homes',
  'incidents',
  'building_homes',
  'buildings',
];

/**
 * Incidents with their homes, steps and households; sweeps of like places; looks again at solved orders; rain; recurring duties; and of the register
 * the buildings and which homes stand in them. New columns have constant defaults, so no row is rewritten.
 */
export const incidentsAndWatchingMigration: Migration = {
  async up(db) {
    const statements = [
      `alter table estates add column built_year int`,
      `create table buildings (street_id text not null, id uuid not null, version int not null, estate_id uuid not null, name text not null, stairwells int not null, floors int not null,
         primary key (street_id, id))`,
      `create index buildings_of_estate on buildings (street_id, estate_id)`,
      `create table building_homes (street_id text not null, building_id uuid not null, stairwell text not null, estate_id uuid not null, home_ids uuid[] not null,
         primary key (street_id, building_id, stairwell))`,
      `create index building_homes_of_estate on building_homes (street_id, estate_id)`,
      `alter table work_orders add column incident_id uuid, add column before_incident jsonb, add column parent_order_id uuid`,
      `create index work_orders_of_incident on work_orders (street_id, incident_id) where incident_id is not null`,
      // What the place and the time of receipt are never changes, so steps of handling stay within their page.
      `create index work_orders_of_estate on work_orders (street_id, ((place ->> 'estateId')), received_at)`,
      `create table incidents (${aggregateColumns}, state text not null, proposal_key text, title text not null, category jsonb not null, scope jsonb not null, estate_ids uuid[] not null,
         community_ids uuid[] not null, homes int not null, lead_unit_id uuid not null, concerned_unit_ids uuid[] not null, raised_at timestamptz(3) not null, opened_at timestamptz(3),
         status_no int not null, status_text text, status_at timestamptz(3), status_due_at timestamptz(3), restored_at timestamptz(3), reviewed_at timestamptz(3), steps int not null,
         shifts jsonb not null, households int not null, households_done int not null, review jsonb, primary key (street_id, id))`,
      `create index incidents_by_time on incidents (street_id, raised_at desc, id)`,
      `create index incidents_open on incidents (street_id) where state = 'OPEN'`,
      // Two processes may both see the demand that makes it an incident; one of them is told no and looks again.
      `create unique index incidents_live_key on incidents (street_id, proposal_key) where state in ('PROPOSED', 'OPEN')`,
      `create index incidents_by_key on incidents (street_id, proposal_key) where proposal_key is not null`,
      `create table incident_homes (street_id text not null, incident_id uuid not null, home_id uuid not null, estate_id uuid not null, building_id uuid not null, stairwell text not null,
         primary key (street_id, incident_id, home_id), foreign key (street_id, incident_id) references incidents)`,
      `create table incident_steps (street_id text not null, incident_id uuid not null, no int not null, kind text not null, note text not null, at timestamptz(3) not null, account_id text not null,
         unit_id uuid, primary key (street_id, incident_id, no), foreign key (street_id, incident_id) references incidents)`,
      `create table incident_households (street_id text not null, incident_id uuid not null, home_id uuid not null, kind text not null, done boolean not null, note text, visited_at timestamptz(3), unit_id uuid,
         primary key (street_id, incident_id, home_id), foreign key (street_id, incident_id, home_id) references incident_homes)`,
      `create table sweeps (${aggregateColumns}, category jsonb not null, order_id uuid, incident_id uuid, concerned_unit_ids uuid[] not null, checks int not null, found int not null,
         not_found int not null, opened_at timestamptz(3) not null, done_at timestamptz(3), primary key (street_id, id))`,
      `create index sweeps_by_time on sweeps (street_id, opened_at desc, id)`,
      `create table sweep_checks (${aggregateColumns}, sweep_id uuid not null, category jsonb not null, estate_id uuid not null, building_id uuid, community_id uuid, unit_id uuid not null,
         reason text not null, state text not null, due_at timestamptz(3) not null, note text, photo_ids uuid[] not null, checked_at timestamptz(3), demand_no text, primary key (street_id, id),
         foreign key (street_id, sweep_id) references sweeps)`,
      `create index sweep_checks_of_sweep on sweep_checks (street_id, sweep_id, id)`,
      `create table watch_checks (${aggregateColumns}, order_id uuid not null, kind text not null, state text not null, no text not null, category jsonb not null, place jsonb not null, unit_id uuid not null,
         concerned_unit_ids uuid[] not null, open_from timestamptz(3), due_at timestamptz(3), note text, photo_ids uuid[] not null, checked_at timestamptz(3), child_order_id uuid,
         primary key (street_id, id), unique (street_id, order_id, kind))`,
      `create index watch_checks_by_due on watch_checks (street_id, due_at, id)`,
      `create index watch_checks_waiting on watch_checks (street_id) where state = 'WAITING'`,
      `create table rains (${aggregateColumns}, is_on boolean not null, since timestamptz(3), until timestamptz(3), primary key (street_id, id), unique (street_id))`,
      `create table duty_plans (${aggregateColumns}, kind text not null, title text not null, unit_id uuid not null, point text, rule jsonb not null, rota jsonb not null, turn int not null,
         from_on date not null, until_on date, is_active boolean not null, done_through date not null, next_on date, primary key (street_id, id))`,
      `create index duty_plans_of_unit on duty_plans (street_id, unit_id)`,
      `create table duties (${aggregateColumns}, plan_id uuid not null, kind text not null, title text not null, unit_id uuid not null, point text, on_duty text, on_date date not null,
         starts_at timestamptz(3) not null, due_at timestamptz(3) not null, state text not null, note text, done_at timestamptz(3), primary key (street_id, id), unique (street_id, plan_id, on_date),
         foreign key (street_id, plan_id) references duty_plans)`,
      `create index duties_by_due on duties (street_id, due_at, id)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await secureRows(db, 'incidents', ['concerned_unit_ids']);
    await secureRows(db, 'sweeps', ['concerned_unit_ids']);
    await secureRows(db, 'sweep_checks', ['unit_id', 'community_id']);
    await secureRows(db, 'watch_checks', ['concerned_unit_ids']);
    await secureRows(db, 'duty_plans', ['unit_id']);
    await secureRows(db, 'duties', ['unit_id']);
    for (const table of ['rains', 'incident_households', 'incident_steps', 'incident_homes', 'building_homes', 'buildings'])
      await secureRows(db, table);
  },
  async down(db) {
    for (const table of madeTables) await sql.raw(`drop table ${table}`).execute(db);
    for (const index of ['work_orders_of_incident', 'work_orders_of_estate']) await sql.raw(`drop index ${index}`).execute(db);
    await sql.raw('alter table work_orders drop column incident_id, drop column before_incident, drop column parent_order_id').execute(db);
    await sql.raw('alter table estates drop column built_year').execute(db);
  },
};
