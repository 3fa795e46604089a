import type { AnySchema } from './any-schema.js';
import { sql, type Kysely } from 'kysely';

/**
 * Second line behind the access table: a connection sees rows of its own street only, and, when it looks for somebody who may see what
 * concerns their unit, only rows that name one of their units. `units` are columns of type uuid or uuid[]; none means the street alone.
 */
export async function secureRows(db: Kysely<AnySchema>, table: string, units: readonly string[] = []): Promise<void> {
  const { all, units: mine } = lookingAs;
  const named: string[] = [];
  for (const column of units) {
    const found = await sql<{ type: string }>`
      select format_type(atttypid, null) as type from pg_attribute where attrelid = ${table}::regclass and attname = ${column}`.execute(db);
    named.push(found.rows[0]?.type === 'uuid[]' ? `${column} && ${mine}` : `${column} = any(${mine})`);
  }
  await secureRowsWhere(db, table, units.length === 0 ? 'true' : [all, ...named].join(' or '));
}

/** Who looks, as SQL: `all` is true for the service's own commands and for those who reach the whole street, `account` is `*` for commands alone. */
export const lookingAs = {
  all: `current_setting('app.unit_ids', true) = '*'`,
  units: `string_to_array(nullif(nullif(current_setting('app.unit_ids', true), ''), '*'), ',')::uuid[]`,
  isCommand: `current_setting('app.account_id', true) = '*'`,
  account: `current_setting('app.account_id', true)`,
};

/** The same second line where who may see a row is a condition of its own, written with `lookingAs`. */
export async function secureRowsWhere(db: Kysely<AnySchema>, table: string, maySee: string): Promise<void> {
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  await sql.raw(`alter table ${table} enable row level security`).execute(db);
  await sql.raw(`alter table ${table} force row level security`).execute(db);
  await sql.raw(`create policy ${table}_rows on ${table} using (${street} and (${maySee})) with check (${street})`).execute(db);
}
