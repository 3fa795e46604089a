/**
 * What must hold after a run with faults, as pure functions of what the clients saw and what lies in the servers. Numbers are those of the
 * invariants: I-01…04 commands, I-10/11 clocks, I-20…23 events, I-70 audit chain.
 */
export interface Violation {
  invariant: string;
  about: string;
}

/** A command as its client saw it: `unknown` is a timeout or a lost connection that was never resolved. */
export interface CommandRecord {
  mark: string;
  outcome: 'ok' | 'refused' | 'unknown';
  /** Every answer it got, retries with the same key included. */
  answers: string[];
}

/** An event the rig told as a neighbour would. */
export interface ToldRecord {
  id: string;
  aggregateId: string;
  version: number;
}

export interface History {
  commands: CommandRecord[];
  told: ToldRecord[];
  /** Messages that cannot be applied and must end in `dead_events`, by their ids there. */
  poison: string[];
}

export interface EventDump {
  id: string;
  aggregateId: string;
  version: number;
  recordedAt: Date;
  /** The command or told event that caused it. */
  mark?: string;
  /** The clock it started. */
  starts?: string;
  /** It stopped the clocks of its aggregate. */
  stops?: boolean;
  /** The stage of a clock it is the effect of. */
  fired?: { clockId: string; stage: number; skipped: number };
}

export interface ClockDump {
  id: string;
  subjectId: string;
  state: 'armed' | 'stopped' | 'fired';
  stages: Date[];
}

export interface Dump {
  /** Time of the dump by the database's clock. */
  now: Date;
  events: EventDump[];
  /** Rows that still wait to be told. */
  outbox: number;
  /** Ids of all messages in the service's own stream. */
  stream: string[];
  inbox: { aggregateId: string; version: number; eventId: string }[];
  dead: string[];
  clocks: ClockDump[];
  effects: { clockId: string; stage: number; firesAt: Date; at: Date }[];
  /** Broken places the service's own verifier found. */
  broken: string[];
}

/** Every checker over one run. */
export function check(history: History, dump: Dump): Violation[] {
  return [
    ...checkCommands(history, dump),
    ...checkVersions(dump),
    ...checkTelling(dump),
    ...checkInbox(history, dump),
    ...checkPoison(history, dump),
    ...checkClocks(dump),
    ...checkAudit(dump),
  ];
}

/** I-01 what was answered ok is there, I-02 once, I-03 nothing without a cause, I-04 nothing that was refused. */
export function checkCommands({ commands, told }: History, { events }: Dump): Violation[] {
  const found: Violation[] = [];
  const effects = countBy(events.flatMap(({ mark }) => (mark === undefined ? [] : [mark])));
  for (const { mark, outcome, answers } of commands) {
    const n = effects.get(mark) ?? 0;
    if (outcome === 'ok' && n === 0) found.push({ invariant: 'I-01', about: `command ${mark} was answered and is lost` });
    if (outcome === 'refused' && n > 0) found.push({ invariant: 'I-04', about: `command ${mark} was refused and had an effect` });
    if (n > 1) found.push({ invariant: 'I-02', about: `command ${mark} had ${n} effects` });
    if (new Set(answers).size > 1) found.push({ invariant: 'I-02', about: `command ${mark} was answered differently when asked again` });
  }
  const causes = new Set([...commands.map(({ mark }) => mark), ...told.map(({ id }) => id)]);
  for (const mark of effects.keys())
    if (!causes.has(mark)) found.push({ invariant: 'I-03', about: `effect of ${mark}, which nobody asked for` });
  return found;
}

/** I-06 versions of every aggregate are 1..n. */
export function checkVersions({ events }: Dump): Violation[] {
  return gaps(events).map((about) => ({ invariant: 'I-06', about: `events of ${about}` }));
}

/** I-20 every event is told and none waits; I-03 nothing is told that has not happened. */
export function checkTelling({ events, outbox, stream }: Dump): Violation[] {
  const told = new Set(stream);
  const happened = new Set(events.map(({ id }) => id));
  return [
    ...(outbox > 0 ? [{ invariant: 'I-20', about: `${outbox} events still wait in the outbox` }] : []),
    ...[...happened].filter((id) => !told.has(id)).map((id) => ({ invariant: 'I-20', about: `event ${id} was never told` })),
    ...[...told].filter((id) => !happened.has(id)).map((id) => ({ invariant: 'I-03', about: `event ${id} was told and never happened` })),
  ];
}

