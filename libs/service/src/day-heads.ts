import { dayEvents, systemCtx, type ServiceName, type WitnessedHead } from '@wufang/contracts';
import { linkHash } from '@wufang/kernel';
import type { AnySchema } from './any-schema.js';
import type { Db } from './db.js';
import { idOf } from './ids.js';
import type { Logger } from './logger.js';
import type { PgClient, PgPool } from './pool.js';
import { aggregate, type AggregateRow } from './tables.js';
import { fact } from './tx.js';

const LOOK_MS = 10 * 60_000;
/** What was begun before midnight has been written by then. */
const AFTER_MIDNIGHT = "interval '5 minutes'";

interface Tips {
  chains: number;
  events: string;
  tips: string;
}

/** The last link of every chain of a street that grew on a day (Beijing time), as one hash over all of them in the order of their ids. */
async function tipsOf(client: PgClient, streetId: string, day: string): Promise<Tips> {
  const found = await client.query<Tips>(
    `select count(*)::int as chains, coalesce(sum(grown), 0)::text as events,
            encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', aggregate_id, version, hash), ',' order by aggregate_id), ''), 'UTF8')), 'hex') as tips
     from (select distinct on (aggregate_id) aggregate_id, version, hash, count(*) over (partition by aggregate_id) as grown from events
           where street_id = $1 and recorded_at >= $2::date::timestamp at time zone 'Asia/Shanghai' and recorded_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai'
           order by aggregate_id, version desc) as grown`,
    [streetId, day],
  );
  return found.rows[0]!;
}

const headOf = (streetId: string, day: string, seq: number, prevHash: string | null, { chains, events, tips }: Tips) =>
  linkHash({ streetId, chainId: 'days', seq, prevHash, body: { day, chains, events, tips } });

/** The streets of a history without reading all of it. */
const streets = `with recursive s as ((select street_id from events order by street_id limit 1)
  union all select (select e.street_id from events e where e.street_id > s.street_id order by e.street_id limit 1) from s where s.street_id is not null)
  select street_id from s where street_id is not null`;

/**
 * Closes every day that is over with one hash over the ends of all chains that grew on it, linked to the day before (reliability, decision 7):
 * whoever keeps one such head can prove what was written until then, also for a chain that was cut off or taken out whole.
 */
