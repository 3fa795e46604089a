import { secureRows } from '@wufang/service';
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Accounts with their mandates, credentials, tokens, sessions. Sessions and budgets are found by a hash before anybody knows the street, so they
 * hold nothing of a street and stand outside row-level security.
 */
export const identity: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table accounts (
         street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, name text not null, display_name text not null,
         is_disabled boolean not null, session_epoch int not null, mandates jsonb not null, primary key (street_id, id))`,
      `create table account_names (name_key text primary key, street_id text not null, account_id uuid not null)`,
      `create table credentials (street_id text not null, account_id uuid not null, password_hash text not null, changed_at timestamptz(3) not null, primary key (street_id, account_id))`,
      `create table tokens (street_id text not null, id uuid not null, account_id uuid not null, name text not null, token_hash bytea not null, created_at timestamptz(3) not null, until timestamptz(3),
         revoked_at timestamptz(3), primary key (street_id, id))`,
      `create unique index tokens_by_hash on tokens (token_hash)`,
      `create table sessions (id_hash bytea primary key, street_id text not null, account_id uuid not null, epoch int not null, opened_at timestamptz not null, ends_at timestamptz not null,
         idle_ends_at timestamptz not null)`,
      `create index sessions_over on sessions (ends_at)`,
      `create table budgets (key bytea primary key, used int not null, until timestamptz not null)`,
      `create index budgets_over on budgets (until)`,
      // Who calls, for all requests that wait: one question, one index look for each. plpgsql keeps its plan, unlike sql.
      `create function callers(hashes bytea[]) returns table (hash bytea, kind text, street_id text, account_id uuid, name text, mandates jsonb, idle_ends_at timestamptz, now timestamptz)
       language plpgsql stable set app.street_id = '*' as $$
       #variable_conflict use_column
       begin
         return query
           select s.id_hash, 'session', a.street_id, a.id, a.name, a.mandates, s.idle_ends_at, app_now()
           from sessions s join accounts a on a.street_id = s.street_id and a.id = s.account_id
           where s.id_hash = any(hashes) and s.ends_at > app_now() and s.idle_ends_at > app_now() and s.epoch = a.session_epoch and not a.is_disabled
           union all
           select t.token_hash, 'token', a.street_id, a.id, a.name, a.mandates, null, app_now()
           from tokens t join accounts a on a.street_id = t.street_id and a.id = t.account_id
           where t.token_hash = any(hashes) and t.revoked_at is null and (t.until is null or t.until > app_now()) and not a.is_disabled;
       end $$`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const table of ['accounts', 'credentials', 'tokens']) await secureRows(db, table);
  },
  async down(db: Kysely<unknown>) {
    await sql.raw('drop function callers(bytea[])').execute(db);
    for (const table of ['budgets', 'sessions', 'tokens', 'credentials', 'account_names', 'accounts'])
      await sql.raw(`drop table ${table}`).execute(db);
  },
};
