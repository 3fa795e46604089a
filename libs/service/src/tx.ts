import type { AnySchema } from './any-schema.js';
import { linkHash, stopClock, type ClockPosition } from '@wufang/kernel';
import type { Ctx, Envelope, EventType } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { newId } from './ids.js';
import { BatchConflict, type Batch, type Loader } from './batch.js';
import { anyOf } from './pool.js';
import { rowPlace, type Aggregate, type AggregateRow, type Table, type TableDef } from './tables.js';
import { isStoppedBy, type ArmedDeadline, type DeadlineMove, type DeadlineRow, type DeadlineStop } from './deadlines.js';

/** A fact to record: which event, and its payload. */
export interface Fact<P extends z.ZodType = z.ZodType> {
  type: EventType<P>;
  payload: z.input<P>;
}

export function fact<P extends z.ZodType>(type: EventType<P>, payload: z.input<P>): Fact {
  return { type, payload };
}

export interface EventRow {
  streetId: string;
  id: string;
  type: string;
  aggregate: string;
  aggregateId: string;
  version: number;
  actor: object;
  payload: unknown;
  recordedAt: Date;
  prevHash: string | null;
  hash: string;
}

/** Writes of one command, kept back until it has decided. */
export class WriteBuffer {
  readonly inserts = new Map<
    string,
    { table: Table<object> | Aggregate<AggregateRow>; rows: Map<string, object> | object[]; upsert: boolean }
  >();
  /** Of each table the rows as they are now, and every column that changed in one of them. */
  readonly updates = new Map<string, { rows: Map<string, AggregateRow>; changed: Set<string> }>();
  readonly events: EventRow[] = [];
  readonly armed: ArmedDeadline[] = [];
  readonly stops: DeadlineStop[] = [];
  readonly moves: DeadlineMove[] = [];
  readonly removals: { table: TableDef; key: object }[] = [];
}

/**
 * One command inside a transaction. `now` is the database's clock. Rows asked for with `lock` or `load` are fetched together with those of
 * the other commands in the batch; writes are kept until the end. `sql` reads within the same transaction but does not see what is
 * still kept back.
 */
export class Tx<DB = unknown> {
  readonly buffer = new WriteBuffer();
  /** Rows as this command left them; others in the batch see them once it has succeeded. */
  readonly overlay = new Map<string, unknown>();
  readonly held: string[] = [];
  waitingFor: string | undefined;

  constructor(
    readonly ctx: Ctx,
    readonly now: Date,
    readonly sql: Kysely<DB>,
    private readonly batch: Batch,
  ) {}

  get streetId(): string {
    return this.ctx.streetId;
  }

  newId(): string {
    return newId(this.now);
  }

  /** Locks one aggregate and answers its row as it is now, or undefined where there is none. */
  lock<Row extends AggregateRow>(table: Aggregate<Row>, id: string): Promise<Row | undefined> {
    return this.take(table, id, false);
  }

  /** The same, but never waits for another transaction: undefined as well where one holds the row. */
  lockIfFree<Row extends AggregateRow>(table: Aggregate<Row>, id: string): Promise<Row | undefined> {
    return this.take(table, id, true);
  }

  private async take<Row extends AggregateRow>(table: Aggregate<Row>, id: string, passesOver: boolean): Promise<Row | undefined> {
    await this.batch.hold(this, `${table.name}:${id}`);
    const place = rowPlace(table, id);
    // An earlier command of the batch has saved a part of this row, or the whole of which this is a part: it is run again alone.
    const saved = this.recall(savedOf(table.name, id));
    if (saved !== undefined && saved !== place) throw new BatchConflict(place);
    if (this.overlay.has(place)) return this.overlay.get(place) as Row | undefined;
    return this.batch.row<Row>(table, id, passesOver ? 'lock free' : 'lock');
  }

  /**
   * A clock as it is now. Its subject's lock keeps it so, and needs to be held before anything is done with it: what had changed it meanwhile would make the
   * writing fail, which moves it from this very version alone.
   */
  async clock(id: string): Promise<DeadlineRow | undefined> {
    await this.hold(clockPlace(id));
    return this.batch.row<DeadlineRow>({ name: 'deadlines' }, id, 'look');
  }

  /** Whether an earlier command of the batch has moved or stopped this clock, so that its row is not as it will be. Hold its subject before. */
  isMoved({ id, subjectId }: DeadlineRow): boolean {
    return Boolean(this.recall(clockPlace(id)) ?? this.recall(stopsOf(subjectId)));
  }

  /** Keeps others in the batch out of a place that is not a row. */
  async hold(place: string): Promise<void> {
    await this.batch.hold(this, place);
  }

  /** What an earlier command of this batch, or this one, left under a place it held. */
  recall<V>(place: string): V | undefined {
    return (this.overlay.has(place) ? this.overlay.get(place) : this.batch.remembered(place)) as V | undefined;
  }

  /**
   * Makes sure that SQL sees all there is at a place: what an earlier command of the batch left there with `remember` is not written yet, and this one
   * is then run again alone.
   */
  mustSeeAll(place: string): void {
    if (this.batch.remembered(place) !== undefined) throw new BatchConflict(place);
  }