export async function closeDays(pool: PgPool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin; set local statement_timeout = '10min'; set local enable_seqscan = on");
    // One process at a time; the other finds nothing left to close.
    await client.query("select pg_advisory_xact_lock(hashtext(current_schema() || ' day heads'))");
    let closed = 0;
    for (const { street_id: street } of (await client.query<{ street_id: string }>(streets)).rows) {
      for (;;) {
        const open = await client.query<{ day: string | null; seq: number; head: string | null }>(
          `select h.seq, h.head, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
           from (select count(*)::int + 1 as seq, max(on_date) as last, (array_agg(head order by on_date desc))[1] as head from chain_heads where street_id = $1) as h,
           lateral (select min(recorded_at) as at from events where street_id = $1
                    and recorded_at >= coalesce((h.last + 1)::timestamp at time zone 'Asia/Shanghai', '-infinity')
                    and recorded_at < date_trunc('day', (app_now() - ${AFTER_MIDNIGHT}) at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') as e`,
          [street],
        );
        const { day, seq, head } = open.rows[0]!;
        if (day === null) break;
        const tips = await tipsOf(client, street, day);
        await client.query(
          'insert into chain_heads (street_id, on_date, chains, events, head, prev_head) values ($1, $2, $3, $4, $5, $6)',
          [...[street, day, tips.chains, tips.events, headOf(street, day, seq, head, tips), head]],
        );
        closed += 1;
      }
    }
    await client.query('commit');
    client.release();
    return closed;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

/** Which day of a street was told last. */
interface DayLogRow extends AggregateRow {
  lastDay: string;
}
const dayLogs = aggregate<DayLogRow>('day_logs', 'day-log');

/** Tells the heads that nobody has been told of, so that the witnesses get them. Answers how many. */
export async function tellDays(pool: PgPool, db: Db<AnySchema>, service: ServiceName): Promise<number> {
  const untold = await pool.query<{
    street_id: string;
    day: string;
    chains: number;
    events: string;
    head: string;
    prev_head: string | null;
  }>(
    `select h.street_id, to_char(h.on_date, 'YYYY-MM-DD') as day, h.chains, h.events::text, h.head, h.prev_head
     from chain_heads h left join day_logs l on l.street_id = h.street_id
     where l.last_day is null or h.on_date > l.last_day::date order by h.street_id, h.on_date limit 1000`,
  );
  let told = 0;
  for (const { street_id: streetId, day, chains, events, head, prev_head: prevHead } of untold.rows)
    await db.run(systemCtx(streetId, `${service}.day.close`), async (tx) => {
      const id = idOf(`days of ${service} in ${streetId}`);
      const log = await tx.lock(dayLogs, id);
      // Another process has told it meanwhile.
      if (log && log.lastDay >= day) return;
      const facts = [fact(dayEvents[service], { day, chains, events: Number(events), head, prevHead })];
      if (log) tx.save(dayLogs, { ...log, lastDay: day }, facts);
      else tx.create(dayLogs, { id, lastDay: day }, facts);
      told += 1;
    });
  return told;
}

/** The days whose head no longer follows from the history. */
export async function brokenDays(client: PgClient): Promise<{ chainId: string; seq: number; reason: string }[]> {
  const kept = await client.query<{ street_id: string; day: string; head: string; prev_head: string | null }>(
    `select street_id, to_char(on_date, 'YYYY-MM-DD') as day, head, prev_head from chain_heads order by street_id, on_date`,
  );
  const broken = [];
  let seq = 0;
  let before: (typeof kept.rows)[number] | undefined;
  for (const row of kept.rows) {
    if (before?.street_id !== row.street_id) [seq, before] = [0, undefined];
    seq += 1;
    const expected = headOf(row.street_id, row.day, seq, before?.head ?? null, await tipsOf(client, row.street_id, row.day));
    if (row.prev_head !== (before?.head ?? null) || row.head !== expected)
      broken.push({ chainId: `days ${row.street_id} ${row.day}`, seq, reason: 'day-head' });
    before = row;
  }
  return broken;
}

/** Heads that witnesses kept and the record does not have: a day that is gone, that has another head, or of which two heads were handed out. */
export async function differsFromWitness(
  client: PgClient,
  witness: readonly Omit<WitnessedHead, 'service'>[],
): Promise<{ chainId: string; seq: number; reason: string }[]> {
  const broken = [];
  const kept = new Map<string, string>();
  const inOrder = [...witness].sort((a, b) => (`${a.streetId} ${a.day}` < `${b.streetId} ${b.day}` ? -1 : 1));
  for (const { streetId, day, head } of inOrder) {
    const found = await client.query<{ seq: number; head: string | null }>(
      `select count(*)::int as seq, max(head) filter (where on_date = $2::date) as head from chain_heads where street_id = $1 and on_date <= $2::date`,
      [streetId, day],
    );
    const { seq, head: recorded } = found.rows[0]!;
    const chainId = `days ${streetId} ${day}`;
    const other = kept.get(chainId) ?? head;
    kept.set(chainId, head);
    if (other !== head) broken.push({ chainId, seq, reason: 'two-heads' });
    if (recorded !== head) broken.push({ chainId, seq, reason: recorded === null ? 'witness-missing' : 'witness-differs' });
  }
  return broken;
}

/** Closes days in the background; a service does without for as long as it must. */
export class DayHeads {
  private timer: NodeJS.Timeout | undefined;
  private closing: Promise<unknown> | undefined;

  constructor(private readonly options: { service: ServiceName; pool: PgPool; db: Db<AnySchema>; logger: Logger }) {}

  start(): void {
    const close = () => {
      const { service, pool, db } = this.options;
      this.closing ??= closeDays(pool)
        .then(() => tellDays(pool, db, service))
        .catch((error: unknown) => this.options.logger.warn({ error }, 'the heads of the day could not be closed; it is tried again'))
        .finally(() => (this.closing = undefined));
    };
    this.timer = setInterval(close, LOOK_MS);
    close();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.closing;
  }
}
