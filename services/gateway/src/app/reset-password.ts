import { gatewayEvents, type Account } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts, credentials } from '../db/accounts.store.js';
import { accountView } from '../db/accounts.view.js';
import type { GatewayTx } from '../db/schema.js';
import { lockAccount } from './known-account.js';

/**
 * An administrator sets another password, which comes hashed, for somebody who has forgotten theirs. It stands in the history as theirs, not as the
 * person's own change; every session is over, and what the person signed before stays verifiable while a new key is made for what comes.
 */
export async function resetPassword(tx: GatewayTx, input: { id: string; passwordHash: string }): Promise<Account> {
  const account = await lockAccount(tx, input.id);
  const saved = tx.save(accounts, { ...account, sessionEpoch: account.sessionEpoch + 1 }, [fact(gatewayEvents.passwordReset, {})]);
  tx.put(credentials, { accountId: account.id, passwordHash: input.passwordHash, changedAt: tx.now });
  return accountView(saved, tx.now);
}
