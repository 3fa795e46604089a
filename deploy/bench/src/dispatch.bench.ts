import { randomUUID } from 'node:crypto';
import { percentile, round } from './figures.js';
import { openLoop } from './load.js';
import { newDemand, quiet, type Stage } from './stage.js';

const PER_SECOND = 200;

/** From received to dispatched, by the database's clock, while 200 demands a second come in whether or not the last is done. */
export async function benchDispatch(stage: Stage, seconds: number): Promise<object> {
  const { house, db, tokens, street } = stage;
  const ids: string[] = [];
  const { sent, failed } = await openLoop({
    url: house.url,
    perSecond: PER_SECOND,
    seconds,
    connections: 32,
    headers: {},
    work: async (connection) => {
      const id = randomUUID();
      ids.push(id);
      return (await connection.send('POST', '/api/demands', tokens.desk, newDemand(stage, id))).status === 201;
    },
  });
  await quiet(stage);
  // The inbox row is written with the order, at its transaction's end.
  const rows = await db.query<{ ms: number }>(
    `select extract(epoch from i.applied_at - d.received_at) * 1000 as ms from intake.demands d
     join dispatch.inbox i on i.street_id = d.street_id and i.aggregate_id = d.id and i.version = d.version
     where d.street_id = $1 and d.id = any($2::uuid[])`,
    [street, ids],
  );
  const ms = rows.rows.map((row) => Number(row.ms));
  const commits = await commitMs(db);
  return {
    perSecond: PER_SECOND,
    sent,
    failed,
    dispatched: ms.length,
    p50Ms: round(percentile(ms, 0.5)),
    p99Ms: round(percentile(ms, 0.99)),
    maxMs: round(Math.max(0, ...ms)),
    wantedP99Ms: 1_000,
    // Two commits lie between received and dispatched, and a message.
    floorCommitMs: { p50: round(percentile(commits, 0.5), 2), p99: round(percentile(commits, 0.99), 2) },
  };
}

/** One small row after the other, each in a transaction of its own. */
async function commitMs(db: Stage['db']): Promise<number[]> {
  await db.query('create table public.bench_commits (id int)');
  const took: number[] = [];
  for (let n = 0; n < 300; n++) {
    const since = performance.now();
    await db.query('insert into public.bench_commits values ($1)', [n]);
    took.push(performance.now() - since);
  }
  await db.query('drop table public.bench_commits');
  return took;
}
