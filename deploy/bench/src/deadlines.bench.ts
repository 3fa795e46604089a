import { randomUUID } from 'node:crypto';
import { percentile, round } from './figures.js';
import { closedLoop } from './load.js';
import { copied, rowsOf, uuidOf } from './rows.js';
import { newDemand, quiet, type Stage } from './stage.js';

/**
 * Many open clocks, some of which run out within the same second: how late each fires by the database's clock, and whether any fires early.
 * Each belongs to an order of its own, whose row and history the firing writes.
 */
export async function benchDeadlines(stage: Stage, open: number, due: number): Promise<object> {
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
  const tag = `deadlines-${Date.now()}-`;
  const client = await db.connect();
  let fireAt: Date;
  try {
    await client.query('set session_replication_role = replica; set statement_timeout = 0');
    for (const row of orderRows) {
      const columns = row.columns.filter(({ name }) => row.values[name] !== undefined);
      await client.query(
        `insert into ${row.table} (${columns.map(({ name }) => name).join(', ')}) select ${columns.map((column) => copied(row, column, `('${tag}' || n)`, 0).replace(/ - \('.*/, '')).join(', ')} from generate_series(1, ${open}) as n`,
      );
    }
    await client.query('vacuum analyze dispatch.work_orders');
    fireAt = (await client.query<{ at: Date }>("select date_trunc('second', clock_timestamp()) + interval '20 seconds' as at")).rows[0]!.at;
    // Those that are due: one last stage, the breach, all within one second. The rest runs for days.
    await client.query(
      `insert into dispatch.deadlines (street_id, id, subject_id, code, stage, stages, started_at, due_at, fires_at, state, version, policy_version, calendar_version, provisional)
       select $1, ${uuidOf("'clock' || $2 || n")}, ${uuidOf('$3 || ($2 || n)')}, 'NORMAL', 0,
              json_build_array(json_build_object('kind', 'breach', 'at', to_char(t.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'tell', json_build_array('S', 'V'))),
              now(), t.at, t.at, 'armed', 1, 1, 1, false
       from generate_series(1, $4::int) as n, lateral (select case when n <= $5 then $6::timestamptz + (n % 1000) * interval '1 millisecond' else now() + interval '3 days' + n * interval '1 second' end as at) as t`,
      [stage.street, tag, String(clock.values['subject_id']), open, due, fireAt],
    );
    await client.query('vacuum analyze dispatch.deadlines');
  } finally {
    client.release(true);
  }
  const until = Date.now() + 90_000;
  for (;;) {
    const fired = await db.query<{ n: number }>(
      `select count(*)::int as n from dispatch.deadline_effects e join dispatch.deadlines d using (street_id) where d.id = e.deadline_id and e.fires_at >= $1 and e.fires_at < $1 + interval '1 second'`,
      [fireAt],
    );
    if (fired.rows[0]!.n >= due || Date.now() > until) break;
    await new Promise((done) => setTimeout(done, 500));
  }
  // By the event that the firing wrote: written in the same transaction, it cannot be older than its effect.
  const effects = await db.query<{ ms: number }>(
    `select extract(epoch from at - fires_at) * 1000 as ms from dispatch.deadline_effects where fires_at >= $1 and fires_at < $1 + interval '1 second'`,
    [fireAt],
  );
  const ms = effects.rows.map((row) => Number(row.ms));
  await quiet(stage);
  return {
    open,
    due,
    fired: ms.length,
    early: ms.filter((late) => late < 0).length,
    p50Ms: round(percentile(ms, 0.5)),
    p99Ms: round(percentile(ms, 0.99)),
    maxMs: round(Math.max(0, ...ms)),
  };
}
