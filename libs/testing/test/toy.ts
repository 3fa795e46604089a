import { Inject, Injectable, Module } from '@nestjs/common';
import { event, intakeEvents, operation } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import {
  aggregate,
  Answerer,
  Answers,
  clockEffect,
  Db,
  fact,
  on,
  POOL,
  RuleBook,
  lookingAs,
  ruleBookHandlers,
  secureRows,
  secureRowsWhere,
  startClock,
  table,
  type AggregateRow,
  type EventConsumer,
  type PgPool,
  type ServiceParts,
} from '@wufang/service';
import { sql, type Migration } from 'kysely';
import { z } from 'zod';

/** The smallest service that uses all of the plumbing: counters that can be raised, and a clock on each. */
export interface CounterRow extends AggregateRow {
  value: number;
  note: string | null;
}
export const counters = aggregate<CounterRow>('counters', 'counter');
export const seen = table<{ streetId: string; eventId: string; version: number }>('seen', ['eventId']);

export const counterRaised = event(
  'deliberation.counter.raised.v1',
  'a counter was raised',
  z.object({
    by: z.number(),
    value: z.number(),
    /** What caused it, the clock it started, and whether it stopped those that ran: for the checkers. */
    mark: z.string().optional(),
    starts: z.string().optional(),
    stops: z.boolean().optional(),
  }),
);
export const counterLate = event(
  'deliberation.counter.late.v1',
  'a clock fired',
  z.object({ kind: z.string(), skipped: z.number(), clockId: z.string(), stage: z.number() }),
);

export const raise = operation({
  name: 'deliberation.counter.raise',
  method: 'POST',
  path: '/x/{id}',
  summary: 'raise',
  access: { administrator: 'street' },
  input: z.object({
    id: z.uuid(),
    by: z.number().int(),
    clock: z.boolean().optional(),
    stop: z.boolean().optional(),
    mark: z.string().optional(),
  }),
  output: z.object({ value: z.number() }),
});
export const list = operation({
  name: 'deliberation.counter.list',
  method: 'GET',
  path: '/x',
  summary: 'list',
  access: { administrator: 'street' },
  input: z.object({}),
  output: z.object({ values: z.array(z.number()) }),
});

/** Looks at the table through a connection on which nobody has said who looks: it must see nothing. */
export const peek = operation({
  name: 'deliberation.counter.peek',
  method: 'GET',
  path: '/x/peek',
  summary: 'peek',
  access: { administrator: 'street' },
  input: z.object({}),
  output: z.object({ rows: z.number() }),
});

/** Keeps a connection for so many seconds. */
export const dawdle = operation({
  name: 'deliberation.counter.dawdle',
  method: 'GET',
  path: '/x/dawdle',
  summary: 'dawdle',
  access: { administrator: 'street' },
  input: z.object({ seconds: z.number() }),
  output: z.object({ rows: z.number() }),
});

/** Times that make the consumer fail on purpose. */
export const poisonTimes = { throws: '2000-01-01T00:00:00Z', hangs: '2001-01-01T00:00:00Z' };

/** A word that its account alone may read. */
export interface OwnWordRow {
  streetId: string;
  accountId: string;
  word: string;
}

export interface ToyDb {
  counters: CounterRow;
  ownWords: OwnWordRow;
}

@Answerer()
export class CountersHandler {
  constructor(
    private readonly db: Db<ToyDb>,
    private readonly book: RuleBook,
    @Inject(POOL) private readonly pool: PgPool,
  ) {}

