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
import { benchPages } from './pages.bench.js';
import { benchRules } from './rules.bench.js';
import { benchShares } from './shares.bench.js';
import { setStage, type Stage } from './stage.js';
import { benchVotes } from './votes.bench.js';

const names = ['idle', 'intake', 'dispatch', 'lifecycle', 'deadlines', 'clocks', 'lists', 'pages', 'rules', 'votes', 'shares'] as const;
type Name = (typeof names)[number];

/** Rules alone: when nothing else is asked for, no house is started for them. */
const withoutServers: ReadonlySet<Name> = new Set(['rules', 'votes', 'shares']);

/**
 * Benches that share a house, in the order in which they run. Whoever says what an empty or a full database does has one of their own.
 */
const houses: readonly (readonly Name[])[] = [['idle', 'lifecycle'], ['intake', 'dispatch'], ['deadlines'], ['clocks', 'lists'], ['pages']];

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const only = (values.only?.split(',') ?? names) as Name[];
const unknown = only.filter((name) => !names.includes(name));
// An empty list is quick for nobody: the orders of `lists` are those that `clocks` has opened.
const hasNothingToList = only.includes('lists') && !only.includes('clocks');
if (values.help || unknown.length > 0 || hasNothingToList) {
  process.stderr.write(`npm run bench -- [--json] [--quick] [--only ${names.join(',')}]\n`);
  if (hasNothingToList) process.stderr.write('lists walks the orders that clocks opens: --only clocks,lists\n');
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

let stage: Stage | undefined;
let starting: Promise<Stage> | undefined;
let dataDir: string | undefined;
let ending: Promise<void> | undefined;
/** Ends what runs, or is about to: a house half started is waited for, since its folder tells which processes are its own. */
const end = () =>
  (ending ??= (async () => {
    const ended = await starting?.catch(() => undefined);
    starting = undefined;
    stage = undefined;
    await ended?.db.end().catch(() => undefined);
    await ended?.house.stop();
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
  })().finally(() => (ending = undefined)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().finally(() => process.exit(130)));

const runs: Record<Name, (on: Stage) => Promise<object>> = {
  idle: async (on) => {
    const pids = pidsOf(on);
    await new Promise((done) => setTimeout(done, 5_000));
    return { memoryMb: round(memoryOf(pids)), wantedMb: 1_536, processes: pids.length };
  },
  intake: (on) => benchIntake(on, seconds, turns, warmupSeconds),
  dispatch: (on) => benchDispatch(on, values.quick ? 5 : 20),
  lifecycle: (on) => benchLifecycle(on, seconds, turns, warmupSeconds, earlier, say),
  deadlines: (on) => (values.quick ? benchDeadlines(on, 10_000, 1_000, 2) : benchDeadlines(on, 100_000, 10_000, 4)),
  clocks: (on) => (values.quick ? benchDeadlines(on, 20_000, 1_000, 2) : benchDeadlines(on, 1_000_000, 10_000, 4)),
  lists: (on) => benchLists(on),
  pages: (on) => benchPages(on, values.quick ? 1 : 5, say),
  rules: () => Promise.resolve(benchRules(5_000, values.quick ? 2 : 10)),
  votes: () => Promise.resolve(benchVotes(10_000, values.quick ? 20 : 200)),
  shares: () => Promise.resolve(benchShares(10_000, values.quick ? 20 : 200)),
};
const figures: Record<string, unknown> = {
  machine: { cores: cpus().length, memoryGb: round(totalmem() / 2 ** 30), load: round(loadavg()[0]!, 2), node: process.version },
};
const run = async (name: Name) => {
  say(name);
  figures[name] = await runs[name](stage!);
  if (!values.json) say(`${name} ${JSON.stringify(figures[name])}`);
};

try {
  for (const name of names.filter((one) => withoutServers.has(one) && only.includes(one))) await run(name);
  for (const house of houses.map((together) => together.filter((name) => only.includes(name)))) {
    if (house.length === 0) continue;
    const since = performance.now();
    dataDir = mkdtempSync(join(tmpdir(), 'wufang-bench-'));
    starting = setStage(dataDir, say);
    stage = await starting;
    figures['servers'] ??= {
      ...versionsOf(stage),
      stageReadySeconds: round((performance.now() - since) / 1_000),
      durability: await durabilityOf(stage),
    };
    for (const name of house) await run(name);
    await end();
  }
  figures['seconds'] = round((performance.now() - began) / 1_000);
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
