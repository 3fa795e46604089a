import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect as connectNats, type NatsConnection } from '@nats-io/transport-node';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrateService, roleOf } from '@wufang/service';
import { eventually, testServers } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';

const main = join(import.meta.dirname, '../src/main.js');
const firstPassword = 'Kanarien-Vogel-Passwort-1';

let servers: Awaited<ReturnType<typeof testServers>>;
let nc: NatsConnection;
let folder: string;
let settings: Record<string, string>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  servers = await testServers();
  folder = mkdtempSync(join(tmpdir(), 'wufang-gateway-'));
  const password = randomBytes(12).toString('hex');
  await migrateService({ adminUrl: servers.postgres.adminUrl, service: 'gateway', password, migrations });
  const url = new URL(servers.postgres.adminUrl);
  url.username = roleOf('gateway');
  url.password = password;
  writeFileSync(join(folder, 'first'), `${firstPassword}\n`);
  settings = {
    DATABASE_URL: url.href,
    NATS_URL: servers.nats.urlFor('gateway'),
    REDIS_URL: servers.redis.url,
    WUFANG_CONTEXT_KEY: randomBytes(32).toString('base64'),
    WUFANG_VAULT_KEY: randomBytes(32).toString('base64'),
    WUFANG_LOG_LEVEL: 'debug',
    WUFANG_PORT: '0',
    WUFANG_FIRST_ADMIN_PASSWORD_FILE: join(folder, 'first'),
  };
  const admin = new URL(servers.nats.adminUrl);
  nc = await connectNats({ servers: admin.host, user: decodeURIComponent(admin.username), pass: decodeURIComponent(admin.password) });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await nc.close();
  await servers.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The gateway as a process of its own: what it prints, and how it ends. */
function start(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...settings, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const run = { child, printed: '', exit: new Promise<number | null>((done) => child.once('exit', done)) };
  child.stdout.on('data', (data: Buffer) => (run.printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (run.printed += data.toString()));
  return run;
}

/** A whole process starts slowly on a machine that does much else. */
const patience = { within: 40_000 };

const urlOf = (run: { printed: string }) =>
  eventually(() => {
    const url = /"url":"([^"]+)"/.exec(run.printed)?.[1];
    if (url === undefined || !run.printed.includes('"msg":"ready"')) throw new Error(`not open yet: ${run.printed.slice(-2000)}`);
    return url;
  }, patience);

describe('the process', () => {
  test('no password, token, session or personal text reaches its log, whatever goes wrong', async () => {
    const run = start();
    const url = await urlOf(run);
    const canaries = { password: 'Canary-Passwort-von-nebenan', phone: '13912345678', text: '金丝雀诉求内容', name: '金丝雀姓名' };
    nc.subscribe('rpc.intake.>', { callback: (_, message) => void message.respond('this is no answer') });
    const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(url + path, {
        method,
        headers: { 'content-type': 'application/json', origin: url, 'x-wufang-street': 'qingyun', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return {
        status: answer.status,
        cookie: /__Host-wufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1],
        body: (await answer.json()) as Record<string, string>,
      };
    };
    await call('POST', '/api/session', { account: 'admin', password: canaries.password });
    const { cookie } = await call('POST', '/api/session', { account: 'admin', password: firstPassword });
    const me = { cookie: `__Host-wufang=${cookie}` };
    const account = {
      id: randomUUID(),
      name: 'kanal',
      displayName: canaries.name,
      password: canaries.password,
      mandates: [{ role: 'phone_desk' }],
    };
    expect((await call('POST', '/api/accounts', account, me)).status).toBe(201);
    const { token } = (await call('POST', `/api/accounts/${account.id}/tokens`, { name: 'canary' }, me)).body;
    const bearer = { authorization: `Bearer ${token}` };
    const demand = {
      id: randomUUID(),
      channel: 'PHONE_DESK',
      content: canaries.text,
      callerPhone: canaries.phone,
      callerName: canaries.name,
    };
    expect((await call('POST', '/api/demands', demand, bearer)).status).toBe(500);
    expect(
      (await call('POST', '/api/public/qingyun/demands', { id: randomUUID(), content: canaries.text, callerPhone: canaries.phone })).status,
    ).toBe(500);
    await call('POST', '/api/demands', { ...demand, level: canaries.text }, bearer);
    await call('POST', '/api/demands', `{"content":"${canaries.text}`, bearer);
    await call('GET', `/api/demands?text=${encodeURIComponent(canaries.text)}`, undefined, bearer);
    await call('GET', '/api/demands', undefined, { authorization: `Bearer ${canaries.password}` });
    await call(
      'PUT',
      '/api/session/password',
      { oldPassword: firstPassword, newPassword: canaries.password },
      { ...me, origin: 'https://elsewhere.example' },
    );
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    expect(run.printed).toContain('"refused"');
    expect(run.printed).toContain('request failed');
    for (const secret of [firstPassword, token!, cookie!, ...Object.values(canaries), encodeURIComponent(canaries.text)])
      expect(run.printed).not.toContain(secret);
  });

  test('beyond loopback without TLS it refuses to start and says what to do', async () => {
    const run = start({ WUFANG_HOST: '0.0.0.0' });
    expect(await run.exit).toBe(1);
    expect(run.printed).toContain('WUFANG_TLS_CERT_FILE');
  });

  test('with a certificate it speaks TLS itself', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    );
    const run = start({ WUFANG_HOST: '0.0.0.0', WUFANG_TLS_CERT_FILE: cert, WUFANG_TLS_KEY_FILE: key });
    const { port } = new URL(await urlOf(run));
    const answer = await new Promise<{ status: number | undefined; hsts: unknown }>((done, fail) => {
      request(`https://localhost:${port}/api/openapi.json`, { ca: readFileSync(cert) }, (got) => {
        got.resume();
        done({ status: got.statusCode, hsts: got.headers['strict-transport-security'] });
      })
        .on('error', fail)
        .end();
    });
    expect(answer).toEqual({ status: 200, hsts: 'max-age=31536000' });
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
  });

  test('told to stop it finishes what is under way and takes nothing new', async () => {
    const run = start();
    const url = await urlOf(run);
    let ask: (() => void) | undefined;
    const asked = new Promise<void>((done) => (ask = done));
    let answer: (() => void) | undefined;
    const slow = nc.subscribe('rpc.registry.place.get', {
      callback: (_, message) => {
        ask!();
        answer = () =>
          void message.respond(
            JSON.stringify({ response: { ok: { code: 'slow' } }, isDisposed: true, id: message.json<{ id: string }>().id }),
          );
      },
    });
    await nc.flush();
    const underWay = fetch(`${url}/api/public/qingyun/places/p1`);
    await asked;
    run.child.kill('SIGTERM');
    await eventually(async () => {
      await expect(fetch(`${url}/api/openapi.json`)).rejects.toThrow();
    });
    answer!();
    expect(await (await underWay).json()).toEqual({ code: 'slow' });
    expect(await run.exit).toBe(0);
    slow.unsubscribe();
  });
});
