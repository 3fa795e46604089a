import { sql, type Migration } from 'kysely';

/**
 * The tables every service has. `events` is history, audit chain and what was told; nobody updates or deletes it. `outbox` holds what
 * still has to be told. `deadlines` are the timers.
 */
export const plumbingMigration: Migration = {
  async up(db) {
    const statements = [
      `create function app_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
      `create table events (
         street_id text not null, aggregate_id uuid not null, version int not null, id uuid not null, type text not null, aggregate text not null,
         actor jsonb not null, payload jsonb not null, recorded_at timestamptz(3) not null, prev_hash text, hash text not null,
         primary key (street_id, aggregate_id, version))`,
      `create index events_by_time on events (street_id, recorded_at)`,
      `create function events_are_now() returns trigger language plpgsql as $$
       begin
         if new.recorded_at > app_now() or new.recorded_at < app_now() - interval '60 seconds' then
           raise exception 'recorded_at is not the time of writing' using errcode = 'WF001';
         end if;
         return new;
       end $$`,
      `create trigger events_are_now before insert on events for each row execute function events_are_now()`,
      `create function events_stay() returns trigger language plpgsql as $$ begin raise exception 'events are never changed' using errcode = 'WF002'; end $$`,
      `create trigger events_stay before update or delete or truncate on events for each statement execute function events_stay()`,
      `create table outbox (street_id text not null, aggregate_id uuid not null, version int not null, seq bigint generated always as identity, written_at timestamptz not null default clock_timestamp(),
         primary key (street_id, aggregate_id, version))`,
      `create index outbox_seq on outbox (seq)`,
      `create table inbox (street_id text not null, consumer text not null, aggregate_id uuid not null, version int not null, event_id uuid not null, applied_at timestamptz not null default clock_timestamp(),
         primary key (street_id, consumer, aggregate_id, version))`,
      `create table inbox_held (street_id text not null, consumer text not null, aggregate_id uuid not null, version int not null, event_id uuid not null, envelope jsonb not null, held_at timestamptz not null default clock_timestamp(),
         primary key (street_id, consumer, aggregate_id, version))`,
      `create table dead_events (street_id text not null, id uuid not null, consumer text not null, type text not null, aggregate_id uuid, version int, envelope jsonb not null, reason text not null, tries int not null,
         died_at timestamptz not null default clock_timestamp(), replayed_at timestamptz, primary key (street_id, id, consumer))`,
      `create table idempotency_keys (street_id text not null, account_id text not null, operation text not null, key text not null, request_hash text not null, response jsonb,
         recorded_at timestamptz not null default clock_timestamp(), primary key (street_id, account_id, operation, key))`,
      `create table deadlines (
         street_id text not null, id uuid not null, subject_id uuid not null, code text not null, stage int not null, stages jsonb not null, started_at timestamptz(3) not null, due_at timestamptz(3) not null,
         fires_at timestamptz(3), state text not null check (state in ('armed', 'stopped', 'fired')), stopped_at timestamptz(3), version int not null, policy_version int not null, calendar_version int not null,
         provisional boolean not null, primary key (street_id, id), check ((state = 'armed') = (fires_at is not null)))`,
      `create index deadlines_due on deadlines (fires_at) where state = 'armed'`,
      `create index deadlines_of_subject on deadlines (street_id, subject_id)`,
      `create index deadlines_provisional on deadlines (street_id) where provisional and state = 'armed'`,
      `create table deadline_effects (street_id text not null, deadline_id uuid not null, stage int not null, code text not null, fires_at timestamptz(3) not null, at timestamptz(3) not null, skipped int not null,
         primary key (street_id, deadline_id, stage), check (at >= fires_at))`,
      `create table time_limits (street_id text not null, version int not null, in_force_from date not null, rows jsonb not null, primary key (street_id, version))`,
      `create table calendars (street_id text not null, year int not null, version int not null, provisional boolean not null, papers jsonb not null, days jsonb not null, primary key (street_id, year))`,
      `create table chain_heads (street_id text not null, on_date date not null, chains int not null, events bigint not null, head text not null, prev_head text, primary key (street_id, on_date))`,
      `create table heartbeats (service text primary key, at timestamptz not null)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
  async down(db) {
    for (const name of [
      'heartbeats',
      'chain_heads',
      'calendars',
      'time_limits',
      'deadline_effects',
      'deadlines',
      'idempotency_keys',
      'dead_events',
      'inbox_held',
      'inbox',
      'outbox',
      'events',
    ])
      await sql.raw(`drop table ${name}`).execute(db);
    for (const name of ['events_are_now', 'events_stay', 'app_now']) await sql.raw(`drop function ${name}()`).execute(db);
  },
};

/**
 * Clocks that can stand still, and what happened to a clock while it ran. Constant defaults and a check that holds for every row there is: no
 * table is rewritten.
 */
export const pausesMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `alter table deadlines add column changes jsonb not null default '[]', drop constraint deadlines_state_check,
           add constraint deadlines_state_check check (state in ('armed', 'paused', 'stopped', 'fired'))`,
      )
      .execute(db);
  },
  async down(db) {
    await sql
      .raw(
        `alter table deadlines drop column changes, drop constraint deadlines_state_check,
           add constraint deadlines_state_check check (state in ('armed', 'stopped', 'fired'))`,
      )
      .execute(db);
  },
};

/** Per street, which day this service has told last; an aggregate, so that telling a day is a fact with a chain of its own. */
export const daysMigration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table day_logs (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, last_day text not null,
           primary key (street_id, id))`,
      )
      .execute(db);
  },
  async down(db) {
    await sql.raw(`drop table day_logs`).execute(db);
  },
};

/** Columns that no question compares: counting their values, document by document, is a tenth of what a growing database works on. */
const neverCompared = {
  events: ['actor', 'payload', 'prev_hash', 'hash'],
  deadlines: ['stages', 'changes'],
  idempotency_keys: ['request_hash', 'response'],
  inbox_held: ['envelope'],
  dead_events: ['envelope'],
};

/** No statistics for what nobody compares. Only the catalogue changes. */
export const withoutStatisticsMigration: Migration = {
  async up(db) {
    for (const [table, columns] of Object.entries(neverCompared))
      await sql.raw(`alter table ${table} ${columns.map((column) => `alter ${column} set statistics 0`).join(', ')}`).execute(db);
  },
  async down(db) {
    for (const [table, columns] of Object.entries(neverCompared))
      await sql.raw(`alter table ${table} ${columns.map((column) => `alter ${column} set statistics -1`).join(', ')}`).execute(db);
  },
};

/**
 * By which calendar a provisional clock was counted anew last without any change, so that it is not asked again until the next one comes. A nullable column without
 * default: no table is rewritten.
 */
export const recountsMigration: Migration = {
  async up(db) {
    await sql.raw('alter table deadlines add column recounted_version int').execute(db);
  },
  async down(db) {
    await sql.raw('alter table deadlines drop column recounted_version').execute(db);
  },
};
