import { describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  judgeVersion,
  natsMaxPayload,
  natsSyncInterval,
  nodeOptions,
  postgresSettings,
  redisSettings,
  serverNames,
  serviceNames,
} from '@wufang/servers';
import { parse } from 'yaml';
import { writeComposeSecrets } from '../src/compose-secrets.js';
import { root } from '../src/paths.js';

interface ComposeService {
  image?: string;
  build?: { dockerfile: string; target: string };
  environment?: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test: string[] };
  ports?: string[];
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, ComposeService>; volumes: object };
const part = (name: string): ComposeService => compose.services[name] ?? {};

/** `name value` or `name = value` or `name: value` lines, without comments. */
function settingsOf(file: string): Record<string, string> {
  const lines = read(file)
    .split('\n')
    .map((line) => /^\s*([\w-]+)\s*[ =:]\s*(.+)$/.exec(line.replace(/^\s*#.*/, '')));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1] ?? '', (match[2] ?? '').trim()]] : [])));
}

test('compose runs the same services and servers as the local start', () => {
  expect(Object.keys(compose.services).sort()).toEqual([...serverNames, ...serviceNames, 'secrets', 'migrate'].sort());
});

test.each(serverNames)('the image of %s may serve in production', (server) => {
  const version = /:(\d[\d.]*)/.exec(part(server).image ?? '')?.[1] ?? '0';
  expect(judgeVersion(server, version, 'production')).toEqual({ ok: true });
  expect(part(server).healthcheck).toBeDefined();
});

describe('settings in the containers are the settings of the local start', () => {
  test('PostgreSQL', () => {
    expect(settingsOf('deploy/compose/postgres.conf')).toMatchObject(postgresSettings);
    expect(part('postgres').environment?.['POSTGRES_INITDB_ARGS']).toContain('--data-checksums');
  });
  test('Redis', () => expect(settingsOf('deploy/compose/redis.conf')).toMatchObject(redisSettings));
  test('NATS', () => {
    const settings = settingsOf('deploy/compose/nats.conf');
    expect(settings).toMatchObject({ max_payload: String(natsMaxPayload), sync_interval: natsSyncInterval });
  });
});

test.each(serviceNames)('%s has an image, a health check, its own secrets as files and none in its environment', (service) => {
  const { build, environment = {}, volumes = [], healthcheck } = part(service);
  expect(build?.target).toBe(service);
  const command = ['node', ...nodeOptions, `services/${service}/dist/src/main.js`].map((word) => `"${word}"`).join(', ');
  expect(read(build?.dockerfile ?? '')).toContain(`FROM house AS ${service}\nCMD [${command}]`);
  expect(healthcheck?.test.at(-1)).toBe('/house/deploy/images/health.mjs');
  expect(environment).toMatchObject({ WUFANG_SERVICE: service, WUFANG_PROFILE: 'production' });
  const secrets = ['DATABASE_URL', 'REDIS_URL', 'NATS_URL', 'WUFANG_VAULT_KEY', 'WUFANG_CONTEXT_KEY'];
  for (const name of secrets) {
    expect(environment[`${name}_FILE`]).toMatch(/^\/run\/secrets\//);
    expect(environment).not.toHaveProperty(name);
  }
  expect(volumes.filter((volume) => volume.includes('/run/secrets'))).toEqual([`secrets-${service}:/run/secrets:ro`]);
});

test('only the gateway has a port, and this machine alone reaches it', () => {
  const open = Object.entries(compose.services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
  expect(open).toEqual([['gateway', '127.0.0.1:8080:8080']]);
});

test('secrets are laid out once, each reader its own, and every file the compose file names is there', () => {
  const base = mkdtempSync(join(tmpdir(), 'wufang-compose-'));
  try {
    writeComposeSecrets(base);
    const before = readFileSync(join(base, 'house/secrets.json'), 'utf8');
    for (const service of serviceNames) {
      for (const [name, file] of Object.entries(part(service).environment ?? {})) {
        if (!name.endsWith('_FILE')) continue;
        const path = join(base, service, file.replace('/run/secrets/', ''));
        expect(existsSync(path)).toBe(true);
        expect(statSync(path).mode & 0o777).toBe(0o400);
      }
    }
    expect(existsSync(join(base, 'postgres/superuser'))).toBe(true);
    expect(existsSync(join(base, 'redis/redis.acl'))).toBe(true);
    expect(readFileSync(join(base, 'nats/users.conf'), 'utf8')).toContain('user: intake');
    // Each service has a key of its own, also in a house that was made when all had the same.
    const keyOf = (service: string) => readFileSync(join(base, service, 'context-key'), 'utf8');
    expect(new Set(serviceNames.map(keyOf)).size).toBe(serviceNames.length);
    const own = keyOf('intake');
    chmodSync(join(base, 'intake/context-key'), 0o600);
    writeFileSync(join(base, 'intake/context-key'), keyOf('gateway'));
    writeComposeSecrets(base);
    expect(keyOf('intake')).toBe(own);
    expect(readFileSync(join(base, 'house/secrets.json'), 'utf8')).toBe(before);
    // The same for the vault; in a house that was made when all had one key, those that hold records get it behind their own.
    const vaultKeyIn = (service: string) => readFileSync(join(base, service, 'vault-key'), 'utf8');
    const ownKeys = new Map(serviceNames.map((service) => [service, vaultKeyIn(service)]));
    const { isVaultShared, ...older } = JSON.parse(before) as { isVaultShared: boolean; vaultKey: string };
    expect(isVaultShared).toBe(false);
    expect(new Set([older.vaultKey, ...ownKeys.values()]).size).toBe(serviceNames.length + 1);
    writeFileSync(join(base, 'house/secrets.json'), JSON.stringify(older));
    writeComposeSecrets(base);
    expect(vaultKeyIn('intake')).toBe(`${ownKeys.get('intake')} ${older.vaultKey}`);
    expect(vaultKeyIn('dispatch')).toBe(ownKeys.get('dispatch'));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
