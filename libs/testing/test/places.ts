import type { Mutation } from '../src/index.js';

const at = (name: string) => `libs/service/dist/src/${name}.js`;
/** Puts something before or behind a place that stays as it is. */
const before = (file: string, find: string, more: string): Mutation => ({ file: at(file), find, replace: `${more} ${find}` });
const behind = (file: string, find: string, more: string): Mutation => ({ file: at(file), find, replace: `${find} ${more}` });
const instead = (file: string, find: string, replace: string): Mutation => ({ file: at(file), find, replace });

const writing = `const [, end] = await Promise.all([client.query({ name: statementName(text), text, values }), client.query('commit')]);`;

/** Writes and commits in two steps with something between them; otherwise both are on their way at once. */
const betweenWriteAndCommit = (what: string): Mutation =>
  instead(
    'flush',
    writing,
    `await client.query({ name: statementName(text), text, values }); ${what} const end = await client.query('commit');`,
  );

/** The worst places for a process to die at. */
export const killPlaces: Record<string, Mutation[]> = {
  'before commit': [betweenWriteAndCommit(`await faults.soon('before commit');`)],
  'before publish': [before('db', 'if (written) this.options.afterCommit?.(written);', `faults.now('before publish');`)],
  'before response': [behind('answers', 'const ok = await work(input, ctx);', `faults.now('before response');`)],
  'before ack': [before('consumer', 'if (isDone)', `faults.now('before ack');`)],
};

/** Shorter waits, so that a test sees what comes after them. */
export const quick = {
  redelivery: instead('consumer', 'ack_wait: 30 * 1e9', 'ack_wait: 2 * 1e9'),
  secondTry: instead('consumer', 'message.nak(Math.min(100 * 2 ** tries, 10_000));', 'message.nak(50);'),
  hanging: instead('service', 'dbFor(pools.consumers, 2, 256, 15_000)', 'dbFor(pools.consumers, 2, 256, 700)'),
  shedding: instead('service', 'const MAX_WAIT_MS = 5_000;', 'const MAX_WAIT_MS = 300;'),
  smallBatches: instead('service', 'lanes: 2, maxBatch: 100', 'lanes: 2, maxBatch: 4'),
  grace: instead('relay', 'const GRACE_MS = 2_000;', 'const GRACE_MS = 500;'),
};

/** Makes what is usually close together drift apart; nothing may depend on it. */
export const drift = {
  burials: before('consumer', 'await db.run(systemCtx(envelope?.streetId', 'await faults.pause(3_000);'),
  commits: betweenWriteAndCommit('await faults.pause(30);'),
  slowCommits: betweenWriteAndCommit('await faults.pause(150);'),
  /** Up to more than half of the time between two sweeps: whatever their phases, one process looks while the other has looked and not fired. */
  sweeps: before('clocks', 'for (const row of due.rows) {', 'await faults.pause(300);'),
};

/** The guard looks at the clock that a run can set. */
export const databaseTime = instead('clocks', 'select clock_timestamp() as now', 'select app_now() as now');
