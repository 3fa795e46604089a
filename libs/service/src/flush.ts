import type { AnySchema } from './any-schema.js';
import type { ArmedDeadline, DeadlineMove, DeadlineStop } from './deadlines.js';
import type { PgClient } from './pool.js';
import { rowsJson, snake } from './tables.js';
import { stopAll, type EventRow, type Tx } from './tx.js';

/** What one transaction wrote, for those who act on it afterwards. */
export interface Written {
  events: EventRow[];
  armed: ArmedDeadline[];
}

const eventColumns = 'street_id, id, type, aggregate, aggregate_id, version, actor, payload, recorded_at, prev_hash, hash';

/** Nothing was written; the batch may be tried again. */
export class LostUpdate extends Error {
  readonly code = '40001';
}

/**
 * Writes what all commands of the batch kept back and commits: one statement, one part for each table. Foreign keys stand only within a schema
 * and are checked at the end of the statement, so the order of its parts does not matter. A row that somebody moved although we held it
 * makes the statement divide by zero, and nothing is written.
 */
export async function writeBatch(client: PgClient, streetId: string, txs: readonly Tx<AnySchema>[]): Promise<Written> {
  const parts: string[] = [];
  const values: unknown[] = [];
  const expected: { name: string; rows: number }[] = [];
  const param = (value: unknown, type = 'json') => {
    values.push(value);
    return `$${values.length}::${type}`;
  };

  const add = (table: string, rows: readonly object[], conflict = '') => {
    if (rows.length === 0) return;
    for (const [columns, alike] of byColumns(rows)) {
      parts.push(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, ${param(rowsJson(alike))})${conflict}`,
      );
    }
  };

  const inserts = new Map<string, { rows: object[] | Map<string, object>; upsert: boolean; name: string; key: readonly string[] }>();
  const updates = new Map<string, { rows: Map<string, object>; changed: Set<string> }>();
  const events: EventRow[] = [];
  const armed: ArmedDeadline[] = [];
  const removals = new Map<string, { key: readonly string[]; rows: object[] }>();
  const stops: DeadlineStop[] = [];
  const moves: DeadlineMove[] = [];
  for (const { buffer } of txs) {
    for (const [name, { table, rows, upsert }] of buffer.inserts) {
      let all = inserts.get(name);
      if (!all) inserts.set(name, (all = { rows: upsert ? new Map() : [], upsert, name: table.name, key: table.key }));
      if (upsert)
        for (const [key, row] of rows as Map<string, object>)
          (all.rows as Map<string, object>).set(key, { ...(all.rows as Map<string, object>).get(key), ...row });
      else (all.rows as object[]).push(...(rows as object[]));
    }
    for (const [name, { rows, changed }] of buffer.updates) {
      let all = updates.get(name);
      if (!all) updates.set(name, (all = { rows: new Map(), changed: new Set() }));
      for (const [id, row] of rows) all.rows.set(id, row);
      for (const column of changed) all.changed.add(column);
    }
    for (const { table, key } of buffer.removals) {
      const all = removals.get(table.name) ?? { key: table.key, rows: [] };
      removals.set(table.name, all);
      all.rows.push(key);
    }
    events.push(...buffer.events);
    // A clock that an earlier command of the batch started or moved is not written yet.
    stopAll({ armed, moves }, buffer.stops);
    stops.push(...buffer.stops);
    armed.push(...buffer.armed);
    moves.push(...buffer.moves);
  }
  // A row made and changed within the batch is written once, as it ended.
  for (const [name, { rows }] of updates) {
    const made = inserts.get(name)?.rows as { id?: string }[] | undefined;
    if (!made) continue;
    made.forEach((row, i) => {
      const last = rows.get(row.id ?? '');
      if (!last) return;
      made[i] = { ...row, ...last };
      rows.delete(row.id!);
    });
  }

  for (const { name, rows, upsert, key } of inserts.values()) {
    if (!upsert) {
      add(name, rows as object[]);
      continue;
    }
    const list = [...(rows as Map<string, object>).values()];
    for (const [, alike] of byColumns(list)) {
      const keys = ['streetId', ...key];
      const rest = Object.keys(alike[0]!).filter((column) => !keys.includes(column));
      const set = rest.map((column) => `${snake(column)} = excluded.${snake(column)}`).join(', ');
      add(name, alike, ` on conflict (${keys.map(snake).join(', ')}) do ${set ? `update set ${set}` : 'nothing'}`);
    }
  }
  // Only what changed in one of the rows is written: an order has fifty columns, and a step of handling changes six.
  for (const [name, { rows, changed }] of updates) {
    if (rows.size === 0) continue;
    const columns = [...changed].sort();
    const list = [...rows.values()].map((row) => only(row, ['streetId', 'id', ...columns]));
    const set = columns.map((column) => `${snake(column)} = v.${snake(column)}`).join(', ');
    const mark = `u${expected.length}`;
    parts.push(
      `${mark} as (update ${name} as t set ${set} from json_populate_recordset(null::${name}, ${param(rowsJson(list))}) as v where t.street_id = v.street_id and t.id = v.id and t.version < v.version returning 1)`,
    );
    expected.push({ name: mark, rows: list.length });
  }
  for (const [name, { key, rows }] of removals) {
    const same = ['streetId', ...key].map((column) => `t.${snake(column)} = v.${snake(column)}`).join(' and ');
    parts.push(`delete from ${name} as t using json_populate_recordset(null::${name}, ${param(rowsJson(rows))}) as v where ${same}`);
  }
  if (events.length > 0) {
    // What is told names the event alone, and the database has read that already.
    parts.push(
      `told as (insert into events (${eventColumns}) select ${eventColumns} from json_populate_recordset(null::events, ${param(rowsJson(events))}) returning street_id, aggregate_id, version)`,
      'insert into outbox (street_id, aggregate_id, version) select street_id, aggregate_id, version from told',
    );
  }
  add(
    'deadlines',
    armed.map((clock) => ({ streetId, version: 1, ...clock })),
  );
  // Stopping is a compare-and-set: a clock that has fired stays fired. One that was moved as well is written once, as it ended.
  if (stops.length > 0) {
    parts.push(
      `update deadlines as d set state = 'stopped', fires_at = null, stopped_at = s.at, version = d.version + 1
       from (select "subjectId"::uuid as subject_id, code, min(at) as at from json_to_recordset(${param(JSON.stringify(stops))}) as s("subjectId" text, code text, at timestamptz) group by 1, 2) as s
       where d.street_id = ${param(streetId, 'text')} and d.subject_id = s.subject_id and (s.code = '*' or d.code = s.code) and d.state in ('armed', 'paused')
       and d.id <> all(${param(
         moves.map(({ id }) => id),
         'uuid[]',
       )})`,
    );
  }
  // The stages of a clock are a document: what only steps on is written without.
  const step = ['stage', 'firesAt', 'state', 'stoppedAt'];
  for (const [mark, columns, moved] of [
    ['ms', step, moves.filter(({ isStep }) => isStep)],
    ['mv', [...step, 'dueAt', 'stages', 'provisional', 'calendarVersion', 'changes'], moves.filter(({ isStep }) => !isStep)],
  ] as const) {
    if (moved.length === 0) continue;
    const rows = param(rowsJson(moved.map((move) => ({ streetId, ...only(move, ['id', 'version', ...columns]) }))));
    const set = columns.map((column) => `${snake(column)} = v.${snake(column)}`).join(', ');
    parts.push(
      `${mark} as (update deadlines as d set ${set}, version = v.version
       from json_populate_recordset(null::deadlines, ${rows}) as v where d.street_id = v.street_id and d.id = v.id and d.version = v.version - 1 and d.state in ('armed', 'paused') returning 1)`,
    );
    expected.push({ name: mark, rows: moved.length });
  }
  if (parts.length > 0) {
    const text = `with ${parts.map((part, i) => (/^(u\d+|m[sv]|told) as /.test(part) ? part : `p${i} as (${part})`)).join(',\n')}
      select ${expected.map(({ name, rows }) => `1 / ((select count(*) from ${name}) = ${param(rows, 'int')})::int`).join(', ') || '1'}`;
    // The commit is on its way before the answer to the writing: when that fails, the database makes a rollback of it.
    const [, end] = await Promise.all([client.query({ name: statementName(text), text, values }), client.query('commit')]);
    if (end.command !== 'COMMIT') throw new LostUpdate('the transaction was rolled back');
  } else {
    await client.query('commit');
  }
  return { events, armed };
}

function only(row: object, columns: readonly string[]): Record<string, unknown> {
  const some: Record<string, unknown> = {};
  for (const column of columns) some[column] = (row as Record<string, unknown>)[column];
  return some;
}

function byColumns(rows: readonly object[]): Map<string, object[]> {
  const groups = new Map<string, object[]>();
  for (const row of rows) {
    let columns = '';
    for (const key in row) if ((row as Record<string, unknown>)[key] !== undefined) columns += (columns === '' ? '' : ', ') + snake(key);
    const group = groups.get(columns);
    if (group) group.push(row);
    else groups.set(columns, [row]);
  }
  return groups;
}

const names = new Map<string, string>();

/** Statements of the same shape are planned once by each connection. */
function statementName(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < 400) names.set(text, (name = `w${names.size}`));
  return name;
}
