import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { serviceNames, StartError } from './names.js';
import type { ServiceName } from './names.js';

/** Everything secret of one house, made once. Losing the vault key loses every person's data in the vault. */
export interface Secrets {
  postgres: { superuser: string; roles: Record<ServiceName, string> };
  redis: { wufang: string; admin: string };
  nats: Record<ServiceName | 'admin', string>;
  /** 32 bytes, base64: from it come the keys under which each service seals personal data. A changed one stands before the earlier, with a space between */
  vaultKey: string;
  /** Whether `vaultKey` itself may have sealed records: it did in a house made before each service had a key of its own. */
  isVaultShared: boolean;
  /** 32 bytes, base64: from it come the keys under which the gateway tells each service who acts */
  contextKey: string;
}

export const superuser = 'wufang_admin';
export const secretsFile = (dataDir: string) => join(dataDir, 'secrets.json');

const password = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('base64');
const perService = () => Object.fromEntries(serviceNames.map((name) => [name, password()])) as Record<ServiceName, string>;

export function makeSecrets(): Secrets {
  return {
    postgres: { superuser: password(), roles: perService() },
    redis: { wufang: password(), admin: password() },
    nats: { ...perService(), admin: password() },
    vaultKey: key(),
    isVaultShared: false,
    contextKey: key(),
  };
}

/** Reads the folder's secrets or makes them, readable by the owner alone. A file that no longer opens is never replaced. */
export function loadSecrets(dataDir: string): { secrets: Secrets; isNew: boolean } {
  const file = secretsFile(dataDir);
  if (existsSync(file)) {
    try {
      const secrets = JSON.parse(readFileSync(file, 'utf8')) as Omit<Secrets, 'isVaultShared'> & { isVaultShared?: boolean };
      if (!secrets.postgres?.superuser || !secrets.vaultKey || !secrets.contextKey) throw new Error('incomplete');
      chmodSync(file, 0o600);
      // A file that says nothing of it is from before each service had a vault key of its own.
      return { secrets: { ...secrets, isVaultShared: secrets.isVaultShared ?? true }, isNew: false };
    } catch {
      throw new StartError(`${file} cannot be read as secrets; bring back the right file (the vault cannot be opened without it)`);
    }
  }
  mkdirSync(dataDir, { recursive: true });
  const secrets = makeSecrets();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 1), { mode: 0o600 });
  renameSync(draft, file);
  return { secrets, isNew: true };
}
