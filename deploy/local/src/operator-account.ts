import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The account of whoever runs this house: the gateway makes it as its first, the operator's commands sign in with it. */
export interface OperatorAccount {
  account: string;
  password: string;
}

/** Made once in the life of a data folder, readable by its owner alone. */
export function operatorAccount(dataDir: string): OperatorAccount {
  const file = join(dataDir, 'operator.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as OperatorAccount;
  const made = { account: 'admin', password: randomBytes(18).toString('base64url') };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** What the gateway is told to make it. */
export function operatorEnv({ account, password }: OperatorAccount): Record<string, string> {
  return { WUFANG_FIRST_ADMIN: account, WUFANG_FIRST_ADMIN_PASSWORD: password };
}
