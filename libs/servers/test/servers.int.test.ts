import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import {
  isRunning,
  judgePostgresSettings,
  judgeRedisInfo,
  markOf,
  runCommand,
  startServers,
  waitForEnd,
  wipeFolder,
} from '../src/index.js';
import type { ProcessMark, Servers } from '../src/index.js';

const cacheDir = process.env.WUFANG_CACHE ?? fileURLToPath(new URL('../../../../.wufang/cache', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wufang-servers-'));
const marksOf = (servers: Servers): ProcessMark[] => [servers.postgres, servers.redis, servers.nats].map(({ pid }) => markOf(pid));

afterAll(() => wipeFolder(folder));

describe('three servers on a folder of their own', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers({ dataDir: folder, cacheDir });
  });
  afterAll(() => servers.stop());

  test('the secrets are readable by their owner alone', () => {
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(servers.secrets.vaultKey, 'base64')).toHaveLength(32);
  });

  test('PostgreSQL holds the settings floor, with checksums, in UTF-8, and not as root', async () => {
    const client = new pg.Client(servers.postgres.adminUrl);
    await client.connect();
    const { rows } = await client.query<{ name: string; setting: string }>('select name, setting from pg_settings');
    await client.end();
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    expect(judgePostgresSettings(settings)).toEqual([]);
    expect(settings).toMatchObject({ server_encoding: 'UTF8', listen_addresses: '127.0.0.1', jit: 'off', max_connections: '200' });
    expect(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${servers.postgres.pid}/status`, 'utf8'))?.[1]).not.toBe('0');
  });

  test('PostgreSQL lets nobody in without the password', async () => {
    const url = new URL(servers.postgres.adminUrl);
    url.password = 'guess';
    await expect(new pg.Client(url.href).connect()).rejects.toThrow(/password authentication failed/);
  });

  test('Redis keeps what it is told, and a service may not do what is dangerous', async () => {
    const redis = new Redis(servers.redis.url);
    expect(judgeRedisInfo(await redis.info())).toEqual([]);
    expect(await redis.set('a', '1')).toBe('OK');
    for (const [command, ...args] of [['flushall'], ['keys', '*'], ['config', 'get', '*'], ['shutdown']] as const) {
      await expect(redis.call(command, ...args)).rejects.toThrow(/NOPERM/);
    }
    redis.disconnect();
    const admin = new Redis(servers.redis.adminUrl);
    expect(await admin.flushall()).toBe('OK');
    admin.disconnect();
  });

  test("BullMQ works with a service's rights: delayed, repeated after a failure, removed", async () => {
    const url = new URL(servers.redis.url);
    const connection = {
      host: url.hostname,
      port: Number(url.port),
      username: url.username,
      password: url.password,
      maxRetriesPerRequest: null,
    };
    const queue = new Queue('alarm', { connection });
    await queue.add('ring', { id: 1 }, { jobId: 'a-1', delay: 50, attempts: 2, backoff: 10, removeOnComplete: true });
    let tries = 0;
    const worker = new Worker(
      'alarm',
      async () => {
        tries++;
        if (tries === 1) throw new Error('once more');
      },
      { connection },
    );
    await new Promise<void>((resolve) => worker.on('completed', () => resolve()));
    expect(tries).toBe(2);
    expect(await queue.getJobCounts()).toMatchObject({ delayed: 0, waiting: 0 });
    await worker.close();
    await queue.close();
  });

  test('a service streams its own facts and reads those of others; it may not tell the facts of others nor ask', async () => {
    const intake = await login(servers.nats.urlFor('intake'));
    const notify = await login(servers.nats.urlFor('notify'));
    const streams = await jetstreamManager(intake);
    await streams.streams.add({ name: 'intake', subjects: ['intake.>'] });
    expect(await jetstream(intake).publish('intake.demand.received.v1', '{}', { msgID: 'one' })).toMatchObject({
      stream: 'intake',
      seq: 1,
    });
    const readers = await jetstreamManager(notify);
    await readers.consumers.add('intake', { durable_name: 'notify', ack_policy: 'explicit' });
    const consumer = await jetstream(notify).consumers.get('intake', 'notify');
    const message = await consumer.next({ expires: 2_000 });
    expect(message?.subject).toBe('intake.demand.received.v1');
    expect(await message?.ackAck()).toBe(true);
    await expect(jetstream(notify).publish('intake.demand.received.v1', '{}', { timeout: 500 })).rejects.toThrow();
    await expect(notify.request('rpc.intake.demand.read', '', { timeout: 500 })).rejects.toThrow();
    await intake.close();
    await notify.close();
  });

  test('the gateway asks and a service answers', async () => {
    const gateway = await login(servers.nats.urlFor('gateway'));
    const intake = await login(servers.nats.urlFor('intake'));
    intake.subscribe('rpc.intake.>', { queue: 'intake', callback: (_error, message) => void message.respond('yes') });
    await intake.flush();
    expect((await gateway.request('rpc.intake.demand.read', '', { timeout: 2_000 })).string()).toBe('yes');
    await gateway.close();
    await intake.close();
  });

  test('no service hears the answers of another, answers anywhere but to the gateway, or throws away what was told', async () => {
    const gateway = await login(servers.nats.urlFor('gateway'));
    const intake = await login(servers.nats.urlFor('intake'));
    const dispatch = await login(servers.nats.urlFor('dispatch'));
    const refused = (subject: string) =>
      new Promise<string>((done) =>
        dispatch.subscribe(subject, { callback: (error, message) => done(error?.message ?? message.string()) }),
      );
    expect(await refused('_INBOX.gateway.>')).toMatch(/permissions violation/i);
    expect(await refused('_INBOX.>')).toMatch(/permissions violation/i);
    expect(await refused('rpc.intake.>')).toMatch(/permissions violation/i);
    // A forged answer to intake does not get there, one to the gateway would.
    const heard: string[] = [];
    intake.subscribe('_INBOX.intake.forged', { callback: (_, message) => void heard.push(message.string()) });
    gateway.subscribe('_INBOX.gateway.true', { callback: (_, message) => void heard.push(message.string()) });
    await Promise.all([intake.flush(), gateway.flush()]);
    dispatch.publish('_INBOX.intake.forged', 'forged');
    dispatch.publish('_INBOX.gateway.true', 'answer');
    await dispatch.flush();
    await Promise.all([intake.flush(), gateway.flush()]);
    expect(heard).toEqual(['answer']);
    const manager = await jetstreamManager(intake, { timeout: 1_000 });
    for (const thrown of [
      () => manager.streams.purge('intake'),
      () => manager.streams.delete('intake'),
      () => manager.consumers.delete('intake', 'notify'),
    ])
      await expect(thrown()).rejects.toThrow();
    expect((await manager.streams.info('intake')).state.messages).toBe(1);
    for (const nc of [gateway, intake, dispatch]) await nc.close();
  });

  test('a second start on the folder is refused and names the first', async () => {
    await expect(startServers({ dataDir: folder, cacheDir })).rejects.toThrow(`is in use by pid ${process.pid}`);
  });

  test('a killed server comes back on its port with what was written', async () => {
    const client = new pg.Client(servers.postgres.adminUrl);
    client.on('error', () => {});
    await client.connect();
    await client.query('create table kept as select 1 as one');
    const { port, pid } = servers.postgres;
    await servers.kill('postgres', 'SIGKILL');
    await servers.start('postgres');
    expect(servers.postgres).toMatchObject({ port });
    expect(servers.postgres.pid).not.toBe(pid);
    const again = new pg.Client(servers.postgres.adminUrl);
    await again.connect();
    expect((await again.query('select one from kept')).rows).toEqual([{ one: 1 }]);
    await again.end();
  });

  test('a wiped Redis is empty, a restarted NATS keeps its streams', async () => {
    await servers.wipe('redis');
    const redis = new Redis(servers.redis.adminUrl);
    expect(await redis.dbsize()).toBe(0);
    redis.disconnect();
    await servers.restart('nats');
    const admin = await login(servers.nats.adminUrl);
    expect((await (await jetstreamManager(admin)).streams.info('intake')).state.messages).toBe(1);
    await admin.close();
  });
});

test('after stop nothing runs and the folder can be used again', async () => {
  const servers = await startServers({ dataDir: folder, cacheDir });
  const marks = marksOf(servers);
  expect(marks.every(isRunning)).toBe(true);
  await servers.stop();
  expect(marks.some(isRunning)).toBe(false);
  expect(existsSync(join(folder, 'lock.json'))).toBe(false);
});

test('a launcher that is killed takes its servers with it, and the next start finds a free folder', async () => {
  const { launcher, marks } = await startElsewhere(folder);
  process.kill(launcher, 'SIGKILL');
  for (const mark of marks) expect(await waitForEnd(mark, 15_000)).toBe(true);
  const servers = await startServers({ dataDir: folder, cacheDir });
  await servers.stop();
});

test('if launcher and guard are both killed, the next start ends what they left', async () => {
  const { launcher, guard, marks } = await startElsewhere(folder);
  process.kill(guard, 'SIGKILL');
  process.kill(launcher, 'SIGKILL');
  await waitForEnd(markOf(launcher), 5_000);
  expect(marks.every(isRunning)).toBe(true);
  const said: string[] = [];
  const servers = await startServers({ dataDir: folder, cacheDir, progress: (line) => said.push(line) });
  expect(said[0]).toMatch(/^ending what an earlier run left behind: .*postgres \(pid \d+\)/);
  expect(marks.some(isRunning)).toBe(false);
  await servers.stop();
});

test('a folder whose secrets are gone is not started anew over old data', async () => {
  const kept = readFileSync(join(folder, 'secrets.json'));
  rmSync(join(folder, 'secrets.json'));
  await expect(startServers({ dataDir: folder, cacheDir })).rejects.toThrow(/secrets.json is gone/);
  expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
  writeFileSync(join(folder, 'secrets.json'), kept, { mode: 0o600 });
  const servers = await startServers({ dataDir: folder, cacheDir });
  await servers.stop();
});

test('where the database user cannot get, it gets a folder of its own, which is wiped with the rest', async () => {
  if (process.getuid?.() !== 0) return; // only root needs another user
  const shut = mkdtempSync(join(tmpdir(), 'wufang-shut-'));
  const dataDir = join(shut, 'data');
  const servers = await startServers({ dataDir, cacheDir });
  const { data } = servers.postgres;
  expect(data).toMatch(/^\/var\/lib\/wufang-[0-9a-f]+\/postgres$/);
  expect(JSON.parse(readFileSync(join(dataDir, 'where.json'), 'utf8'))).toEqual({ postgres: dirname(data) });
  expect(statSync(dirname(data)).mode & 0o777).toBe(0o700);
  await servers.stop();
  await wipeFolder(dataDir);
  expect(existsSync(dirname(data))).toBe(false);
  rmSync(shut, { recursive: true, force: true });
});

function login(url: string) {
  const { username, password, host } = new URL(url);
  return connect({ servers: host, user: username, pass: password, inboxPrefix: `_INBOX.${username}` });
}

/** Starts the servers from another process, as a launcher does. */
describe('a system install as an ordinary user with sudo', () => {
  const fake = mkdtempSync(join(tmpdir(), 'wufang-sudo-'));
  const log = join(fake, 'asked.log');
  /** A `sudo` that writes down what it is asked and does none of it. */
  const sudoThat = (answers: string) =>
    writeFileSync(join(fake, 'sudo'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\n${answers}\n`, { mode: 0o755 });
  chmodSync(fake, 0o777);
  afterAll(() => rmSync(fake, { recursive: true, force: true }));

  async function install(): Promise<{ installed: boolean; said: string[]; asked: string[] }> {
    rmSync(log, { force: true });
    const script = `
      import { installOnSystem } from ${JSON.stringify(new URL('../src/packages.js', import.meta.url).href)};
      if (process.getuid() === 0) process.setuid(65534);
      process.env.PATH = ${JSON.stringify(fake)};
      const said = [];
      const installed = await installOnSystem(['postgresql-15', 'redis-server'], (line) => said.push(line));
      console.log(JSON.stringify({ installed, said }));`;
    const { code, stdout, stderr } = await runCommand(process.execPath, ['--input-type=module', '-e', script]);
    if (code !== 0) throw new Error(stderr);
    return { ...(JSON.parse(stdout) as { installed: boolean; said: string[] }), asked: readFileSync(log, 'utf8').trim().split('\n') };
  }

  test('asks for no password, keeps the packages from starting a service, installs, and takes its policy back', async () => {
    sudoThat('exit 0');
    const { installed, said, asked } = await install();
    expect(installed).toBe(true);
    expect(said).toEqual(['installing postgresql-15, redis-server', expect.stringMatching(/^installed \(/)]);
    expect(asked.every((line) => line.startsWith('-n '))).toBe(true);
    const steps = asked.map((line) => line.slice(3)).filter((line) => !line.startsWith('mv '));
    expect(steps).toEqual([
      'true',
      expect.stringMatching(/^sh -c printf '#!\/bin\/sh\\nexit 101\\n' > \/usr\/sbin\/policy-rc\.d && chmod 755/),
      expect.stringMatching(/^sh -c mkdir -p .* echo 'create_main_cluster = false' > /),
      'apt-get update',
      'apt-get install -y --no-install-recommends postgresql-15 redis-server',
      'rm -f /usr/sbin/policy-rc.d /etc/postgresql-common/createcluster.d/wufang.conf',
    ]);
  });

  test('that fails says why and takes its policy back all the same', async () => {
    sudoThat(`case "$*" in *install*) echo 'E: Unable to locate package' >&2; exit 100;; esac`);
    const { installed, said, asked } = await install();
    expect([installed, said.at(-1)]).toEqual([false, 'installing did not work: E: Unable to locate package']);
    expect(asked.at(-1)).toMatch(/^-n (?:rm -f|mv) /);
  });

  test('that would ask for a password is not tried at all', async () => {
    sudoThat(`echo 'sudo: a password is required' >&2; exit 1`);
    expect(await install()).toEqual({ installed: false, said: [], asked: ['-n true'] });
  });
});

test('a machine without the servers and without a way to get them: what to type, and nothing started', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'wufang-bare-'));
  const script = `
    import { startServers, StartError } from ${JSON.stringify(new URL('../src/index.js', import.meta.url).href)};
    process.env.PATH = '/nothing-here';
    const at = (name) => ${JSON.stringify(bare)} + '/' + name;
    await startServers({ dataDir: at('data'), cacheDir: at('cache'), ignoreSystem: true }).catch((error) => {
      if (!(error instanceof StartError)) throw error;
      console.log(error.message);
    });`;
  const { code, stdout } = await runCommand(process.execPath, ['--input-type=module', '-e', script]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^not found: PostgreSQL, Redis, NATS\. To install:\n {2}\S.*\n$/)]);
  expect(JSON.parse(readFileSync(join(bare, 'data/processes.json'), 'utf8'))).toMatchObject({ processes: [] });
  expect(existsSync(join(bare, 'data/lock.json'))).toBe(false);
  rmSync(bare, { recursive: true, force: true });
});

