import { DomainError } from '@wufang/kernel';
import { accounts } from '../db/accounts.store.js';
import type { AccountRow, GatewayTx } from '../db/schema.js';

/** The account, locked; one of another street is not there. */
export async function lockAccount(tx: GatewayTx, id: string): Promise<AccountRow> {
  const account = await tx.lock(accounts, id);
  if (!account) throw new DomainError('object.not-found', {});
  return account;
}
