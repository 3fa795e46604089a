import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName, loadSecrets, natsUsers, redisAcl, serviceNames, superuser } from '@wufang/servers';

import { contextKeyOf, vaultKeyOf } from './migrate.js';
import { operatorOf } from './operator.js';

/** User ids inside the images that read each folder. */
const readers = { postgres: 999, redis: 999, nats: 0, node: 1000 };

/** Makes the secrets of a house in containers, once, and lays out for each reader the files it needs and no others. */
export function writeComposeSecrets(base: string): void {
  const { secrets } = loadSecrets(folder(base, 'house'));
  const database = (user: string, password: string) => `postgres://${user}:${password}@postgres:5432/${databaseName}`;
  const lay = (reader: string, uid: number, files: Record<string, string>) => {
    const path = folder(base, reader);
    chmodSync(path, 0o700);
    // All of it follows from the secrets, so what a newer version lays out otherwise replaces what lay there.
    for (const [name, content] of Object.entries(files)) {
      const file = join(path, name);
      if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
      rmSync(file, { force: true });
      writeFileSync(file, content);
    }
    for (const name of readdirSync(path)) {
      chmodSync(join(path, name), 0o400);
      if (process.getuid?.() === 0) chownSync(join(path, name), uid, uid);
    }
    if (process.getuid?.() === 0) chownSync(path, uid, uid);
    chmodSync(path, 0o500);
  };
  lay('house', readers.node, { 'database-url': database(superuser, secrets.postgres.superuser) });
  lay('postgres', readers.postgres, { superuser: secrets.postgres.superuser });
  lay('redis', readers.redis, { 'redis.acl': redisAcl(secrets.redis) });
  lay('nats', readers.nats, { 'users.conf': natsUsers(secrets.nats) });
  for (const service of serviceNames) {
    lay(service, readers.node, {
      'database-url': database(`wufang_${service}`, secrets.postgres.roles[service]),
      'redis-url': `redis://wufang:${secrets.redis.wufang}@redis:6379`,
      'nats-url': `nats://${service}:${secrets.nats[service]}@nats:4222`,
      'vault-key': vaultKeyOf(service, secrets),
      'context-key': contextKeyOf(service, secrets),
      ...(service === 'gateway' ? { 'first-admin': operatorOf(join(base, 'house')).password } : {}),
    });
  }
}

function folder(base: string, name: string): string {
  const path = join(base, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const [, script, base] = process.argv;
if (base && script?.endsWith('compose-secrets.js')) writeComposeSecrets(base);
