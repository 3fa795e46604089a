import type { AnySchema } from './any-schema.js';
import type { Kysely } from 'kysely';
import type { PgClient } from './pool.js';
import { camel, rowMaker, rowPlace, snake, type Aggregate, type AggregateRow, type TableDef } from './tables.js';

/** Two commands of one batch wait for each other; one of them is run again alone. */
export class BatchConflict extends Error {}

/** Rows wanted together: all commands of a batch ask once. Keys are texts; `load` answers a map by key. */
export interface Loader<V> {
  readonly name: string;
  readonly load: (sql: Kysely<AnySchema>, keys: string[], streetId: string) => Promise<Map<string, V>>;
}

/** One command as the batch sees it: the places it holds, the one it waits for, and what it left under them. */
interface Holder {
  readonly held: string[];
  readonly overlay: ReadonlyMap<string, unknown>;
  waitingFor: string | undefined;
}

/** How a row is read: locked after those who hold it, locked unless somebody holds it, or as it is. */
export type Hold = 'lock' | 'lock free' | 'look';
const holds: Record<Hold, string> = { lock: 'for update', 'lock free': 'for update skip locked', look: '' };

/** Rows of a table, whole or a part of each. */
type Rows = Pick<TableDef, 'name'> & Pick<Aggregate<AggregateRow>, 'part'>;

interface Pending {
  keys: Set<string>;
  fetch: (keys: string[]) => Promise<Map<string, unknown>>;
  waiting: { key: string; answer: (value: unknown) => void; fail: (error: unknown) => void }[];
}

/**
 * What the commands of one transaction have in common: rows read once for all of them, and places held by one at a time in the order of
 * arrival.
 */
export class Batch {
  private readonly rows = new Map<string, unknown>();
  private readonly loaded = new Map<string, unknown>();
  private readonly holders = new Map<string, { by: Holder; queue: { tx: Holder; go: () => void }[] }>();
  private readonly pending = new Map<string, Pending>();
  private scheduled = false;

  constructor(
    private readonly client: PgClient,
    private readonly sql: Kysely<AnySchema>,
    private readonly streetId: string,
  ) {}

  async hold(tx: Holder, place: string): Promise<void> {
    const holder = this.holders.get(place);
    if (!holder) {
      this.holders.set(place, { by: tx, queue: [] });
      tx.held.push(place);
      return;
    }
    if (holder.by === tx) return;
    this.refuseCircle(tx, place);
    tx.waitingFor = place;
    await new Promise<void>((go) => holder.queue.push({ tx, go }));
    tx.waitingFor = undefined;
  }

  /** Lets go of what a command held; what it wrote is seen by the next one only when it succeeded. */
  release(tx: Holder, hasSucceeded: boolean): void {
    if (hasSucceeded) for (const [place, row] of tx.overlay) this.rows.set(place, row);
    for (const place of tx.held) {
      const holder = this.holders.get(place)!;
      const next = holder.queue.shift();
      if (!next) {
        this.holders.delete(place);
        continue;
      }
      holder.by = next.tx;
      next.tx.held.push(place);
      next.go();
    }
    tx.held.length = 0;
  }

  remembered(place: string): unknown {
    return this.rows.get(place);
  }

  /** Reads a row, locked or not. What another transaction holds is waited for, or passed over: then it looks as if it were not there. */
  async row<Row>(table: Rows, id: string, hold: Hold): Promise<Row | undefined> {
    const place = rowPlace(table, id);
    if (this.rows.has(place)) return this.rows.get(place) as Row | undefined;
    const name = table.part ? `${hold} ${table.name}.${table.part.name}` : `${hold} ${table.name}`;
    const row = (await this.gather(name, id, (ids) => this.readRows(name, table, ids, hold))) as Row | undefined;
    if (row || hold !== 'lock free') this.rows.set(place, row);
    return row;
  }

  async load<V>(loader: Loader<V>, key: string): Promise<V | undefined> {
    const place = `${loader.name}:${key}`;
    if (this.loaded.has(place)) return this.loaded.get(place) as V | undefined;
    const value = (await this.gather(loader.name, key, (keys) => loader.load(this.sql, keys, this.streetId))) as V | undefined;
    this.loaded.set(place, value);
    return value;
  }

  private gather(name: string, key: string, fetch: Pending['fetch']): Promise<unknown> {
    let pending = this.pending.get(name);
    if (!pending) this.pending.set(name, (pending = { keys: new Set(), fetch, waiting: [] }));
    pending.keys.add(key);
    const answer = new Promise<unknown>((answer, fail) => pending.waiting.push({ key, answer, fail }));
    if (!this.scheduled) {
      this.scheduled = true;
      // After this turn every command that can go on has said what it wants.
      setImmediate(() => void this.fetchPending());
    }
    return answer;
  }

  private async fetchPending(): Promise<void> {
    this.scheduled = false;
    const wanted = [...this.pending.values()];
    this.pending.clear();
    await Promise.all(
      wanted.map(async ({ keys, fetch, waiting }) => {
        try {
          const found = await fetch([...keys]);
          for (const { key, answer } of waiting) answer(found.get(key));
        } catch (error) {
          for (const { fail } of waiting) fail(error);
        }
      }),
    );
  }

  private async readRows(name: string, table: Rows, ids: string[], hold: Hold): Promise<Map<string, unknown>> {
    const columns = table.part ? table.part.columns.map(snake).join(', ') : '*';
    // One order for everybody, so that two transactions do not lock crosswise.
    // As lists of cells: fifty columns a row would be read into an object by their own names first, and into another by ours.
    const result = await this.client.query<unknown[]>({
      rowMode: 'array',
      name,
      text: `select ${columns} from ${table.name} where street_id = $1 and id = any($2::uuid[]) order by id ${holds[hold]}`,
      values: [this.streetId, ids],
    });
    const rows = result.rows.map(rowMaker(result.fields.map((field) => camel(field.name))));
    return new Map(rows.map((row) => [row['id'] as string, row]));
  }

  private refuseCircle(tx: Holder, place: string): void {
    let at: string | undefined = place;
    while (at !== undefined) {
      const by: Holder | undefined = this.holders.get(at)?.by;
      if (by === tx) throw new BatchConflict(place);
      at = by?.waitingFor;
    }
  }
}
