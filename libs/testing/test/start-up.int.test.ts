import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService } from '@wufang/service';
import { ServiceUnderTest } from '../src/index.js';
import { toyMigrations, toyParts } from './toy.js';

/** Decision 14: what would lose data or tell a wrong time is found before the first answer, and the process says so in one sentence. */
describe('a service does not start', () => {
  let sut: ServiceUnderTest;
  const parts = { ...toyParts, migrations: toyMigrations };
  const others: Server[] = [];
  beforeAll(async () => {
    sut = await ServiceUnderTest.start(parts, toyMigrations);
  }, 60_000);
  afterAll(async () => {
    for (const other of others) other.close();
    await sut?.stop();
  }, 30_000);

  const start = (changed: Record<string, string>) => startService(parts, { ...sut.env, ...changed });
  const role = () => new URL(sut.env['DATABASE_URL']!).username;

  async function listening(answer: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer({}, answer);
    others.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as { port: number }).port}`;
  }
  const natsOf = (version: string) =>
    listening((socket) => {
      socket.on('error', () => undefined);
      socket.write(`INFO {"server_id":"x","version":"${version}","headers":true,"jetstream":true,"max_payload":1048576,"proto":1}\r\n`);
      socket.on('data', (asked) => String(asked).includes('PING') && socket.write('PONG\r\n'));
    });
  const redisOf = (line: string) =>
    listening((socket) => {
      socket.on('error', () => undefined);
      const sound = ['redis_version:7.0.15', 'maxmemory_policy:noeviction', 'aof_enabled:1', 'loading:0', 'role:master'];
      const text = [line, ...sound.filter((one) => one.split(':')[0] !== line.split(':')[0])].join('\r\n');
      socket.on('data', (asked) => {
        for (const [, word] of String(asked).matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g))
          socket.write(word?.toLowerCase() === 'info' ? `$${text.length}\r\n${text}\r\n` : '+OK\r\n');
      });
    });

  test('without its settings, or with a secret that is none', async () => {
    await expect(start({ WUFANG_CONTEXT_KEY: '' })).rejects.toThrow(/settings are missing or wrong — WUFANG_CONTEXT_KEY/);
    const empty = Buffer.alloc(32).toString('base64');
    await expect(start({ WUFANG_CONTEXT_KEY: empty })).rejects.toThrow(/is a default or empty secret; make a random one/);
    await expect(start({ WUFANG_VAULT_KEY: empty })).rejects.toThrow(/is a default or empty secret; make a random one/);
    await expect(start({ WUFANG_VAULT_KEY: `${sut.env['WUFANG_VAULT_KEY']!} ${empty}` })).rejects.toThrow(/WUFANG_VAULT_KEY/);
  });

  test('on a schema that is behind its code', async () => {
    await sut.rows(`delete from kysely_migration where name = '0001_counters'`);
    await expect(start({})).rejects.toThrow('the schema is behind: 0001_counters not run; run the migrations first');
    await sut.rows(`insert into kysely_migration values ('0001_counters', '2026-01-01')`);
  });

  test('where app_now() is not the database clock', async () => {
    const [{ body }] = (await sut.rows<{ body: string }>(`select pg_get_functiondef('app_now'::regproc) as body`)) as [{ body: string }];
    await sut.rows(body.replace('clock_timestamp()', `clock_timestamp() - interval '1 hour'`));
    await expect(start({})).rejects.toThrow('app_now() is not the database clock; restore it from the migrations');
    await sut.rows(body);
  });

  test('on a PostgreSQL that acknowledges before it has written', async () => {
    await sut.rows(`alter role ${role()} set synchronous_commit = off`);
    await expect(start({})).rejects.toThrow('PostgreSQL may lose acknowledged data: set fsync=on and synchronous_commit=on');
    await sut.rows(`alter role ${role()} reset synchronous_commit`);
  });

  test.each([
    ['2.9.9', 'local', /nats-server 2\.9\.9 is too old/],
    ['2.10.21', 'local', /nats-server 2\.10\.21 can lose whole streams/],
    ['2.9.10', 'production', /nats-server 2\.9\.10 may lose acknowledged messages on power loss; production needs 2\.10\.23/],
  ])('with nats-server %s in the %s profile', async (version, profile, message) => {
    await expect(start({ NATS_URL: `nats://${await natsOf(version)}`, WUFANG_PROFILE: profile })).rejects.toThrow(message);
  });

  test.each([
    ['redis_version:6.0.16', /Redis 6\.0\.16 is too old/],
    ['maxmemory_policy:allkeys-lru', /set maxmemory-policy to noeviction \(it is allkeys-lru\)/],
    ['aof_enabled:0', /set appendonly yes/],
  ])('with a Redis that says %s', async (line, message) => {
    await expect(start({ REDIS_URL: `redis://${await redisOf(line)}` })).rejects.toThrow(message);
  });

  test('but does when all is as it should be, and without any Redis too', async () => {
    for (const changed of [{}, { REDIS_URL: 'redis://127.0.0.1:1' }]) {
      const again = await start(changed as Record<string, string>);
      await again.stop();
    }
  });
});