  /** Leaves something for later commands of this batch that hold the same place. */
  remember(place: string, value: unknown): void {
    this.overlay.set(place, value);
  }

  load<V>(loader: Loader<V>, key: string): Promise<V | undefined> {
    return this.batch.load(loader, key);
  }

  /** A new aggregate and the facts that made it. */
  create<Row extends AggregateRow>(
    table: Aggregate<Row>,
    row: Omit<Row, 'streetId' | 'version' | 'chainHash' | 'updatedAt'>,
    facts: readonly Fact[],
  ): Row {
    const fresh = { ...row, streetId: this.streetId, version: 0, chainHash: null, updatedAt: this.now } as unknown as Row;
    const next = this.record(table, fresh, facts);
    this.into(this.buffer.inserts, table, false).push(next);
    this.keep(table, next);
    return next;
  }

  /** An aggregate's next state and the facts that made it so. */
  save<Row extends AggregateRow>(table: Aggregate<Row>, row: Row, facts: readonly Fact[]): Row {
    if (facts.length === 0) throw new Error(`${table.name}: a change without a fact`);
    const next = this.record(table, row, facts);
    const inserted = this.buffer.inserts.get(table.name)?.rows as AggregateRow[] | undefined;
    const mine = inserted?.findIndex((other) => other.id === row.id) ?? -1;
    if (mine >= 0) inserted![mine] = { ...inserted![mine], ...next };
    else {
      let updates = this.buffer.updates.get(table.name);
      if (!updates) this.buffer.updates.set(table.name, (updates = { rows: new Map(), changed: new Set() }));
      const before = this.recall<Record<string, unknown>>(rowPlace(table, row.id));
      for (const column in next)
        if (!before || !isSame(before[column], (next as Record<string, unknown>)[column])) updates.changed.add(column);
      updates.rows.set(row.id, next);
    }
    this.keep(table, next);
    return next;
  }

  private keep<Row extends AggregateRow>(table: Aggregate<Row>, row: Row): void {
    const place = rowPlace(table, row.id);
    this.overlay.set(place, row);
    this.overlay.set(savedOf(table.name, row.id), place);
  }

  /** Adds a row that nobody will change. */
  insert<Row extends object>(table: Table<Row>, row: Omit<Row, 'streetId'>): void {
    this.into(this.buffer.inserts, table, false).push({ streetId: this.streetId, ...row });
  }

  /** Writes a row of a read table: of each column the newest value under its key counts; columns not given stay. */
  put<Row extends object>(table: Table<Row>, row: Partial<Omit<Row, 'streetId'>>): void {
    const whole = { streetId: this.streetId, ...row } as Record<string, unknown>;
    const rows = this.into(this.buffer.inserts, table, true) as unknown as Map<string, object>;
    const key = table.key.map((column) => String(whole[column])).join(':');
    rows.set(key, { ...rows.get(key), ...whole });
  }

  /** Takes a row out for good: what the law bids us forget. It must have been there before this batch; lock its aggregate first. */
  remove<Row extends object>(table: Table<Row>, key: Partial<Omit<Row, 'streetId'>>): void {
    this.buffer.removals.push({ table, key: { streetId: this.streetId, ...key } });
  }

  /** Starts a clock; see `deadlines.ts`. */
  arm(deadline: ArmedDeadline): void {
    this.buffer.armed.push(deadline);
    this.overlay.set(clocksOf(deadline.subjectId), true);
  }

  /** Stops the clocks of a subject, those named or all that still run or stand still. */
  stop(subjectId: string, codes: readonly string[] | 'all', at = this.now): void {
    const stopped = (codes === 'all' ? ['*'] : codes).map((code) => ({ subjectId, code, at }));
    stopAll(this.buffer, stopped);
    this.buffer.stops.push(...stopped);
    this.overlay.set(clocksOf(subjectId), true);
    this.overlay.set(stopsOf(subjectId), true);
  }

  /**
   * The clocks of a subject that run or stand still, as they were before this command; those it stopped or moved itself are as it left them. Lock
   * the subject first.
   */
  async runningClocks(subjectId: string): Promise<DeadlineRow[]> {
    // An earlier command of the batch changed them and has not written yet: this one is run again alone.
    if (this.batch.remembered(clocksOf(subjectId))) throw new BatchConflict(clocksOf(subjectId));
    const rows = (await this.load(clocksLoader, subjectId)) ?? [];
    return rows
      .map((row) => ({ ...row, ...this.buffer.moves.findLast(({ id }) => id === row.id) }) as DeadlineRow)
      .filter((row) => row.state === 'armed' || row.state === 'paused')
      .filter((row) => !this.buffer.stops.some((stop) => isStoppedBy(row, stop)));
  }

