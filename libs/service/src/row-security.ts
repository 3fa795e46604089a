import type { AnySchema } from './any-schema.js';
import { sql, type Kysely } from 'kysely';

/**
 * Second line behind the access table: a connection sees rows of its own street only, and, when it looks for somebody who may see what
 * concerns their unit, only rows that name one of their units. `units` are columns of type uuid or uuid[]; none means the street alone.
 */
export async function secureRows(db: Kysely<AnySchema>, table: string, units: readonly string[] = []): Promise<void> {
  const street = `(street_id = current_setting('app.street_id', true) or current_setting('app.street_id', true) = '*')`;
  const mine = `string_to_array(nullif(nullif(current_setting('app.unit_ids', true), ''), '*'), ',')::uuid[]`;
  const named: string[] = [];
  for (const column of units) {
    const found = await sql<{ type: string }>`
      select format_type(atttypid, null) as type from pg_attribute where attrelid = ${table}::regclass and attname = ${column}`.execute(db);
    named.push(found.rows[0]?.type === 'uuid[]' ? `${column} && ${mine}` : `${column} = any(${mine})`);
  }
  const see = units.length === 0 ? street : `${street} and (current_setting('app.unit_ids', true) = '*' or ${named.join(' or ')})`;
  await sql.raw(`alter table ${table} enable row level security`).execute(db);
  await sql.raw(`alter table ${table} force row level security`).execute(db);
  await sql.raw(`create policy ${table}_rows on ${table} using (${see}) with check (${street})`).execute(db);
}
