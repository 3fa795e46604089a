import { randomUUID } from 'node:crypto';
import { median, percentile, round } from './figures.js';
import { closedLoop } from './load.js';
import { besidePostgres, pgbenchInserts } from './pgbench.js';
import { rowsOf } from './rows.js';
import { newDemand, quiet, type Stage } from './stage.js';

const CLIENTS = 64;

/**
 * Demands accepted over HTTP by 64 clients, beside pgbench writing the same rows with 64 clients: in turn, several times, medians.
 * The first turn is warmed up long enough for every process to have compiled its hot code. The ceiling writes one transaction for each demand with prepared statements, as a program without batches would.
 */
export async function benchIntake(stage: Stage, seconds: number, turns: number, warmupSeconds: number): Promise<object> {
  const { house, db, tokens, street } = stage;
  const model = randomUUID();
  const create = async (
    connection: { send: (method: 'POST', path: string, token: string, body: object) => Promise<{ status: number }> },
    id: string,
  ) => (await connection.send('POST', '/api/demands', tokens.desk, newDemand(stage, id))).status === 201;
  const load = (duration: number, warmupSeconds: number) =>
    closedLoop({
      url: house.url,
      clients: CLIENTS,
      seconds: duration,
      warmupSeconds,
      headers: {},
      work: (connection) => create(connection, randomUUID()),
    });
  await closedLoop({
    url: house.url,
    clients: 1,
    seconds: 0.01,
    warmupSeconds: 0,
    headers: {},
    work: (connection) => create(connection, model),
  });
  await quiet(stage);
  // What reading events writes is not part of accepting a demand.
  const rows = (await rowsOf(db, ['intake'], [model])).filter((row) => !/\.(inbox|inbox_held|demand_orders|timeline\w*)$/.test(row.table));
  const outbox = rows.filter((row) => row.table === 'intake.events').length;
  const pgbench = besidePostgres(house.servers.postgres.binary.file);
  const runs: { perSecond: number; p50: number; p99: number; ceiling: number; failed: number }[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const { perSecond, latenciesMs, failed } = await load(seconds, turn === 0 ? warmupSeconds : 2);
    await quiet(stage);
    const ceiling = await pgbenchInserts({
      db,
      adminUrl: house.servers.postgres.adminUrl,
      pgbench,
      env: house.servers.postgres.binary.env,
      rows,
      clients: CLIENTS,
      seconds,
    });
    runs.push({ perSecond, p50: percentile(latenciesMs, 0.5), p99: percentile(latenciesMs, 0.99), ceiling, failed });
  }
  const written = await db.query<{ n: number }>('select count(*)::int as n from intake.demands where street_id = $1', [street]);
  return {
    clients: CLIENTS,
    acceptedPerSecond: round(median(runs.map((run) => run.perSecond))),
    p50Ms: round(median(runs.map((run) => run.p50))),
    p99Ms: round(median(runs.map((run) => run.p99))),
    ceilingPgbenchPerSecond: round(median(runs.map((run) => run.ceiling))),
    wantedRatio: 0.4,
    ratioToCeiling: round(median(runs.map((run) => run.perSecond / run.ceiling)), 3),
    rowsPerDemand: rows.length + outbox,
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
    demandsWritten: written.rows[0]!.n,
  };
}