  /** Moves a running clock: to its next stage, to stand still or go on, or to where it stands when it is counted anew. */
  move(clock: DeadlineRow, to: Partial<ClockPosition>): void {
    const { id, subjectId, code, stage, firesAt, dueAt, stages, stoppedAt, provisional, calendarVersion, changes } = clock;
    const earlier = this.buffer.moves.find((move) => move.id === id);
    const isStep = (earlier?.isStep ?? true) && Object.keys(to).every((column) => isOfStep.has(column));
    // Written out: spread from parts, it would be the slow kind of object.
    const here: DeadlineMove = {
      id,
      subjectId,
      code,
      version: earlier?.version ?? clock.version + 1,
      stage,
      firesAt,
      dueAt,
      stages,
      state: 'armed',
      stoppedAt,
      provisional,
      calendarVersion,
      changes,
      isStep,
    };
    if (earlier) Object.assign(earlier, here, to);
    else this.buffer.moves.push(Object.assign(here, to));
    this.overlay.set(clocksOf(subjectId), true);
    this.overlay.set(clockPlace(id), true);
  }

  private into(inserts: WriteBuffer['inserts'], table: Table<AnySchema> | Aggregate<AnySchema>, upsert: boolean): object[] {
    const name = upsert ? `${table.name}!` : table.name;
    let entry = inserts.get(name);
    if (!entry) inserts.set(name, (entry = { table, rows: upsert ? new Map() : [], upsert }));
    return entry.rows as object[];
  }

  /** What a fact stops, stops when the fact is recorded, as it does when the log is counted again. */
  private stopAt(subjectId: string, at: Date): void {
    for (const stop of this.buffer.stops) if (stop.subjectId === subjectId && stop.at.getTime() === this.now.getTime()) stop.at = at;
    for (const clock of [...this.buffer.armed, ...this.buffer.moves])
      if (clock.subjectId === subjectId && clock.stoppedAt?.getTime() === this.now.getTime()) clock.stoppedAt = at;
  }

  private record<Row extends AggregateRow>(table: Aggregate<Row>, row: Row, facts: readonly Fact[]): Row {
    let { version, chainHash } = row;
    // Two commands on one aggregate may have read the clock in the other order than they got the lock.
    const recordedAt = row.updatedAt > this.now ? row.updatedAt : this.now;
    if (recordedAt > this.now) this.stopAt(row.id, recordedAt);
    for (const { type, payload } of facts) {
      version += 1;
      const checked: unknown = type.payload.parse(payload);
      const actor = { accountId: this.ctx.actor.accountId, roles: this.ctx.actor.roles, unitIds: this.ctx.actor.unitIds };
      const id = this.newId();
      const body = { id, type: type.type, actor, payload: checked, recordedAt: recordedAt.toISOString() };
      const hash = linkHash({ streetId: this.streetId, chainId: row.id, seq: version, prevHash: chainHash, body });
      this.buffer.events.push({
        streetId: this.streetId,
        id,
        type: type.type,
        aggregate: table.thing,
        aggregateId: row.id,
        version,
        actor,
        payload: checked,
        recordedAt,
        prevHash: chainHash,
        hash,
      });
      chainHash = hash;
    }
    return { ...row, version, chainHash, updatedAt: recordedAt };
  }
}

/** Whether a column need not be written; a document made anew counts as another, whatever is in it. */
function isSame(before: unknown, after: unknown): boolean {
  return before === after || (before instanceof Date && after instanceof Date && before.getTime() === after.getTime());
}

/** Columns that say where a clock stands. */
const isOfStep = new Set(['stage', 'firesAt', 'state', 'stoppedAt']);

const clocksOf = (subjectId: string) => `clocks of ${subjectId}`;
const stopsOf = (subjectId: string) => `stops of ${subjectId}`;
const savedOf = (table: string, id: string) => `saved ${table}:${id}`;
const clockPlace = (id: string) => `clock:${id}`;

const clocksLoader: Loader<DeadlineRow[]> = {
  name: 'running clocks',
  load: async (sql, subjectIds, streetId) => {
    const rows = (await sql
      .selectFrom('deadlines')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('subjectId', '=', anyOf(subjectIds))
      .where('state', 'in', ['armed', 'paused'])
      .orderBy('id')
      .execute()) as unknown as DeadlineRow[];
    return new Map(subjectIds.map((id) => [id, rows.filter((row) => row.subjectId === id)]));
  },
};

/** Stops what a buffer has started or moved and not written yet. */
export function stopAll(buffer: Pick<WriteBuffer, 'armed' | 'moves'>, stops: readonly DeadlineStop[]): void {
  for (const stop of stops) {
    for (const clock of [...buffer.armed, ...buffer.moves]) if (isStoppedBy(clock, stop)) Object.assign(clock, stopClock(clock, stop.at));
  }
}

/** The envelope an event travels in. */
export function envelopeOf(row: EventRow): Envelope {
  return {
    id: row.id,
    type: row.type,
    streetId: row.streetId,
    aggregate: row.aggregate,
    aggregateId: row.aggregateId,
    version: row.version,
    recordedAt: row.recordedAt.toISOString(),
    actor: row.actor as Envelope['actor'],
    payload: row.payload,
  };
}
