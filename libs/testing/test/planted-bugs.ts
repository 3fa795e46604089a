import type { Mutation } from '../src/index.js';
import * as scenarios from './scenarios.js';
import type { Run, Scenario } from './scenarios.js';

/** A mistake that systems like this one were seen to make, and the scenario that must notice it. */
export interface PlantedBug {
  name: string;
  scenario: Scenario;
  run: Run & { bug: readonly Mutation[] };
}

const change = (file: string, find: string, replace: string): Mutation => ({ file: `libs/service/dist/src/${file}.js`, find, replace });

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'acknowledged before the commit',
    scenario: scenarios.killedAtTheWorstPlaces,
    run: {
      bug: [
        change('consumer', 'message.ack();', ';'),
        change('consumer', 'const outcome = await db.run(', 'message.ack(); const outcome = await db.run('),
      ],
      places: ['before commit'],
      killsEach: 3,
      clients: 0,
      tellers: 6,
    },
  },
  {
    name: 'published before the commit',
    scenario: scenarios.killedAtTheWorstPlaces,
    run: {
      bug: [
        change(
          'db',
          'const written = await writeBatch(',
          `for (const { buffer } of done) if (buffer.events.length > 0) this.options.afterCommit?.({ events: buffer.events, armed: [] });
           const written = await writeBatch(`,
        ),
      ],
      places: ['before commit'],
      killsEach: 2,
      tellers: 0,
    },
  },
  {
    name: 'outbox read by a cursor over its ids',
    scenario: scenarios.commitsOvertaking,
    run: {
      bug: [
        change('relay', 'tell(events) {', 'tell(events) { if (events) return;'),
        change('relay', 'const POLL_MS = 500;', 'const POLL_MS = 20;'),
        change('relay', `name: 'claim outbox',`, ''),
        change(
          'relay',
          "where written_at < clock_timestamp() - interval '${GRACE_MS} milliseconds' order by seq limit ${CLAIM} for update skip locked",
          'where seq > ${this.lastSeq ?? 0} order by seq limit ${CLAIM}',
        ),
        change('relay', 'this.waiting = result.rows.length;', 'if (result.rows.length > 0) this.lastSeq = result.rows.at(-1).seq;'),
      ],
    },
  },
  {
    name: 'no look into the inbox',
    scenario: scenarios.messagesShuffled,
    run: {
      bug: [
        change('consumer', "if (envelope.version <= head) return 'known';", ''),
        change('consumer', 'tx.insert(inbox, row);', 'if (envelope.version > head) tx.insert(inbox, row);'),
      ],
    },
  },
  {
    // As by rows that expire after some minutes: what was applied a while ago is taken for new.
    name: 'inbox that forgets what is old',
    scenario: scenarios.messagesShuffled,
    run: {
      bug: [
        change(
          'consumer',
          "if (envelope.version <= head) return 'known';",
          "if (envelope.version <= head && head - envelope.version < 3) return 'known';",
        ),
        change('consumer', 'tx.insert(inbox, row);', 'if (envelope.version > head) tx.insert(inbox, row);'),
      ],
    },
  },
  {
    name: 'inbox row in another transaction than the effect',
    scenario: scenarios.killedAtTheWorstPlaces,
    run: {
      bug: [
        change('consumer', 'tx.insert(inbox, row);', ''),
        change(
          'consumer',
          'metrics.consumed.inc({ source: consumer.source, outcome });',
          `if (outcome === 'applied') {
             await faults.soon('before inbox');
             const { aggregateId, version, id } = envelope;
             await db.run(systemCtx(envelope.streetId, this.name), async (tx) => tx.insert(inbox, { consumer: this.name, aggregateId, version, eventId: id }));
           }`,
        ),
      ],
      places: ['before inbox'],
      killsEach: 2,
      clients: 0,
      tellers: 3,
    },
  },
  {
    name: "the process's own clock decides what is due",
    scenario: scenarios.clockAhead,
    run: {
      bug: [
        change('clocks', `name: 'due clocks',`, ''),
        change('clocks', 'fires_at <= (select app_now()) and id', "fires_at <= '${new Date().toISOString()}' and id"),
        change('clocks', 'clock.firesAt > tx.now)', 'clock.firesAt > new Date())'),
        change('clocks', 'stagesPassed(stages, tx.now)', 'stagesPassed(stages, new Date())'),
        change('clocks', 'at: tx.now,', 'at: new Date(),'),
      ],
    },
  },
  {
    name: 'a database clock that is believed whatever it says',
    scenario: scenarios.databaseClockSet,
    run: { bug: [change('clocks', 'if (!(await this.mayFire()))\n            return 0;', 'void this.mayFire();')] },
  },
  {
    name: 'effects without a unique key, and no second look',
    scenario: scenarios.clocksRaced,
    run: {
      bug: [change('clocks', "|| clock.state !== 'armed' || clock.firesAt === null || clock.firesAt > tx.now)", ')')],
      tables: 'alter table deadline_effects drop constraint deadline_effects_pkey, drop constraint deadline_effects_check',
    },
  },
  {
    name: 'a stop that does not compare',
    scenario: scenarios.clocksRaced,
    run: {
      bug: [change('flush', "(s.code = '*' or d.code = s.code) and d.state in ('armed', 'paused')", "(s.code = '*' or d.code = s.code)")],
    },
  },
  {
    name: 'a sweep that reads, and fires without a lock',
    scenario: scenarios.clocksRaced,
    run: {
      bug: [
        change('clocks', 'select street_id, id, subject_id, code from deadlines where state', 'select * from deadlines where state'),
        change(
          'clocks',
          'if (this.effects.size === 0) return 0;',
          `const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
           this.read = new Map(due.rows.map((row) => [row.id, Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]))]));`,
        ),
        change(
          'clocks',
          'const [subject, clock] = await Promise.all([locked, tx.clock(id)]);',
          'const [subject, clock] = [await locked, this.read.get(id)];',
        ),
        change('flush', "and d.version = v.version - 1 and d.state in ('armed', 'paused') returning 1", 'returning 1'),
      ],
    },
  },
  {
    name: 'BullMQ as the only timer',
    scenario: scenarios.redisAbsent,
    run: { bug: [change('clocks', 'this.timer = setInterval(() => this.wake(), SWEEP_MS);', '')] },
  },
  {
    name: 'no idempotency row',
    scenario: scenarios.killedAtTheWorstPlaces,
    run: {
      bug: [
        change(
          'db',
          'const value = await command.work(tx); if (idempotencyKey !== undefined) {',
          'const value = await command.work(tx); if (!value) {',
        ),
      ],
      places: ['before response'],
      killsEach: 2,
      tellers: 0,
    },
  },
  {
    name: 'idempotency row in another transaction',
    scenario: scenarios.killedAtTheWorstPlaces,
    run: {
      bug: [
        change(
          'db',
          'const value = await command.work(tx); if (idempotencyKey !== undefined) {',
          'const value = await command.work(tx); if (!value) {',
        ),
        change(
          'db',
          'return { outcomes, written };',
          `await faults.soon('before key');
           for (const [i, { ctx }] of commands.entries())
             if (ctx.idempotencyKey !== undefined && 'value' in outcomes[i])
               await this.options.pool.query(
                 'insert into idempotency_keys (street_id, account_id, operation, key, request_hash, response) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
                 [ctx.streetId, ctx.actor.accountId, ctx.operation, ctx.idempotencyKey, ctx.requestHash, outcomes[i].value],
               );
           return { outcomes, written };`,
        ),
      ],
      places: ['before key'],
      killsEach: 2,
      tellers: 0,
    },
  },
  {
    name: 'SET instead of SET LOCAL',
    scenario: scenarios.connectionReused,
    run: {
      bug: [change('db', "set_config('app.street_id', '${streetId}', true)", "set_config('app.street_id', '${streetId}', false)")],
    },
  },
  {
    name: 'heads ignored by the verifier',
    scenario: scenarios.tailCut,
    run: { bug: [change('audit', 'verifyChain(entries, { head: ends.get(place) })', 'verifyChain(entries)')] },
  },
  {
    name: 'one pool for commands and clocks',
    scenario: scenarios.poolExhausted,
    run: {
      bug: [
        change('service', 'dbFor(pools.firing,', 'dbFor(pools.commands,'),
        change('service', 'pool: pools.clocks,', 'pool: pools.commands,'),
      ],
    },
  },
  {
    name: 'a queue without an end',
    scenario: scenarios.overloaded,
    run: { bug: [change('db', 'performance.now() - first.since > maxWaitMs', 'false')] },
  },
  {
    name: 'ready because the process is alive',
    scenario: scenarios.databaseKilled,
    run: {
      bug: [
        change(
          'health',
          'async check() {',
          "async check() { if (this.parts) return { service: this.parts.service, ready: true, reasons: [], version: '0' };",
        ),
      ],
    },
  },
];
