import { gatewayEvents, type Account } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts } from '../db/accounts.store.js';
import { accountView } from '../db/accounts.view.js';
import type { GatewayTx } from '../db/schema.js';
import { lockAccount } from './known-account.js';

/** Lets a disabled account in again, by a new sign-in: sessions from before do not come back to life. Tokens that were not taken back do. Twice is once. */
export async function enableAccount(tx: GatewayTx, input: { id: string }): Promise<Account> {
  const account = await lockAccount(tx, input.id);
  if (!account.isDisabled) return accountView(account, tx.now);
  const next = { ...account, isDisabled: false, sessionEpoch: account.sessionEpoch + 1 };
  return accountView(tx.save(accounts, next, [fact(gatewayEvents.accountEnabled, {})]), tx.now);
}
