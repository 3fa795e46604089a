import { gatewayEvents, type Account } from '@wufang/contracts';
import { fact } from '@wufang/service';
import { accounts } from '../db/accounts.store.js';
import type { GatewayTx } from '../db/schema.js';
import { accountView } from '../db/accounts.view.js';
import { lockAccount } from './known-account.js';

/** Shuts an account out from its next request on. Twice is once. */
export async function disableAccount(tx: GatewayTx, input: { id: string }): Promise<Account> {
  const account = await lockAccount(tx, input.id);
  if (account.isDisabled) return accountView(account, tx.now);
  return accountView(tx.save(accounts, { ...account, isDisabled: true }, [fact(gatewayEvents.accountDisabled, {})]), tx.now);
}
