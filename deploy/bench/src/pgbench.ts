import { spawn } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import type { FoundRow } from './rows.js';

const debian = '/usr/lib/postgresql';
const versioned = () => (existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []);

/** pgbench stands beside the real server program, which may have been found through a link, or in one of Debian's versioned folders. */
export function besidePostgres(postgres: string): string {
  const folders = [dirname(postgres), dirname(realpathSync(postgres)), ...versioned()];
  const found = folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
  if (!found) throw new Error('pgbench was not found beside PostgreSQL; on Debian it comes with the package postgresql-NN');
  return found;
}

/**
 * The ceiling: pgbench writing the same rows into tables like ours, one transaction for each demand, prepared statements, the same number
 * of clients. Answers transactions a second.
 */
export async function pgbenchInserts(options: {
  db: pg.Pool;
  adminUrl: string;
  pgbench: string;
  env: NodeJS.ProcessEnv;
  rows: readonly FoundRow[];
  clients: number;
  seconds: number;
}): Promise<number> {
  const { db, adminUrl, pgbench, env, rows, clients, seconds } = options;
  const tables = [...new Set(rows.map((row) => row.table))];
  const copy = (table: string) => table.replace('.', '.bench_');
  for (const table of tables) {
    await db.query(
      `drop table if exists ${copy(table)}; create table ${copy(table)} (like ${table} including defaults including indexes including identity)`,
    );
  }
  const script = ['begin;', ...rows.map((row) => insertOf(row, copy(row.table))), 'end;'].join('\n');
  const file = join(tmpdir(), `wufang-pgbench-${process.pid}.sql`);
  writeFileSync(file, script);
  try {
    const output = await run(
      pgbench,
      ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, adminUrl],
      env,
    );
    const tps = /tps = ([\d.]+)/.exec(output)?.[1];
    if (tps === undefined) throw new Error(`pgbench said: ${output.slice(-500)}`);
    return Number(tps);
  } finally {
    rmSync(file, { force: true });
    for (const table of tables) await db.query(`drop table if exists ${copy(table)}`);
  }
}

function insertOf(row: FoundRow, table: string): string {
  const columns = row.columns.filter(({ name }) => row.values[name] !== undefined && row.values[name] !== null);
  const values = columns.map(({ name, type }) => {
    const value = row.values[name];
    if (type === 'uuid') return 'gen_random_uuid()';
    if (name === 'no' || name === 'key') return 'gen_random_uuid()::text';
    if (type.endsWith('[]')) return `'{${(value as unknown[]).join(',')}}'`;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    // A colon before a word would be a variable of pgbench.
    return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
  });
  return `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')});`;
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(output) : fail(new Error(`pgbench ended with ${code}: ${output.slice(-800)}`))));
  });
}
