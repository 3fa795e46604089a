import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDeadlines } from './deadlines.bench.js';
import { benchDispatch } from './dispatch.bench.js';
import { round } from './figures.js';
import { benchIntake } from './intake.bench.js';
import { benchLists } from './lists.bench.js';
import { benchLifecycle } from './lifecycle.bench.js';
import { memoryOf } from './memory.js';
import { benchRules } from './rules.bench.js';
import { benchShares } from './shares.bench.js';
import { setStage, type Stage } from './stage.js';
import { benchVotes } from './votes.bench.js';

const names = ['idle', 'intake', 'dispatch', 'lifecycle', 'deadlines', 'clocks', 'lists', 'rules', 'votes', 'shares'] as const;
type Name = (typeof names)[number];

/** Rules alone: when nothing else is asked for, no house is started for them. */
const withoutServers: ReadonlySet<Name> = new Set(['rules', 'votes', 'shares']);

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const only = (values.only?.split(',') ?? names) as Name[];
const unknown = only.filter((name) => !names.includes(name));
if (values.help || unknown.length > 0) {
  process.stderr.write(`npm run bench -- [--json] [--quick] [--only ${names.join(',')}]\n`);
  process.exit(values.help ? 0 : 2);
}
const began = performance.now();
const say = (what: string) =>
  process.stderr.write(
    `${round((performance.now() - began) / 1_000)
      .toString()
      .padStart(7)} s  ${what}\n`,
  );
const [seconds, turns, earlier, warmupSeconds] = values.quick ? [4, 1, 20_000, 5] : [12, 3, 300_000, 30];

const dataDir = mkdtempSync(join(tmpdir(), 'wufang-bench-'));
let stage: Stage | undefined;
const end = async () => {
  await stage?.db.end().catch(() => undefined);
  await stage?.house.stop();
  rmSync(dataDir, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().finally(() => process.exit(130)));

try {
  const sinceStart = performance.now();
  if (only.some((name) => !withoutServers.has(name))) stage = await setStage(dataDir, say);
  const readyMs = performance.now() - sinceStart;
  const figures: Record<string, unknown> = {
    machine: {
      cores: cpus().length,
      memoryGb: round(totalmem() / 2 ** 30),
      load: round(loadavg()[0]!, 2),
      node: process.version,
      ...(stage && versionsOf(stage)),
    },
    ...(stage && { stageReadySeconds: round(readyMs / 1_000), durability: await durabilityOf(stage) }),
  };
  const pids = stage ? pidsOf(stage) : [];
  const runs: Record<Name, () => Promise<object>> = {
    idle: async () => {
      await new Promise((done) => setTimeout(done, 5_000));
      return { memoryMb: round(memoryOf(pids)), processes: pids.length };
    },
    intake: () => benchIntake(stage!, seconds, turns, warmupSeconds),
    dispatch: () => benchDispatch(stage!, values.quick ? 5 : 20),
    lifecycle: () => benchLifecycle(stage!, seconds, turns, warmupSeconds, earlier, say),
    deadlines: () => (values.quick ? benchDeadlines(stage!, 10_000, 1_000) : benchDeadlines(stage!, 100_000, 10_000)),
    clocks: () => (values.quick ? benchDeadlines(stage!, 20_000, 1_000) : benchDeadlines(stage!, 1_000_000, 10_000)),
    // After `clocks`, whose orders it lists.
    lists: () => benchLists(stage!),
    rules: () => Promise.resolve(benchRules(5_000, values.quick ? 2 : 10)),
    votes: () => Promise.resolve(benchVotes(10_000, values.quick ? 20 : 200)),
    shares: () => Promise.resolve(benchShares(10_000, values.quick ? 20 : 200)),
  };
  for (const name of names.filter((one) => only.includes(one))) {
    say(name);
    figures[name] = await runs[name]();
    if (!values.json) say(`${name} ${JSON.stringify(figures[name])}`);
  }
  process.stdout.write(`${JSON.stringify(figures, null, values.json ? undefined : 2)}\n`);
} finally {
  await end();
}

function versionsOf({ house: { servers } }: Stage): object {
  return { postgres: servers.postgres.version, redis: servers.redis.version, nats: servers.nats.version };
}

function pidsOf({ house }: Stage): number[] {
  const { postgres, redis, nats } = house.servers;
  return [postgres.pid, redis.pid, nats.pid, ...house.services.map((service) => house.pid(service))];
}

async function durabilityOf({ db }: Stage): Promise<object | undefined> {
  const settings = await db.query<{ fsync: string; sync: string }>(
    "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync",
  );
  return settings.rows[0];
}
