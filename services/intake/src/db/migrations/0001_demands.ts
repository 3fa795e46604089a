import { secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

const chained = 'street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null';
const tables = [
  'callback_attempts',
  'callbacks',
  'attachments',
  'timeline',
  'parked_rows',
  'imports',
  'mapping_profiles',
  'complainants',
  'order_handlers',
  'order_units',
  'demands',
  'demand_orders',
  'places',
  'buildings',
  'estates',
  'units',
];

/** Demands with their vault, callbacks, photos and imports, and what other services told of units, places and orders. */
export const demandsMigration: Migration = {
  async up(db) {
    const statements = [
      `create table units (street_id text not null, id uuid not null, name text not null, kind text not null, primary key (street_id, id))`,
      `create table estates (street_id text not null, id uuid not null, name text not null, community_id uuid not null, type text not null, primary key (street_id, id))`,
      `create table buildings (street_id text not null, id uuid not null, estate_id uuid not null, name text not null, primary key (street_id, id))`,
      `create table places (street_id text not null, code text not null, name text not null, community_id uuid, estate_id uuid, building_id uuid, primary key (street_id, code))`,

      `create table demand_orders (street_id text not null, demand_id uuid not null, order_id uuid, state text, lead_unit_id uuid, co_unit_ids uuid[] not null default '{}', due_at timestamptz(3), completed_at timestamptz(3),
         is_open boolean not null default true, primary key (street_id, demand_id))`,
      `create index demand_orders_by_order on demand_orders (street_id, order_id)`,
      // Row-level security keeps an index on a list of units from being used; one row for each unit finds a unit's demands.
      `create table order_units (street_id text not null, unit_id uuid not null, demand_id uuid not null, primary key (street_id, unit_id, demand_id))`,
      `create table order_handlers (street_id text not null, order_id uuid not null, account_id text not null, primary key (street_id, order_id, account_id))`,

      `create table demands (${chained}, no text not null, state text not null, channel text not null, demand_type text, category1 text, category2 text, category3 text, level text not null, title text not null,
         community_id uuid, estate_id uuid, building_id uuid, point text, received_at timestamptz(3) not null, happened_at timestamptz(3), screening text, screening_message text, screened_at timestamptz(3), order_id uuid, linked_to uuid,
         photos int not null default 0, caller_index bytea, tail_index bytea, body_index bytea, primary key (street_id, id), check ((state = 'LINKED') = (linked_to is not null)))`,
      `create unique index demands_no on demands (street_id, no)`,
      `create index demands_newest on demands (street_id, received_at desc, id desc)`,
      `create index demands_to_screen on demands (street_id, received_at desc, id desc) where state = 'SCREENING'`,
      `create index demands_by_place on demands (street_id, estate_id, category3, received_at desc)`,
      `create index demands_by_point on demands (street_id, point, category3) where estate_id is null and point is not null`,
      `create index demands_by_caller on demands (street_id, caller_index, received_at desc) where caller_index is not null`,
      `create index demands_linked on demands (street_id, linked_to) where linked_to is not null`,
      `create table complainants (street_id text not null, demand_id uuid not null, sealed_key bytea not null, sealed bytea not null, primary key (street_id, demand_id))`,

      `create table callbacks (${chained}, demand_id uuid not null, order_id uuid not null, state text not null, cause text not null, opened_at timestamptz(3) not null, due_at timestamptz(3), attempts int not null, half_days text[] not null,
         contacted boolean, solved boolean, satisfaction text, recorded_at timestamptz(3), sealed_key bytea, sealed bytea, primary key (street_id, id))`,
      `create unique index callbacks_one_open on callbacks (street_id, demand_id) where state = 'OPEN'`,
      `create index callbacks_open on callbacks (street_id, due_at, id) where state = 'OPEN'`,
      `create index callbacks_by_due on callbacks (street_id, due_at, id)`,
      `create index callbacks_of_demand on callbacks (street_id, demand_id)`,
      `create index callbacks_of_order on callbacks (street_id, order_id)`,
      `create table callback_attempts (street_id text not null, id uuid not null, callback_id uuid not null, at timestamptz(3) not null, account_id text not null, sealed_key bytea, sealed bytea, primary key (street_id, id))`,
      `create index callback_attempts_of_callback on callback_attempts (street_id, callback_id)`,

      `create table attachments (street_id text not null, id uuid not null, demand_id uuid not null, data bytea not null, bytes int not null, width int not null, height int not null, sha256 bytea not null, added_at timestamptz(3) not null,
         primary key (street_id, id), unique (street_id, demand_id, sha256))`,
      `create index attachments_by_time on attachments (street_id, added_at)`,
      `create table timeline (street_id text not null, demand_id uuid not null, id uuid not null, at timestamptz(3) not null, text text not null, primary key (street_id, demand_id, id))`,

      `create table imports (street_id text not null, id uuid not null, file_name text not null, profile text not null, rows int not null, accepted int not null, known int not null, parked int not null, account_id text not null, at timestamptz(3) not null,
         primary key (street_id, id), check (accepted + known + parked = rows))`,
      `create table parked_rows (street_id text not null, id uuid not null, import_id uuid not null, profile text not null, sheet_row int not null, reasons jsonb not null, state text not null check (state in ('PARKED', 'DONE')),
         sealed_key bytea not null, sealed bytea not null, parked_at timestamptz(3) not null, primary key (street_id, id))`,
      `create index parked_rows_waiting on parked_rows (street_id, import_id, sheet_row) where state = 'PARKED'`,
      `create table mapping_profiles (street_id text not null, id text not null, profile jsonb not null, primary key (street_id, id))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of [
      'units',
      'estates',
      'buildings',
      'places',
      'order_handlers',
      'imports',
      'parked_rows',
      'mapping_profiles',
      'callback_attempts',
    ])
      await secureRows(db, table);
    await secureRows(db, 'demand_orders', ['lead_unit_id', 'co_unit_ids']);
    await secureRows(db, 'order_units', ['unit_id']);
    // In functions, so that the planner looks up the few rows asked for instead of first gathering everything a unit may see.
    const look = (name: string, from: string) =>
      sql
        .raw(
          `create function ${name}(street text, demand uuid) returns boolean language plpgsql stable cost 500 as $$ begin return exists (select 1 from ${from} = demand and street_id = street); end $$`,
        )
        .execute(db);
    await look('sees_order', 'demand_orders where demand_id');
    await look('sees_demand', 'demands where id');
    await securedBy(db, 'demands', 'sees_order(street_id, coalesce(linked_to, id))');
    for (const table of ['complainants', 'attachments', 'timeline', 'callbacks'])
      await securedBy(db, table, 'sees_demand(street_id, demand_id)');
  },
  async down(db) {
    for (const table of tables) await sql.raw(`drop table ${table}`).execute(db);
    for (const name of ['sees_order', 'sees_demand']) await sql.raw(`drop function ${name}(text, uuid)`).execute(db);
  },
};

/** A unit sees what belongs to an order it sees; `demand_orders` has that rule itself. A demand that was linked goes with the one it was linked to. */
async function securedBy(db: Kysely<unknown>, table: string, sees: string): Promise<void> {
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  await sql.raw(`alter table ${table} enable row level security`).execute(db);
  await sql.raw(`alter table ${table} force row level security`).execute(db);
  await sql
    .raw(
      `create policy ${table}_rows on ${table} using (${street} and (current_setting('app.unit_ids', true) = '*' or ${sees})) with check (${street})`,
    )
    .execute(db);
}
