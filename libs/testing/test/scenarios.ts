import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@wufang/kernel';
import { check, eventually, type Mutation, type Violation } from '../src/index.js';
import { databaseTime, drift, killPlaces, quick } from './places.js';
import { dawdle, peek, poisonTimes } from './toy.js';
import type { ToyHouse } from './toy-house.js';

/** A run with faults: what it found, and the figures that show that the faults have happened. */
export interface Outcome {
  violations: Violation[];
  figures: Record<string, number>;
}

/** How a scenario is run: with one bug planted, or smaller. */
export interface Run {
  bug?: readonly Mutation[];
  /** Changes of the tables that belong to the bug. */
  tables?: string;
  /** Where processes die, instead of all the worst places, and how often at each. */
  places?: readonly string[];
  killsEach?: number;
  /** How many raise, and how many tell. */
  clients?: number;
  tellers?: number;
}

/** One line a run, for the person who reads the output. */
export function report(name: string, { violations, figures }: Outcome): void {
  const told = Object.entries(figures).map(([figure, n]) => `${figure}=${n}`);
  process.stdout.write(`${name} violations=${violations.length} ${told.join(' ')}\n`);
}

export type Scenario = (house: ToyHouse, run?: Run) => Promise<Outcome>;

/** How long a run may take to come to rest: a sound one long enough for a busy machine, a buggy one no longer than it needs to show. */
const patience = ({ bug }: Run) => (bug ? 6_000 : 40_000);

/** Waits until the run has come to rest and lets the checkers look. */
export async function judge(house: ToyHouse, run: Run, figures: Record<string, number> = {}): Promise<Outcome> {
  const since = Date.now();
  await house.settle(patience(run));
  const settledMs = Date.now() - since;
  const dump = await house.dump();
  return {
    violations: check(house.history, dump),
    figures: { ...figures, commands: house.history.commands.length, events: dump.events.length, settledMs },
  };
}

async function open(house: ToyHouse, run: Run, options: Parameters<ToyHouse['open']>[0] = {}): Promise<void> {
  await house.open(options);
  if (run.tables) await house.admin.query(run.tables);
}

const some = (n: number) => Array.from({ length: n }, () => randomUUID());
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** Clients that raise counters again and again, and a neighbour that tells, until they are told to end. */
export function traffic(house: ToyHouse, { clients = 6, tellers = 2 } = {}): { end(): Promise<void> } {
  const [counters, demands] = [some(12), some(12)];
  const ends = [
    ...Array.from({ length: clients }, () =>
      house.repeatedly(async () => {
        await house.insist({ id: oneOf(counters) }, { askTwice: Math.random() < 0.2 });
        await sleep(10 + Math.random() * 30);
      }),
    ),
    ...Array.from({ length: tellers }, () =>
      house.repeatedly(async () => {
        await house.tell(oneOf(demands));
        await sleep(20 + Math.random() * 40);
      }),
    ),
  ];
  return {
    end: async () => {
      await Promise.all(ends.map((end) => end()));
    },
  };
}

/** F02: a process dies at the worst places, again and again, two of them at once; clients repeat until they have an answer. */
export const killedAtTheWorstPlaces: Scenario = async (house, run = {}) => {
  const places = run.places ?? (['before commit', 'before publish', 'before response', 'before ack'] as const);
  const wanted = (place: string) => run.killsEach ?? (place === 'before commit' ? 3 : 10);
  const mutations = [...(run.bug ?? []), ...places.flatMap((place) => killPlaces[place] ?? []), quick.redelivery, quick.grace];
  await open(house, run);
  const hits = new Map<string, number>(places.map((place) => [place, 0]));
  const load = traffic(house, run);
  const giveUp = Date.now() + (run.bug ? 40_000 : 200_000);
  const slot = async () => {
    for (;;) {
      const left = places.filter((place) => hits.get(place)! < wanted(place));
      if (left.length === 0 || Date.now() > giveUp) return;
      const place = oneOf(left);
      const mortal = house.spawn({ mutations, dieAt: { place, oneIn: 5 } });
      const patience = setTimeout(() => void mortal.kill(), 30_000);
      await mortal.ended;
      clearTimeout(patience);
      if (mortal.output.includes(`killed at ${place}`)) hits.set(place, hits.get(place)! + 1);
      else if (!mortal.output.includes('"ready"')) throw new Error(`the toy does not start: ${mortal.output.slice(-2_000)}`);
    }
  };
  await Promise.all([slot(), slot()]);
  await house.start({ mutations });
  await load.end();
  const figures = Object.fromEntries([...hits].map(([place, n]) => [place.replace(' ', '_'), n]));
  return judge(house, run, { kills: [...hits.values()].reduce((sum, n) => sum + n, 0), ...figures });
};

