import { expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, HeldFolder, markOf, isRunning, silent, startServers, wipeFolder } from '@wufang/servers';
import pg from 'pg';
import { cacheDir, root } from '../src/paths.js';

const launcher = join(root, 'deploy/local/dist/src/start.js');

/** Runs a script in a process of its own; `hears` is told all it has said so far, each time it says something. */
function run(
  script: string,
  env: Record<string, string>,
  hears: (said: string, child: ChildProcess) => void = () => undefined,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env } as NodeJS.ProcessEnv });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => hears((output += chunk), child));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
const start = (env: Record<string, string>, hears?: (said: string, child: ChildProcess) => void) =>
  run(`const { main } = await import(${JSON.stringify(launcher)}); await main();`, env, hears);

test('a taken port: one message, exit code 1, nothing started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(port) });
    expect(output).toBe(
      `port ${port} of 127.0.0.1 is taken by another program; stop it, or choose another port: WUFANG_PORT=8090 npm start\n`,
    );
    expect(code).toBe(1);
    expect(existsSync(join(data, 'logs'))).toBe(false);
    expect(JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8'))).toMatchObject({ processes: [] });
  } finally {
    other.close();
    rmSync(data, { recursive: true, force: true });
  }
});

test('a given server that does not answer: named without its password, exit code 1, nothing started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: '0', DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/x' });
    expect(output).toContain('WUFANG_PORT must be a number');
    expect(code).toBe(1);
    const second = await start({ WUFANG_DATA: data, WUFANG_PORT: '65231', DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/x' });
    expect(second.output).toMatch(/^PostgreSQL at postgres:\/\/me:\*\*\*@127.0.0.1:1\/x does not answer: .*ECONNREFUSED/);
    expect(second.output).not.toContain('hidden');
    expect(second.code).toBe(1);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

test('a data folder in use by another run: one message that names it, exit code 1, and the other run goes on', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const other = await HeldFolder.take(data, silent);
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(await freePort()) });
    expect(output).toBe(`data folder ${data} is in use by pid ${process.pid}; stop that run first, or choose another folder\n`);
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8'))).toEqual(markOf(process.pid));
  } finally {
    await other.release();
    rmSync(data, { recursive: true, force: true });
  }
});

test('given servers that are too old or forget what they are told: every fault named at once, exit code 1, nothing started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const info = ['redis_version:6.0.16', 'maxmemory_policy:allkeys-lru', 'aof_enabled:0', 'loading:0', 'role:master'].join('\r\n');
  // As much of either protocol as asking for the version takes.
  const redis = await listening((socket) =>
    socket.on('data', (asked) => {
      for (const [, word] of String(asked).matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g))
        socket.write(word?.toLowerCase() === 'info' ? `$${info.length}\r\n${info}\r\n` : '+OK\r\n');
    }),
  );
  const nats = await listening((socket) => {
    socket.write('INFO {"server_id":"x","version":"2.9.9","headers":true,"jetstream":true,"max_payload":1048576,"proto":1}\r\n');
    socket.on('data', (asked) => String(asked).includes('PING') && socket.write('PONG\r\n'));
  });
  try {
    const given = { REDIS_URL: `redis://127.0.0.1:${portOf(redis)}`, NATS_URL: `nats://127.0.0.1:${portOf(nats)}` };
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(await freePort()), ...given });
    expect(output).toContain('Redis 6.0.16 is too old: 6.2 or newer is needed');
    expect(output).toContain('NATS 2.9.9 is too old: 2.9.10 or newer is needed');
    expect(output).toMatch(/maxmemory-policy|noeviction/);
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8'))).toMatchObject({ processes: [] });
    expect(existsSync(join(data, 'logs'))).toBe(false);
  } finally {
    redis.close();
    nats.close();
    rmSync(data, { recursive: true, force: true });
  }
});

test('given servers that take the call and say nothing: named, exit code 1, and no endless wait', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const mute = await listening((socket) => socket.on('error', () => {}));
  try {
    const at = `127.0.0.1:${portOf(mute)}`;
    const given = { DATABASE_URL: `postgres://me:x@${at}/x`, REDIS_URL: `redis://${at}`, NATS_URL: `nats://${at}` };
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(await freePort()), ...given });
    expect(output.match(/^(?:PostgreSQL|Redis|NATS) at \S+ does not answer: /gm)).toHaveLength(3);
    expect(code).toBe(1);
    expect(existsSync(join(data, 'logs'))).toBe(false);
  } finally {
    mute.close();
    rmSync(data, { recursive: true, force: true });
  }
}, 180_000);

test('a start that fails half-way ends what it had started', async () => {
  const [theirs, data] = [mkdtempSync(join(tmpdir(), 'wufang-theirs-')), mkdtempSync(join(tmpdir(), 'wufang-start-'))];
  const servers = await startServers({ dataDir: theirs, cacheDir: cacheDir(), only: ['postgres'] });
  try {
    const admin = new pg.Client(servers.postgres.adminUrl);
    await admin.connect();
    // May create roles, as is asked of it, and then not a single schema.
    await admin.query(`create role limited login createrole password 'short'`);
    await admin.end();
    const url = new URL(servers.postgres.adminUrl);
    [url.username, url.password] = ['limited', 'short'];
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(await freePort()), DATABASE_URL: url.href });
    const started = [...output.matchAll(/^(?:Redis|NATS) .*, pid (\d+)/gm)].map(([, pid]) => Number(pid));
    expect(started).toHaveLength(2);
    expect(output).toMatch(/permission denied/);
    expect(code).toBe(1);
    expect(started.filter((pid) => isRunning(markOf(pid)))).toEqual([]);
    expect(JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8'))).toMatchObject({ processes: [] });
    expect(existsSync(join(data, 'lock.json'))).toBe(false);
  } finally {
    await servers.stop();
    await wipeFolder(theirs);
    rmSync(data, { recursive: true, force: true });
  }
}, 180_000);

