import type pg from 'pg';

/** A row as it lies in a table, found by an id that occurs in it. */
export interface FoundRow {
  table: string;
  columns: { name: string; type: string }[];
  values: Record<string, unknown>;
}

/** Columns that name something the copy shares with its model. */
const shared = /(^|_)(unit|community|estate|building|firm|account|street)(_id|_ids)?$|^(deadline_effects|time_limits)$/;

/**
 * All rows of these schemas in which one of the ids occurs, followed until no new row is found: a case with everything that was written
 * for it.
 */
export async function rowsOf(db: pg.Pool, schemas: readonly string[], firstIds: readonly string[]): Promise<FoundRow[]> {
  const tables = await db.query<{ schema: string; name: string; columns: { name: string; type: string }[] }>(
    `select n.nspname as schema, c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
            filter (where a.attgenerated = '' and a.attidentity <> 'a') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and n.nspname = any($1) and c.relname not like 'kysely%' and c.relname not like 'bench_%' group by 1, 2`,
    [schemas],
  );
  const ids = new Set(firstIds);
  const found = new Map<string, FoundRow>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { schema, name, columns } of tables.rows) {
      const uuids = columns.filter((column) => column.type === 'uuid' && !shared.test(column.name));
      if (uuids.length === 0) continue;
      const rows = await db.query<{ row: Record<string, unknown>; key: string }>(
        `select to_jsonb(t) as row, t.ctid::text as key from ${schema}.${name} t where ${uuids.map(({ name: column }) => `${column} = any($1::uuid[])`).join(' or ')}`,
        [[...ids]],
      );
      for (const { row, key } of rows.rows) {
        const place = `${schema}.${name}@${key}`;
        if (found.has(place)) continue;
        found.set(place, { table: `${schema}.${name}`, columns, values: row });
        for (const { name: column } of uuids)
          if (column === 'id' || column === 'order_id' || column === 'demand_id') ids.add(String(row[column]));
      }
    }
  }
  return [...found.values()];
}

/** SQL of a well-formed uuid made from a text: the same for the same text. With a number in front they rise with it, as ids made in time do. */
export const uuidOf = (text: string, n?: string) => {
  const hash = n === undefined ? `md5(${text})` : `overlay(md5(${text}) placing lpad(to_hex(${n}), 8, '0') from 1)`;
  return `overlay(overlay(${hash} placing '4' from 13) placing '8' from 17)::uuid`;
};

/** SQL of one column of copy number `n`: own ids become new ones, which rise with `rising`, times move back, the rest is as in the model. */
export function copied(row: FoundRow, column: { name: string; type: string }, n: string, secondsApart: number, rising?: string): string {
  const value = row.values[column.name];
  if (value === null || value === undefined) return `null::${column.type}`;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  if (column.type === 'uuid' && !shared.test(column.name)) return uuidOf(`${quoted} || ${n}`, rising);
  if (column.type.startsWith('timestamp')) return `${quoted}::timestamptz - ${n} * interval '${secondsApart} seconds'`;
  if (column.name === 'no') return `left(${quoted}, 6) || ${n}::text`;
  if (column.name === 'key') return `${quoted} || ${n}`;
  if (column.type.endsWith('[]')) return `array(select jsonb_array_elements_text(${quoted}::jsonb))::${column.type}`;
  return `${quoted}::${column.type}`;
}
