import { randomUUID } from 'node:crypto';
import { gateway } from '@wufang/contracts';
import { Redis } from 'ioredis';
import { CommitWatch } from './commits.js';
import { percentile, round } from './figures.js';
import { cpuMsOf } from './memory.js';
import { closedLoop } from './load.js';
import { copied, rowsOf, uuidOf } from './rows.js';
import { copiesOf, writeCopies, type Copies } from './seed.js';
import { newDemand, quiet, type Stage } from './stage.js';

/**
 * Many open clocks, some of which run out within the same second, several times: how late each fires, and whether any fires early.
 * Each belongs to an order of its own, whose row and history the firing writes.
 */
export async function benchDeadlines(stage: Stage, open: number, due: number, turns: number): Promise<object> {
  const { db, house, tokens } = stage;
  const model = randomUUID();
  await closedLoop({
    url: house.url,
    clients: 1,
    seconds: 0.01,
    warmupSeconds: 0,
    headers: {},
    work: async (connection) => (await connection.send('POST', '/api/demands', tokens.desk, newDemand(stage, model))).status === 201,
  });
  await quiet(stage);
  const rows = await rowsOf(db, ['dispatch'], [model]);
  const orderRows = rows.filter((row) => row.table === 'dispatch.work_orders' || row.table === 'dispatch.events');
  const [clock] = rows.filter((row) => row.table === 'dispatch.deadlines' && row.values['code'] === 'NORMAL');
  if (!clock) throw new Error('the model order has no handling limit');
  const subject = String(clock.values['subject_id']);
  const tag = `deadlines-${Date.now()}-`;
  // Three days ahead and more, one second apart.
  const laterDue = `'${new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()}'::timestamptz + n * interval '1 second'`;
  const redisBefore = await redisMb(stage);
  const orders = orderRows.map((row) =>
    copiesOf(row, (column) =>
      row.table === 'dispatch.work_orders' && column.name === 'due_at'
        ? laterDue
        : copied(row, column, `('${tag}' || n)`, 0, 'n').replace(/ - \('.*/, ''),
    ),
  );
  // All of them run for days but those that will be due: these get their time last, since writing the others takes a while.
  const clocks: Copies = {
    table: 'dispatch.deadlines',
    columns:
      'street_id, id, subject_id, code, stage, stages, started_at, due_at, fires_at, state, version, policy_version, calendar_version, provisional'.split(
        ', ',
      ),
    select: `'${stage.street}', ${uuidOf(`'clock${tag}' || n`, 'n')}, ${uuidOf(`'${subject}' || ('${tag}' || n)`, 'n')}, 'NORMAL', 0, ${lastStage(laterDue)}, now(), ${laterDue}, ${laterDue}, 'armed', 1, 1, 1, false`,
  };
  const since = performance.now();
  await writeCopies(db, [...orders, clocks], open);
  const seedSeconds = round((performance.now() - since) / 1_000);
  const straightMs = await straightFiringMs(stage, tag, due);
  const lookMs = await meanLookMs(stage, 6_000);
  // The first crowd meets code that has not been compiled yet, as in a house just started.
  const crowds: Crowd[] = [];
  for (let turn = 0; turn < turns; turn++) crowds.push(await fireCrowd(stage, { tag, subject, due, after: turn * due }));
  const [cold, ...warm] = crowds as [Crowd, ...Crowd[]];
  const [best, ...others] = [...(warm.length > 0 ? warm : [cold])].sort((a, b) => a.p99Ms - b.p99Ms) as [Crowd, ...Crowd[]];
  const middle = [best, ...others][Math.floor(others.length / 2)]!;
  return {
    open,
    seedSeconds,
    due,
    fired: crowds.map(({ fired }) => fired),
    early: crowds.reduce((sum, crowd) => sum + crowd.early, 0),
    ...{ p50Ms: middle.p50Ms, p99Ms: middle.p99Ms, maxMs: middle.maxMs },
    ...{ transactions: middle.transactions, cpuMs: middle.cpuMs },
    justStarted: { p50Ms: cold.p50Ms, p99Ms: cold.p99Ms, maxMs: cold.maxMs },
    wantedP99Ms: 2_000,
    straightFiringMs: straightMs,
    lookForDueMs: lookMs,
    wantedLookMs: 50,
    redisMb: { before: redisBefore, after: await redisMb(stage) },
  };
}

interface Crowd {
  fired: number;
  early: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** In how many transactions. */
  transactions: number;
  /** What used the processors until all had fired. */
  cpuMs: Record<'dispatch' | 'database' | 'others', number>;
}

/**
 * Lets so many of the open clocks, those behind the first `after`, run out within one second. Lateness is counted from the time a clock was due until the
 * transaction that fired it was seen to be committed, both by the database's clock.
 */
async function fireCrowd(stage: Stage, of: { tag: string; subject: string; due: number; after: number }): Promise<Crowd> {
  const { db } = stage;
  const { tag, subject, due, after } = of;
  const client = await db.connect();
  let fireAt: Date;
  try {
    await client.query('set session_replication_role = replica; set statement_timeout = 0');
    const aheadSeconds = 5 + Math.ceil(due / 1_000);
    fireAt = (
      await client.query<{ at: Date }>("select date_trunc('second', clock_timestamp()) + $1 * interval '1 second' as at", [aheadSeconds])
    ).rows[0]!.at;
    const dueNow = "$1::timestamptz + (n % 1000) * interval '1 millisecond'";
    await client.query(
      `with due as (select ${uuidOf(`'clock${tag}' || n`, 'n')} as id, ${uuidOf(`'${subject}' || ('${tag}' || n)`, 'n')} as order_id, ${dueNow} as at from generate_series($4::int + 1, $4 + $2::int) as n),
            orders as (update dispatch.work_orders o set due_at = due.at from due where o.street_id = $3 and o.id = due.order_id)
       update dispatch.deadlines d set due_at = due.at, fires_at = due.at, stages = ${lastStage('due.at')} from due where d.street_id = $3 and d.id = due.id`,
      [fireAt, due, stage.street, after],
    );
  } finally {
    client.release(true);
  }
  const watch = new CommitWatch(db);
  await new Promise((due) => setTimeout(due, fireAt.getTime() - Date.now()));
  const before = processorTimes(stage);
  const fired = "from dispatch.deadline_effects where fires_at >= $1 and fires_at < $1 + interval '1 second'";
  try {
    const until = Date.now() + 120_000;
    for (;;) {
      await new Promise((done) => setTimeout(done, 250));
      const { rows } = await db.query<{ n: number }>(`select count(*)::int as n ${fired}`, [fireAt]);
      if (rows[0]!.n >= due || Date.now() > until) break;
    }
  } finally {
    await watch.stop();
  }
  const used = processorTimes(stage);
  const { rows } = await db.query<{ fires_at: Date; at: Date; xid: string }>(`select fires_at, at, xmin::text as xid ${fired}`, [fireAt]);
  const committed = new Map([...new Set(rows.map(({ xid }) => xid))].map((xid) => [xid, watch.committedBy(BigInt(xid))]));
  const ms = rows.map((row) => committed.get(row.xid)! - row.fires_at.getTime());
  await quiet(stage);
  return {
    fired: ms.length,
    early: rows.filter((row, i) => row.at < row.fires_at || ms[i]! < 0).length,
    p50Ms: round(percentile(ms, 0.5)),
    p99Ms: round(percentile(ms, 0.99)),
    maxMs: round(ms.reduce((a, b) => Math.max(a, b), 0)),
    transactions: committed.size,
    cpuMs: {
      dispatch: used.dispatch - before.dispatch,
      database: used.database - before.database,
      others: used.others - before.others,
    },
  };
}

function processorTimes({ house }: Stage): Crowd['cpuMs'] {
  const others = house.services.filter((service) => service !== 'dispatch').map((service) => cpuMsOf(house.pid(service)));
  return {
    dispatch: cpuMsOf(house.pid('dispatch')),
    database: cpuMsOf(house.servers.postgres.pid),
    others: others.reduce((a, b) => a + b, cpuMsOf(house.servers.redis.pid) + cpuMsOf(house.servers.nats.pid)),
  };
}

/** A clock's only stage, its breach. */
const lastStage = (at: string) =>
  `json_build_array(json_build_object('kind', 'breach', 'at', to_char((${at}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'tell', json_build_array('S', 'V')))::jsonb`;

/** The ceiling: as many other clocks moved, their orders too, and what fired noted, by three statements that know everything already. Undone afterwards. */
async function straightFiringMs({ db, street }: Stage, tag: string, due: number): Promise<number> {
  const client = await db.connect();
  try {
    await client.query('begin');
    await client.query('create temp table straight on commit drop as select id, subject_id, fires_at from dispatch.deadlines limit 0');
    await client.query(
      `insert into straight select id, subject_id, fires_at from dispatch.deadlines where id = any(array(select ${uuidOf(`'clock${tag}' || n`, 'n')} from generate_series($1::int + 1, 2 * $1::int) as n))`,
      [due],
    );
    await client.query('analyze straight');
    const since = performance.now();
    await client.query(
      `update dispatch.deadlines d set state = 'fired', fires_at = null, version = d.version + 1 from straight s where d.street_id = $1 and d.id = s.id`,
      [street],
    );
    await client.query(
      `update dispatch.work_orders o set version = o.version + 1 from straight s where o.street_id = $1 and o.id = s.subject_id`,
      [street],
    );
    await client.query(
      `insert into dispatch.deadline_effects (street_id, deadline_id, stage, code, fires_at, at, skipped) select $1, id, 0, 'NORMAL', fires_at, fires_at, 0 from straight`,
      [street],
    );
    return round(performance.now() - since);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function redisMb({ house }: Stage): Promise<number> {
  const redis = new Redis(house.servers.redis.adminUrl);
  try {
    return round(Number(/used_memory:(\d+)/.exec(await redis.info('memory'))![1]) / 2 ** 20, 2);
  } finally {
    redis.disconnect();
  }
}

/** How long dispatch takes to look for what is due while nothing is, in milliseconds: the mean of the sweeps in this time. */
async function meanLookMs({ operator }: Stage, ms: number): Promise<number> {
  const figures = async () => {
    const text = (await operator.call(gateway.metrics, {})) as unknown as string;
    const of = (name: string) =>
      Number(new RegExp(`^wufang_due_look_seconds_${name}\\{[^}]*service="dispatch"[^}]*\\} (\\S+)`, 'm').exec(text)![1]);
    return { sum: of('sum'), count: of('count') };
  };
  const before = await figures();
  await new Promise((done) => setTimeout(done, ms));
  const after = await figures();
  return round(((after.sum - before.sum) / (after.count - before.count)) * 1_000, 2);
}
