import type pg from 'pg';
import type { FoundRow } from './rows.js';

/** One kind of row to write many times: SQL of each column of copy number `n`. */
export interface Copies {
  table: string;
  columns: readonly string[];
  select: string;
}

/** The columns of a found row that have a value, and their SQL. */
export function copiesOf(row: FoundRow, value: (column: FoundRow['columns'][number]) => string): Copies {
  const columns = row.columns.filter(({ name }) => row.values[name] !== undefined);
  return { table: row.table, columns: columns.map(({ name }) => name), select: columns.map(value).join(', ') };
}

const WRITERS = 2;
/** Room in the log for what is written at once, so that no checkpoint writes the same pages again and again. */
const LOG_MB = 16_384;

/**
 * Writes the copies 1 to `count` of each of these rows, logged as everything else, in several connections at once. Indexes that are no key are taken away
 * meanwhile and built afterwards in one go; at the end every table is as vacuumed and counted as one that grew over the years, and on disk. Answers
 * how many rows there are now that were not there before.
 */
export async function writeCopies(db: pg.Pool, copies: readonly Copies[], count: number): Promise<number> {
  const tables = [...new Set(copies.map(({ table }) => table))];
  const maxWal = (await db.query<{ max_wal_size: string }>('show max_wal_size')).rows[0]!.max_wal_size;
  await logRoom(db, `${LOG_MB}MB`);
  // The largest first, so that no writer is left with it alone.
  const size = (table: string) => -copies.filter((one) => one.table === table).reduce((sum, one) => sum + one.select.length, 0);
  const line = [...tables].sort((a, b) => size(a) - size(b));
  let written = 0;
  const writer = async () => {
    const client = await db.connect();
    try {
      // Triggers refuse events that are not of now; these are history.
      await client.query(
        "set session_replication_role = replica; set statement_timeout = 0; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
      );
      for (let table = line.shift(); table !== undefined; table = line.shift()) {
        const indexes = await plainIndexes(client, table);
        for (const { name } of indexes) await client.query(`drop index ${name}`);
        for (const { columns, select } of copies.filter((one) => one.table === table)) {
          const { rowCount } = await client.query(
            `insert into ${table} (${columns.join(', ')}) select ${select} from generate_series(1, ${count}) as n on conflict do nothing`,
          );
          written += rowCount ?? 0;
        }
        for (const { definition } of indexes) await client.query(definition);
        await client.query(`vacuum analyze ${table}`);
      }
    } finally {
      client.release(true);
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, writer));
  } finally {
    await logRoom(db, maxWal);
  }
  await db.query('checkpoint');
  return written;
}

async function logRoom(db: pg.Pool, size: string): Promise<void> {
  await db.query(`alter system set max_wal_size = '${size}'`);
  await db.query('select pg_reload_conf()');
}

/** Indexes that keep no promise (no key, not unique), with the statements that make them. */
async function plainIndexes(client: pg.PoolClient, table: string): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i where i.indrelid = $1::regclass and not i.indisunique`,
    [table],
  );
  return rows;
}