test('a database brought back from a backup serves, whoever copied it', async () => {
  const [from, to] = [mkdtempSync(join(tmpdir(), 'wufang-from-')), mkdtempSync(join(tmpdir(), 'wufang-brought-'))];
  const before = await startServers({ dataDir: from, cacheDir, only: ['postgres'] });
  const ask = async (url: string, text: string) => {
    const client = new pg.Client(url);
    await client.connect();
    return client.query<{ one: number }>(text).finally(() => client.end());
  };
  await ask(before.postgres.adminUrl, 'create table kept as select 1 as one');
  const data = before.postgres.data;
  await before.stop();
  cpSync(data, join(to, 'postgres'), { recursive: true });
  cpSync(join(from, 'secrets.json'), join(to, 'secrets.json'));
  const after = await startServers({ dataDir: to, cacheDir, only: ['postgres'] });
  expect((await ask(after.postgres.adminUrl, 'select one from kept')).rows).toEqual([{ one: 1 }]);
  await after.stop();
  for (const one of [from, to]) await wipeFolder(one);
});

async function startElsewhere(dataDir: string): Promise<{ launcher: number; guard: number; marks: ProcessMark[] }> {
  const library = new URL('../src/index.js', import.meta.url).href;
  const script = `
    import { startServers } from ${JSON.stringify(library)};
    const s = await startServers({ dataDir: ${JSON.stringify(dataDir)}, cacheDir: ${JSON.stringify(cacheDir)} });
    console.log(JSON.stringify({ guard: s.held.guardPid, pids: [s.postgres.pid, s.redis.pid, s.nats.pid] }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
    child.once('exit', (code) => reject(new Error(`launcher ended with ${code}`)));
  });
  const { guard, pids } = JSON.parse(line) as { guard: number; pids: number[] };
  return { launcher: child.pid ?? 0, guard, marks: pids.map(markOf) };
}
