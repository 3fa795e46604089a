import { randomUUID } from 'node:crypto';
import { median, percentile, round } from './figures.js';
import { closedLoop, type Connection } from './load.js';
import { besidePostgres, pgbenchInserts } from './pgbench.js';
import { copied, rowsOf, type FoundRow } from './rows.js';
import { copiesOf, writeCopies } from './seed.js';
import { newDemand, quiet, type Stage } from './stage.js';

const CLIENTS = 64;
const services = ['intake', 'dispatch', 'scoring', 'notify'];

/** One case from the first call to the complainant's answer: create, dispatched, accept, first contact, complete, callback, search. */
export async function liveOnce(stage: Stage, connection: Connection, id: string): Promise<boolean> {
  const { desk, firm, callback } = stage.tokens;
  const created = await connection.send('POST', '/api/demands', desk, newDemand(stage, id));
  if (created.status !== 201) return false;
  const { no, orderId } = created.body as { no: string; orderId: string };
  const order = `/api/work-orders/${orderId}`;
  // Dispatch hears of the order a moment later; until then it is not there.
  if (!(await toDispatch.until(async () => (await connection.send('POST', `${order}/accept`, firm, {})).status))) return false;
  if ((await connection.send('POST', `${order}/first-contact`, firm, {})).status !== 200) return false;
  const done = { publicText: '垃圾已清运，桶已更换', evidence: '现场照片存档' };
  if ((await connection.send('POST', `${order}/complete`, firm, done)).status !== 200) return false;
  let callbackId: string | undefined;
  const opened = await toCallback.until(async () => {
    const { body } = await connection.send('GET', `/api/callbacks?orderId=${orderId}`, callback);
    callbackId = (body as { callbacks?: { id: string }[] }).callbacks?.[0]?.id;
    return callbackId === undefined ? 404 : 200;
  });
  if (!opened) return false;
  const answer = { contacted: true, solved: true, satisfaction: 'SATISFIED' };
  if ((await connection.send('POST', `/api/callbacks/${callbackId}/answer`, callback, answer)).status !== 200) return false;
  const found = await connection.send('GET', `/api/demands?no=${no}`, desk);
  return (found.body as { demands?: { id: string }[] }).demands?.[0]?.id === id;
}

/**
 * How long one service took to hear of another's fact lately, in milliseconds. Nobody at a desk asks forty times a second whether it has come yet:
 * the first look waits this long, and each that comes too early makes the next one wait longer.
 */
class Patience {
  private ms = 20;

  async until(look: () => Promise<number>): Promise<boolean> {
    const began = performance.now();
    await pause(this.ms);
    for (let tries = 1; tries < 400; tries++) {
      const status = await look();
      if (status === 200) {
        this.learn(tries === 1 ? this.ms * 0.97 : performance.now() - began);
        return true;
      }
      if (status !== 404) return false;
      await pause(Math.min(20 + this.ms / 4, 200));
    }
    return false;
  }

  private learn(ms: number): void {
    this.ms = Math.max(5, this.ms * 0.9 + ms * 0.1);
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const [toDispatch, toCallback] = [new Patience(), new Patience()];

/**
 * Whole lifecycles a second on an empty database and with many earlier cases, load generator included. The earlier cases are copies of one
 * whole case with everything that was written for it, in all services, spread over the past.
 */
export async function benchLifecycle(
  stage: Stage,
  seconds: number,
  turns: number,
  warmupSeconds: number,
  earlier: number,
  say: (what: string) => void,
): Promise<object> {
  const measure = async () => {
    const runs = [];
    for (let turn = 0; turn < turns; turn++) {
      const { perSecond, latenciesMs, failed } = await closedLoop({
        url: stage.house.url,
        clients: CLIENTS,
        seconds,
        warmupSeconds: turn === 0 ? warmupSeconds : 3,
        headers: {},
        work: (connection) => liveOnce(stage, connection, randomUUID()),
      });
      runs.push({ perSecond, p50: percentile(latenciesMs, 0.5), p99: percentile(latenciesMs, 0.99), failed });
      await quiet(stage);
    }
    return {
      perSecond: round(median(runs.map((run) => run.perSecond))),
      p50Ms: round(median(runs.map((run) => run.p50))),
      p99Ms: round(median(runs.map((run) => run.p99))),
      failed: runs.reduce((sum, run) => sum + run.failed, 0),
    };
  };
  say('lifecycles on an empty database');
  const empty = await measure();
  const rowsOfCase = await oneCase(stage);
  say('the same rows written by pgbench, a transaction for each case');
  const { postgres } = stage.house.servers;
  const ceiling = await pgbenchInserts({
    ...{ db: stage.db, adminUrl: postgres.adminUrl, pgbench: besidePostgres(postgres.binary.file), env: postgres.binary.env },
    ...{ rows: rowsOfCase, clients: CLIENTS, seconds: Math.max(seconds, 10) },
  });
  say(`writing ${earlier} earlier cases`);
  const since = performance.now();
  const rows = await writeCopies(
    stage.db,
    rowsOfCase.map((row) => copiesOf(row, (column) => copied(row, column, 'n', 90, 'n'))),
    earlier,
  );
  const seedSeconds = round((performance.now() - since) / 1_000);
  say(`${rows} rows written in ${seedSeconds} s; lifecycles again`);
  const full = await measure();
  return {
    clients: CLIENTS,
    wantedPerSecond: 300,
    ceilingPgbenchPerSecond: round(ceiling),
    rowsPerCase: rowsOfCase.length,
    empty: { ...empty, ratioToCeiling: round(empty.perSecond / ceiling, 3) },
    earlierCases: earlier,
    earlierRows: rows,
    seedSeconds,
    full,
    wantedFullToEmpty: 0.8,
    fullToEmpty: round(full.perSecond / empty.perSecond, 3),
  };
}

/** Everything that one case wrote, in all services. */
async function oneCase(stage: Stage): Promise<FoundRow[]> {
  const model = randomUUID();
  await closedLoop({
    url: stage.house.url,
    clients: 1,
    seconds: 0.01,
    warmupSeconds: 0,
    headers: {},
    work: (connection) => liveOnce(stage, connection, model),
  });
  await quiet(stage);
  return rowsOf(stage.db, services, [model]);
}
