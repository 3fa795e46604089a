import { systemCtx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { newId, type Db } from '@wufang/service';
import { isAnyAccountThere } from '../db/accounts.store.js';
import type { GatewayDb } from '../db/schema.js';
import { createAccount } from './create-account.js';
import { isWeakPassword, minPasswordLength } from '../domain/password.js';
import type { Passwords } from './passwords.js';

/** Makes the first administrator of a system that has no account yet. Answers whether it did. */
export async function createFirstAccount(
  db: Db<GatewayDb>,
  passwords: Passwords,
  first: { streetId: string; name: string; password: string },
): Promise<boolean> {
  if (await db.read(systemCtx('*', 'gateway.account.first'), isAnyAccountThere)) return false;
  if (isWeakPassword(first.password, first.name))
    throw new Error(
      `WUFANG_FIRST_ADMIN_PASSWORD is too simple: at least ${minPasswordLength} characters, no common words, not the account's name`,
    );
  const passwordHash = await passwords.hash(first.password, first.name);
  const account = {
    id: newId(new Date()),
    name: first.name,
    displayName: '系统管理员',
    passwordHash,
    mandates: [{ role: 'administrator' as const }],
  };
  try {
    await db.run(systemCtx(first.streetId, 'gateway.account.first'), (tx) => createAccount(tx, account));
    return true;
  } catch (error) {
    // Another gateway that starts at the same time was faster.
    if (error instanceof DomainError && error.code === 'account.name-taken') return false;
    throw error;
  }
}