  @Answers(raise)
  raise(input: z.output<typeof raise.input>, ctx: Parameters<Db['run']>[0]) {
    return this.db.run(ctx, async (tx) => {
      const row = await tx.lock(counters, input.id);
      if (input.by < 0) throw new DomainError('access.denied', {});
      const value = (row?.value ?? 0) + input.by;
      const clock = input.clock ? startClock(await this.book.at(tx.streetId, tx.now), 'SCREEN', input.id, tx.now) : undefined;
      const { mark, stop } = input;
      const about = { ...(mark !== undefined && { mark }), ...(clock && { starts: clock.id }), ...(stop && { stops: true }) };
      const facts = [fact(counterRaised, { by: input.by, value, ...about })];
      if (row) tx.save(counters, { ...row, value }, facts);
      else tx.create(counters, { id: input.id, value, note: null }, facts);
      if (clock) tx.arm(clock);
      if (input.stop) tx.stop(input.id, ['SCREEN']);
      return { value };
    });
  }

  @Answers(peek)
  async peek() {
    const found = await this.pool.query<{ n: number }>('select count(*)::int as n from counters');
    return { rows: found.rows[0]!.n };
  }

  @Answers(dawdle)
  dawdle({ seconds }: { seconds: number }, ctx: Parameters<Db['run']>[0]) {
    return this.db.read(ctx, async (db) => ({ rows: (await sql`select pg_sleep(${seconds})`.execute(db)).rows.length }));
  }

  @Answers(list)
  list(_input: object, ctx: Parameters<Db['run']>[0]) {
    return this.db.read(ctx, async (sql) => ({
      values: (await sql.selectFrom('counters').select('value').orderBy('value').execute()).map((row) => row.value),
    }));
  }
}

@Injectable()
export class IntakeConsumer implements EventConsumer {
  readonly source = 'intake';
  readonly handlers = [
    on(intakeEvents.demandAnswered, async (tx, envelope) => {
      if (envelope.payload.answeredAt === poisonTimes.throws) throw new Error('this one is poison');
      if (envelope.payload.answeredAt === poisonTimes.hangs) await new Promise(() => undefined);
      const row = await tx.lock(counters, envelope.aggregateId);
      const value = (row?.value ?? 0) + 1;
      const facts = [fact(counterRaised, { by: 1, value, mark: envelope.id })];
      if (row) tx.save(counters, { ...row, value }, facts);
      else tx.create(counters, { id: envelope.aggregateId, value, note: null }, facts);
      tx.put(seen, { eventId: envelope.id, version: envelope.version });
    }),
  ];
}

@Injectable()
export class RegistryConsumer implements EventConsumer {
  readonly source = 'registry';
  readonly handlers = ruleBookHandlers;
}

@Injectable()
export class CounterClocks {
  readonly effects = [
    clockEffect(counters, ['SCREEN'], (tx, row, clock, fired) => {
      tx.save(counters, row, [fact(counterLate, { kind: fired.kind, skipped: fired.skipped, clockId: clock.id, stage: fired.stage })]);
    }),
  ];
}

@Module({ controllers: [CountersHandler], providers: [IntakeConsumer, RegistryConsumer, CounterClocks] })
class ToyModule {}

export const toyParts: ServiceParts = {
  name: 'deliberation',
  module: ToyModule,
  consumers: [IntakeConsumer, RegistryConsumer],
  clocks: [CounterClocks],
  aggregates: ['counters'],
};

export const toyMigrations: Record<string, Migration> = {
  '0001_counters': {
    async up(db) {
      await sql`create table counters (street_id text not null, id uuid not null, version int not null, chain_hash text, updated_at timestamptz(3) not null, value int not null, note text, primary key (street_id, id))`.execute(
        db,
      );
      await sql`create table seen (street_id text not null, event_id uuid not null, version int not null, primary key (street_id, event_id))`.execute(
        db,
      );
      await secureRows(db, 'counters');
    },
    async down(db) {
      await sql`drop table seen`.execute(db);
      await sql`drop table counters`.execute(db);
    },
  },
  '0002_own_words': {
    async up(db) {
      await sql`create table own_words (street_id text not null, account_id text not null, word text not null, primary key (street_id, account_id, word))`.execute(
        db,
      );
      await secureRowsWhere(db, 'own_words', `${lookingAs.isCommand} or account_id = ${lookingAs.account}`);
    },
    async down(db) {
      await sql`drop table own_words`.execute(db);
    },
  },
};