/** I-21 each told event is applied exactly once, I-22 in the order of its aggregate. */
export function checkInbox({ told, poison }: History, { inbox, events }: Dump): Violation[] {
  const found: Violation[] = [];
  const rows = countBy(inbox.map(({ eventId }) => eventId));
  const effects = countBy(events.flatMap(({ mark }) => (mark === undefined ? [] : [mark])));
  const isPoison = new Set(poison);
  for (const { id, aggregateId, version } of told) {
    if (isPoison.has(id)) continue;
    const [applied, done] = [rows.get(id) ?? 0, effects.get(id) ?? 0];
    if (applied !== 1 || done !== 1)
      found.push({ invariant: 'I-21', about: `event ${aggregateId} ${version} has ${applied} inbox rows and ${done} effects` });
  }
  for (const about of gaps(inbox)) found.push({ invariant: 'I-22', about: `inbox of ${about}` });
  const versionOf = new Map(told.map(({ id, version }) => [id, version]));
  for (const [aggregateId, list] of groupBy(events, ({ aggregateId }) => aggregateId)) {
    const order = list.sort((a, b) => a.version - b.version).flatMap(({ mark }) => versionOf.get(mark ?? '') ?? []);
    if (order.some((version, i) => i > 0 && version < order[i - 1]!))
      found.push({ invariant: 'I-22', about: `effects of ${aggregateId} are out of order` });
  }
  return found;
}

/** I-23 what cannot be applied is parked, and nothing else is. */
export function checkPoison({ poison }: History, { dead }: Dump): Violation[] {
  return [
    ...poison.filter((id) => !dead.includes(id)).map((id) => ({ invariant: 'I-23', about: `poison ${id} is not parked` })),
    ...dead.filter((id) => !poison.includes(id)).map((id) => ({ invariant: 'I-23', about: `event ${id} is parked for no reason` })),
  ];
}

/** How long after its time a stage may still be under way when the servers are dumped. */
const STILL_FIRING_MS = 2_000;

/**
 * I-10 every stage that has come fired once, none early, none left out without a word; I-11 a stopped clock is silent, and a clock is
 * either stopped or fired. Follows each clock through the events of its subject, whose order is that of the locks.
 */
export function checkClocks({ now, events, clocks, effects }: Dump): Violation[] {
  const found: Violation[] = [];
  const say = (invariant: string, id: string, what: string) => found.push({ invariant, about: `clock ${id} ${what}` });
  const state = new Map<string, { next: number; isStopped: boolean; subjectId: string }>();
  const stagesOf = new Map(clocks.map(({ id, stages }) => [id, stages]));
  for (const event of [...events].sort((a, b) => a.version - b.version)) {
    if (event.stops) for (const clock of state.values()) if (clock.subjectId === event.aggregateId) clock.isStopped = true;
    if (event.starts !== undefined) state.set(event.starts, { next: 0, isStopped: event.stops ?? false, subjectId: event.aggregateId });
    if (!event.fired) continue;
    const { clockId, stage, skipped } = event.fired;
    const clock = state.get(clockId);
    const at = stagesOf.get(clockId)?.[stage];
    if (!clock || !at) {
      say('I-10', clockId, `fired stage ${stage} and was never started`);
      continue;
    }
    if (clock.isStopped && clock.next < (stagesOf.get(clockId)?.length ?? 0))
      say('I-11', clockId, `fired stage ${stage} after it was stopped`);
    if (stage < clock.next) say('I-10', clockId, `fired stage ${stage} twice`);
    else if (stage - clock.next !== skipped) say('I-10', clockId, `left stage ${clock.next} out`);
    if (event.recordedAt < at) say('I-10', clockId, `fired stage ${stage} ${at.getTime() - event.recordedAt.getTime()} ms early`);
    clock.next = Math.max(clock.next, stage + 1);
  }
  for (const { id, state: rowState, stages } of clocks) {
    const { next, isStopped } = state.get(id) ?? { next: 0, isStopped: false };
    const isDone = next >= stages.length;
    if (rowState !== (isDone ? 'fired' : isStopped ? 'stopped' : 'armed'))
      say('I-11', id, `is ${rowState} after ${next} of ${stages.length} stages`);
    if (!isDone && !isStopped && stages[next]!.getTime() + STILL_FIRING_MS < now.getTime()) say('I-10', id, `never fired stage ${next}`);
  }
  const fired = countBy(events.flatMap(({ fired }) => (fired ? [`${fired.clockId} stage ${fired.stage}`] : [])));
  for (const { clockId, stage, firesAt, at } of effects) {
    if (at < firesAt) say('I-10', clockId, `has an effect before its time`);
    if (!fired.has(`${clockId} stage ${stage}`)) say('I-10', clockId, `has an effect of stage ${stage} without an event`);
  }
  const written = countBy(effects.map(({ clockId, stage }) => `${clockId} stage ${stage}`));
  for (const [place, n] of fired)
    if (written.get(place) !== n)
      found.push({ invariant: 'I-10', about: `clock ${place} has ${n} events and ${written.get(place) ?? 0} effects` });
  return found;
}

/** I-70 nobody has tampered with this run, so the verifier must find nothing. */
export function checkAudit({ broken }: Dump): Violation[] {
  return broken.map((about) => ({ invariant: 'I-70', about }));
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Aggregates whose versions are not 1..n, each once. */
function gaps(rows: readonly { aggregateId: string; version: number }[]): string[] {
  return [...groupBy(rows, ({ aggregateId }) => aggregateId)].flatMap(([aggregateId, list]) => {
    const versions = list.map(({ version }) => version).sort((a, b) => a - b);
    return versions.every((version, i) => version === i + 1) ? [] : [`${aggregateId} are ${versions.join(', ').slice(0, 200)}`];
  });
}