test('a start that goes well says ready, and Ctrl-C ends services and servers, last PostgreSQL, with exit code 0', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wufang-start-'));
  const port = await freePort();
  let interrupted = false;
  try {
    const { code, output } = await start({ WUFANG_DATA: data, WUFANG_PORT: String(port), WUFANG_SAMPLE: 'off' }, (said, child) => {
      if (interrupted || !said.includes(`ready http://127.0.0.1:${port}\n`)) return;
      interrupted = true;
      child.kill('SIGINT');
    });
    expect(interrupted).toBe(true);
    expect(output).toMatch(/stopping: services, then NATS, Redis, PostgreSQL\nstopped\n$/);
    expect(code).toBe(0);
    const pids = [...output.matchAll(/, pid (\d+)/g)].map(([, pid]) => Number(pid));
    expect(pids).toHaveLength(10);
    expect(pids.filter((pid) => isRunning(markOf(pid)))).toEqual([]);
    for (const left of ['run.json', 'lock.json']) expect(existsSync(join(data, left))).toBe(false);
  } finally {
    await wipeFolder(data);
  }
}, 180_000);

test('npm start takes the servers it is given; npm test has its own, whatever it is given', async () => {
  const [data, repository] = [mkdtempSync(join(tmpdir(), 'wufang-start-')), aRepository()];
  let calls = 0;
  const theirs = await listening((socket) => {
    calls += 1;
    socket.destroy();
  });
  try {
    const at = `127.0.0.1:${portOf(theirs)}`;
    const given = { DATABASE_URL: `postgres://me:x@${at}/x`, REDIS_URL: `redis://${at}`, NATS_URL: `nats://${at}` };
    const started = await start({ WUFANG_DATA: data, WUFANG_PORT: String(await freePort()), ...given });
    expect(started.output.match(/^(?:PostgreSQL|Redis|NATS) at \S+ does not answer: /gm)).toHaveLength(3);
    expect(calls).toBeGreaterThanOrEqual(3);
    calls = 0;
    const script = `const { main } = await import(${JSON.stringify(join(repository, 'deploy/local/dist/src/test.js'))});
      const done = { ok: true, output: '', ms: 0 };
      await main({ types: done, pages: done, isCheck: false });`;
    // Once its one integration test has run it is ended, as by Ctrl-C.
    const { output } = await run(script, { ...given, WUFANG_DATA: data }, (said, child) => {
      if (said.includes('integration tests: ')) child.kill('SIGINT');
    });
    expect(output).toContain('integration tests: 1 passed, 0 failed');
    const seen = JSON.parse(readFileSync(join(repository, 'seen.json'), 'utf8')) as { env: string[]; servers: string };
    expect(seen.env.filter((name) => name in given || name === 'WUFANG_DATA')).toEqual([]);
    expect(seen.servers).toMatch(/^postgres:\/\/\S+@127\.0\.0\.1:\d+\/wufang redis:\S+ nats:\S+$/);
    expect(seen.servers).not.toContain(at);
    expect(calls).toBe(0);
  } finally {
    theirs.close();
    rmSync(data, { recursive: true, force: true });
    await wipeFolder(join(repository, '.wufang/test/servers'));
    rmSync(repository, { recursive: true, force: true });
  }
}, 180_000);

/** A repository of the test launcher and one test, which writes down what servers it is given; linters and the rest are not there and fail at once. */
function aRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wufang-repository-'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'deploy/local/package.json'), 'utf8')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), 'jest']) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  mkdirSync(join(folder, '.wufang'));
  symlinkSync(cacheDir(), join(folder, '.wufang/cache'));
  cpSync(join(root, 'deploy/local/package.json'), join(folder, 'deploy/local/package.json'));
  cpSync(join(root, 'deploy/local/dist/src'), join(folder, 'deploy/local/dist/src'), { recursive: true });
  const test = `const { readFileSync, writeFileSync } = require('node:fs');
    test('writes down what it is given', () => {
      const { postgres, redis, nats } = JSON.parse(readFileSync(process.env.WUFANG_TEST_SERVERS, 'utf8'));
      const servers = [postgres.adminUrl, redis.url, nats.adminUrl].join(' ');
      writeFileSync(${JSON.stringify(join(folder, 'seen.json'))}, JSON.stringify({ env: Object.keys(process.env), servers }));
    });`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'little', scripts: {} }));
  writeFileSync(join(folder, 'writes.int.test.js'), test);
  const config = `module.exports = { testMatch: ['<rootDir>/*.' + process.env.WUFANG_TEST_KIND + '.test.js'], transform: {} };`;
  writeFileSync(join(folder, 'jest.config.js'), config);
  return folder;
}

async function listening(answer: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer({}, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
const portOf = (server: Server) => (server.address() as { port: number }).port;