/** I-20: writers whose commits overtake each other; every event is told all the same. */
export const commitsOvertaking: Scenario = async (house, run = {}) => {
  await open(house, run);
  await house.start({ mutations: [...(run.bug ?? []), drift.commits, quick.grace] });
  const load = traffic(house, { clients: 16 });
  await sleep(2_500);
  await load.end();
  return judge(house, run);
};

/** I-02: one key at two processes at the same time. */
export const keyAtOnce: Scenario = async (house, run = {}) => {
  await open(house, run);
  const mutations = [...(run.bug ?? []), drift.commits];
  await Promise.all([house.start({ mutations }), house.start({ mutations })]);
  const counters = some(10);
  const records = await Promise.all(Array.from({ length: 60 }, () => house.insistAtOnce({ id: oneOf(counters) }, 4)));
  const answered = records.reduce((sum, { answers }) => sum + answers.length, 0);
  const violations = records
    .filter(({ answers }) => answers.length < 4)
    .map(({ mark, answers }) => ({ invariant: 'I-02', about: `command ${mark} got ${answers.length} answers to 4 questions` }));
  const sound = await judge(house, run, { asked: records.length * 4, answered });
  return { ...sound, violations: [...violations, ...sound.violations] };
};

/** Clocks for many subjects; three in ten are stopped, some of them in the last moment. */
async function armClocks(house: ToyHouse, n: number, clockSeconds: number): Promise<string[]> {
  const ids = some(n);
  await Promise.all(
    ids.map(async (id, i) => {
      await house.insist({ id, clock: true });
      if (i % 10 < 2) await house.insist({ id, stop: true });
      else if (i % 10 === 2) {
        await sleep(clockSeconds * 500 - 60 + Math.random() * 120);
        await house.insist({ id, stop: true });
      }
    }),
  );
  return ids;
}

/** F06: Redis is killed while clocks run and comes back; its worker takes part again. */
export const redisKilled: Scenario = async (house, run = {}) => {
  await open(house, run);
  await house.start({ mutations: [...(run.bug ?? [])] });
  const arming = armClocks(house, 200, 3);
  await sleep(700);
  await house.servers.kill('redis');
  await arming;
  await sleep(1_000);
  await house.servers.start('redis');
  await armClocks(house, 50, 3);
  const alarms = await eventually(
    async () => {
      const { reasons } = await house.operator<{ reasons: string[] }>('health');
      if (reasons.length > 0) throw new Error(reasons.join());
      return 1;
    },
    { within: 15_000 },
  );
  return judge(house, run, { kills: 1, alarmsBack: alarms });
};

/** F07: there is no Redis at all. */
export const redisAbsent: Scenario = async (house, run = {}) => {
  await open(house, run, { withRedis: false });
  await house.start({ mutations: [...(run.bug ?? [])] });
  await armClocks(house, 200, 3);
  return judge(house, run);
};

/** F08: everything in Redis is thrown away, ten times. */
export const redisFlushed: Scenario = async (house, run = {}) => {
  await open(house, run);
  await house.start({ mutations: [...(run.bug ?? [])] });
  const arming = armClocks(house, 200, 3);
  for (let i = 0; i < 10; i++) {
    await sleep(300);
    await house.flushRedis();
  }
  await arming;
  return judge(house, run, { flushes: 10 });
};

/** F12: of two workers one lives two hours ahead. */
export const clockAhead: Scenario = async (house, run = {}) => {
  await open(house, run);
  const mutations = [...(run.bug ?? []), drift.sweeps];
  await Promise.all([house.start({ mutations }), house.start({ mutations, clockShiftMs: 2 * 3_600_000 })]);
  await armClocks(house, 200, 3);
  return judge(house, run);
};

