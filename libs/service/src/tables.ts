/**
 * Tables as the unit of work knows them. Rows are objects in camelCase whose keys are the columns; they travel as JSON, so a Date is a
 * timestamp and a Buffer a bytea.
 */
export interface TableDef {
  readonly name: string;
  /** Key columns after street_id. */
  readonly key: readonly string[];
}

/** Rows that are only added, or written again as a whole under the same key. */
export interface Table<Row extends object> extends TableDef {
  readonly kind: 'table';
  readonly row?: Row;
}

export function table<Row extends object>(name: string, key: readonly (keyof Row & string)[]): Table<Row> {
  return { kind: 'table', name, key };
}

/** What every aggregate row carries besides its own columns. */
export interface AggregateRow {
  streetId: string;
  id: string;
  /** Number of events so far. */
  version: number;
  /** Hash of the last event. */
  chainHash: string | null;
  /** Time of the last event; along one aggregate it never falls. */
  updatedAt: Date;
}

/** Rows that change only together with events; `thing` names the aggregate in event types. */
export interface Aggregate<Row extends AggregateRow> extends TableDef {
  readonly kind: 'aggregate';
  readonly thing: string;
  readonly row?: Row;
  /** Of a part: its name, and the columns that are read of each row. */
  readonly part?: { readonly name: string; readonly columns: readonly string[] };
}

export function aggregate<Row extends AggregateRow>(name: string, thing: string): Aggregate<Row> {
  return { kind: 'aggregate', name, thing, key: ['id'] };
}

/**
 * Some columns of an aggregate, for a step that thousands of rows take within a second and that asks little of them: to read sixty columns costs more than the
 * step. Saved, it leaves the other columns as they are.
 */
export function part<Row extends AggregateRow, Column extends Exclude<keyof Row & string, keyof AggregateRow>>(
  { kind, name, thing, key }: Aggregate<Row>,
  partName: string,
  columns: readonly Column[],
): Aggregate<Pick<Row, Column | keyof AggregateRow>> {
  const all: readonly string[] = ['streetId', 'id', 'version', 'chainHash', 'updatedAt', ...columns];
  return { kind, name, thing, key, part: { name: partName, columns: all } };
}

/** The aggregate that something is a part of. */
export function whole<Row extends AggregateRow>({ kind, name, thing, key }: Aggregate<Row>): Aggregate<Row> {
  return { kind, name, thing, key };
}

/** Where a row of an aggregate is kept during a transaction; a part of it is another row than the whole. */
export function rowPlace({ name, part }: Pick<TableDef, 'name'> & { part?: Aggregate<AggregateRow>['part'] }, id: string): string {
  return part ? `${name}.${part.name}:${id}` : `${name}:${id}`;
}

const snakes = new Map<string, string>();
export function snake(name: string): string {
  let text = snakes.get(name);
  if (text === undefined) {
    text = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakes.set(name, text);
  }
  return text;
}

const camels = new Map<string, string>();
export function camel(name: string): string {
  let text = camels.get(name);
  if (text === undefined) {
    text = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    camels.set(name, text);
  }
  return text;
}

/**
 * Makes rows of cells in the order of these columns. Each is a copy of one model row and then filled: an object that gets its fifty columns one after the
 * other by computed names is kept as a dictionary by the engine, and to copy one of those costs seven times as much.
 */
export function rowMaker(columns: readonly string[]): (cells: readonly unknown[]) => Record<string, unknown> {
  const model = JSON.parse(`{${columns.map((column) => `${JSON.stringify(column)}:null`).join(',')}}`) as Record<string, unknown>;
  return (cells) => {
    const row = { ...model };
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i];
    return row;
  };
}

export function camelRow<Row>(row: Record<string, unknown>): Row {
  const out: Record<string, unknown> = {};
  for (const column in row) out[camel(column)] = row[column];
  return out as Row;
}

/** JSON text of rows for `json_populate_recordset`. */
export function rowsJson(rows: readonly object[]): string {
  let text = '[';
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Record<string, unknown>;
    text += i === 0 ? '{' : ',{';
    let first = true;
    for (const key in row) {
      const value = row[key];
      if (value === undefined) continue;
      text += (first ? '"' : ',"') + snake(key) + '":' + cell(value);
      first = false;
    }
    text += '}';
  }
  return text + ']';
}

function cell(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'bigint':
      return value.toString();
  }
  if (value === null) return 'null';
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  try {
    return JSON.stringify(value);
  } catch {
    // A bigint somewhere inside. Looking at every value each time would cost more than this rare second try.
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
  }
}
