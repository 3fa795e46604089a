import { readFileSync } from 'node:fs';
import { serviceNames } from '@wufang/servers';
import type { Secrets } from '@wufang/servers';
import { migrateAll } from './migrate.js';

/** The one-shot container: brings every schema to head and ends. */
function setting(name: string): string {
  const file = process.env[`${name}_FILE`];
  const value = process.env[name] ?? (file === undefined ? undefined : readFileSync(file, 'utf8').trim());
  if (!value) throw new Error(`${name} or ${name}_FILE is missing`);
  return value;
}

const secrets = JSON.parse(setting('WUFANG_SECRETS')) as Secrets;
await migrateAll(setting('DATABASE_URL'), serviceNames, secrets, (line) => process.stdout.write(`${line}\n`));