/** I-16: the database's clock is set forward by an hour and back; nothing is due before its time. Left there, it waits for a person. */
export const databaseClockSet: Scenario = async (house, run = {}) => {
  await open(house, run, { clockSeconds: 20 });
  await house.start({ mutations: [...(run.bug ?? []), databaseTime] });
  await Promise.all(some(30).map((id) => house.insist({ id, clock: true })));
  const set = (by: string) =>
    house.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${by}'''`,
    );
  const held = (is: boolean) =>
    eventually(async () => {
      const { reasons } = await house.operator<{ reasons: string[] }>('health');
      if (reasons.some((reason) => reason.includes('clock has moved')) !== is) throw new Error(reasons.join());
    });
  const fired = async () => (await house.rows<{ n: number }>('select count(*)::int as n from deadline_effects'))[0]!.n;
  await sleep(1_000);
  await set('1 hour');
  const early = await sleep(2_500).then(fired);
  if (!run.bug) await held(true);
  await set('0');
  await held(false);
  const violations = early > 0 ? [{ invariant: 'I-16', about: `${early} clocks fired by a database clock that was wrong` }] : [];
  if (run.bug) return { violations, figures: { early } };
  const sound = await judge(house, run, { early, heldAndBack: 1 });
  await set('1 hour');
  await held(true);
  await house.operator('confirm-time');
  await held(false);
  return { ...sound, violations: [...violations, ...sound.violations] };
};

/** F12 with both clocks right and much stopping in the last moment: two processes and their clients reach for the same clocks. */
export const clocksRaced: Scenario = async (house, run = {}) => {
  await open(house, run, { clockSeconds: 2 });
  const mutations = [...(run.bug ?? []), drift.sweeps, drift.commits];
  await Promise.all([house.start({ mutations }), house.start({ mutations })]);
  await Promise.all(
    some(150).map(async (id, i) => {
      await house.insist({ id, clock: true });
      // Just before and after each stage, and well after the last one, when there is nothing left to stop.
      await sleep((i % 2 === 0 ? 950 : 1_950) + Math.random() * (i % 4 === 3 ? 1_500 : 500));
      await house.insist({ id, stop: true });
    }),
  );
  return judge(house, run);
};

/** F18: every message twice, batches backwards, one in ten long after the others; two processes hear. */
export const messagesShuffled: Scenario = async (house, run = {}) => {
  await open(house, run);
  const mutations = [...(run.bug ?? []), quick.redelivery, drift.commits];
  await house.start({ mutations });
  await house.start({ mutations });
  const demands = some(40);
  const late: string[] = [];
  let duplicates = 0;
  for (let round = 0; round < 15; round++) {
    const batch = demands.map((demand) => house.nextEvent(demand).body);
    const now = batch.filter(() => Math.random() >= 0.1);
    late.push(...batch.filter((body) => !now.includes(body)));
    await Promise.all([...now.reverse(), ...now].map((body) => house.publish(body)));
    duplicates += now.length;
  }
  await Promise.all([...late.reverse(), ...late].map((body) => house.publish(body)));
  duplicates += late.length;
  return judge(house, run, { told: house.history.told.length, duplicates, late: late.length });
};

/** F19: messages nobody can read, payloads of the wrong shape, handlers that throw and that hang, among sound ones. */
export const poisoned: Scenario = async (house, run = {}) => {
  await open(house, run);
  const mutations = [...(run.bug ?? []), quick.redelivery, quick.secondTry, quick.hanging];
  await house.start({ mutations });
  const sound = some(20);
  const bad = { wrong: some(1)[0]!, throws: some(1)[0]!, hangs: some(1)[0]! };
  await Promise.all(sound.map((demand) => house.tell(demand)));
  const poison = [
    house.nextEvent(bad.wrong, 7),
    house.nextEvent(bad.throws, poisonTimes.throws),
    house.nextEvent(bad.hangs, poisonTimes.hangs),
  ];
  house.history.poison.push(...poison.map(({ id }) => id));
  await Promise.all(poison.map(({ body }) => house.publish(body)));
  await house.publish('{"this is": "no envelope"');
  await house.publish('{"this is": "no envelope"}');
  const behind = Object.values(bad).map((demand) => house.nextEvent(demand));
  await Promise.all(behind.map(({ body }) => house.publish(body)));
  for (let i = 0; i < 10; i++) await Promise.all(sound.map((demand) => house.tell(demand)));
  // What is neither poison nor behind it goes on meanwhile.
  const since = Date.now();
  const others = sound.length * 11;
  const soundIn = await eventually(
    async () => {
      const [row] = await house.rows<{ n: number }>('select count(*)::int as n from inbox where aggregate_id = any($1)', [sound]);
      if (row!.n < others) throw new Error(`${row!.n} of ${others} sound events are applied`);
      return Date.now() - since;
    },
    { within: patience(run) },
  ).catch(() => -1);
  const parked = await eventually(
    async () => {
      const dead = await house.rows<{ id: string; aggregate_id: string | null }>('select id, aggregate_id from dead_events');
      if (dead.length < 5) throw new Error(`${dead.length} of 5 are parked`);
      return dead;
    },
    { within: patience(run) },
  ).catch(() => []);
  // Unreadable messages have no id of their own; what is parked without an aggregate is one of the two.
  const unreadable = parked.filter((row) => row.aggregate_id === null).map(({ id }) => id);
  house.history.poison.push(...unreadable);
  const violations: Violation[] = [];
  if (soundIn < 0) violations.push({ invariant: 'I-23', about: 'sound events waited for poison' });
  if (unreadable.length !== 2) violations.push({ invariant: 'I-23', about: `${unreadable.length} of 2 unreadable messages are parked` });
  const whileParked = await house.dump();
  violations.push(
    ...check({ ...house.history, told: house.history.told.filter(({ id }) => !behind.some((one) => one.id === id)) }, whileParked),
  );
  // The fault is mended and the parked ones are applied again: what was held behind them follows. A second delivery of the one that hangs
  // may be under way and refuse a replay, or park it once more as it was; then the operator asks again.
  let replayed = 0;
  await eventually(
    async () => {
      await house.admin.query(
        `update dead_events set envelope = jsonb_set(envelope, '{payload,answeredAt}', '"2026-01-01T00:00:00Z"') where aggregate_id is not null`,
      );
      replayed += await house.operator<number>('replay-dead');
      if (replayed < poison.length) throw new Error(`${replayed} of ${poison.length} are applied`);
    },
    { within: patience(run) },
  ).catch(() => undefined);
  house.history.poison = unreadable;
  const healed = await judge(house, run, { parked: parked.length, soundIn, replayed });
  return { violations: [...violations, ...healed.violations], figures: healed.figures };
};

/** F22: JetStream loses everything. What has left the outbox is told again from `events`, the neighbour tells again too, and nothing changes. */
export const streamWiped: Scenario = async (house, run = {}) => {
  await open(house, run);
  const mutations = [...(run.bug ?? []), quick.redelivery, quick.grace];
  await house.start({ mutations });
  const load = traffic(house, { clients: 4 });
  await sleep(1_500);
  await load.end();
  const told: string[] = [];
  const demands = some(10);
  const say = async (n: number) => {
    for (let i = 0; i < n; i++) {
      const { body } = house.nextEvent(oneOf(demands));
      told.push(body);
      await house.publish(body);
    }
  };
  await say(40);
  // Some are lost before anybody has heard them.
  await Promise.all(house.processes.map((one) => one.kill()));
  await say(20);
  await house.servers.wipe('nats');
  await house.start({ mutations });
  await house.servers.wipe('nats');
  const before = house.history.commands.length;
  await eventually(() => house.operator('health', {}, 500), { within: 20_000 });
  await Promise.all(some(5).map((id) => house.insist({ id })));
  const retold = await house.operator<number>('retell', {}, 20_000);
  for (const body of told) await house.publish(body);
  await say(5);
  return judge(house, run, { wipes: 2, retold, afterwards: house.history.commands.length - before });
};

/** F31 in short: what was cut off the end of a chain is missed. */
export const tailCut: Scenario = async (house, run = {}) => {
  await open(house, run);
  await house.start({ mutations: [...(run.bug ?? [])] });
  const ids = some(5);
  for (let i = 0; i < 3; i++) await Promise.all(ids.map((id) => house.insist({ id })));
  const sound = await judge(house, run);
  const victim = ids[0]!;
  await house.admin.query(
    `alter table events disable trigger events_stay; delete from events where aggregate_id = '${victim}' and version = 3; alter table events enable trigger events_stay`,
  );
  const { broken } = await house.dump();
  if (broken.length !== 1 || !broken[0]!.includes(victim))
    sound.violations.push({ invariant: 'I-70', about: `a cut tail was seen as ${JSON.stringify(broken)}` });
  return sound;
};

/** I-81: a connection on which nobody has said who looks sees nothing, whatever it was used for before. */
export const connectionReused: Scenario = async (house, run = {}) => {
  await open(house, run);
  await house.start({ mutations: [...(run.bug ?? [])] });
  await Promise.all(some(10).map((id) => house.insist({ id })));
  const violations: Violation[] = [];
  for (let i = 0; i < 10; i++) {
    await house.insist({ id: randomUUID() });
    const answer = await house.ask(peek, {});
    const rows = 'ok' in answer ? (answer.ok as { rows: number }).rows : -1;
    if (rows !== 0) violations.push({ invariant: 'I-81', about: `${rows} rows were seen by nobody in particular` });
  }
  const sound = await judge(house, run, { looks: 10 });
  return { ...sound, violations: [...violations, ...sound.violations] };
};

/** F04 and I-90 in short: without its database a service is not ready, and it is again when the database is back, without a restart. */
export const databaseKilled: Scenario = async (house, run = {}) => {
  await open(house, run);
  // So many tries in so short a time that the outage uses all of them up; still nothing sound may be parked.
  const running = await house.start({ mutations: [...(run.bug ?? []), quick.redelivery, quick.secondTry, drift.burials] });
  const load = traffic(house, { clients: 4, tellers: 1 });
  await armClocks(house, 10, 3);
  const violations: Violation[] = [];
  const isReady = () => house.operator<{ ready: boolean }>('health', {}, 5_000).then(({ ready }) => ready);
  await house.servers.kill('postgres');
  const since = Date.now();
  const sawIt = await eventually(
    async () => {
      if (await isReady()) throw new Error('ready without a database');
      return Date.now() - since;
    },
    { within: run.bug ? 3_000 : 10_000 },
  ).catch(() => -1);
  if (sawIt < 0) violations.push({ invariant: 'I-90', about: 'it says it is ready while the database is gone' });
  await sleep(1_000);
  await house.servers.start('postgres');
  const back = Date.now();
  const servesAgain = await eventually(
    async () => {
      if (!(await isReady())) throw new Error('not ready');
      return Date.now() - back;
    },
    { within: 20_000 },
  ).catch(() => -1);
  if (servesAgain < 0) violations.push({ invariant: 'I-90', about: 'it does not recover from the loss of its database' });
  if (!running.isRunning) {
    violations.push({ invariant: 'I-90', about: `the process ended with its database: ${running.output.slice(-1_500)}` });
    await house.start({ mutations: [quick.redelivery] });
  }
  await load.end();
  const sound = await judge(house, run, { kills: 1, sawIt, servesAgain });
  return { ...sound, violations: [...violations, ...sound.violations] };
};

/** How many commands have been answered with what they did. */
export const acknowledged = (house: ToyHouse) => house.history.commands.filter(({ outcome }) => outcome === 'ok').length;
export const healthOf = (house: ToyHouse) => house.operator<{ ready: boolean; reasons: string[] }>('health');
const stillArmed = async (house: ToyHouse) =>
  (await house.rows<{ n: number }>(`select count(*)::int as n from deadlines where state = 'armed'`))[0]!.n;

/** Waits until all clocks have fired while a fault goes on; otherwise that is what it found. */
async function clocksFireMeanwhile(house: ToyHouse, run: Run): Promise<Violation[]> {
  const fired = async () => {
    const left = await stillArmed(house);
    if (left > 0) throw new Error(`${left} clocks have not fired`);
  };
  return eventually(fired, { within: patience(run) }).then(
    () => [],
    (error: unknown) => [{ invariant: 'I-91', about: `${(error as Error).message} while commands were refused` }],
  );
}

/**
 * F26: reads that take their time hold every connection for commands, and a session that does nothing holds a row until the database ends it. Clocks, telling and
 * health have connections of their own; who asks meanwhile is asked to come back, and when it is over all is as it was.
 */
export const poolExhausted: Scenario = async (house, run = {}) => {
  await open(house, run, { clockSeconds: 4 });
  await house.start({ mutations: run.bug ?? [] });
  const wanted = randomUUID();
  await Promise.all([house.insist({ id: wanted }), ...some(100).map((id) => house.insist({ id, clock: true }))]);
  const idle = await house.admin.connect();
  await idle.query('begin');
  await idle.query('select 1 from counters where id = $1 for update', [wanted]);
  const looks = { served: 0, refused: 0, unanswered: 0 };
  const slow = Array.from({ length: 200 }, () =>
    house.repeatedly(async () => {
      const answer = await house.ask(dawdle, { seconds: 0.3 }).catch((error: unknown) => {
        if (error instanceof DomainError) return undefined;
        throw error;
      });
      if (answer === undefined) looks.unanswered += 1;
      else if ('ok' in answer) looks.served += 1;
      else if (answer.problem.code === 'service.unavailable') looks.refused += 1;
      else throw new Error(`a slow look was refused with ${answer.problem.code}`);
    }),
  );
  await eventually(() => {
    if (looks.refused === 0) throw new Error('there are connections left');
  });
  const load = traffic(house, { clients: 4, tellers: 2 });
  const onTheRow = house.insist({ id: wanted }, { within: 60_000 });
  const violations = await clocksFireMeanwhile(house, run);
  const { ready, reasons } = await healthOf(house);
  if (!ready) violations.push({ invariant: 'I-90', about: `health says ${reasons.join()} though it commits, hears and tells` });
  const commandsRefused = [...house.refusals.values()].reduce((sum, n) => sum + n, 0);
  await Promise.all(slow.map((end) => end()));
  idle.release(true);
  if ((await onTheRow).outcome !== 'ok') violations.push({ invariant: 'I-91', about: 'who waited for the row never got it' });
  await load.end();
  const sound = await judge(house, run, { ...looks, commandsRefused });
  return { ...sound, violations: [...violations, ...sound.violations] };
};

/**
 * F33 in short: more than it can take, by clients that give up after a second and come back with the same key. It refuses early instead of letting them pile up,
 * says so, fires its clocks, and needs nobody's help when they have gone.
 */
export const overloaded: Scenario = async (house, run = {}) => {
  await open(house, run, { clockSeconds: 6 });
  await house.start({ mutations: [...(run.bug ?? []), drift.slowCommits, quick.smallBatches, quick.shedding] });
  await Promise.all(some(40).map((id) => house.insist({ id, clock: true })));
  const load = traffic(house, { clients: 100, tellers: 1 });
  const violations: Violation[] = [];
  const told = await eventually(
    async () => {
      const { ready, reasons } = await healthOf(house);
      if (!ready || !reasons.some((reason) => reason.includes('more commands than it can take'))) throw new Error(reasons.join());
      return 1;
    },
    { within: patience(run), every: 20 },
  ).catch(() => 0);
  if (told === 0) violations.push({ invariant: 'I-92', about: 'it takes whatever comes and says nothing' });
  violations.push(...(await clocksFireMeanwhile(house, run)));
  const before = acknowledged(house);
  const answered = await eventually(
    () => {
      if (acknowledged(house) < before + 20) throw new Error('what it takes it does not do');
      return acknowledged(house);
    },
    { within: patience(run) },
  ).catch(() => before);
  if (answered === before) violations.push({ invariant: 'I-92', about: 'what it takes meanwhile it does not do' });
  const refused = house.refusals.get('service.unavailable') ?? 0;
  if (refused === 0) violations.push({ invariant: 'I-92', about: 'nobody was asked to come back' });
  await load.end();
  const recovered = await eventually(
    async () => {
      const { ready, reasons } = await healthOf(house);
      if (!ready || reasons.length > 0) throw new Error(reasons.join());
      return 1;
    },
    { within: patience(run) },
  ).catch(() => 0);
  if (recovered === 0) violations.push({ invariant: 'I-92', about: 'it does not recover from overload by itself' });
  const sound = await judge(house, run, { refused, answered, told, recovered });
  return { ...sound, violations: [...violations, ...sound.violations] };
};
