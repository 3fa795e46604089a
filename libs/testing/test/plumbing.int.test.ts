import { randomUUID } from 'node:crypto';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { intakeEvents, registryEvents, type Ctx, type TimeLimit } from '@wufang/contracts';
import { linkHash } from '@wufang/kernel';
import {
  camelRow,
  chainEntry,
  closeDays,
  createPool,
  Db,
  RuleBook,
  tellDays,
  verifyAudit,
  type AnySchema,
  type EventRow,
  type PgPool,
} from '@wufang/service';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { eventually, ServiceUnderTest } from '../src/index.js';
import { list, raise, toyMigrations, toyParts, type ToyDb } from './toy.js';

const admin = { role: 'administrator' as const };
const quick: TimeLimit = {
  code: 'SCREEN',
  limit: { clock: 'C', minutes: 2 / 60 },
  stages: [
    { kind: 'warning', at: { fraction: [1, 2] }, tell: ['H'] },
    { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S'] },
  ],
  source: 'test',
};

describe('the plumbing', () => {
  let sut: ServiceUnderTest;
  beforeAll(async () => {
    sut = await ServiceUnderTest.start(toyParts, toyMigrations);
    await sut.tell(
      registryEvents.timeLimitsPublished,
      { limitsVersion: 1, from: '2020-01-01', rows: [quick] },
      { aggregateId: randomUUID(), version: 1 },
    );
    await eventually(async () => expect(await sut.rows('select 1 from time_limits')).toHaveLength(1));
  }, 60_000);
  afterAll(() => sut?.stop(), 30_000);

  const untold = async () => (await sut.rows<{ n: number }>('select count(*)::int as n from outbox'))[0]!.n;

  test('commands that arrive together are each carried out once, in few transactions', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const values = await Promise.all(ids.map((id) => sut.ok(raise, { id, by: 1 }, admin)));
    expect(values.every(({ value }) => value === 1)).toBe(true);
    const rows = await sut.rows<{ n: number; total: number }>(
      'select count(*)::int as n, sum(value)::int as total from counters where id = any($1)',
      [ids],
    );
    expect(rows[0]).toEqual({ n: 200, total: 200 });
    const xids = await sut.rows<{ n: number }>('select count(distinct xmin::text)::int as n from counters where id = any($1)', [ids]);
    expect(xids[0]!.n).toBeLessThan(100);
  });

  test('fifty raises of one counter at once are fifty, one after the other', async () => {
    const id = randomUUID();
    const values = await Promise.all(Array.from({ length: 50 }, () => sut.ok(raise, { id, by: 1 }, admin)));
    expect(values.map(({ value }) => value).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    const events = await sut.rows<{ version: number }>('select version from events where aggregate_id = $1 order by version', [id]);
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test('one refused command leaves its neighbours alone', async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const answers = await Promise.all(ids.map((id, i) => sut.ask(raise, { id, by: i === 7 ? -1 : 1 }, admin)));
    expect(answers.filter((answer) => 'problem' in answer)).toHaveLength(1);
    expect(await sut.rows('select 1 from counters where id = any($1)', [ids])).toHaveLength(19);
  });

  test('the same key and body answers the same and does nothing more; another body is refused', async () => {
    const id = randomUUID();
    const as = { ...admin, idempotencyKey: randomUUID() };
    const [a, b] = await Promise.all([sut.ok(raise, { id, by: 5 }, as), sut.ok(raise, { id, by: 5 }, as)]);
    const c = await sut.ok(raise, { id, by: 5 }, as);
    expect([a, b, c]).toEqual([{ value: 5 }, { value: 5 }, { value: 5 }]);
    expect(await sut.refused(raise, { id, by: 6 }, as)).toBe('request.key-reused');
    expect((await sut.rows<{ value: number }>('select value from counters where id = $1', [id]))[0]!.value).toBe(5);
  });

  test('a question the gateway has not signed is refused', async () => {
    const reply = await sut.nc.request(
      'rpc.deliberation.counter.raise',
      JSON.stringify({ pattern: 'rpc.deliberation.counter.raise', id: '1', data: { ctx: '{}', signature: '', input: {} } }),
      { timeout: 2_000 },
    );
    expect(reply.json<{ response: { problem: { code: string } } }>().response.problem.code).toBe('access.denied');
  });

  test('input of the wrong shape is refused with the field named', async () => {
    const answer = await sut.ask(raise, { id: 'x', by: 1 } as never, admin);
    expect(answer).toMatchObject({ problem: { code: 'request.invalid', status: 400 } });
    expect((answer as { problem: { detail: string } }).problem.detail).toContain('id');
  });

  test('another street sees nothing of this one', async () => {
    expect((await sut.ok(list, {}, admin)).values.length).toBeGreaterThan(0);
    expect((await sut.ok(list, {}, { ...admin, streetId: 'elsewhere' })).values).toEqual([]);
  });

  describe('what is asked at the same moment', () => {
    const looking = (accountId: string, part: Partial<Ctx> = {}): Ctx => ({
      ...{ requestId: randomUUID(), operation: list.name, streetId: 'qingyun', scope: 'own' as const, ...part },
      actor: { accountId, roles: ['resident'], unitIds: [] },
    });
    /** What somebody sees, and in which transaction: a connection has one at a time. */
    const look = (ctx: Ctx) =>
      sut.service.app.get<Db<ToyDb>>(Db).read(ctx, async (db) => {
        const [words, [at]] = await Promise.all([
          db.selectFrom('ownWords').select('word').orderBy('word').execute(),
          db.selectNoFrom(sql<string>`pg_backend_pid() || ' ' || now()::text`.as('transaction')).execute(),
        ]);
        return { words: words.map(({ word }) => word), transaction: at!.transaction };
      });

    beforeAll(async () => {
      await sut.admin.query(
        `insert into own_words values ('qingyun', 'zhang', 'of zhang'), ('qingyun', 'li', 'of li'), ('elsewhere', 'zhang', 'of zhang elsewhere')`,
      );
    });

    test('by two accounts, over and over: each sees its own rows only, however the questions are put together', async () => {
      const asked = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'zhang' : 'li'));
      const found = await Promise.all(asked.map((accountId) => look(looking(accountId))));
      expect(found.map(({ words }) => words)).toEqual(asked.map((accountId) => [`of ${accountId}`]));
      const transactions = (accountId: string) => new Set(found.filter((_, i) => asked[i] === accountId).map((one) => one.transaction));
      expect([...transactions('zhang')].filter((one) => transactions('li').has(one))).toEqual([]);
      // Twenty questions of one account: at most sixteen in one transaction.
      expect([transactions('zhang').size, transactions('li').size]).toEqual([2, 2]);
    });

    test('by one account in two streets, or by somebody without a name: not together', async () => {
      const [here, there, nobody] = await Promise.all([
        look(looking('zhang')),
        look(looking('zhang', { streetId: 'elsewhere' })),
        look(looking('*')),
      ]);
      expect([here.words, there.words, nobody.words]).toEqual([['of zhang'], ['of zhang elsewhere'], []]);
      expect(new Set([here, there, nobody].map(({ transaction }) => transaction)).size).toBe(3);
    });

    test('a question that fails takes none of its neighbours with it', async () => {
      const db = sut.service.app.get<Db<ToyDb>>(Db);
      const wrong = db.read(looking('zhang'), (one) => one.selectNoFrom(sql`1 / 0`.as('n')).execute());
      const [failed, right] = await Promise.allSettled([wrong, look(looking('zhang'))]);
      expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
      expect(right).toMatchObject({ status: 'fulfilled', value: { words: ['of zhang'] } });
    });
  });

  test('a street where nobody has asked for a while: the first who does has the table that was published meanwhile', async () => {
    const streetId = 'quiet';
    const publish = async (limitsVersion: number) => {
      const about = { aggregateId: ofQuiet, version: limitsVersion, streetId };
      await sut.tell(registryEvents.timeLimitsPublished, { limitsVersion, from: '2020-01-01', rows: [quick] }, about);
      await eventually(async () =>
        expect(await sut.rows('select 1 from time_limits where street_id = $1 and version = $2', [streetId, limitsVersion])).toHaveLength(
          1,
        ),
      );
    };
    const ofQuiet = randomUUID();
    const book = sut.service.app.get(RuleBook);
    await publish(1);
    expect((await book.at(streetId, new Date())).policyVersion).toBe(1);
    await publish(2);
    const later = Date.now() + 3_600_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    try {
      expect((await book.at(streetId, new Date())).policyVersion).toBe(2);
    } finally {
      clock.mockRestore();
    }
  });

  test('every event is told, and the outbox is empty again', async () => {
    await eventually(async () => expect(await untold()).toBe(0));
  });

  test('events told twice and backwards are applied once, in order', async () => {
    const id = randomUUID();
    const told: object[] = [];
    for (const version of [3, 1, 2, 5, 4]) {
      told.push(await sut.tell(intakeEvents.demandAnswered, { answeredAt: '2026-01-01T00:00:00Z' }, { aggregateId: id, version }));
    }
    for (const envelope of told.reverse()) await sut.publish('intake', intakeEvents.demandAnswered.type, envelope);
    await eventually(async () =>
      expect((await sut.rows<{ value: number }>('select value from counters where id = $1', [id]))[0]?.value).toBe(5),
    );
    await eventually(async () => expect(await sut.rows('select 1 from inbox where aggregate_id = $1', [id])).toHaveLength(5));
    expect((await sut.rows<{ value: number }>('select value from counters where id = $1', [id]))[0]!.value).toBe(5);
  });

  test('two events of one aggregate that arrive together are both applied', async () => {
    for (let round = 0; round < 15; round++) {
      const id = randomUUID();
      await Promise.all(
        [1, 2].map((version) =>
          sut.tell(intakeEvents.demandAnswered, { answeredAt: '2026-01-01T00:00:00Z' }, { aggregateId: id, version }),
        ),
      );
      await eventually(async () => expect(await sut.rows('select 1 from inbox where aggregate_id = $1', [id])).toHaveLength(2));
    }
  });

  test('an event that cannot be applied is parked, others go on, and a replay heals', async () => {
    const [bad, good] = [randomUUID(), randomUUID()];
    await sut.publish('intake', 'intake.demand.answered.v1', { nonsense: true });
    await sut.tell(intakeEvents.demandAnswered, { answeredAt: '2000-01-01T00:00:00Z' }, { aggregateId: bad, version: 1 });
    await sut.tell(intakeEvents.demandAnswered, { answeredAt: '2026-01-01T00:00:00Z' }, { aggregateId: bad, version: 2 });
    await sut.tell(intakeEvents.demandAnswered, { answeredAt: '2026-01-01T00:00:00Z' }, { aggregateId: good, version: 1 });
    await eventually(async () => expect(await sut.rows('select 1 from counters where id = $1', [good])).toHaveLength(1));
    await eventually(async () => expect(await sut.rows('select 1 from dead_events')).toHaveLength(2), { within: 60_000 });
    expect(await sut.rows('select 1 from counters where id = $1', [bad])).toHaveLength(0);
    await sut.admin.query(
      `update dead_events set envelope = jsonb_set(envelope, '{payload,answeredAt}', '"2026-01-01T00:00:00Z"') where aggregate_id = $1`,
      [bad],
    );
    const reply = await sut.nc.request('rpc.deliberation.operator.replay-dead', '{}', { timeout: 5_000 });
    expect(reply.json()).toEqual({ ok: 1 });
    expect((await sut.rows<{ value: number }>('select value from counters where id = $1', [bad]))[0]!.value).toBe(2);
  }, 90_000);

  test('a replay goes on past what still fails, and says why it does', async () => {
    const bad = [randomUUID(), randomUUID()].sort();
    for (const aggregateId of bad)
      await sut.tell(intakeEvents.demandAnswered, { answeredAt: '2000-01-01T00:00:00Z' }, { aggregateId, version: 1 });
    const parked = () =>
      sut.rows<{ aggregateId: string; tries: number; reason: string; isReplayed: boolean }>(
        `select aggregate_id as "aggregateId", tries, reason, replayed_at is not null as "isReplayed" from dead_events where aggregate_id = any($1) order by 1`,
        [bad],
      );
    await eventually(async () => expect(await parked()).toHaveLength(2), { within: 60_000 });
    // The first in order still fails; only the second is mended.
    await sut.admin.query(
      `update dead_events set reason = '', envelope = jsonb_set(envelope, '{payload,answeredAt}', case when aggregate_id = $1 then '"2000-01-01T00:00:00Z"' else '"2026-01-01T00:00:00Z"' end::jsonb) where aggregate_id = any($2)`,
      [bad[0], bad],
    );
    const tries = (await parked())[0]!.tries;
    const reply = await sut.nc.request('rpc.deliberation.operator.replay-dead', '{}', { timeout: 5_000 });
    expect(reply.json()).toEqual({ ok: 1 });
    expect(await parked()).toMatchObject([
      { isReplayed: false, tries: tries + 1, reason: 'Error: this one is poison' },
      { isReplayed: true, tries },
    ]);
  }, 90_000);

  test('a clock warns, then breaches, never early, each once', async () => {
    const id = randomUUID();
    await sut.ok(raise, { id, by: 1, clock: true }, admin);
    await eventually(async () =>
      expect(await sut.rows(`select 1 from events where aggregate_id = $1 and type like '%late%'`, [id])).toHaveLength(2),
    );
    const late = await sut.rows<{ kind: string }>(
      `select payload->>'kind' as kind from events where aggregate_id = $1 and type like '%late%' order by version`,
      [id],
    );
    expect(late.map(({ kind }) => kind)).toEqual(['warning', 'breach']);
    expect(await sut.rows('select 1 from deadline_effects where at < fires_at')).toHaveLength(0);
  });

  test('a clock that was stopped stays silent', async () => {
    const id = randomUUID();
    await sut.ok(raise, { id, by: 1, clock: true }, admin);
    await sut.ok(raise, { id, by: 1, stop: true }, admin);
    const other = randomUUID();
    await sut.ok(raise, { id: other, by: 1, clock: true }, admin);
    await eventually(async () =>
      expect(await sut.rows(`select 1 from events where aggregate_id = $1 and type like '%late%'`, [other])).toHaveLength(2),
    );
    expect(await sut.rows(`select 1 from events where aggregate_id = $1 and type like '%late%'`, [id])).toHaveLength(0);
  });

  test('flushing Redis with armed clocks loses none', async () => {
    const ids = Array.from({ length: 30 }, () => randomUUID());
    await Promise.all(ids.map((id) => sut.ok(raise, { id, by: 1, clock: true }, admin)));
    const redis = new Redis(sut.servers.redis.adminUrl);
    await redis.flushall();
    redis.disconnect();
    await eventually(async () => {
      const rows = await sut.rows<{ n: number }>(
        `select count(*)::int as n from events where aggregate_id = any($1) and payload->>'kind' = 'breach'`,
        [ids],
      );
      expect(rows[0]!.n).toBe(30);
    });
  });

  test('the audit chain verifies, and an edited event is found at its place', async () => {
    const pool = createPool(sut.env['DATABASE_URL']!, 'deliberation', 'test', 2);
    const whole = await verifyAudit(pool, ['counters']);
    expect(whole.broken).toEqual([]);
    expect(whole.entries).toBeGreaterThan(300);
    await expect(pool.query(`update events set payload = '{}'`)).rejects.toMatchObject({ code: '42501' });
    const victim = (await sut.rows<{ aggregate_id: string }>('select aggregate_id from events where version = 3 limit 1'))[0]!.aggregate_id;
    await sut.admin.query(
      `alter table events disable trigger events_stay; update events set payload = jsonb_set(payload, '{by}', '9') where aggregate_id = '${victim}' and version = 3; alter table events enable trigger events_stay`,
    );
    expect((await verifyAudit(pool, ['counters'])).broken).toEqual([{ chainId: victim, seq: 3, reason: 'edited' }]);
    await pool.end();
  });

  test('a day that is over is closed with one head, and what was changed behind it is found', async () => {
    const pool = createPool(sut.env['DATABASE_URL']!, 'deliberation', 'test', 2);
    expect(await closeDays(pool)).toBe(0);
    await sut.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''1 day 1 hour'''`,
    );
    const streets = (await sut.rows('select distinct street_id from events')).length;
    expect(await closeDays(pool)).toBeGreaterThanOrEqual(streets);
    expect(await closeDays(pool)).toBe(0);
    await sut.admin.query(`create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`);
    const known = (await verifyAudit(pool, ['counters'])).broken.length;
    await expect(pool.query('update chain_heads set events = 0')).rejects.toMatchObject({ code: '42501' });
    await sut.admin.query(
      `alter table events disable trigger events_stay; delete from events where aggregate_id = (select aggregate_id from events order by id limit 1); alter table events enable trigger events_stay`,
    );
    expect((await verifyAudit(pool, ['counters'])).broken.slice(known).map(({ reason }) => reason)).toContain('day-head');
    await pool.end();
  });

  describe('tampering by whoever owns the database', () => {
    let pool: PgPool;
    const pause = (sql: string) =>
      sut.admin.query(`alter table events disable trigger user; ${sql}; alter table events enable trigger user`);
    const aDay = (days: number) =>
      sut.admin.query(
        `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp()${days ? ` + interval ''${days} days 1 hour''` : ''}'`,
      );
    /** A counter with five events. */
    async function aChain(): Promise<string> {
      const id = randomUUID();
      for (let i = 0; i < 5; i++) await sut.ok(raise, { id, by: 1 }, admin);
      return id;
    }
    const broken = async (witness: { streetId: string; day: string; head: string }[] = []) =>
      (await verifyAudit(pool, ['counters'], witness)).broken;
    const of = async (id: string) => (await broken()).filter(({ chainId }) => chainId === id);
    const heads = () =>
      sut.rows<{ streetId: string; day: string; head: string }>(
        `select street_id as "streetId", to_char(on_date, 'YYYY-MM-DD') as day, head from chain_heads where street_id = 'qingyun' order by on_date`,
      );

    beforeAll(() => {
      pool = createPool(sut.env['DATABASE_URL']!, 'deliberation', 'test', 2);
    });
    afterAll(() => pool?.end());

    test.each([
      [
        'an edited field',
        (id: string) => `update events set payload = jsonb_set(payload, '{by}', '9') where aggregate_id = '${id}' and version = 3`,
        3,
        'edited',
      ],
      ['a deleted row', (id: string) => `delete from events where aggregate_id = '${id}' and version = 2`, 2, 'missing'],
      [
        'an inserted row',
        (id: string) =>
          `update events set version = version + 100 where aggregate_id = '${id}' and version > 3; update events set version = version - 99 where aggregate_id = '${id}' and version > 100;
           insert into events select street_id, aggregate_id, 4, gen_random_uuid(), type, aggregate, actor, payload, recorded_at, hash, md5(hash) from events where aggregate_id = '${id}' and version = 3`,
        4,
        'edited',
      ],
      [
        'two rows swapped',
        (id: string) =>
          `update events set version = version + 100 where aggregate_id = '${id}' and version in (2, 3); update events set version = 105 - version where aggregate_id = '${id}' and version > 100`,
        2,
        'broken-link',
      ],
      ['a cut tail', (id: string) => `delete from events where aggregate_id = '${id}' and version > 3`, 4, 'cut-tail'],
    ])('%s is found at its place', async (_, tamper, seq, reason) => {
      const id = await aChain();
      expect(await of(id)).toEqual([]);
      await pause(tamper(id));
      expect(await of(id)).toEqual([{ chainId: id, seq, reason }]);
    });

    test('a number is given once, by the database itself', async () => {
      const id = await aChain();
      const again = `insert into events select street_id, aggregate_id, version, gen_random_uuid(), type, aggregate, actor, payload, recorded_at, prev_hash, hash from events where aggregate_id = '${id}' and version = 2`;
      await expect(pause(again)).rejects.toMatchObject({ code: '23505' });
    });

    test('a chain written anew as a whole, its head and every day with it, is found by a head that a witness kept', async () => {
      const id = await aChain();
      await aDay(2);
      await closeDays(pool);
      const kept = await heads();
      expect(kept.length).toBeGreaterThan(0);
      // Tampered with by the tests before; what is found from here on is new.
      const known = await broken(kept);
      expect(known.map(({ reason }) => reason)).not.toContain('witness-differs');

      const rows = await sut.rows('select * from events where aggregate_id = $1 order by version', [id]);
      let prevHash: string | null = null;
      for (const raw of rows) {
        const row = { ...camelRow<EventRow>(raw), payload: { ...(raw['payload'] as object), by: 7 }, prevHash };
        const { hash: _, ...link } = chainEntry(row);
        const hash = linkHash(link);
        await sut.admin.query(`alter table events disable trigger user`);
        await sut.admin.query('update events set payload = $2, prev_hash = $3, hash = $4 where id = $1', [
          row.id,
          row.payload,
          prevHash,
          hash,
        ]);
        await sut.admin.query(`alter table events enable trigger user`);
        prevHash = hash;
      }
      await sut.admin.query('update counters set chain_hash = $2 where id = $1', [id, prevHash]);
      const days = (await broken()).filter(({ chainId }) => chainId.startsWith('days qingyun'));
      await sut.admin.query(`delete from chain_heads where street_id = 'qingyun'`);
      await closeDays(pool);
      await aDay(0);
      // To itself the record looks whole; only the days before it was rewritten did not fit, and they were written anew too.
      expect(days.length).toBeGreaterThan(0);
      expect((await broken()).filter(({ chainId }) => chainId === id || chainId.startsWith('days qingyun'))).toEqual([]);
      const found = (await broken(kept)).filter(({ reason }) => reason.startsWith('witness'));
      expect(found[0]).toMatchObject({ chainId: `days qingyun ${kept.at(-1)!.day}`, reason: 'witness-differs' });
    });

    test('a day cut off with everything on it is found by a witness, and so are two heads for one day', async () => {
      const kept = await heads();
      const last = kept.at(-1)!;
      const other = { ...last, head: 'f'.repeat(64) };
      expect(
        (await broken([last, other])).filter(({ chainId }) => chainId === `days qingyun ${last.day}`).map(({ reason }) => reason),
      ).toEqual(['two-heads', 'witness-differs']);
      await sut.admin.query('delete from chain_heads where street_id = $1 and on_date = $2', ['qingyun', last.day]);
      expect((await broken(kept)).map(({ reason }) => reason)).toContain('witness-missing');
    });

    test('every day that was closed is told once, in order, by whichever process comes first', async () => {
      const db = sut.service.app.get<Db<AnySchema>>(Db);
      await sut.admin.query('delete from chain_heads');
      await sut.admin.query('delete from day_logs');
      await aDay(2);
      await closeDays(pool);
      await aDay(0);
      const [one, two] = await Promise.all([tellDays(pool, db, 'deliberation'), tellDays(pool, db, 'deliberation')]);
      const told = await sut.rows(
        `select street_id as "streetId", payload->>'day' as day, payload->>'head' as head from events where type = 'deliberation.day.closed.v1' and street_id = 'qingyun' order by version`,
      );
      expect(told).toEqual(await heads());
      const [closed] = await sut.rows<{ n: number }>('select count(*)::int as n from chain_heads');
      expect(one + two).toBe(closed!.n);
      expect(await tellDays(pool, db, 'deliberation')).toBe(0);
    });
  });

  test('an event cannot be dated back', async () => {
    await expect(
      sut.admin.query(
        `insert into events select street_id, gen_random_uuid(), 1, gen_random_uuid(), type, aggregate, actor, payload, now() - interval '2 hours', prev_hash, hash from events limit 1`,
      ),
    ).rejects.toMatchObject({ code: 'WF001' });
  });

  test('a wiped JetStream is made again and later events arrive', async () => {
    await sut.servers.restart('nats');
    const id = randomUUID();
    await eventually(() => sut.tell(intakeEvents.demandAnswered, { answeredAt: '2026-01-01T00:00:00Z' }, { aggregateId: id, version: 1 }));
    await eventually(async () => expect(await sut.rows('select 1 from counters where id = $1', [id])).toHaveLength(1), { within: 20_000 });
  }, 40_000);

  test('events told again from the history fill an emptied stream, and the outbox is empty again', async () => {
    // A row that is still in the outbox would not be put there again.
    await eventually(async () => expect(await untold()).toBe(0));
    const manager = await jetstreamManager(sut.nc);
    await manager.streams.purge('deliberation');
    const reply = await sut.nc.request('rpc.deliberation.operator.retell', '{"sinceSeconds": 0}', { timeout: 5_000 });
    expect(reply.json()).toEqual({ ok: 0 });
    const { ok } = (await sut.nc.request('rpc.deliberation.operator.retell', '{}', { timeout: 5_000 })).json<{ ok: number }>();
    const [row] = await sut.rows<{ n: number }>('select count(*)::int as n from events');
    expect(ok).toBe(row!.n);
    await eventually(async () => expect(await untold()).toBe(0));
  });

  test('health says what is so', async () => {
    const reply = await sut.nc.request('rpc.deliberation.operator.health', '{}', { timeout: 3_000 });
    expect(reply.json()).toMatchObject({ ok: { service: 'deliberation', ready: true } });
  });
});
